import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeskMap, QuietSettings, SurveySettings } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { sessionQuery } from '../../data/queries.ts';
import { type Draft, useDraft, wrongWith } from '../parts/draft.ts';
import { AnyOf, Count, Duration, OneOf, YesNo } from '../parts/fields.tsx';
import { Loaded, Page, Part } from '../parts/page.tsx';
import { SavedForm } from '../parts/saved-form.tsx';
import { Time } from '../parts/time.tsx';
import { deskMapQuery } from '../queues/data.ts';
import { quietQuery, surveysQuery, useSaveQuiet, useSaveSurveys } from './data.ts';

const HOUR = 60;
const STYLES = ['faces', 'stars'] as const;

type Hours =
  | 'survey_hours'
  | 'follow_up_hours'
  | 'close_hours'
  | 'remind_hours'
  | 'abandon_hours'
  | 'nps_hours';

interface Fields {
  readonly draft: Draft<SurveySettings>;
  readonly error: unknown;
}

/** A number of hours; `none` says what 0 means, where it means something. */
function HoursField({ draft, error, name, most }: Fields & { name: Hours; most: number }) {
  const text = useText();
  const { value, put } = draft;
  const key = name.replaceAll('_', '-');
  return (
    <Duration
      label={text(`settings-${key}`)}
      hint={text(`settings-${key}-hint`)}
      error={wrongWith(error, name)}
      unit="h"
      least={name === 'survey_hours' || name === 'nps_hours' ? 0 : 1}
      most={most * HOUR}
      value={value[name] * HOUR}
      set={(minutes) => {
        put(name)(Math.round(minutes / HOUR));
      }}
    />
  );
}

function Csat({ draft, error }: Fields) {
  const text = useText();
  const { value, put } = draft;
  return (
    <>
      <YesNo
        label={text('settings-survey')}
        hint={text('settings-survey-hint')}
        value={value.survey_enabled}
        set={put('survey_enabled')}
      />
      {value.survey_enabled ? (
        <>
          <OneOf
            label={text('settings-survey-style')}
            value={value.survey_style}
            choices={STYLES.map((style) => ({ value: style, label: text(`settings-survey-style-${style}`) }))}
            set={put('survey_style')}
          />
          <HoursField {...{ draft, error }} name="survey_hours" most={168} />
        </>
      ) : null}
    </>
  );
}

function Nps({ draft, error }: Fields) {
  const text = useText();
  const { value, put } = draft;
  const counts = [
    { name: 'nps_days', most: 730 },
    { name: 'nps_after', most: 100 },
    { name: 'nps_share', most: 100 },
  ] as const;
  return (
    <>
      <YesNo
        label={text('settings-nps')}
        hint={text('settings-nps-hint')}
        value={value.nps_enabled}
        set={put('nps_enabled')}
      />
      {value.nps_enabled ? (
        <>
          <HoursField {...{ draft, error }} name="nps_hours" most={720} />
          {counts.map(({ name, most }) => (
            <Count
              key={name}
              label={text(`settings-${name.replaceAll('_', '-')}`)}
              error={wrongWith(error, name)}
              least={1}
              most={most}
              value={value[name]}
              set={put(name)}
            />
          ))}
        </>
      ) : null}
    </>
  );
}

const SURVEY_FIELDS = [
  ...['survey_hours', 'follow_up_hours', 'close_hours', 'remind_hours', 'abandon_hours', 'nps_hours'],
  ...['nps_days', 'nps_after', 'nps_share'],
];

function Surveys(props: { settings: SurveySettings; locked: boolean; back: () => void }) {
  const { settings, locked, back } = props;
  const save = useSaveSurveys();
  const draft = useDraft<SurveySettings>(settings);
  const fields = { draft, error: save.error };
  return (
    <SavedForm
      dirty={draft.dirty && !save.isSuccess}
      saving={save.isPending}
      error={save.error}
      fields={SURVEY_FIELDS}
      locked={locked}
      back={back}
      save={() => {
        save.mutate(draft.value, { onSuccess: back });
      }}
    >
      <Csat {...fields} />
      <HoursField {...fields} name="follow_up_hours" most={72} />
      <HoursField {...fields} name="close_hours" most={720} />
      <HoursField {...fields} name="remind_hours" most={168} />
      <HoursField {...fields} name="abandon_hours" most={720} />
      <Nps {...fields} />
    </SavedForm>
  );
}

