import { ActionIcon, NumberInput, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconTrash } from '@tabler/icons-react';
import type { FormField, Language } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { wrongWith } from '../parts/draft.ts';
import { OneOf, YesNo } from '../parts/fields.tsx';
import { Moves } from '../parts/moves.tsx';
import { Choices } from './choices.tsx';
import { asKind, KINDS } from './data.ts';
import classes from './forms.module.css';
import { When } from './when.tsx';
import { inLanguage, labelOf } from './words.ts';

interface Props {
  readonly field: FormField;
  readonly fields: readonly FormField[];
  readonly at: number;
  readonly language: Language;
  readonly error: unknown;
  readonly open: boolean;
  readonly toggle: () => void;
  readonly set: (field: FormField) => void;
  readonly move: (step: 1 | -1) => void;
  readonly remove: () => void;
}

/** One field of a form: a line, which opens to be changed. */
export function FieldCard(props: Props) {
  const text = useText();
  const { field, at, language, open } = props;
  const name = labelOf(field, language);
  return (
    <li className={classes.card} data-wrong={wrongWith(props.error, `fields.${String(at)}`) !== undefined}>
      <div className={classes.line}>
        <UnstyledButton className={classes.open} aria-expanded={open} onClick={props.toggle}>
          <IconChevronRight className={classes.arrow} size="1rem" stroke={1.75} aria-hidden />
          <span className={classes.name}>{name}</span>
          <span className={classes.kind}>
            {text(`settings-field-kind-${field.kind.replace('_', '-')}`)}
            {field.required ? ` · ${text('settings-field-required')}` : ''}
          </span>
        </UnstyledButton>
        <Moves number={at + 1} last={at === props.fields.length - 1} move={props.move} />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={text('settings-remove-named', { name })}
          onClick={props.remove}
        >
          <IconTrash size="1rem" stroke={1.75} aria-hidden />
        </ActionIcon>
      </div>
      {open ? <Details {...props} /> : null}
    </li>
  );
}

function Details(props: Props) {
  const text = useText();
  const { field, at, language, set } = props;
  const wrong = (part: string): string | undefined => wrongWith(props.error, `fields.${String(at)}.${part}`);
  return (
    <div className={classes.details}>
      <TextInput
        label={text('settings-field-label')}
        lang={language}
        maxLength={120}
        value={field.label[language] ?? ''}
        error={wrong('label')}
        onChange={(event) => {
          set({ ...field, label: inLanguage(field.label, language, event.currentTarget.value) });
        }}
      />
      <TextInput
        label={text('settings-field-hint')}
        description={text('settings-field-hint-hint')}
        lang={language}
        maxLength={300}
        value={field.hint[language] ?? ''}
        onChange={(event) => {
          set({ ...field, hint: inLanguage(field.hint, language, event.currentTarget.value) });
        }}
      />
      <OneOf
        label={text('settings-field-kind')}
        value={field.kind}
        choices={KINDS.map((kind) => ({
          value: kind,
          label: text(`settings-field-kind-${kind.replace('_', '-')}`),
        }))}
        set={(kind) => {
          set(asKind(field, kind));
        }}
      />
      <YesNo
        label={text('settings-field-must')}
        hint={text('settings-field-must-hint')}
        value={field.required}
        set={(required) => {
          set({ ...field, required });
        }}
      />
      {field.kind === 'choice' || field.kind === 'choices' ? (
        <Choices field={field} language={language} error={wrong('choices')} set={set} />
      ) : null}
      <Bounds field={field} wrong={wrong} set={set} />
      <When {...{ field, language, set }} before={props.fields.slice(0, at)} error={wrong('when')} />
    </div>
  );
}

function Bounds(props: {
  field: FormField;
  wrong: (part: string) => string | undefined;
  set: (field: FormField) => void;
}) {
  const text = useText();
  const { field, wrong, set } = props;
  const bound = (name: 'least' | 'most', label: string) => (
    <NumberInput
      label={label}
      error={wrong(name)}
      value={field[name] ?? ''}
      onChange={(value) => {
        set({ ...field, [name]: typeof value === 'number' ? value : null });
      }}
    />
  );
  return (
    <>
      {field.kind === 'amount' ? (
        <TextInput
          label={text('settings-field-currencies')}
          description={text('settings-field-currencies-hint')}
          error={wrong('currencies')}
          defaultValue={field.currencies.join(', ')}
          onChange={(event) => {
            const names = event.currentTarget.value.toUpperCase().match(/[A-Z]+/g) ?? [];
            set({ ...field, currencies: names.map((name) => name.slice(0, 3)).slice(0, 20) });
          }}
        />
      ) : null}
      {field.kind === 'code' ? (
        <TextInput
          label={text('settings-field-pattern')}
          description={text('settings-field-pattern-hint')}
          maxLength={40}
          value={field.pattern ?? ''}
          onChange={(event) => {
            set({ ...field, pattern: event.currentTarget.value || null });
          }}
        />
      ) : null}
      {field.kind === 'number' || field.kind === 'amount' ? (
        <div className={classes.pair}>
          {bound('least', text('settings-field-least'))}
          {bound('most', text('settings-field-most'))}
        </div>
      ) : null}
    </>
  );
}
