import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { AutomationRuleItem, Session } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { sessionQuery } from '../../data/queries.ts';
import { NotSaved } from '../parts/editor.tsx';
import { Moves } from '../parts/moves.tsx';
import { Loaded, Page, Part } from '../parts/page.tsx';
import { NoRows, Row, Rows, Tag } from '../parts/rows.tsx';
import { automationQuery, type Saying, useOrderRules, useSaying } from './data.ts';
import { Runs } from './runs.tsx';
import { ruleWords } from './words.ts';

function State({ item }: { item: AutomationRuleItem }) {
  const text = useText();
  if (item.paused_at) return <Tag tone="warn">{text('automation-state-paused')}</Tag>;
  if (!item.active) return <Tag>{text('settings-off')}</Tag>;
  return <>{item.runs_today > 0 ? text('automation-today', { count: item.runs_today }) : ''}</>;
}

function swapped(items: readonly AutomationRuleItem[], at: number, step: 1 | -1): AutomationRuleItem[] {
  const [one, two] = [items[at], items[at + step]];
  return one && two ? items.with(at, two).with(at + step, one) : [...items];
}

function RuleList({ items, saying }: { items: readonly AutomationRuleItem[]; saying: Saying }) {
  const text = useText();
  const navigate = useNavigate();
  const order = useOrderRules();
  if (items.length === 0) return <NoRows>{text('automation-none')}</NoRows>;
  return (
    <>
      {order.error ? <NotSaved error={order.error} /> : null}
      <Rows label={text('automation-rules')}>
        {items.map((item, index) => (
          <Row
            key={item.id}
            title={item.rule.name}
            detail={ruleWords(saying, item.rule)}
            aside={<State item={item} />}
            off={!item.active}
            open={() =>
              void navigate({ to: '/settings/automation/$rule', params: { rule: String(item.id) } })
            }
            tools={
              <Moves
                number={index + 1}
                last={index === items.length - 1}
                move={(step) => {
                  order.mutate(swapped(items, index, step));
                }}
              />
            }
          />
        ))}
      </Rows>
    </>
  );
}

function Automation({ session }: { session: Session }) {
  const text = useText();
  const rules = useQuery(automationQuery);
  const saying = useSaying(session);
  return (
    <Page
      title={text('settings-automation')}
      lead={text('automation-lead')}
      actions={
        <Button
          size="sm"
          leftSection={<IconPlus size="1rem" aria-hidden />}
          renderRoot={(props) => <Link to="/settings/automation/$rule" params={{ rule: 'new' }} {...props} />}
        >
          {text('automation-new')}
        </Button>
      }
    >
      <Part title={text('automation-rules')} hint={text('automation-rules-hint')}>
        <Loaded query={rules}>{(items) => <RuleList items={items} saying={saying} />}</Loaded>
      </Part>
      <Runs rule={null} />
    </Page>
  );
}

/** What the desk does by itself: rules with triggers, conditions and actions, and what they did (U1). */
export function AutomationPage() {
  const session = useQuery(sessionQuery).data;
  return session ? <Automation session={session} /> : null;
}
