import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Session } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { useLive } from '../data/live.ts';
import { sessionQuery } from '../data/queries.ts';
import { Commands } from '../inbox/commands.tsx';
import { UserMenu } from '../inbox/user-menu.tsx';
import { ConnectionBanner } from '../parts/connection.tsx';
import { useKeys } from '../parts/keys.ts';
import { SECTIONS, sectionsOf } from './sections.ts';
import classes from './shell.module.css';

const useNarrow = () => useMediaQuery('(max-width: 59.99em)', undefined, { getInitialValueInEffect: false });

function SectionLinks({ session }: { session: Session }) {
  const text = useText();
  const { pathname } = useLocation();
  return (
    <nav className={classes.sections} aria-label={text('settings')}>
      {sectionsOf(session).map(({ to, words, Shape }) => (
        <Link
          key={to}
          to={to}
          className={classes.section}
          aria-current={pathname.startsWith(to) ? 'page' : undefined}
        >
          <Shape size="1.0625rem" stroke={1.75} aria-hidden />
          <span className={classes.name}>{text(words)}</span>
          <IconChevronRight className={classes.go} size="1rem" stroke={1.75} aria-hidden />
        </Link>
      ))}
    </nav>
  );
}

function SectionsColumn({ session, user }: { session: Session; user: boolean }) {
  const text = useText();
  return (
    <div className={classes.column}>
      <div className={classes.top}>
        <Link to="/inbox/$view" params={{ view: 'waiting' }} search={{}} className={classes.back}>
          <IconArrowLeft size="1.0625rem" stroke={1.75} aria-hidden />
          <span className={classes.name}>{text('settings-back')}</span>
        </Link>
        {user ? null : <UserMenu session={session} small />}
      </div>
      <p className={classes.title} aria-hidden>
        {text('settings')}
      </p>
      <SectionLinks session={session} />
      {user ? <UserMenu session={session} /> : null}
    </div>
  );
}

/** The window's title says which page it is. */
function useTitle(session: Session): void {
  const text = useText();
  const { pathname } = useLocation();
  const here = SECTIONS.find(({ to }) => pathname.startsWith(to));
  useEffect(() => {
    document.title = `${text(here?.words ?? 'settings')} · ${session.desk.name}`;
  }, [here, session.desk.name, text]);
}

/** Settings: what a desk sets by itself. The list of pages on the left; on a narrow screen the list, or a page. */
export function SettingsScreen() {
  const session = useQuery(sessionQuery).data;
  return session ? <Settings session={session} /> : null;
}

function Settings({ session }: { session: Session }) {
  const narrow = useNarrow();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const atList = /\/settings\/?$/.test(pathname);
  useLive();
  useTitle(session);
  useKeys([['Escape', () => void navigate({ to: '/inbox/$view', params: { view: 'waiting' }, search: {} })]]);
  return (
    <div className={classes.shell}>
      <ConnectionBanner />
      <div className={classes.panes}>
        {!narrow || atList ? <SectionsColumn session={session} user={!narrow} /> : null}
        {!narrow || !atList ? (
          <main className={classes.page}>
            <Outlet />
          </main>
        ) : null}
      </div>
      <Commands session={session} />
    </div>
  );
}

/** Without a page chosen: the first one, where there is room for it beside the list. */
export function FirstSection() {
  const narrow = useNarrow();
  const session = useQuery(sessionQuery).data;
  const [first] = session ? sectionsOf(session) : [];
  return first && !narrow ? <Navigate to={first.to} replace /> : null;
}
