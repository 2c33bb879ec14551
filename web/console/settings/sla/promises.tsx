import { ActionIcon, Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Priority, Queue, SlaPolicy, SlaRules } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { PriorityMark } from '../../parts/marks.tsx';
import { PRIORITY_WORDS } from '../../words.ts';
import { METRICS, PRIORITIES } from '../parts/fields.tsx';
import { Part } from '../parts/page.tsx';
import { minutesWords } from '../parts/words.ts';
import { METRIC_WORDS } from './metric-words.ts';
import { PolicyEditor } from './policy-editor.tsx';
import classes from './promises.module.css';

type Place = Pick<SlaPolicy, 'queue' | 'metric' | 'priority'>;

const USUAL = { first_reply: 15, next_reply: 15, resolution: 240 };

/** What is promised at a place; where nothing is, what one would begin with. */
function policyAt(rules: SlaRules, place: Place): { policy: SlaPolicy; made: boolean } {
  const same = (one: SlaPolicy): boolean => one.queue === place.queue && one.metric === place.metric;
  const found = rules.policies.find((one) => same(one) && one.priority === place.priority);
  if (found) {
    const { id: _id, ...policy } = found;
    return { policy, made: policy.active };
  }
  const usual = rules.policies.find((one) => same(one) && one.priority === null);
  const policy = {
    ...{ target_minutes: usual?.target_minutes ?? USUAL[place.metric], reopened_minutes: null },
    ...{ calendar: usual?.calendar ?? null, warn_percent: usual?.warn_percent ?? 75 },
    ...{ pause_in_clarification: true, active: true },
  };
  return { policy: { ...place, ...policy }, made: false };
}

/** By which hours it runs, where that is not round the clock. */
const hoursName = (rules: SlaRules, { calendar }: SlaPolicy): string | null => {
  const named = rules.calendars.find(({ slug }) => slug === calendar);
  return named?.name ?? calendar;
};

/** What is promised for one metric; pressing it changes it. */
function Promised(props: { rules: SlaRules; queue: Queue; place: Place; open: (place: Place) => void }) {
  const text = useText();
  const { rules, queue, place } = props;
  const { policy, made } = policyAt(rules, place);
  const metric = text(METRIC_WORDS[place.metric]);
  const none = text(place.priority === null ? 'settings-promise-none' : 'settings-promise-same');
  const words = made ? minutesWords(text, policy.target_minutes) : none;
  const hours = made ? hoursName(rules, policy) : null;
  const who = [queue.name, place.priority && text(PRIORITY_WORDS[place.priority]), metric].filter(Boolean);
  return (
    <UnstyledButton
      className={classes.promise}
      data-none={!made || undefined}
      onClick={() => {
        props.open(place);
      }}
    >
      <VisuallyHidden>{who.join(', ')}: </VisuallyHidden>
      <span className={classes.metric} aria-hidden>
        {metric}
      </span>
      <span className={classes.value}>{words}</span>
      {hours ? <span className={classes.more}>{hours}</span> : null}
    </UnstyledButton>
  );
}

const ownPriorities = (rules: SlaRules, queue: Queue): Priority[] =>
  PRIORITIES.filter((priority) =>
    rules.policies.some((one) => one.queue === queue.slug && one.priority === priority && one.active),
  );

/** A queue: what it promises to everybody, and to priorities of their own. */
function QueuePromises(props: { rules: SlaRules; queue: Queue; open: (place: Place) => void }) {
  const text = useText();
  const { rules, queue, open } = props;
  const [more, setMore] = useState<readonly Priority[]>([]);
  const own = ownPriorities(rules, queue);
  const shown = PRIORITIES.filter((priority) => own.includes(priority) || more.includes(priority));
  const rest = PRIORITIES.filter((priority) => !shown.includes(priority));
  return (
    <div role="group" aria-label={queue.name} className={classes.queue}>
      {[null, ...shown].map((priority) => (
        <div key={priority ?? 'any'} className={classes.line}>
          <div className={classes.name}>
            {priority === null ? <h3>{queue.name}</h3> : <PriorityMark priority={priority} />}
            {priority === null && rest.length > 0 ? (
              <Menu position="bottom-start">
                <Menu.Target>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={text('settings-promise-own', { queue: queue.name })}
                    title={text('settings-promise-own', { queue: queue.name })}
                  >
                    <IconPlus size="1rem" stroke={1.75} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Label>{text('settings-promise-own-which')}</Menu.Label>
                  {rest.map((one) => (
                    <Menu.Item
                      key={one}
                      onClick={() => {
                        setMore([...more, one]);
                      }}
                    >
                      <PriorityMark priority={one} />
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            ) : null}
          </div>
          {METRICS.map((metric) => (
            <Promised
              key={metric}
              rules={rules}
              queue={queue}
              place={{ queue: queue.slug, metric, priority }}
              open={open}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** Everything that is promised: queues down, metrics across. */
export function Promises({ rules, queues }: { rules: SlaRules; queues: readonly Queue[] }) {
  const text = useText();
  const [open, setOpen] = useState<Place | null>(null);
  const queue = queues.find(({ slug }) => slug === open?.queue);
  return (
    <Part title={text('settings-promises')} hint={text('settings-promises-hint')}>
      <div className={classes.table}>
        <div className={classes.across} aria-hidden>
          <span />
          {METRICS.map((metric) => (
            <span key={metric}>{text(METRIC_WORDS[metric])}</span>
          ))}
        </div>
        {queues.map((one) => (
          <QueuePromises key={one.slug} rules={rules} queue={one} open={setOpen} />
        ))}
      </div>
      {open && queue ? (
        <PolicyEditor
          policy={policyAt(rules, open).policy}
          made={policyAt(rules, open).made}
          queue={queue}
          calendars={rules.calendars}
          close={() => {
            setOpen(null);
          }}
        />
      ) : null}
    </Part>
  );
}
