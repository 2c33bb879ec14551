import type { ShownForm } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { PlainButton } from '../kit/notice.tsx';
import { changesOf, type Draft } from './draft.ts';
import classes from './new.module.css';

/** The form is another one than it was when it was filled in: what is new in it, and what was typed into fields that are gone. */
export function Changed(props: { draft: Draft; form: ShownForm; onSeen: (keep?: string) => void }) {
  const text = useText();
  const changes = changesOf(props.draft, props.form);
  if (!changes) return null;
  const lines = changes.gone.map(({ label, words }) => `${label}: ${words}`);
  return (
    <section className={classes.changed} role="alert">
      <h2>{text('cabinet-form-changed')}</h2>
      {changes.fresh.length > 0 && <p>{text('cabinet-form-new', { fields: changes.fresh.join(', ') })}</p>}
      {lines.length > 0 && (
        <>
          <p>{text('cabinet-form-gone')}</p>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <PlainButton
            strong
            label={text('cabinet-form-keep')}
            onPress={() => {
              props.onSeen(lines.join('\n'));
            }}
          />
        </>
      )}
      <PlainButton
        label={text('cabinet-form-seen')}
        onPress={() => {
          props.onSeen();
        }}
      />
    </section>
  );
}
