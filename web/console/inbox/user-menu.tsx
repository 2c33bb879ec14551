import { Menu, UnstyledButton, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconCheck,
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSelector,
  IconSettings,
  IconSun,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Session } from '../../../contract/index.ts';
import { LANGUAGE_NAMES, LANGUAGES, useText } from '../../ui/i18n.tsx';
import { useSignOut } from '../data/actions.ts';
import { usePreferences } from '../data/preferences.tsx';
import { presenceQuery } from '../data/queries.ts';
import { Initials } from '../parts/person.tsx';
import { PRESENCE_WORDS, PresenceDot } from '../parts/presence.tsx';
import { sectionsOf } from '../settings/sections.ts';
import { reasonWords, roleWords } from '../words.ts';
import { NoticeItems } from './notice-items.tsx';
import { PresenceItems } from './presence-items.tsx';
import { Shortcuts } from './shortcuts.tsx';
import classes from './user-menu.module.css';

/** The three looks, in the order in which they are offered. */
export const SCHEMES = [
  { scheme: 'auto', words: 'console-theme-auto', Shape: IconDeviceDesktop },
  { scheme: 'light', words: 'console-theme-light', Shape: IconSun },
  { scheme: 'dark', words: 'console-theme-dark', Shape: IconMoon },
] as const;

const chosen = (yes: boolean) => (yes ? <IconCheck size="0.875rem" aria-hidden /> : null);

function LanguageItems() {
  const text = useText();
  const { language, setLanguage } = usePreferences();
  return (
    <>
      <Menu.Label>{text('console-menu-language')}</Menu.Label>
      {LANGUAGES.map((one) => (
        <Menu.Item
          key={one}
          lang={one}
          rightSection={chosen(one === language)}
          onClick={() => {
            setLanguage(one);
          }}
        >
          {LANGUAGE_NAMES[one]}
        </Menu.Item>
      ))}
    </>
  );
}

function SchemeItems() {
  const text = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{text('console-menu-theme')}</Menu.Label>
      {SCHEMES.map(({ scheme, words, Shape }) => (
        <Menu.Item
          key={scheme}
          leftSection={<Shape size="1rem" stroke={1.75} aria-hidden />}
          rightSection={chosen(scheme === colorScheme)}
          onClick={() => {
            setColorScheme(scheme);
          }}
        >
          {text(words)}
        </Menu.Item>
      ))}
    </>
  );
}

function SignOutItem() {
  const text = useText();
  const navigate = useNavigate();
  const signOut = useSignOut(() => void navigate({ to: '/sign-in', search: {} }));
  return (
    <Menu.Item
      leftSection={<IconLogout size="1rem" stroke={1.75} aria-hidden />}
      onClick={() => {
        signOut.mutate(undefined, {
          onError: (error) =>
            notifications.show({
              color: 'red',
              title: text('console-sign-out-failed'),
              message: reasonWords(text, error),
            }),
        });
      }}
    >
      {text('console-menu-sign-out')}
    </Menu.Item>
  );
}

/** The way to the settings, for those who may see some of them. */
function SettingsItem({ session }: { session: Session }) {
  const text = useText();
  const navigate = useNavigate();
  if (sectionsOf(session).length === 0) return null;
  return (
    <Menu.Item
      leftSection={<IconSettings size="1rem" stroke={1.75} aria-hidden />}
      onClick={() => void navigate({ to: '/settings' })}
    >
      {text('settings')}
    </Menu.Item>
  );
}

/** Who is signed in, with what is theirs to choose: language, look, keys, the way out. */
export function UserMenu({ session, small = false }: { session: Session; small?: boolean }) {
  const text = useText();
  const [keys, setKeys] = useState(false);
  const presence = useQuery(presenceQuery).data;
  const { name, role } = session.staff;
  return (
    <>
      <Menu position={small ? 'bottom-end' : 'top-start'} width={240}>
        <Menu.Target>
          <UnstyledButton className={classes.user} data-small={small || undefined}>
            <VisuallyHidden>{text('console-menu', { name })}</VisuallyHidden>
            <span className={classes.face}>
              <Initials name={name} me decorative />
              {presence ? (
                <span className={classes.badge}>
                  <PresenceDot state={presence.state} title={text(PRESENCE_WORDS[presence.state])} />
                </span>
              ) : null}
            </span>
            <span className={classes.who}>
              <span className={classes.name} aria-hidden>
                {name}
              </span>
              <span className={classes.role}>
                {presence ? text(PRESENCE_WORDS[presence.state]) : null}
                <span aria-hidden>
                  {presence ? ' · ' : null}
                  {roleWords(text, role)}
                </span>
              </span>
            </span>
            <IconSelector className={classes.arrow} size="1rem" stroke={1.75} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <PresenceItems />
          <NoticeItems />
          <LanguageItems />
          <Menu.Divider />
          <SchemeItems />
          <Menu.Divider />
          <SettingsItem session={session} />
          <Menu.Item
            leftSection={<IconKeyboard size="1rem" stroke={1.75} aria-hidden />}
            onClick={() => {
              setKeys(true);
            }}
          >
            {text('console-menu-keys')}
          </Menu.Item>
          <SignOutItem />
        </Menu.Dropdown>
      </Menu>
      <Shortcuts opened={keys} setOpened={setKeys} />
    </>
  );
}
