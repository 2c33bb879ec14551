import { useLocation } from 'wouter';
import type { OwnTicket } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { useAct } from '../data/acts.ts';
import { PlainButton, Problem } from '../kit/notice.tsx';
import { reasonWords } from '../words.ts';
import classes from './ended.module.css';

const FACES = [
  { face: '😡', words: 'cabinet-rate-1' },
  { face: '🙁', words: 'cabinet-rate-2' },
  { face: '😐', words: 'cabinet-rate-3' },
  { face: '🙂', words: 'cabinet-rate-4' },
  { face: '😍', words: 'cabinet-rate-5' },
] as const;

/** A ticket is over: how it was (F6), and the way back (F7). */
export function Ended({ ticket }: { ticket: OwnTicket }) {
  const text = useText();
  const [, go] = useLocation();
  const act = useAct(ticket.id);
  const { rating, may_rate, may_reopen } = ticket;
  return (
    <section className={classes.bar} aria-label={text('cabinet-over')}>
      <Problem words={act.error ? reasonWords(text, act.error) : null} />
      {(may_rate || rating !== null) && (
        <div className={classes.card}>
          <p className={classes.question} id="how-was-it" role="status">
            {text(rating === null ? 'cabinet-rate' : 'cabinet-rated')}
          </p>
          <div role="group" aria-labelledby="how-was-it" className={classes.faces}>
            {FACES.map(({ face, words }, index) => (
              <button
                key={face}
                type="button"
                className={classes.face}
                aria-label={text(words)}
                aria-pressed={rating === index + 1}
                disabled={!may_rate}
                onClick={() => {
                  act.mutate({ kind: 'rate', score: index + 1 });
                }}
              >
                <span aria-hidden>{face}</span>
              </button>
            ))}
          </div>
        </div>
      )}
      <div className={classes.ways}>
        {may_reopen ? (
          <PlainButton
            strong={rating === null || rating < 4}
            label={text('cabinet-reopen')}
            busy={act.isPending}
            onPress={() => {
              act.mutate({ kind: 'reopen' });
            }}
          />
        ) : (
          <p className={classes.hint}>{text('cabinet-over-hint')}</p>
        )}
        <PlainButton
          label={text('cabinet-ask')}
          strong={!may_reopen}
          onPress={() => {
            go('/new');
          }}
        />
      </div>
    </section>
  );
}
