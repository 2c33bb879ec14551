import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '../../../ui/i18n.tsx';
import { sessionQuery } from '../../data/queries.ts';
import { Loaded, Page } from '../parts/page.tsx';
import { BotSettings } from './bot.tsx';
import { articlesQuery } from './data.ts';
import { ArticleList } from './list.tsx';
import { Searches } from './searches.tsx';
import { SectionList } from './sections.tsx';
import { SynonymGroups } from './synonyms.tsx';

const VIEWS = ['articles', 'sections', 'searches', 'synonyms', 'bot'] as const;

/** The knowledge base: articles, what people look for, words that mean the same, and how the bot uses it (M3, B4). */
export function KnowledgePage() {
  const text = useText();
  const articles = useQuery(articlesQuery);
  const may = useQuery(sessionQuery).data?.permissions ?? [];
  const [view, setView] = useState<string>('articles');
  return (
    <Page
      title={text('settings-knowledge')}
      lead={text('settings-knowledge-lead')}
      actions={
        may.includes('knowledge.edit') ? (
          <Button
            size="sm"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            renderRoot={(props) => (
              <Link to="/settings/knowledge/$article" params={{ article: 'new' }} {...props} />
            )}
          >
            {text('settings-article-new')}
          </Button>
        ) : undefined
      }
    >
      <Tabs
        value={view}
        keepMounted={false}
        onChange={(next) => {
          setView(next ?? 'articles');
        }}
      >
        <Tabs.List mb="md" aria-label={text('settings-knowledge')}>
          {VIEWS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {text(`settings-knowledge-view-${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="articles">
          <Loaded query={articles}>{(list) => <ArticleList articles={list} />}</Loaded>
        </Tabs.Panel>
        <Tabs.Panel value="sections">
          <Loaded query={articles}>
            {(list) => <SectionList articles={list} locked={!may.includes('knowledge.edit')} />}
          </Loaded>
        </Tabs.Panel>
        <Tabs.Panel value="searches">
          <Searches />
        </Tabs.Panel>
        <Tabs.Panel value="synonyms">
          <SynonymGroups locked={!may.includes('knowledge.edit')} />
        </Tabs.Panel>
        <Tabs.Panel value="bot">
          <BotSettings locked={!may.includes('knowledge.approve')} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
