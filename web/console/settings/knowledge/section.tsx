import { Input, NativeSelect, TextInput } from '@mantine/core';
import type { ArticleOrder, ListedArticle, Section } from '../../../../contract/index.ts';
import { LANGUAGE_NAMES, LANGUAGES, useText } from '../../../ui/i18n.tsx';
import { usePreferences } from '../../data/preferences.tsx';
import { type Draft as Changing, useDraft } from '../parts/draft.ts';
import { Editor } from '../parts/editor.tsx';
import { Moves } from '../parts/moves.tsx';
import { useArrange } from './data.ts';
import classes from './knowledge.module.css';
import { sectionTitle, titleOf } from './list.tsx';

/** A section that is not there yet; no section can have its name. */
export const NEW_SECTION: Section = { slug: '', emoji: '📄', titles: {} };

/** An article of the section, and where it is to stand. */
interface Place {
  readonly id: number;
  readonly section: string;
}

interface Draft {
  readonly emoji: string;
  readonly titles: Section['titles'];
  readonly places: readonly Place[];
}

interface Props {
  readonly section: Section;
  readonly sections: readonly Section[];
  readonly articles: readonly ListedArticle[];
  readonly locked: boolean;
  readonly close: () => void;
}

/** A name for the desk itself, of Latin letters, that no section has. */
function freeSlug(titles: Section['titles'], taken: readonly Section[]): string {
  const latin = (titles.en ?? Object.values(titles)[0] ?? '')
    .toLowerCase()
    .replaceAll('ə', 'e')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 30);
  const name = latin === '' ? 'section' : latin;
  const used = new Set(taken.map(({ slug }) => slug));
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? name : `${name}-${String(number)}`;
    if (!used.has(slug)) return slug;
  }
}

const withWords = (titles: Section['titles'], language: keyof Section['titles'], words: string) => {
  const { [language]: _old, ...others } = titles;
  return words === '' ? others : { ...others, [language]: words };
};

/** What the places of a section's articles mean for it, and for the sections that articles go to: there they come last. */
function orderOf(slug: string, { places }: Draft, all: readonly ListedArticle[]): ArticleOrder {
  const targets = [...new Set(places.map(({ section }) => section))].filter((target) => target !== slug);
  const idsIn = (section: string): number[] =>
    places.filter((place) => place.section === section).map(({ id }) => id);
  return [
    { section: slug, articles: idsIn(slug) },
    ...targets.map((section) => ({
      section,
      articles: [...all.filter((one) => one.section === section).map(({ id }) => id), ...idsIn(section)],
    })),
  ];
}

function Names({ draft, locked }: { draft: Changing<Draft>; locked: boolean }) {
  const text = useText();
  const { emoji, titles } = draft.value;
  return (
    <>
      <TextInput
        className={classes.emoji ?? ''}
        label={text('settings-section-emoji')}
        maxLength={8}
        disabled={locked}
        value={emoji}
        onChange={(event) => {
          draft.set({ emoji: event.currentTarget.value });
        }}
      />
      {LANGUAGES.map((language) => (
        <TextInput
          key={language}
          lang={language}
          label={LANGUAGE_NAMES[language]}
          maxLength={80}
          disabled={locked}
          value={titles[language] ?? ''}
          onChange={(event) => {
            draft.set({ titles: withWords(titles, language, event.currentTarget.value) });
          }}
        />
      ))}
    </>
  );
}

function Articles(props: Omit<Props, 'close'> & { draft: Changing<Draft> }) {
  const text = useText();
  const { language } = usePreferences();
  const { draft, articles, sections, locked } = props;
  const { places } = draft.value;
  const swap = (at: number, step: 1 | -1): void => {
    const [one, two] = [places[at], places[at + step]];
    if (one && two) draft.set({ places: places.with(at, two).with(at + step, one) });
  };
  const choices = sections.map((one) => ({
    value: one.slug,
    label: `${one.emoji} ${sectionTitle(one, language)}`,
  }));
  return (
    <Input.Wrapper
      label={text('settings-knowledge-view-articles')}
      labelElement="div"
      description={text('settings-section-articles-hint')}
    >
      <ol className={classes.places}>
        {places.map((place, at) => {
          const article = articles.find(({ id }) => id === place.id);
          const name = article ? titleOf(article, language) : String(place.id);
          return (
            <li key={place.id} className={classes.place}>
              <span className={classes.name}>{name}</span>
              <NativeSelect
                size="xs"
                className={classes.target ?? ''}
                aria-label={text('settings-section-of', { name })}
                disabled={locked}
                value={place.section}
                data={choices}
                onChange={(event) => {
                  draft.set({ places: places.with(at, { ...place, section: event.currentTarget.value }) });
                }}
              />
              {locked ? null : (
                <Moves
                  {...{ name, number: at + 1, last: at === places.length - 1 }}
                  move={(step) => {
                    swap(at, step);
                  }}
                />
              )}
            </li>
          );
        })}
      </ol>
    </Input.Wrapper>
  );
}

/** Changes a section: its emoji, its name in each language, and which articles it has in which order. One without articles can be taken away. */
export function SectionEditor(props: Props) {
  const text = useText();
  const { section, articles, locked, close } = props;
  const isNew = section.slug === NEW_SECTION.slug;
  const begin = articles
    .filter((article) => article.section === section.slug)
    .map(({ id }) => ({ id, section: section.slug }));
  const { emoji, titles } = section;
  const draft = useDraft<Draft>({ emoji, titles, places: begin });
  const { value } = draft;
  const arrange = useArrange();
  const words = Object.values(value.titles).filter((title) => title.trim() !== '');
  const save = (): void => {
    const named = { emoji: value.emoji, titles: value.titles };
    const changed = JSON.stringify(value.places) !== JSON.stringify(begin);
    arrange.mutate(
      {
        sections: (now) =>
          isNew
            ? [...now, { slug: freeSlug(value.titles, now), ...named }]
            : now.map((one) => (one.slug === section.slug ? { ...one, ...named } : one)),
        ...(changed ? { order: orderOf(section.slug, value, articles) } : {}),
      },
      { onSuccess: close },
    );
  };
  const remove = (): void => {
    const sections = (now: readonly Section[]) => now.filter(({ slug }) => slug !== section.slug);
    arrange.mutate({ sections }, { onSuccess: close });
  };
  return (
    <Editor
      size="lg"
      title={isNew ? text('settings-section-new') : text('settings-article-section')}
      dirty={draft.dirty}
      saving={arrange.isPending}
      error={arrange.error}
      invalid={words.length === 0 || value.emoji.trim() === ''}
      readOnly={locked}
      {...(isNew || locked || begin.length > 0
        ? {}
        : { remove: { words: text('settings-section-remove'), act: remove } })}
      {...{ close, save }}
    >
      <Names draft={draft} locked={locked} />
      {begin.length > 0 ? <Articles {...props} draft={draft} /> : null}
    </Editor>
  );
}