const NIGHT = { from: '22:00', until: '08:00' };

function QuietFields(props: { draft: Draft<QuietSettings>; map: DeskMap; error: unknown }) {
  const text = useText();
  const { draft, map, error } = props;
  const { value, put } = draft;
  const { hours } = value;
  return (
    <>
      <YesNo
        label={text('settings-quiet-on')}
        hint={text('settings-quiet-on-hint')}
        value={hours !== null}
        set={(on) => {
          put('hours')(on ? NIGHT : null);
        }}
      />
      {hours ? (
        <>
          <Time
            label={text('settings-quiet-from')}
            value={hours.from}
            set={(from) => {
              put('hours')({ ...hours, from });
            }}
          />
          <Time
            label={text('settings-quiet-until')}
            value={hours.until}
            error={wrongWith(error, 'hours')}
            set={(until) => {
              put('hours')({ ...hours, until });
            }}
          />
        </>
      ) : null}
      <Count
        label={text('settings-quiet-awake')}
        hint={text('settings-quiet-awake-hint')}
        error={wrongWith(error, 'awake_minutes')}
        least={0}
        most={720}
        value={value.awake_minutes}
        set={put('awake_minutes')}
      />
      <AnyOf
        label={text('settings-quiet-waking')}
        hint={text('settings-quiet-waking-hint')}
        none={text('settings-quiet-waking-none')}
        error={wrongWith(error, 'waking_queues')}
        value={value.waking_queues}
        choices={map.queues.map(({ slug, name }) => ({ value: slug, label: name }))}
        set={put('waking_queues')}
      />
    </>
  );
}

function Quiet(props: { settings: QuietSettings; map: DeskMap; locked: boolean; back: () => void }) {
  const { settings, map, locked, back } = props;
  const save = useSaveQuiet();
  const draft = useDraft<QuietSettings>(settings);
  const { hours } = draft.value;
  const wrong = hours !== null && (hours.from === '' || hours.until === '' || hours.from === hours.until);
  return (
    <SavedForm
      dirty={draft.dirty && !save.isSuccess}
      saving={save.isPending}
      error={save.error}
      fields={['hours', 'awake_minutes', 'waking_queues']}
      invalid={wrong}
      locked={locked}
      back={back}
      save={() => {
        save.mutate(draft.value, { onSuccess: back });
      }}
    >
      <QuietFields draft={draft} map={map} error={save.error} />
    </SavedForm>
  );
}

/** What customers are asked around the end of a ticket, and when they are left alone (F6, F7, U2, U3). */
export function SurveysPage() {
  const text = useText();
  const surveys = useQuery(surveysQuery);
  const quiet = useQuery(quietQuery);
  const map = useQuery(deskMapQuery);
  const [round, setRound] = useState(0);
  const locked = !useQuery(sessionQuery).data?.permissions.includes('surveys.manage');
  // What was saved, or given up, begins anew from what the desk says.
  const back = (): void => {
    setRound(round + 1);
  };
  return (
    <Page title={text('settings-surveys')} lead={text('settings-surveys-lead')}>
      <Loaded query={map}>
        {(places) => (
          <Loaded query={quiet}>
            {(settings) => (
              <Part title={text('settings-quiet')} hint={text('settings-quiet-hint')}>
                <Quiet key={`quiet ${String(round)}`} {...{ settings, locked, back }} map={places} />
              </Part>
            )}
          </Loaded>
        )}
      </Loaded>
      <Loaded query={surveys}>
        {(settings) => (
          <Part title={text('settings-after')} hint={text('settings-after-hint')}>
            <Surveys key={`surveys ${String(round)}`} {...{ settings, locked, back }} />
          </Part>
        )}
      </Loaded>
    </Page>
  );
}
