import { type ReactNode, useId } from 'react';
import { useText } from '../../ui/i18n.tsx';
import classes from './field.module.css';

interface Around {
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly wrong?: string | null;
}

/** What stands around something that is filled in: its label, a hint, and what is wrong. `several`: it has parts, so its label names a group. */
export function Field(props: Around & { several?: boolean; children: (of: Described) => ReactNode }) {
  const text = useText();
  const id = useId();
  const { label, hint = '', optional = false, wrong = null, several = false } = props;
  const described = [...(hint ? [`${id}hint`] : []), ...(wrong ? [`${id}wrong`] : [])].join(' ');
  const of: Described = {
    id,
    'aria-required': !optional,
    'aria-invalid': wrong !== null,
    ...(described ? { 'aria-describedby': described } : {}),
  };
  const words = (
    <>
      {label}
      {optional && <span className={classes.more}> · {text('cabinet-optional')}</span>}
    </>
  );
  const more = (
    <>
      {hint && (
        <p id={`${id}hint`} className={classes.hint}>
          {hint}
        </p>
      )}
      {wrong && (
        <p id={`${id}wrong`} className={classes.wrong}>
          {wrong}
        </p>
      )}
    </>
  );
  if (several)
    return (
      <fieldset className={classes.field} style={BARE} aria-describedby={described || undefined}>
        <legend className={classes.label}>{words}</legend>
        <div className={classes.group} data-wrong={wrong !== null}>
          {props.children(of)}
        </div>
        {more}
      </fieldset>
    );
  return (
    <div className={classes.field}>
      <label className={classes.label} htmlFor={id}>
        {words}
      </label>
      {props.children(of)}
      {more}
    </div>
  );
}

const BARE = { border: 0, padding: 0, minWidth: 0 };

/** How the thing itself is tied to what stands around it. */
interface Described {
  readonly id: string;
  readonly 'aria-required': boolean;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby'?: string;
}
