import { useText } from '../../ui/i18n.tsx';
import classes from './skeleton.module.css';

/** The shape of what comes: rows of two lines, the same under a choice of lists, or bubbles of a conversation. */
export function Skeleton({ shape }: { shape: 'list' | 'rows' | 'bubbles' }) {
  const text = useText();
  const skeleton = (
    <div className={shape === 'bubbles' ? classes.bubbles : classes.rows} role="status">
      <span className={classes.words}>{text('cabinet-loading')}</span>
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className={classes.row} aria-hidden>
          <span className={classes.line} />
          <span className={classes.line} />
        </div>
      ))}
    </div>
  );
  return shape === 'list' ? (
    <>
      <div className={classes.choice} aria-hidden />
      {skeleton}
    </>
  ) : (
    skeleton
  );
}
