import { IconStarFilled } from '@tabler/icons-react';
import { useText } from '../../ui/i18n.tsx';
import classes from './marks.module.css';

/** What a customer said about the help: a number of what there is, with a shape beside it. */
export function Score({ kind, score }: { kind: 'csat' | 'nps'; score: number }) {
  const text = useText();
  const low = kind === 'csat' ? score <= 2 : score <= 6;
  return (
    <span className={classes.mark} data-priority={low ? 'high' : 'normal'}>
      <IconStarFilled size="0.875em" aria-hidden />
      {text('console-rating-score', { kind, score })}
    </span>
  );
}
