import { useMantineColorScheme } from '@mantine/core';
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconArrowRight, IconHash, IconLanguage, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Session } from '../../../contract/index.ts';
import { LANGUAGE_NAMES, LANGUAGES, useText } from '../../ui/i18n.tsx';
import { usePreferences } from '../data/preferences.tsx';
import { VIEWS } from '../data/queries.ts';
import { useKeys } from '../parts/keys.ts';
import { PRESENCE_STATES, PRESENCE_WORDS, PresenceDot } from '../parts/presence.tsx';
import { sectionsOf } from '../settings/sections.ts';
import { VIEW_WORDS } from '../words.ts';
import { useTakeNext } from './next-button.tsx';
import { useChoosePresence } from './presence-items.tsx';
import { SCHEMES } from './user-menu.tsx';
import { VIEW_SHAPES } from './views.tsx';

const ICON = { size: '1.125rem', stroke: 1.75, 'aria-hidden': true } as const;

/** What the typed words could mean: a ticket's number, and words to search for. */
function useTypedActions(typed: string): SpotlightActionData[] {
  const text = useText();
  const navigate = useNavigate();
  const words = typed.trim();
  const number = /^(?:№|#)?\s*(\d{1,12})$/u.exec(words)?.[1];
  const actions: SpotlightActionData[] = [];
  if (number) {
    actions.push({
      id: 'ticket',
      label: text('console-command-ticket', { number }),
      leftSection: <IconHash {...ICON} />,
      onClick: () => void navigate({ to: '/tickets/$ticket', params: { ticket: number } }),
    });
  }
  if (words) {
    actions.push({
      id: 'search',
      label: text('console-command-search', { words }),
      leftSection: <IconSearch {...ICON} />,
      onClick: () => void navigate({ to: '/inbox/$view', params: { view: 'all' }, search: { q: words } }),
    });
  }
  return actions;
}

/** The next ticket, and whether one is there for it. */
function useWorkActions(session: Session): SpotlightActionData[] {
  const text = useText();
  const { take } = useTakeNext();
  const choose = useChoosePresence();
  const next: SpotlightActionData = {
    id: 'next',
    label: text('console-next'),
    leftSection: <IconArrowRight {...ICON} />,
    onClick: take,
  };
  const states = PRESENCE_STATES.map(
    (state): SpotlightActionData => ({
      id: `presence-${state}`,
      label: text(PRESENCE_WORDS[state]),
      leftSection: <PresenceDot state={state} />,
      onClick: () => {
        choose(state);
      },
    }),
  );
  return session.permissions.includes('tickets.reply') ? [next, ...states] : states;
}

function useStandingActions(session: Session): SpotlightActionGroupData[] {
  const text = useText();
  const navigate = useNavigate();
  const { setLanguage } = usePreferences();
  const { setColorScheme } = useMantineColorScheme();
  const work = useWorkActions(session);
  const views = VIEWS.map((view): SpotlightActionData => {
    const Shape = VIEW_SHAPES[view];
    return {
      id: `view-${view}`,
      label: text(VIEW_WORDS[view]),
      leftSection: <Shape {...ICON} />,
      onClick: () => void navigate({ to: '/inbox/$view', params: { view }, search: {} }),
    };
  });
  const languages = LANGUAGES.map(
    (language): SpotlightActionData => ({
      id: `language-${language}`,
      label: LANGUAGE_NAMES[language],
      keywords: [language],
      leftSection: <IconLanguage {...ICON} />,
      onClick: () => {
        setLanguage(language);
      },
    }),
  );
  const schemes = SCHEMES.map(
    ({ scheme, words, Shape }): SpotlightActionData => ({
      id: `theme-${scheme}`,
      label: text(words),
      leftSection: <Shape {...ICON} />,
      onClick: () => {
        setColorScheme(scheme);
      },
    }),
  );
  const settings = sectionsOf(session).map(
    ({ to, words, Shape }): SpotlightActionData => ({
      id: to,
      label: text(words),
      keywords: [text('settings')],
      leftSection: <Shape {...ICON} />,
      onClick: () => void navigate({ to }),
    }),
  );
  return [
    { group: text('console-presence'), actions: work },
    { group: text('console-views'), actions: views },
    { group: text('settings'), actions: settings },
    { group: text('console-menu-language'), actions: languages },
    { group: text('console-menu-theme'), actions: schemes },
  ];
}

const matches = (action: SpotlightActionData, words: string): boolean =>
  [action.label, ...(Array.isArray(action.keywords) ? action.keywords : [])].some((one) =>
    one?.toLocaleLowerCase().includes(words),
  );

/** One key to the settings, for those who may see some of them. */
function useSettingsKey(session: Session): void {
  const navigate = useNavigate();
  const open = (): void => void navigate({ to: '/settings' });
  useKeys(sectionsOf(session).length > 0 ? [['Comma', open]] : []);
}

/** Everything by name, on Ctrl/Cmd+K: a ticket by its number, the lists, settings, language and look. */
export function Commands({ session }: { session: Session }) {
  const text = useText();
  useSettingsKey(session);
  const [typed, setTyped] = useState('');
  const typedActions = useTypedActions(typed);
  const standing = useStandingActions(session);
  const words = typed.trim().toLocaleLowerCase();
  const found = standing
    .map((group) => ({ ...group, actions: group.actions.filter((action) => matches(action, words)) }))
    .filter((group) => group.actions.length > 0);
  const actions =
    typedActions.length > 0 ? [{ group: session.desk.name, actions: typedActions }, ...found] : found;
  return (
    <Spotlight
      shortcut="mod + K"
      query={typed}
      onQueryChange={setTyped}
      clearQueryOnClose
      filter={(_query, given) => given}
      actions={actions}
      scrollable
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      transitionProps={{ duration: 80 }}
      maxHeight="24rem"
      nothingFound={text('console-command-nothing')}
      searchProps={{
        leftSection: <IconSearch {...ICON} />,
        placeholder: text('console-command-placeholder'),
        'aria-label': text('console-command-placeholder'),
      }}
    />
  );
}
