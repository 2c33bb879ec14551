import { useLayoutEffect, useRef } from 'react';
import { useMe } from '../data/me.tsx';
import classes from './main-button.module.css';

/** The one main button of a screen: Telegram's own, or ours at the same place where Telegram is not. */
export function MainButton(props: { label: string; enabled?: boolean; busy?: boolean; onPress: () => void }) {
  const { label, enabled = true, busy = false } = props;
  const { telegram } = useMe();
  // Before anything else happens: a press right after the last letter means that letter too.
  const press = useRef(props.onPress);
  useLayoutEffect(() => {
    press.current = props.onPress;
  });
  useLayoutEffect(
    () =>
      telegram?.showMainButton({
        ...{ label, enabled, busy },
        press: () => {
          press.current();
        },
      }),
    [telegram, label, enabled, busy],
  );
  if (telegram) return null;
  return (
    <div className={classes.bar}>
      <button
        type="button"
        className={classes.button}
        aria-disabled={!enabled || busy}
        aria-busy={busy}
        onClick={() => {
          if (enabled && !busy) props.onPress();
        }}
      >
        {label}
        {busy && <span className={classes.spinner} aria-hidden />}
      </button>
    </div>
  );
}
