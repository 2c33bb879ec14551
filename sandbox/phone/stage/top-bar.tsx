import { IconBolt, IconMoonStars, IconSettings } from '@tabler/icons-react';
import { type Dispatch, useState } from 'react';
import type { User } from '../data/model.ts';
import { useFaults } from '../data/queries.ts';
import { type Layout, type Move, mostPhones } from '../layout.ts';
import { type Accent, type Theme, useSettings, useWords } from '../settings.tsx';
import { type Language, languageNames, languages } from '../words.ts';
import { ClockControl } from './clock-control.tsx';
import { FaultsDrawer } from './faults-drawer.tsx';

interface TopBarProps {
  layout: Layout;
  users: User[];
  room: number;
  dispatch: Dispatch<Move>;
}

/** Sets how many phones stand: more bring up people who have none, fewer close the last. */
function PhoneCount({ layout, users, room, dispatch }: TopBarProps) {
  const say = useWords();
  const counts = Array.from({ length: mostPhones }, (_, at) => at + 1);
  const standing = Math.min(layout.phones.length, room);
  const set = (count: number) => {
    const waiting = users.filter((user) => !layout.phones.includes(user.id));
    for (const user of waiting.slice(0, count - layout.phones.length))
      dispatch({ do: 'add', person: user.id });
    for (let index = layout.phones.length - 1; index >= count; index -= 1) dispatch({ do: 'close', index });
  };
  if (room === 1) return null;
  return (
    <div className="segments phone-count" role="group" aria-label={say('phones')}>
      {counts.map((count) => (
        <button
          key={count}
          type="button"
          aria-pressed={standing === count}
          aria-label={say('phoneCount', { n: count })}
          disabled={count > room || count > users.length}
          onClick={() => set(count)}
        >
          {Array.from({ length: count }, (_, at) => (
            <i key={at} aria-hidden />
          ))}
        </button>
      ))}
    </div>
  );
}

const themes: [Theme, 'themeSystem' | 'themeLight' | 'themeDark'][] = [
  ['system', 'themeSystem'],
  ['light', 'themeLight'],
  ['dark', 'themeDark'],
];

const accents: [Accent, 'accentBlue' | 'accentGreen' | 'accentRose'][] = [
  ['blue', 'accentBlue'],
  ['green', 'accentGreen'],
  ['rose', 'accentRose'],
];

function SettingsPanel() {
  const { say, theme, setTheme, accent, setAccent, language, setLanguage } = useSettings();
  return (
    <div id="settings" popover="auto" className="panel">
      <fieldset className="options">
        <legend>{say('theme')}</legend>
        {themes.map(([value, word]) => (
          <label key={value} className="option">
            <input type="radio" name="theme" checked={theme === value} onChange={() => setTheme(value)} />
            {say(word)}
          </label>
        ))}
      </fieldset>
      <fieldset className="options">
        <legend>{say('accent')}</legend>
        {accents.map(([value, word]) => (
          <label key={value} className="option">
            <input type="radio" name="accent" checked={accent === value} onChange={() => setAccent(value)} />
            {say(word)}
          </label>
        ))}
      </fieldset>
      <fieldset className="options">
        <legend>{say('language')}</legend>
        {languages.map((value: Language) => (
          <label key={value} className="option" lang={value}>
            <input
              type="radio"
              name="language"
              checked={language === value}
              onChange={() => setLanguage(value)}
            />
            {languageNames[value]}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** The stage's upper edge: the clock, how many phones, faults, settings. */
export function TopBar(props: TopBarProps) {
  const say = useWords();
  const [breaking, setBreaking] = useState(false);
  const faults = useFaults()?.rules?.length ?? 0;
  return (
    <header className="top-bar">
      <h1 className="brand">
        <IconMoonStars size={22} aria-hidden />
        <span>{say('brand')}</span>
      </h1>
      <ClockControl />
      <div className="top-tools">
        <PhoneCount {...props} />
        <button
          type="button"
          className={faults > 0 ? 'icon-button on-sky lit' : 'icon-button on-sky'}
          onClick={() => setBreaking(true)}
          aria-label={say('developer')}
          title={say('developer')}
        >
          <IconBolt size={21} />
        </button>
        <button
          type="button"
          className="icon-button on-sky"
          popoverTarget="settings"
          aria-label={say('settings')}
          title={say('settings')}
        >
          <IconSettings size={21} />
        </button>
      </div>
      <SettingsPanel />
      {breaking ? <FaultsDrawer onClose={() => setBreaking(false)} /> : null}
    </header>
  );
}
