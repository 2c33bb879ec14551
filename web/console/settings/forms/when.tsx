import type { FormField, Language } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { AnyOf, OneOf } from '../parts/fields.tsx';
import { labelOf } from './words.ts';

const ALWAYS = '';

/** When a field is asked: always, or only after some choices in a field before it. */
export function When(props: {
  field: FormField;
  before: readonly FormField[];
  language: Language;
  error: string | undefined;
  set: (field: FormField) => void;
}) {
  const text = useText();
  const { field, language, set } = props;
  const { when } = field;
  const askable = props.before.filter(({ choices }) => choices.length > 0);
  if (askable.length === 0 && !when) return null;
  const asked = askable.find(({ id }) => id === when?.field);
  return (
    <>
      <OneOf
        label={text('settings-field-when')}
        error={props.error}
        value={asked?.id ?? ALWAYS}
        choices={[
          { value: ALWAYS, label: text('settings-field-when-always') },
          ...askable.map((one) => ({
            value: one.id,
            label: text('settings-field-when-after', { field: labelOf(one, language) }),
          })),
        ]}
        set={(id) => {
          const chosen = askable.find((one) => one.id === id);
          const [first] = chosen?.choices ?? [];
          set({ ...field, when: chosen && first ? { field: chosen.id, is: [first.id] } : null });
        }}
      />
      {asked && when ? (
        <AnyOf
          label={text('settings-field-when-is')}
          none=""
          value={when.is}
          choices={asked.choices.map((choice) => ({ value: choice.id, label: labelOf(choice, language) }))}
          set={(is) => {
            set({ ...field, when: is.length > 0 ? { field: asked.id, is } : null });
          }}
        />
      ) : null}
    </>
  );
}
