import { useText } from '../../ui/i18n.tsx';
import classes from './skeleton.module.css';

/** The shape of what comes: so many rows of two lines, or bubbles of a conversation. */
export function Skeleton({ shape }: { shape: 'rows' | 'bubbles' }) {
  const text = useText();
  return (
    <div className={shape === 'rows' ? classes.rows : classes.bubbles} role="status">
      <span className={classes.words}>{text('cabinet-loading')}</span>
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className={classes.row} aria-hidden>
          <span className={classes.line} />
          <span className={classes.line} />
        </div>
      ))}
    </div>
  );
}
