import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Queue, SlaEscalation, SlaEscalationChange, SlaRules } from '../../../../contract/index.ts';
import { type Text, useText } from '../../../ui/i18n.tsx';
import { PRIORITY_WORDS } from '../../words.ts';
import { useDraft } from '../parts/draft.ts';
import { Editor } from '../parts/editor.tsx';
import { METRICS, OneOf, PRIORITIES, YesNo } from '../parts/fields.tsx';
import { Part } from '../parts/page.tsx';
import { NoRows, Row, Rows, Tag } from '../parts/rows.tsx';
import { useDropEscalation, useSaveEscalation } from './data.ts';
import { METRIC_WORDS } from './metric-words.ts';

type Action = SlaEscalationChange['action'];

const MOMENTS = ['start', 'warn', 'breach'] as const;
const DOES = ['notify', 'raise_priority', 'move_queue', 'page_on_call'] as const;
const WHOM = ['assignee', 'queue', 'leads'] as const;
const ANY = '';

const NEW: SlaEscalationChange = {
  ...{ queue: null, metric: null, moment: 'breach', active: true },
  action: { do: 'notify', whom: 'leads' },
};

const queueName = (queues: readonly Queue[], slug: string): string =>
  queues.find((queue) => queue.slug === slug)?.name ?? slug;

/** What a step does, as a sentence. */
function actionWords(text: Text, action: Action, queues: readonly Queue[]): string {
  switch (action.do) {
    case 'notify':
      return text(`settings-notify-${action.whom}`);
    case 'raise_priority':
      return text('settings-raise-to', { priority: text(PRIORITY_WORDS[action.to]) });
    case 'move_queue':
      return text('settings-move-to', { queue: queueName(queues, action.to) });
    case 'page_on_call':
      return text('settings-do-page-on-call');
  }
}

/** What a step of another kind begins with. */
function actionOf(kind: Action['do'], queues: readonly Queue[]): Action {
  if (kind === 'notify') return { do: kind, whom: 'leads' };
  if (kind === 'raise_priority') return { do: kind, to: 'high' };
  return kind === 'move_queue' ? { do: kind, to: queues[0]?.slug ?? '' } : { do: kind };
}

/** What an action needs to be told. */
function ActionFields(props: { action: Action; queues: readonly Queue[]; set: (action: Action) => void }) {
  const text = useText();
  const { action, queues, set } = props;
  switch (action.do) {
    case 'notify':
      return (
        <OneOf
          label={text('settings-whom')}
          value={action.whom}
          choices={WHOM.map((value) => ({ value, label: text(`settings-whom-${value}`) }))}
          set={(whom) => {
            set({ ...action, whom });
          }}
        />
      );
    case 'raise_priority':
      return (
        <OneOf
          label={text('settings-priority')}
          hint={text('settings-raise-hint')}
          value={action.to}
          choices={PRIORITIES.map((value) => ({ value, label: text(PRIORITY_WORDS[value]) }))}
          set={(to) => {
            set({ ...action, to });
          }}
        />
      );
    case 'move_queue':
      return (
        <OneOf
          label={text('console-queue')}
          value={action.to}
          choices={queues.map(({ slug, name }) => ({ value: slug, label: name }))}
          set={(to) => {
            set({ ...action, to });
          }}
        />
      );
    case 'page_on_call':
      return null;
  }
}

/** Which clocks a step is for. */
function WhenFields(props: {
  value: SlaEscalationChange;
  queues: readonly Queue[];
  set: (part: Partial<SlaEscalationChange>) => void;
}) {
  const text = useText();
  const { value, queues, set } = props;
  return (
    <>
      <OneOf
        label={text('settings-moment')}
        value={value.moment}
        choices={MOMENTS.map((moment) => ({ value: moment, label: text(`settings-moment-${moment}`) }))}
        set={(moment) => {
          set({ moment });
        }}
      />
      <OneOf
        label={text('console-queue')}
        value={value.queue ?? ANY}
        choices={[
          { value: ANY, label: text('settings-any-queue') },
          ...queues.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
        set={(queue) => {
          set({ queue: queue === ANY ? null : queue });
        }}
      />
      <OneOf
        label={text('settings-metric')}
        value={value.metric ?? ANY}
        choices={[
          { value: ANY, label: text('settings-any-metric') },
          ...METRICS.map((metric) => ({ value: metric, label: text(METRIC_WORDS[metric]) })),
        ]}
        set={(metric) => {
          set({ metric: METRICS.find((one) => one === metric) ?? null });
        }}
      />
    </>
  );
}

function EscalationEditor(props: {
  step: SlaEscalationChange & { id?: number };
  queues: readonly Queue[];
  close: () => void;
}) {
  const text = useText();
  const { step, queues, close } = props;
  const { id } = step;
  const save = useSaveEscalation();
  const drop = useDropEscalation();
  const { value, set, put, dirty } = useDraft(step);
  return (
    <Editor
      title={text(id === undefined ? 'settings-step-new' : 'settings-step')}
      dirty={dirty || id === undefined}
      saving={save.isPending || drop.isPending}
      error={save.error ?? drop.error}
      close={close}
      save={() => {
        save.mutate(value, { onSuccess: close });
      }}
      {...(id === undefined
        ? {}
        : {
            remove: {
              words: text('settings-remove'),
              act: () => {
                drop.mutate({ id }, { onSuccess: close });
              },
            },
          })}
    >
      <WhenFields value={value} queues={queues} set={set} />
      <OneOf
        label={text('settings-do')}
        value={value.action.do}
        choices={DOES.map((one) => ({
          value: one,
          label: text(`settings-do-${one.replaceAll('_', '-')}`),
        }))}
        set={(kind) => {
          set({ action: actionOf(kind, queues) });
        }}
      />
      <ActionFields action={value.action} queues={queues} set={put('action')} />
      <YesNo label={text('settings-active')} value={value.active} set={put('active')} />
    </Editor>
  );
}

/** When a step is taken, in a few words. */
function whenWords(text: Text, step: SlaEscalation, queues: readonly Queue[]): string {
  return [
    text(`settings-moment-${step.moment}`),
    step.queue ? queueName(queues, step.queue) : text('settings-any-queue'),
    step.metric ? text(METRIC_WORDS[step.metric]) : text('settings-any-metric'),
  ].join(' · ');
}

/** What happens by itself when a promise begins, is near its end, or is broken. */
export function Escalations({ rules, queues }: { rules: SlaRules; queues: readonly Queue[] }) {
  const text = useText();
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const opened = rules.escalations.find(({ id }) => id === open);
  return (
    <Part
      title={text('settings-escalation')}
      hint={text('settings-escalation-hint')}
      action={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size="0.875rem" aria-hidden />}
          onClick={() => {
            setOpen('new');
          }}
        >
          {text('settings-step-new')}
        </Button>
      }
    >
      {rules.escalations.length === 0 ? (
        <NoRows>{text('settings-escalation-none')}</NoRows>
      ) : (
        <Rows label={text('settings-escalation')}>
          {rules.escalations.map((step) => (
            <Row
              key={step.id}
              off={!step.active}
              title={actionWords(text, step.action, queues)}
              detail={whenWords(text, step, queues)}
              aside={step.active ? null : <Tag>{text('settings-off')}</Tag>}
              open={() => {
                setOpen(step.id);
              }}
            />
          ))}
        </Rows>
      )}
      {open === null ? null : (
        <EscalationEditor
          key={open}
          step={opened ?? NEW}
          queues={queues}
          close={() => {
            setOpen(null);
          }}
        />
      )}
    </Part>
  );
}
