import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListedArticle, Section } from '../../../../contract/index.ts';
import { LANGUAGES, useText } from '../../../ui/i18n.tsx';
import { usePreferences } from '../../data/preferences.tsx';
import { NotSaved } from '../parts/editor.tsx';
import { Moves } from '../parts/moves.tsx';
import { Loaded, Part } from '../parts/page.tsx';
import { NoRows, Row, Rows } from '../parts/rows.tsx';
import { sectionsQuery, useArrange } from './data.ts';
import { sectionTitle } from './list.tsx';
import { NEW_SECTION, SectionEditor } from './section.tsx';

interface Props {
  readonly articles: readonly ListedArticle[];
  readonly locked: boolean;
}

/** The sections with the one named moved a step; those that others changed meanwhile stay as they are. */
const moved =
  (slug: string, step: 1 | -1) =>
  (sections: readonly Section[]): readonly Section[] => {
    const at = sections.findIndex((section) => section.slug === slug);
    const [one, two] = [sections[at], sections[at + step]];
    return one && two ? sections.with(at, two).with(at + step, one) : sections;
  };

function SectionRow(
  props: Props & {
    section: Section;
    at: number;
    last: boolean;
    open: () => void;
    move: (step: 1 | -1) => void;
  },
) {
  const text = useText();
  const { language } = usePreferences();
  const { section, articles, at, last } = props;
  const title = sectionTitle(section, language);
  const missing = LANGUAGES.filter((one) => section.titles[one] === undefined);
  const inside = articles.filter((article) => article.section === section.slug).length;
  const detail = [
    text('settings-section-articles', { count: inside }),
    missing.length > 0 ? text('settings-macro-lacks', { languages: missing.join(', ') }) : '',
  ];
  return (
    <Row
      title={`${section.emoji} ${title}`}
      detail={detail.filter(Boolean).join(' · ')}
      open={props.open}
      tools={props.locked ? undefined : <Moves number={at + 1} name={title} last={last} move={props.move} />}
    />
  );
}

function List({ sections, articles, locked }: Props & { sections: readonly Section[] }) {
  const text = useText();
  const arrange = useArrange();
  const [open, setOpen] = useState<string | null>(null);
  const opened = open === NEW_SECTION.slug ? NEW_SECTION : sections.find(({ slug }) => slug === open);
  return (
    <Part
      title={text('settings-sections')}
      hint={text('settings-sections-hint')}
      action={
        locked ? undefined : (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size="0.875rem" aria-hidden />}
            onClick={() => {
              setOpen(NEW_SECTION.slug);
            }}
          >
            {text('settings-section-new')}
          </Button>
        )
      }
    >
      {arrange.error ? <NotSaved error={arrange.error} /> : null}
      {sections.length === 0 ? <NoRows>{text('settings-sections-none')}</NoRows> : null}
      <Rows label={text('settings-sections')}>
        {sections.map((section, at) => (
          <SectionRow
            key={section.slug}
            {...{ section, articles, locked, at }}
            last={at === sections.length - 1}
            open={() => {
              setOpen(section.slug);
            }}
            move={(step) => {
              arrange.mutate({ sections: moved(section.slug, step) });
            }}
          />
        ))}
      </Rows>
      {opened ? (
        <SectionEditor
          key={opened.slug}
          {...{ section: opened, sections, articles, locked }}
          close={() => {
            setOpen(null);
          }}
        />
      ) : null}
    </Part>
  );
}

/** The sections of the knowledge base: made, named in every language, ordered, and taken away once they are empty (M3). */
export function SectionList(props: Props) {
  const sections = useQuery(sectionsQuery);
  return <Loaded query={sections}>{(all) => <List {...props} sections={all} />}</Loaded>;
}
