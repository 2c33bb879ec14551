import { useState } from 'react';
import type { Priority, RoutingRules } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { PRIORITY_WORDS } from '../../words.ts';
import { type Draft, useDraft, wrongWith } from '../parts/draft.ts';
import { Editor } from '../parts/editor.tsx';
import { AnyOf, LANGUAGE_CHOICES, OneOf, PRIORITIES, zoneChoices } from '../parts/fields.tsx';
import { useSaveRules } from './data.ts';
import { type Known, REASONS, type Rule, reasonName, topicName } from './rule-words.ts';

const ANY = '';
const FIELDS = ['when', 'to'];

type When = Rule['when'];

/** A list that holds nothing is no condition. */
const some = (values: string[]): string[] | undefined => (values.length > 0 ? values : undefined);

/** A rule without what is undefined in it. */
const plain = (rule: Rule): Rule => JSON.parse(JSON.stringify(rule)) as Rule;

function VipField({ value, set }: { value: boolean | undefined; set: (vip: boolean | undefined) => void }) {
  const text = useText();
  return (
    <OneOf
      label={text('console-vip')}
      value={value === undefined ? ANY : String(value)}
      choices={[
        { value: ANY, label: text('settings-vip-any') },
        { value: 'true', label: text('settings-vip-only') },
        { value: 'false', label: text('settings-vip-not') },
      ]}
      set={(next) => {
        set(next === ANY ? undefined : next === 'true');
      }}
    />
  );
}

/** When a rule fits. */
function WhenFields({
  map,
  when,
  set,
}: Known & { when: When; set: (part: { [K in keyof When]?: When[K] | undefined }) => void }) {
  const text = useText();
  const [zones] = useState(zoneChoices);
  const priorities = PRIORITIES.map((value) => ({ value, label: text(PRIORITY_WORDS[value]) }));
  const lists = [
    {
      name: 'topics',
      choices: map.topics.map(({ slug }) => ({ value: slug, label: topicName({ map }, slug) })),
    },
    { name: 'reasons', choices: REASONS.map((value) => ({ value, label: reasonName(text, value) })) },
    { name: 'priorities', choices: priorities },
    { name: 'languages', choices: LANGUAGE_CHOICES },
    { name: 'regions', choices: zones },
  ] as const;
  return (
    <>
      {lists.map(({ name, choices }) => (
        <AnyOf
          key={name}
          label={text(`settings-when-${name}`)}
          none={text('settings-when-any')}
          value={when[name] ?? []}
          choices={choices}
          set={(values) => {
            set({ [name]: some(values) });
          }}
        />
      ))}
      <VipField
        value={when.vip}
        set={(vip) => {
          set({ vip });
        }}
      />
    </>
  );
}

/** What a rule decides. */
function ToFields({ queues, draft, error }: Known & { draft: Draft<Rule>; error: string | undefined }) {
  const text = useText();
  const { to } = draft.value;
  const set = (part: { queue?: string | undefined; priority?: Priority | undefined }): void => {
    draft.set({ to: plain({ when: {}, to: { ...to, ...part } as Rule['to'] }).to });
  };
  return (
    <>
      <OneOf
        label={text('settings-to-queue')}
        error={error}
        value={to.queue ?? ANY}
        choices={[
          { value: ANY, label: text('settings-to-usual') },
          ...queues.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
        set={(queue) => {
          set({ queue: queue === ANY ? undefined : queue });
        }}
      />
      <OneOf<Priority | ''>
        label={text('settings-to-priority')}
        value={to.priority ?? ANY}
        choices={[
          { value: ANY, label: text('settings-to-unchanged') },
          ...PRIORITIES.map((value) => ({ value, label: text(PRIORITY_WORDS[value]) })),
        ]}
        set={(priority) => {
          set({ priority: priority === ANY ? undefined : priority });
        }}
      />
    </>
  );
}

/** One rule. `save` answers all rules with this one changed (null: taken away); `at` is its place among them. */
export function RuleEditor(
  props: Known & {
    rule: Rule;
    fresh: boolean;
    at: number;
    save: (rule: Rule | null) => RoutingRules;
    close: () => void;
  },
) {
  const text = useText();
  const { rule, fresh, close, text: _text, ...known } = props;
  const saving = useSaveRules();
  const draft = useDraft<Rule>(rule);
  const [asked, setAsked] = useState(false);
  const { to, when } = draft.value;
  const none = to.queue === undefined && to.priority === undefined;
  const places = FIELDS.map((field) => `${String(props.at)}.${field}`);
  const save = (next: Rule | null): void => {
    saving.mutate(props.save(next), { onSuccess: close });
  };
  return (
    <Editor
      title={text(fresh ? 'settings-rule-new' : 'settings-rule')}
      dirty={draft.dirty}
      saving={saving.isPending}
      error={saving.error}
      fields={places}
      close={close}
      save={() => {
        setAsked(true);
        if (!none) save(draft.value);
      }}
      {...(fresh
        ? {}
        : {
            remove: {
              words: text('settings-remove'),
              act: () => {
                save(null);
              },
            },
          })}
    >
      <WhenFields
        {...known}
        text={text}
        when={when}
        set={(part) => {
          draft.set({ when: plain({ to: {}, when: { ...when, ...part } as When }).when });
        }}
      />
      <ToFields
        {...known}
        text={text}
        draft={draft}
        error={asked && none ? text('settings-to-needed') : wrongWith(saving.error, places[1] ?? '')}
      />
    </Editor>
  );
}
