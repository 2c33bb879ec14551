import type { AutomationTrigger, TicketStatus } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { STATUS_WORDS } from '../../words.ts';
import { AnyOf, Count, Duration, METRICS, OneOf } from '../parts/fields.tsx';
import classes from './automation.module.css';
import { TRIGGERS, triggerName } from './words.ts';

const ANY = '';
const MOMENTS = [
  ...['waiting', 'created', 'customer_message', 'agent_reply', 'clarification', 'resolved'],
] as const;
const NINETY_DAYS = 129_600;

/** All statuses, to choose from. */
export const STATUSES = Object.keys(STATUS_WORDS) as TicketStatus[];

function begun(on: AutomationTrigger['on']): AutomationTrigger {
  switch (on) {
    case 'sla':
      return { on, moment: 'warn' };
    case 'rated':
      return { on, at_least: 1, at_most: 2 };
    case 'time_since':
      return { on, moment: 'waiting', minutes: 60 };
    default:
      return { on };
  }
}

type Set<On extends AutomationTrigger['on']> = {
  value: Extract<AutomationTrigger, { on: On }>;
  set: (trigger: AutomationTrigger) => void;
};

function Statuses({ value, set }: Set<'status_changed'>) {
  const text = useText();
  const choices = STATUSES.map((one) => ({ value: one, label: text(STATUS_WORDS[one]) }));
  const list = (name: 'from' | 'to') => (
    <AnyOf
      label={text(`automation-status-${name}`)}
      none={text('settings-when-any')}
      value={value[name] ?? []}
      choices={choices}
      set={(values) => {
        const { [name]: _old, ...rest } = value;
        set(values.length === 0 ? rest : { ...rest, [name]: values as TicketStatus[] });
      }}
    />
  );
  return (
    <>
      {list('from')}
      {list('to')}
    </>
  );
}

function Sla({ value, set }: Set<'sla'>) {
  const text = useText();
  return (
    <>
      <OneOf
        label={text('automation-sla')}
        value={value.moment}
        choices={(['warn', 'breach'] as const).map((one) => ({
          value: one,
          label: text(`automation-sla-${one}`),
        }))}
        set={(moment) => {
          set({ ...value, moment });
        }}
      />
      <OneOf
        label={text('automation-metric')}
        value={value.metric ?? ANY}
        choices={[
          { value: ANY, label: text('automation-metric-any') },
          ...METRICS.map((one) => ({
            value: one,
            label: text(`automation-metric-${one.replace('_', '-')}`),
          })),
        ]}
        set={(metric) => {
          const { metric: _old, ...rest } = value;
          const found = METRICS.find((one) => one === metric);
          set(found ? { ...rest, metric: found } : rest);
        }}
      />
    </>
  );
}

function Rated({ value, set }: Set<'rated'>) {
  const text = useText();
  return (
    <>
      {(['at_least', 'at_most'] as const).map((name) => (
        <Count
          key={name}
          label={text(`automation-score-${name.replace('_', '-')}`)}
          value={value[name]}
          least={1}
          most={5}
          set={(score) => {
            set({ ...value, [name]: score });
          }}
        />
      ))}
    </>
  );
}

function Since({ value, set }: Set<'time_since'>) {
  const text = useText();
  return (
    <>
      <Duration
        label={text('automation-time')}
        value={value.minutes}
        most={NINETY_DAYS}
        set={(minutes) => {
          set({ ...value, minutes });
        }}
      />
      <OneOf
        label={text('automation-moment')}
        value={value.moment}
        choices={MOMENTS.map((one) => ({
          value: one,
          label: text(`automation-moment-${one.replaceAll('_', '-')}`),
        }))}
        set={(moment) => {
          set({ ...value, moment });
        }}
      />
    </>
  );
}

/** What sets the rule off. */
export function TriggerFields(props: {
  value: AutomationTrigger;
  error: string | undefined;
  set: (trigger: AutomationTrigger) => void;
}) {
  const text = useText();
  const { value, set } = props;
  return (
    <div className={classes.pair}>
      <OneOf
        label={text('automation-when')}
        error={props.error}
        value={value.on}
        choices={TRIGGERS.map((on) => ({ value: on, label: triggerName(text, on) }))}
        set={(on) => {
          set(begun(on));
        }}
      />
      {value.on === 'status_changed' ? <Statuses value={value} set={set} /> : null}
      {value.on === 'sla' ? <Sla value={value} set={set} /> : null}
      {value.on === 'rated' ? <Rated value={value} set={set} /> : null}
      {value.on === 'time_since' ? <Since value={value} set={set} /> : null}
    </div>
  );
}
