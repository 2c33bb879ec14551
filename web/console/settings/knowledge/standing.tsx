import { Button } from '@mantine/core';
import { IconArchive, IconArrowBackUp, IconCheck, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ArticleHistory, Session } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { Judging, SendBack } from '../parts/judging.tsx';
import { knowledgeSettingsQuery, type Step, useSendBack, useStep } from './data.ts';

/** What whoever looks may do with the newest version. */
function useMay({ article, session }: { article: ArticleHistory; session: Session }) {
  const approval = useQuery(knowledgeSettingsQuery).data?.approval_required ?? true;
  const has = (permission: Session['permissions'][number]) => session.permissions.includes(permission);
  const publishes = has('knowledge.publish') && (!approval || has('knowledge.approve'));
  const waits = article.state !== 'published' && article.state !== 'archived';
  return {
    publish: publishes && waits,
    submit:
      !publishes && has('knowledge.edit') && (article.state === 'draft' || article.state === 'returned'),
    sendBack: publishes && article.state === 'review',
    archive: publishes && article.published_version !== null && article.state !== 'archived',
    restore: publishes && article.state === 'archived',
  };
}

/** Where the newest version stands, and the next step. */
export function Standing(props: { article: ArticleHistory; dirty: boolean; session: Session }) {
  const text = useText();
  const { article, dirty } = props;
  const may = useMay(props);
  const step = useStep(article);
  const back = useSendBack(article);
  const button = (does: Step, Shape: typeof IconCheck, primary = false) => (
    <Button
      size="sm"
      variant={primary ? 'filled' : 'default'}
      disabled={dirty}
      loading={step.isPending && step.variables === does}
      leftSection={<Shape size="1rem" aria-hidden />}
      onClick={() => {
        step.mutate(does);
      }}
    >
      {text(`settings-article-do-${does}`)}
    </Button>
  );
  return (
    <Judging
      words={text('settings-article-standing', {
        state: article.state,
        version: article.version,
        published: article.published_version ?? 0,
      })}
      error={step.error}
    >
      {may.archive ? button('archive', IconArchive) : null}
      {may.restore ? button('restore', IconArrowBackUp) : null}
      {may.sendBack ? <SendBack back={back} /> : null}
      {may.submit ? button('submit', IconSend, true) : null}
      {may.publish ? button('publish', IconCheck, true) : null}
    </Judging>
  );
}
