import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { FormField, Language, TopicForm } from '../../../../contract/index.ts';
import { LANGUAGES, useText } from '../../../ui/i18n.tsx';
import { usePreferences } from '../../data/preferences.tsx';
import { useDraft } from '../parts/draft.ts';
import { Editor } from '../parts/editor.tsx';
import { Languages } from '../parts/languages.tsx';
import { newField, useSaveForm } from './data.ts';
import { FieldCard } from './field.tsx';
import classes from './forms.module.css';
import { Preview } from './preview.tsx';

const swapped = (fields: readonly FormField[], at: number, other: number): FormField[] => {
  const [one, two] = [fields[at], fields[other]];
  return one && two ? fields.with(at, two).with(other, one) : [...fields];
};

/** Whether all that is written stands in a language too. */
const lacksWords = (fields: readonly FormField[], language: Language): boolean =>
  fields.some(({ label, choices }) => !label[language] || choices.some((choice) => !choice.label[language]));

function FieldList(props: {
  fields: readonly FormField[];
  language: Language;
  error: unknown;
  set: (fields: readonly FormField[]) => void;
  open: string | null;
  setOpen: (id: string | null) => void;
}) {
  const { fields, language, error, set, open, setOpen } = props;
  return (
    <ol className={classes.fields}>
      {fields.map((field, index) => (
        <FieldCard
          key={field.id}
          {...{ field, language, fields, error }}
          at={index}
          open={open === field.id}
          toggle={() => {
            setOpen(open === field.id ? null : field.id);
          }}
          set={(next) => {
            set(fields.with(index, next));
          }}
          move={(step) => {
            set(swapped(fields, index, index + step));
          }}
          remove={() => {
            set(fields.toSpliced(index, 1));
          }}
        />
      ))}
    </ol>
  );
}

/** Changes what a topic asks: fields are added, ordered and written in each language, and seen as a customer sees them. */
export function FormEditor({ form, close }: { form: TopicForm; close: () => void }) {
  const text = useText();
  const own = usePreferences().language;
  const [language, setLanguage] = useState<Language>(own);
  const [open, setOpen] = useState<string | null>(null);
  const save = useSaveForm(form);
  const draft = useDraft<{ fields: readonly FormField[] }>({ fields: form.fields });
  const { fields } = draft.value;
  const set = draft.put('fields');
  const blank = fields.some(({ label }) => !LANGUAGES.some((one) => label[one]?.trim()));
  return (
    <Editor
      size="lg"
      title={`${form.topic.emoji} ${form.topic.title}`}
      dirty={draft.dirty}
      saving={save.isPending}
      error={save.error}
      invalid={blank}
      close={close}
      save={() => {
        save.mutate(fields, { onSuccess: close });
      }}
    >
      <Languages value={language} set={setLanguage} lacks={(one) => lacksWords(fields, one)}>
        <FieldList {...{ fields, language, set, open, setOpen }} error={save.error} />
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size="0.875rem" aria-hidden />}
          disabled={fields.length >= 20}
          onClick={() => {
            const fresh = newField(fields);
            set([...fields, fresh]);
            setOpen(fresh.id);
          }}
        >
          {text('settings-forms-add')}
        </Button>
        <Preview form={form} fields={fields} language={language} />
      </Languages>
    </Editor>
  );
}
