import type { Queue, SlaCalendar, SlaPolicy } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { PRIORITY_WORDS } from '../../words.ts';
import { type Draft, useDraft, wrongWith } from '../parts/draft.ts';
import { Editor } from '../parts/editor.tsx';
import { Duration, MaybeDuration, OneOf, YesNo } from '../parts/fields.tsx';
import { useSavePolicy } from './data.ts';
import { METRIC_WORDS } from './metric-words.ts';

const NEVER = 'never';
const ALWAYS = '';
const SHARES = [50, 66, 75, 80, 90];
const FIELDS = ['target_minutes', 'reopened_minutes', 'calendar', 'warn_percent'];

function Warn({ value, set }: { value: number | null; set: (value: number | null) => void }) {
  const text = useText();
  const shares = value === null || SHARES.includes(value) ? SHARES : [...SHARES, value];
  return (
    <OneOf
      label={text('settings-warn')}
      hint={text('settings-warn-hint')}
      value={value === null ? NEVER : String(value)}
      choices={[
        { value: NEVER, label: text('settings-never') },
        ...shares.map((share) => ({ value: String(share), label: text('settings-warn-at', { share }) })),
      ]}
      set={(next) => {
        set(next === NEVER ? null : Number(next));
      }}
    />
  );
}

function Fields(props: { draft: Draft<SlaPolicy>; calendars: readonly SlaCalendar[]; error: unknown }) {
  const text = useText();
  const { value, set, put } = props.draft;
  const wrong = (field: string): string | undefined => wrongWith(props.error, field);
  return (
    <>
      <Duration
        label={text('settings-target')}
        hint={text(`settings-target-${value.metric.replaceAll('_', '-')}`)}
        error={wrong('target_minutes')}
        value={value.target_minutes}
        set={put('target_minutes')}
      />
      <OneOf
        label={text('settings-calendar')}
        hint={text('settings-calendar-hint')}
        error={wrong('calendar')}
        value={value.calendar ?? ALWAYS}
        choices={[
          { value: ALWAYS, label: text('settings-always') },
          ...props.calendars.map(({ slug, name }) => ({ value: slug, label: name ?? slug })),
        ]}
        set={(calendar) => {
          set({ calendar: calendar === ALWAYS ? null : calendar });
        }}
      />
      <Warn value={value.warn_percent} set={put('warn_percent')} />
      <YesNo
        label={text('settings-pause')}
        hint={text('settings-pause-hint')}
        value={value.pause_in_clarification}
        set={put('pause_in_clarification')}
      />
      <MaybeDuration
        label={text('settings-reopened')}
        hint={text('settings-reopened-hint')}
        error={wrong('reopened_minutes')}
        usual={value.target_minutes}
        value={value.reopened_minutes}
        set={put('reopened_minutes')}
      />
    </>
  );
}

/** One promise: how long, by which calendar, when to warn. `made` false: it is not there yet, so that it can be saved as it stands. */
export function PolicyEditor(props: {
  policy: SlaPolicy;
  made: boolean;
  queue: Queue;
  calendars: readonly SlaCalendar[];
  close: () => void;
}) {
  const text = useText();
  const { policy, queue, made, close } = props;
  const save = useSavePolicy();
  const draft = useDraft<SlaPolicy>(made ? policy : { ...policy, active: true });
  const { value, dirty } = draft;
  const title = [queue.name, policy.priority && text(PRIORITY_WORDS[policy.priority])].filter(Boolean);
  return (
    <Editor
      title={`${title.join(' · ')}: ${text(METRIC_WORDS[policy.metric])}`}
      dirty={dirty || !made}
      saving={save.isPending}
      error={save.error}
      fields={FIELDS}
      invalid={value.target_minutes < 1}
      close={close}
      save={() => {
        save.mutate(value, { onSuccess: close });
      }}
      {...(made
        ? {
            remove: {
              words: text('settings-promise-drop'),
              act: () => {
                save.mutate({ ...policy, active: false }, { onSuccess: close });
              },
            },
          }
        : {})}
    >
      <Fields draft={draft} calendars={props.calendars} error={save.error} />
    </Editor>
  );
}
