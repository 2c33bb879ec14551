import { useState } from 'react';
import type { FormField, Language, TopicForm } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import classes from './forms.module.css';
import { labelOf } from './words.ts';

/** A form as a customer sees it; choices can be tried, to see what they open. */
export function Preview(props: { form: TopicForm; fields: readonly FormField[]; language: Language }) {
  const text = useText();
  const { form, fields, language } = props;
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const shown: FormField[] = [];
  for (const field of fields) {
    const { when } = field;
    const asked =
      !when || (shown.some(({ id }) => id === when.field) && when.is.includes(chosen[when.field] ?? ''));
    if (asked) shown.push(field);
  }
  return (
    <section className={classes.preview} aria-label={text('settings-preview')}>
      <h3>{text('settings-preview')}</h3>
      <p className={classes.prompt}>{form.topic.prompt}</p>
      <div className={classes.area} aria-hidden />
      {shown.map((field) => (
        <div key={field.id} className={classes.shown} lang={language}>
          <p className={classes.label}>
            {labelOf(field, language)}
            {field.required ? ' *' : ''}
          </p>
          {field.choices.length > 0 ? (
            <div className={classes.options}>
              {field.choices.map((choice) => (
                <button
                  key={choice.id}
                  type="button"
                  className={classes.option}
                  aria-pressed={chosen[field.id] === choice.id}
                  onClick={() => {
                    setChosen({ ...chosen, [field.id]: choice.id });
                  }}
                >
                  {labelOf(choice, language)}
                </button>
              ))}
            </div>
          ) : (
            <div className={classes.input} aria-hidden>
              {field.pattern ?? field.currencies.join(' / ')}
            </div>
          )}
          {field.hint[language] ? <p className={classes.hint}>{field.hint[language]}</p> : null}
        </div>
      ))}
    </section>
  );
}
