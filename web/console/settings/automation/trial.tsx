import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AutomationRule, AutomationTrialResult } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { Ago } from '../../parts/moment.tsx';
import { NotSaved } from '../parts/editor.tsx';
import classes from './automation.module.css';
import { useTrial } from './data.ts';
import { deedsWords } from './words.ts';

/** From so many runs a minute on, the desk switches a rule off. */
const TOO_OFTEN = 300;
const SHOWN = 20;

type Match = AutomationTrialResult['matches'][number];

function MatchLine({ match }: { match: Match }) {
  const text = useText();
  const did =
    match.outcome === 'done' ? deedsWords(text, match.deeds) : text(`automation-outcome-${match.outcome}`);
  return (
    <li>
      <Link to="/inbox/$view/$ticket" params={{ view: 'all', ticket: String(match.ticket) }} search={{}}>
        № {match.ticket}
      </Link>{' '}
      <span className={classes.subject}>{match.subject}</span>
      <span className={classes.did}>
        {did} · <Ago at={match.at} />
      </span>
    </li>
  );
}

function Result({ result }: { result: AutomationTrialResult }) {
  const text = useText();
  const { looked_at, tickets_matched, times_matched, matches, unknown } = result;
  return (
    <div role="status">
      <p className={classes.sum}>
        {text('automation-trial-sum', { looked: looked_at, tickets: tickets_matched, times: times_matched })}
      </p>
      {result.busiest_minute >= TOO_OFTEN ? (
        <p className={classes.warn}>{text('automation-trial-storm', { count: result.busiest_minute })}</p>
      ) : null}
      {result.complete ? null : <p className={classes.small}>{text('automation-trial-part')}</p>}
      <ul className={classes.matches}>
        {matches.slice(0, SHOWN).map((match) => (
          <MatchLine key={`${String(match.ticket)} ${match.at}`} match={match} />
        ))}
      </ul>
      {unknown.length > 0 ? (
        <p className={classes.small}>
          {text('automation-trial-unknown', {
            what: unknown.map((one) => text(`automation-unknown-${one}`)).join(', '),
          })}
        </p>
      ) : null}
    </div>
  );
}

/** Tries the rule as it is written now on the tickets of the past; nothing happens to them (U1). */
export function Trial(props: { rule: AutomationRule; id: number | null; ready: boolean }) {
  const text = useText();
  const { rule, id, ready } = props;
  const trial = useTrial();
  const stale =
    trial.variables !== undefined && JSON.stringify(trial.variables.rule) !== JSON.stringify(rule);
  return (
    <section className={classes.trial} aria-label={text('automation-trial')}>
      <h2>{text('automation-trial')}</h2>
      <p className={classes.small}>{text('automation-trial-hint')}</p>
      <Button
        size="sm"
        variant="default"
        disabled={!ready}
        loading={trial.isPending}
        onClick={() => {
          trial.mutate({ rule, ...(id === null ? {} : { id }) });
        }}
      >
        {text('automation-trial-go')}
      </Button>
      {trial.error ? <NotSaved error={trial.error} title={text('automation-trial-failed')} /> : null}
      {trial.data ? (
        <div data-stale={stale || undefined} className={classes.result}>
          {stale ? <p className={classes.small}>{text('automation-trial-stale')}</p> : null}
          <Result result={trial.data} />
        </div>
      ) : null}
    </section>
  );
}
