import { IconCloudOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useText } from '../../ui/i18n.tsx';
import { useLost } from '../data/connection.ts';
import { pulseQuery } from '../data/queries.ts';
import classes from './notice.module.css';

/** Says calmly that the desk cannot be reached; it covers nothing that one needs, and moves nothing. */
export function Connection() {
  const text = useText();
  const lost = useLost();
  // Screens that ask nothing by themselves find the desk again too.
  useQuery({ ...pulseQuery, enabled: lost });
  return (
    <div role="status" className={classes.connection}>
      {lost && (
        <span className={classes.pill}>
          <IconCloudOff aria-hidden size="1.25rem" />
          {text('cabinet-offline')}
        </span>
      )}
    </div>
  );
}

/** A whole screen's worth of one thought: what it is, what comes next, and the way on. */
export const Blank = (props: {
  face: string;
  title: string;
  hint?: string;
  /** There is no other title on the screen. */
  alone?: boolean;
  children?: ReactNode;
}) => (
  <div className={classes.blank} {...(props.alone ? { role: 'alert' } : {})}>
    <div className={classes.face} aria-hidden>
      {props.face}
    </div>
    {props.alone ? (
      <h1 className={classes.title}>{props.title}</h1>
    ) : (
      <h2 className={classes.title}>{props.title}</h2>
    )}
    {props.hint && <p className={classes.hint}>{props.hint}</p>}
    {props.children}
  </div>
);

/** Something went wrong with what was just done. */
export const Problem = ({ words }: { words: string | null }) => (
  <div role="alert">{words !== null && <p className={classes.problem}>{words}</p>}</div>
);

/** A button within a screen, for what is not its main thing. */
export const PlainButton = (props: {
  label: string;
  onPress: () => void;
  strong?: boolean;
  busy?: boolean;
}) => (
  <button
    type="button"
    className={props.strong ? classes.strong : classes.plain}
    aria-busy={props.busy ?? false}
    onClick={props.onPress}
  >
    {props.label}
  </button>
);
