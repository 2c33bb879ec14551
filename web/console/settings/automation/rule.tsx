import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type {
  AutomationAction,
  AutomationCondition,
  AutomationRule,
  AutomationRuleHistory,
  Session,
} from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { sessionQuery } from '../../data/queries.ts';
import { Ago } from '../../parts/moment.tsx';
import { type Draft, useDraft, wrongWith } from '../parts/draft.ts';
import { NotSaved } from '../parts/editor.tsx';
import { YesNo } from '../parts/fields.tsx';
import { Loaded, Page, Part } from '../parts/page.tsx';
import { Row, Rows } from '../parts/rows.tsx';
import { KeepUnsaved } from '../parts/unsaved.tsx';
import { Actions, isUnfinished } from './actions.tsx';
import classes from './automation.module.css';
import { Conditions, isEmpty } from './conditions.tsx';
import {
  automationRuleQuery,
  type Saying,
  useDeleteRule,
  useSaveRule,
  useSaying,
  useSwitchRule,
} from './data.ts';
import { type Kept, kept } from './line.tsx';
import { Runs } from './runs.tsx';
import { Trial } from './trial.tsx';
import { TriggerFields } from './trigger.tsx';
import { ruleWords } from './words.ts';

/** A rule as it is being written: what stands in its lists keeps its place on the screen while others come and go. */
interface Writing extends Pick<AutomationRule, 'name' | 'trigger'> {
  readonly all: readonly Kept<AutomationCondition>[];
  readonly any: readonly Kept<AutomationCondition>[];
  readonly actions: readonly Kept<AutomationAction>[];
}

const EMPTY: AutomationRule = {
  name: '',
  trigger: { on: 'created' },
  all: [],
  any: [],
  actions: [{ do: 'notify', whom: 'leads' }],
};

const writingOf = ({ name, trigger, all, any, actions }: AutomationRule): Writing => ({
  ...{ name, trigger },
  ...{ all: all.map(kept), any: any.map(kept), actions: actions.map(kept) },
});

const valuesOf = <T,>(list: readonly Kept<T>[]): T[] => list.map(({ value }) => value);

const ruleOf = ({ name, trigger, all, any, actions }: Writing): AutomationRule => ({
  ...{ name: name.trim(), trigger },
  ...{ all: valuesOf(all), any: valuesOf(any), actions: valuesOf(actions) },
});

/** Whether there is something at every place. */
const isReady = ({ name, all, any, actions }: AutomationRule): boolean =>
  name !== '' && actions.length > 0 && ![...all, ...any].some(isEmpty) && !actions.some(isUnfinished);

function useSave(of: AutomationRuleHistory | null) {
  const text = useText();
  const navigate = useNavigate();
  const save = useSaveRule(of);
  const act = (rule: AutomationRule): void => {
    save.mutate(rule, {
      onSuccess: ({ id }) => {
        notifications.show({ message: text(of ? 'automation-saved' : 'automation-saved-off') });
        if (of) return;
        const params = { rule: String(id) };
        void navigate({ to: '/settings/automation/$rule', params, replace: true, ignoreBlocker: true });
      },
    });
  };
  return { ...save, act };
}

function OnOff({ rule }: { rule: AutomationRuleHistory }) {
  const text = useText();
  const save = useSwitchRule(rule.id);
  return (
    <>
      {rule.paused_at ? <p className={classes.warn}>{text('automation-paused')}</p> : null}
      <YesNo
        label={text('automation-active')}
        hint={text('automation-active-hint')}
        value={save.isPending ? save.variables : rule.active}
        set={save.mutate}
      />
      {save.error ? <NotSaved error={save.error} /> : null}
    </>
  );
}

/** What a rule was before, and what it did. */
function Past(props: { of: AutomationRuleHistory; saying: Saying; take: (rule: AutomationRule) => void }) {
  const text = useText();
  const { of: rule, saying, take } = props;
  return (
    <>
      <Part title={text('settings-versions')} hint={text('automation-versions-hint')}>
        <Rows label={text('settings-versions')}>
          {rule.versions.map((version) => (
            <Row
              key={version.version}
              title={text('settings-version', { version: version.version })}
              detail={ruleWords(saying, version.rule)}
              aside={
                <>
                  {version.author ?? text('settings-version-shipped')} · <Ago at={version.created_at} />
                </>
              }
              open={() => {
                take(version.rule);
              }}
            />
          ))}
        </Rows>
      </Part>
      <Runs rule={rule.id} />
    </>
  );
}

