import { TagsInput, Textarea, TextInput } from '@mantine/core';
import type { ArticleText, Language } from '../../../../contract/index.ts';
import { ApiError } from '../../../ui/api.ts';
import { LANGUAGES, useText } from '../../../ui/i18n.tsx';
import { type Draft as Changing, wrongWith } from '../parts/draft.ts';
import { Languages } from '../parts/languages.tsx';
import type { Draft } from './data.ts';
import classes from './knowledge.module.css';

const EMPTY: ArticleText = { title: '', summary: '', keywords: [], body: '' };

interface Props {
  readonly draft: Changing<Draft>;
  readonly error: unknown;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly locked: boolean;
}

/** What the desk found wrong in the text of a language, in its words. */
function wrongText(error: unknown, language: Language): string | undefined {
  if (error instanceof ApiError && error.details['language'] === language) return error.message;
  const fields = ['title', 'summary', 'keywords', 'body'].map((name) =>
    wrongWith(error, `texts.${language}.${name}`),
  );
  return fields.find((words) => words !== undefined) ?? wrongWith(error, `texts.${language}`);
}

const isEmpty = ({ title, summary, keywords, body }: ArticleText): boolean =>
  [title, summary, body].every((words) => words.trim() === '') && keywords.length === 0;

function Keywords(props: {
  words: ArticleText;
  language: Language;
  locked: boolean;
  write: (part: Partial<ArticleText>) => void;
}) {
  const text = useText();
  return (
    <TagsInput
      lang={props.language}
      label={text('settings-article-keywords')}
      description={text('settings-article-keywords-hint')}
      maxTags={40}
      disabled={props.locked}
      value={props.words.keywords}
      onChange={(keywords) => {
        props.write({ keywords });
      }}
    />
  );
}

/** An article in one language. */
function Words({ draft, error, language, locked }: Omit<Props, 'setLanguage'>) {
  const text = useText();
  const { texts } = draft.value;
  const words = texts[language] ?? EMPTY;
  const write = (part: Partial<ArticleText>): void => {
    const { [language]: _old, ...others } = texts;
    const next = { ...words, ...part };
    draft.set({ texts: isEmpty(next) ? others : { ...others, [language]: next } });
  };
  return (
    <div className={classes.words}>
      <TextInput
        lang={language}
        label={text('settings-article-title')}
        maxLength={150}
        disabled={locked}
        value={words.title}
        onChange={(event) => {
          write({ title: event.currentTarget.value });
        }}
      />
      <TextInput
        lang={language}
        label={text('settings-article-summary')}
        description={text('settings-article-summary-hint')}
        maxLength={300}
        disabled={locked}
        value={words.summary}
        onChange={(event) => {
          write({ summary: event.currentTarget.value });
        }}
      />
      <Textarea
        lang={language}
        label={text('settings-article-body')}
        description={text('settings-article-body-hint')}
        autosize
        minRows={10}
        maxRows={28}
        maxLength={50_000}
        disabled={locked}
        value={words.body}
        error={wrongText(error, language)}
        onChange={(event) => {
          write({ body: event.currentTarget.value });
        }}
      />
      <Keywords {...{ language, locked, words }} write={write} />
    </div>
  );
}

/** An article's texts, a language at a time; a reader gets their own, else the desk's, else English. */
export function Writing(props: Props) {
  const { draft, error, language, setLanguage } = props;
  const placed = LANGUAGES.some((one) => wrongText(error, one) !== undefined);
  return (
    <Languages
      value={language}
      set={setLanguage}
      lacks={(one) => draft.value.texts[one] === undefined}
      wrong={(one) => wrongText(error, one) !== undefined}
      error={placed ? undefined : wrongWith(error, 'texts')}
    >
      <Words key={language} {...props} />
    </Languages>
  );
}
