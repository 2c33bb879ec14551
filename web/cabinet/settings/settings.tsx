import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Language, OwnSettings } from '../../../contract/index.ts';
import { amend } from '../../ui/api.ts';
import { LANGUAGE_NAMES, LANGUAGES, useText } from '../../ui/i18n.tsx';
import { kept, keptHere } from '../data/kept.ts';
import { keptFiles } from '../data/kept-files.ts';
import { useMe } from '../data/me.tsx';
import { settingsQuery } from '../data/queries.ts';
import { leaveCabinet } from '../data/session.ts';
import { ButtonRow, ChoiceRows, Group } from '../kit/group.tsx';
import { Blank, PlainButton, Problem } from '../kit/notice.tsx';
import { Page } from '../kit/page.tsx';
import { Skeleton } from '../kit/skeleton.tsx';
import { reasonWords, zoneName } from '../words.ts';
import { Consents } from './consents.tsx';
import { Privacy } from './privacy.tsx';
import { QuietSettings } from './quiet.tsx';
import { Zones } from './zones.tsx';

/** What can be changed at once; the rest stays. */
export type Change = Partial<Pick<OwnSettings, 'language' | 'time_zone' | 'quiet_hours' | 'notices'>>;

/** Settings (M4): language, time zone, how much is told, quiet hours, consents. Each change holds at once. */
export default function Settings() {
  const text = useText();
  const query = useQuery(settingsQuery);
  return (
    <Page up title={text('cabinet-settings')}>
      {query.isPending && <Skeleton shape="rows" />}
      {!query.data && query.error && (
        <Blank face="🌙" title={text('cabinet-unreachable')} hint={reasonWords(text, query.error)}>
          <PlainButton label={text('cabinet-again')} onPress={() => void query.refetch()} />
        </Blank>
      )}
      {query.data && <Choices settings={query.data} />}
    </Page>
  );
}

function useChange() {
  const memory = useQueryClient();
  const { telegram } = useMe();
  return useMutation({
    mutationKey: settingsQuery.queryKey,
    // One after the other, as they were made.
    scope: { id: 'settings' },
    mutationFn: (change: Change) => amend('OwnSettings', '/api/cabinet/settings', change),
    onMutate: async (change) => {
      await memory.cancelQueries({ queryKey: settingsQuery.queryKey });
      const before = memory.getQueryData(settingsQuery.queryKey);
      if (before) memory.setQueryData(settingsQuery.queryKey, { ...before, ...change });
      return before;
    },
    onError: (_error, _change, before) => {
      memory.setQueryData(settingsQuery.queryKey, before);
      telegram?.feel('failed');
    },
    onSuccess: async (settings) => {
      telegram?.feel('choice');
      // An answer to a change that was followed by another one is of the past.
      if (memory.isMutating({ mutationKey: settingsQuery.queryKey }) > 1) return;
      memory.setQueryData(settingsQuery.queryKey, settings);
      await memory.invalidateQueries({ queryKey: ['cabinet'] });
    },
  });
}

function Choices({ settings }: { settings: OwnSettings }) {
  const text = useText();
  const { cabinet, telegram } = useMe();
  const [zones, setZones] = useState(false);
  const change = useChange();
  const set = (part: Change): void => {
    change.mutate(part);
  };
  return (
    <>
      <Problem words={change.error ? reasonWords(text, change.error) : null} />
      <Group heading={text('cabinet-language')}>
        <ChoiceRows<Language>
          name="language"
          label={text('cabinet-language')}
          options={LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id], lang: id }))}
          chosen={settings.language}
          onChoose={(language) => {
            set({ language });
          }}
        />
      </Group>
      <Group heading={text('cabinet-times')}>
        <ButtonRow
          opens
          label={text('cabinet-zone')}
          value={zoneName(settings.time_zone ?? cabinet.desk.time_zone)}
          onPress={() => {
            setZones(true);
          }}
        />
      </Group>
      <NoticeSettings chosen={settings.notices} set={set} />
      <QuietSettings
        settings={settings}
        onChange={(quiet_hours) => {
          set({ quiet_hours });
        }}
      />
      <Consents consents={settings.consents} />
      <Privacy />
      {!telegram && <SignOut />}
      {zones && (
        <Zones
          chosen={settings.time_zone}
          onChoose={(time_zone) => {
            set({ time_zone });
          }}
          onClose={() => {
            setZones(false);
          }}
        />
      )}
    </>
  );
}

type Notices = OwnSettings['notices'];

/** How much the bot tells. */
function NoticeSettings({ chosen, set }: { chosen: Notices; set: (change: Change) => void }) {
  const text = useText();
  const label = text('cabinet-notices');
  return (
    <Group heading={label} hint={text('cabinet-notices-hint')}>
      <ChoiceRows<Notices>
        name="notices"
        label={label}
        options={[
          { id: 'series', label: text('cabinet-notices-series') },
          { id: 'short', label: text('cabinet-notices-short') },
        ]}
        chosen={chosen}
        onChoose={(notices) => {
          set({ notices });
        }}
      />
    </Group>
  );
}

/** In a browser that others may use: nothing of this visit stays. */
function SignOut() {
  const text = useText();
  const leave = useMutation({
    mutationFn: leaveCabinet,
    onSuccess: async () => {
      kept.clear();
      keptHere.clear();
      await keptFiles.clear();
      window.location.replace('/cabinet/');
    },
  });
  return (
    <Group hint={text('cabinet-leave-hint')}>
      <ButtonRow
        danger
        label={text('cabinet-leave')}
        disabled={leave.isPending}
        onPress={() => {
          leave.mutate();
        }}
      />
    </Group>
  );
}