function Delete({ id, done }: { id: number; done: () => void }) {
  const text = useText();
  const [asked, setAsked] = useState(false);
  const remove = useDeleteRule(id);
  return (
    <>
      {remove.error ? <NotSaved error={remove.error} /> : null}
      <Button
        size="sm"
        variant={asked ? 'filled' : 'subtle'}
        color="red"
        loading={remove.isPending}
        onClick={() => {
          if (asked) remove.mutate(undefined, { onSuccess: done });
          else setAsked(true);
        }}
        onBlur={() => {
          setAsked(false);
        }}
      >
        {text(asked ? 'automation-delete-sure' : 'automation-delete')}
      </Button>
    </>
  );
}

/** When, if, then. `wrong`: what is wrong at a place of the rule. */
function RuleFields(props: {
  draft: Draft<Writing>;
  saying: Saying;
  wrong: (place: string) => string | undefined;
}) {
  const { draft, saying, wrong } = props;
  const { value, set, put } = draft;
  const text = useText();
  const { names } = saying;
  const at = (list: string) => (place: number) => wrong(`${list}.${String(place)}`);
  return (
    <>
      <TextInput
        label={text('settings-name')}
        maxLength={80}
        value={value.name}
        error={wrong('name')}
        onChange={(event) => {
          set({ name: event.currentTarget.value });
        }}
      />
      <TriggerFields value={value.trigger} error={wrong('trigger')} set={put('trigger')} />
      {(['all', 'any'] as const).map((list) => (
        <Conditions
          key={list}
          title={text(`automation-${list}`)}
          list={value[list]}
          names={names}
          wrong={at(list)}
          set={put(list)}
        />
      ))}
      <Actions list={value.actions} names={names} wrong={at('actions')} set={put('actions')} />
    </>
  );
}

/** Writing a rule; beside it, what it would have done. `of` null: a new one. */
function RuleForm({ of, session }: { of: AutomationRuleHistory | null; session: Session }) {
  const text = useText();
  const navigate = useNavigate();
  const saying = useSaying(session);
  const save = useSave(of);
  const begun = of?.rule ?? EMPTY;
  const draft = useDraft<Writing>(writingOf(begun));
  const rule = ruleOf(draft.value);
  const dirty = JSON.stringify(rule) !== JSON.stringify(begun);
  const ready = isReady(rule);
  const wrong = (place: string): string | undefined =>
    wrongWith(save.error, `rule.${place}`) ?? wrongWith(save.error, place);
  return (
    <form
      noValidate
      className={classes.desk}
      onSubmit={(event) => {
        event.preventDefault();
        if (dirty && ready && !save.isPending) save.act(rule);
      }}
    >
      <div className={classes.paper}>
        {of ? <OnOff rule={of} /> : null}
        <RuleFields draft={draft} saying={saying} wrong={wrong} />
        {save.error ? <NotSaved error={save.error} /> : null}
        <div className={classes.bar}>
          {of ? <Delete id={of.id} done={() => void navigate({ to: '/settings/automation' })} /> : null}
          <span className={classes.state}>{dirty ? text('settings-unsaved') : ''}</span>
          <Button type="submit" size="sm" disabled={!dirty || !ready} loading={save.isPending}>
            {text('settings-save')}
          </Button>
        </div>
        {of ? <Past of={of} saying={saying} take={(old) => draft.set(writingOf(old))} /> : null}
      </div>
      <Trial rule={rule} id={of?.id ?? null} ready={ready} />
      <KeepUnsaved dirty={dirty && !save.isPending && !save.isSuccess} />
    </form>
  );
}

/** A rule's own page. */
export function AutomationRulePage() {
  const text = useText();
  const { rule: id } = useParams({ from: '/settings/automation/$rule' });
  const session = useQuery(sessionQuery).data;
  const isNew = id === 'new';
  const found = useQuery({ ...automationRuleQuery(Number(id)), enabled: !isNew });
  const title = isNew ? text('automation-new') : (found.data?.rule.name ?? text('automation-rule'));
  if (!session) return null;
  return (
    <Page title={title} up={{ to: '/settings/automation', words: 'settings-automation' }} wide>
      {isNew ? (
        <RuleForm key="new" of={null} session={session} />
      ) : (
        <Loaded query={found}>
          {(rule) => (
            // A version that was saved is where the next one begins.
            <RuleForm key={`${String(rule.id)} ${String(rule.version)}`} of={rule} session={session} />
          )}
        </Loaded>
      )}
    </Page>
  );
}
