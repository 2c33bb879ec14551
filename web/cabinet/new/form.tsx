import type { ChangeEvent } from 'react';
import type { FormAnswer, FormAnswers, ShownField } from '../../../contract/index.ts';
import { type Text, useText } from '../../ui/i18n.tsx';
import classes from '../kit/field.module.css';
import { Field } from '../kit/field.tsx';
import { CheckRows, ChoiceRows, Group } from '../kit/group.tsx';

/** What is wrong, by the field's id. */
export type Wrongs = Readonly<Record<string, string>>;

interface One {
  readonly field: ShownField;
  readonly answer: FormAnswer | undefined;
  readonly wrong: string | null;
  readonly onChange: (answer: FormAnswer) => void;
}

const CODES = [
  ...['missing', 'too_long', 'no_number', 'too_small', 'too_large', 'no_date'],
  ...['no_choice', 'no_phone', 'no_email', 'other_pattern'],
];

/** How a pattern looks with something in it. */
const exampleOf = (pattern: string): string =>
  pattern.replaceAll('#', '1').replaceAll('@', 'A').replaceAll('*', '1');

function wrongWords(text: Text, field: ShownField, code: string | undefined): string | null {
  if (code === undefined) return null;
  const known = CODES.includes(code) ? code : 'no_choice';
  const bound = known === 'too_small' ? field.least : field.most;
  return text(`cabinet-wrong-${known.replaceAll('_', '-')}`, {
    bound: String(bound ?? 0),
    example: exampleOf(field.pattern ?? ''),
  });
}

/** The fields of a form that are asked now (M2). Files are added where the words are. */
export function Fields(props: {
  fields: readonly ShownField[];
  answers: FormAnswers;
  wrong: Wrongs;
  onChange: (id: string, answer: FormAnswer) => void;
}) {
  const text = useText();
  return props.fields
    .filter(({ kind }) => kind !== 'file')
    .map((field) => {
      const one: One = {
        field,
        answer: props.answers[field.id],
        wrong: wrongWords(text, field, props.wrong[field.id]),
        onChange: (answer) => {
          props.onChange(field.id, answer);
        },
      };
      return (
        <div key={field.id} data-field={field.id}>
          {field.kind === 'choice' || field.kind === 'choices' ? <Choice {...one} /> : <Typed {...one} />}
        </div>
      );
    });
}

function Choice({ field, answer, wrong, onChange }: One) {
  const chosen = typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : [];
  return (
    <Field several label={field.label} hint={field.hint} optional={!field.required} wrong={wrong}>
      {() => (
        <Group>
          {field.kind === 'choices' ? (
            <CheckRows options={field.choices} chosen={chosen} onChange={onChange} />
          ) : (
            <ChoiceRows
              name={field.id}
              label={field.label}
              options={field.choices}
              chosen={chosen[0] ?? null}
              onChoose={onChange}
            />
          )}
        </Group>
      )}
    </Field>
  );
}

const INPUTS: Readonly<Partial<Record<ShownField['kind'], object>>> = {
  text: { type: 'text', maxLength: 200 },
  number: { type: 'text', inputMode: 'decimal', maxLength: 30 },
  date: { type: 'date' },
  phone: { type: 'tel', autoComplete: 'tel', maxLength: 30 },
  email: { type: 'email', autoComplete: 'email', autoCapitalize: 'none', maxLength: 254 },
  code: { type: 'text', autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false, maxLength: 60 },
};

function Typed(one: One) {
  const { field, answer, wrong, onChange } = one;
  const words = typeof answer === 'string' ? answer : '';
  const type = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    onChange(event.currentTarget.value);
  };
  return (
    <Field label={field.label} hint={field.hint} optional={!field.required} wrong={wrong}>
      {(of) => {
        if (field.kind === 'amount') return <Amount {...one} of={of} />;
        if (field.kind === 'long_text')
          return (
            <textarea
              {...of}
              className={classes.area}
              rows={3}
              maxLength={2000}
              value={words}
              onChange={type}
            />
          );
        return (
          <input {...of} {...INPUTS[field.kind]} className={classes.input} value={words} onChange={type} />
        );
      }}
    </Field>
  );
}

function Amount({ field, answer, onChange, of }: One & { of: object }) {
  const text = useText();
  const [first = ''] = field.currencies;
  const { amount, currency } =
    typeof answer === 'object' && 'amount' in answer ? answer : { amount: '', currency: first };
  return (
    <div className={classes.pair}>
      <input
        {...of}
        className={classes.input}
        type="text"
        inputMode="decimal"
        maxLength={20}
        value={amount}
        onChange={(event) => {
          onChange({ amount: event.currentTarget.value, currency });
        }}
      />
      <select
        className={classes.input}
        aria-label={text('cabinet-currency')}
        value={currency}
        onChange={(event) => {
          onChange({ amount, currency: event.currentTarget.value });
        }}
      >
        {field.currencies.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </div>
  );
}
