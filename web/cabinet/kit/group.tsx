import { IconCheck, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import classes from './group.module.css';

/** Rows that belong together, under a small heading, with a hint below. */
export function Group(props: { heading?: string; hint?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.group} {...(props.heading ? { 'aria-labelledby': id } : {})}>
      {props.heading && (
        <h2 id={id} className={classes.heading}>
          {props.heading}
        </h2>
      )}
      <div className={classes.rows}>{props.children}</div>
      {props.hint && <p className={classes.hint}>{props.hint}</p>}
    </section>
  );
}

interface RowWords {
  readonly label: ReactNode;
  readonly value?: ReactNode;
  readonly icon?: ReactNode;
}

const inner = ({ label, value, icon }: RowWords, end: ReactNode): ReactNode => (
  <>
    {icon !== undefined && (
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
    )}
    <span className={classes.words}>
      <span className={classes.label}>{label}</span>
      {value !== undefined && <span className={classes.value}>{value}</span>}
    </span>
    {end}
  </>
);

const chevron = <IconChevronRight aria-hidden className={classes.chevron} size="1.25rem" />;

/** A row that does something, or opens a sheet (`opens`). */
export const ButtonRow = (
  props: RowWords & { onPress: () => void; opens?: boolean; danger?: boolean; disabled?: boolean },
) => (
  <button
    type="button"
    className={`${classes.row} ${props.danger ? classes.danger : ''}`}
    disabled={props.disabled ?? false}
    onClick={props.onPress}
    {...(props.opens ? { 'aria-haspopup': 'dialog' as const } : {})}
  >
    {inner(props, props.opens ? chevron : null)}
  </button>
);

/** A row that leads to another screen. */
export const LinkRow = ({ to, ...words }: RowWords & { to: string }) => (
  <Link href={to} className={classes.row}>
    {inner(words, chevron)}
  </Link>
);

/** A row that says something. */
export const PlainRow = (words: RowWords) => <div className={classes.row}>{inner(words, null)}</div>;

/** A row that is switched on and off. */
export function SwitchRow(props: RowWords & { on: boolean; onChange: (on: boolean) => void }) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={props.on}
      className={classes.row}
      onClick={() => {
        props.onChange(!props.on);
      }}
    >
      {inner(props, <span aria-hidden className={classes.switch} data-on={props.on} />)}
    </button>
  );
}

/** Rows of which one is chosen. */
export function ChoiceRows<T extends string>(props: {
  name: string;
  label: string;
  options: readonly (RowWords & { id: T; lang?: string })[];
  chosen: T | null;
  onChoose: (id: T) => void;
}) {
  return (
    <div role="radiogroup" aria-label={props.label}>
      {props.options.map(({ id, lang, ...words }) => (
        <label key={id} className={classes.row} {...(lang ? { lang } : {})}>
          <input
            type="radio"
            className={classes.radio}
            name={props.name}
            value={id}
            checked={props.chosen === id}
            onChange={() => {
              props.onChoose(id);
            }}
          />
          {inner(
            words,
            <IconCheck aria-hidden className={classes.check} data-on={props.chosen === id} size="1.375rem" />,
          )}
        </label>
      ))}
    </div>
  );
}

/** Rows of which any number is chosen. */
export function CheckRows(props: {
  options: readonly (RowWords & { id: string })[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  return props.options.map(({ id, ...words }) => {
    const on = props.chosen.includes(id);
    return (
      <label key={id} className={classes.row}>
        <input
          type="checkbox"
          className={classes.radio}
          checked={on}
          onChange={() => {
            props.onChange(on ? props.chosen.filter((one) => one !== id) : [...props.chosen, id]);
          }}
        />
        {inner(words, <IconCheck aria-hidden className={classes.check} data-on={on} size="1.375rem" />)}
      </label>
    );
  });
}
