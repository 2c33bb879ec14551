import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { AutomationRun } from '../../../../contract/index.ts';
import { type Text, useText } from '../../../ui/i18n.tsx';
import { Ago } from '../../parts/moment.tsx';
import { Loaded, Part } from '../parts/page.tsx';
import { NoRows, Row, Rows } from '../parts/rows.tsx';
import classes from './automation.module.css';
import { automationRunsQuery } from './data.ts';
import { deedsWords } from './words.ts';

function outcomeWords(text: Text, { outcome, deeds, why, rule }: AutomationRun): string {
  if (outcome === 'done') return deedsWords(text, deeds);
  if (outcome === 'limited') return text('console-automation-limited', { name: rule.name, why: why ?? '' });
  return text(`automation-outcome-${outcome}`);
}

/** What rules did lately; of one rule, or of all (U1). */
export function Runs({ rule }: { rule: number | null }) {
  const text = useText();
  const navigate = useNavigate();
  const runs = useInfiniteQuery(automationRunsQuery(rule));
  return (
    <Part title={text('automation-runs')} hint={text('automation-runs-hint')}>
      <Loaded query={runs}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.runs);
          if (all.length === 0) return <NoRows>{text('automation-runs-none')}</NoRows>;
          return (
            <>
              <Rows label={text('automation-runs')}>
                {all.map((run) => (
                  <Row
                    key={run.id}
                    title={rule === null ? run.rule.name : `№ ${String(run.ticket)}`}
                    detail={outcomeWords(text, run)}
                    off={run.outcome !== 'done'}
                    aside={
                      <>
                        {rule === null ? `№ ${String(run.ticket)} · ` : ''}
                        <Ago at={run.at} />
                      </>
                    }
                    open={() =>
                      void navigate({
                        to: '/inbox/$view/$ticket',
                        params: { view: 'all', ticket: String(run.ticket) },
                        search: {},
                      })
                    }
                  />
                ))}
              </Rows>
              {runs.hasNextPage ? (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  className={classes.more ?? ''}
                  loading={runs.isFetchingNextPage}
                  onClick={() => void runs.fetchNextPage()}
                >
                  {text('automation-runs-more')}
                </Button>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </Part>
  );
}
