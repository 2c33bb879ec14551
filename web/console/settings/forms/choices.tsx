import { ActionIcon, Button, Input, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { FormField, Language } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { newChoice } from './data.ts';
import classes from './forms.module.css';
import { inLanguage } from './words.ts';

/** What one chooses from. */
export function Choices(props: {
  field: FormField;
  language: Language;
  error: string | undefined;
  set: (field: FormField) => void;
}) {
  const text = useText();
  const { field, language, set } = props;
  const { choices } = field;
  return (
    <Input.Wrapper label={text('settings-field-choices')} labelElement="div" error={props.error}>
      <ul className={classes.choices}>
        {choices.map((choice, index) => (
          <li key={choice.id}>
            <TextInput
              className={classes.grow ?? ''}
              lang={language}
              maxLength={120}
              aria-label={text('settings-field-choice', { number: index + 1 })}
              value={choice.label[language] ?? ''}
              onChange={(event) => {
                const label = inLanguage(choice.label, language, event.currentTarget.value);
                set({ ...field, choices: choices.with(index, { ...choice, label }) });
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={text('settings-remove-named', { name: choice.label[language] ?? choice.id })}
              onClick={() => {
                set({ ...field, choices: choices.toSpliced(index, 1) });
              }}
            >
              <IconX size="0.875rem" stroke={1.75} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size="0.875rem" aria-hidden />}
        disabled={choices.length >= 30}
        onClick={() => {
          set({ ...field, choices: [...choices, newChoice(choices)] });
        }}
      >
        {text('settings-field-choice-add')}
      </Button>
    </Input.Wrapper>
  );
}
