import { Alert, Button, Loader, Skeleton, UnstyledButton } from '@mantine/core';
import { IconBrandTelegram, IconChevronRight, IconMoonStars } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Session, SignInOptions, StaffMember } from '../../../contract/index.ts';
import { ApiError, change } from '../../ui/api.ts';
import { LANGUAGE_NAMES, LANGUAGES, useText } from '../../ui/i18n.tsx';
import { takePlace } from '../data/kept.ts';
import { usePreferences } from '../data/preferences.tsx';
import { forgetSession, sessionQuery, signInQuery } from '../data/queries.ts';
import { Initials } from '../parts/person.tsx';
import { Problem } from '../parts/problem.tsx';
import { reasonWords, roleWords } from '../words.ts';
import classes from './sign-in.module.css';

/** Goes where the person was before, else to the inbox. */
function useEnter() {
  const client = useQueryClient();
  const router = useRouter();
  return useCallback(
    (session: Session) => {
      forgetSession(client);
      client.setQueryData(sessionQuery.queryKey, session);
      const place = takePlace();
      if (place) router.history.push(`/console${place}`);
      else void router.navigate({ to: '/inbox/$view', params: { view: 'waiting' }, search: {} });
    },
    [client, router],
  );
}

/** Signs in by the link that the bot has sent. The token leaves the address at once. It is used only on a page that somebody looks at, so
 * that a preview of the link does not use it up. */
function useLink(enter: (session: Session) => void) {
  const { token } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const used = useRef<string | null>(null);
  const link = useMutation({
    mutationFn: (one: string) => change('Session', '/api/session/link', { token: one }),
    onSuccess: enter,
  });
  const { mutate } = link;
  useEffect(() => {
    if (!token || used.current === token) return;
    const use = (): void => {
      if (document.visibilityState !== 'visible' || used.current === token) return;
      used.current = token;
      mutate(token);
      void navigate({ to: '/sign-in', search: {}, replace: true });
    };
    use();
    document.addEventListener('visibilitychange', use);
    return () => {
      document.removeEventListener('visibilitychange', use);
    };
  }, [token, mutate, navigate]);
  return link;
}

function BotSteps({ username, demo }: { username: string | null; demo: boolean }) {
  const text = useText();
  if (!username) return <p className={classes.words}>{text('console-sign-in-no-bot')}</p>;
  return (
    <>
      <p className={classes.words}>{text('console-sign-in-how', { bot: `@${username}` })}</p>
      {demo ? null : <OpenBot username={username} />}
    </>
  );
}

function OpenBot({ username }: { username: string }) {
  const text = useText();
  return (
    <Button
      component="a"
      href={`https://t.me/${username}?start=console`}
      target="_blank"
      rel="noreferrer"
      leftSection={<IconBrandTelegram size="1.125rem" aria-hidden />}
      fullWidth
    >
      {text('console-sign-in-open-bot', { bot: `@${username}` })}
    </Button>
  );
}

function DemoStaff(props: { staff: readonly StaffMember[]; enter: (session: Session) => void }) {
  const text = useText();
  const signIn = useMutation({
    mutationFn: (id: number) => change('Session', '/api/session/demo', { staff_id: id }),
    onSuccess: props.enter,
  });
  return (
    <section className={classes.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">{text('console-sign-in-demo')}</h2>
      <ul>
        {props.staff.map((member) => (
          <li key={member.id}>
            <UnstyledButton
              className={classes.card}
              disabled={signIn.isPending}
              onClick={() => {
                signIn.mutate(member.id);
              }}
            >
              <Initials name={member.name} decorative />
              <span className={classes.name}>{member.name}</span>
              <span className={classes.role}>{roleWords(text, member.role)}</span>
              {signIn.isPending && signIn.variables === member.id ? (
                <Loader size="1rem" />
              ) : (
                <IconChevronRight size="1rem" stroke={1.75} aria-hidden />
              )}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {signIn.error ? <Failure error={signIn.error} /> : null}
    </section>
  );
}

function Failure({ error, byLink = false }: { error: unknown; byLink?: boolean }) {
  const text = useText();
  const spent = byLink && error instanceof ApiError && error.status >= 400 && error.status < 429;
  return (
    <Alert color="red" variant="light" role="alert" title={text('console-sign-in-failed')}>
      {spent ? text('console-sign-in-link-spent') : reasonWords(text, error)}
    </Alert>
  );
}

function Languages() {
  const { language, setLanguage } = usePreferences();
  return (
    <div className={classes.languages}>
      {LANGUAGES.map((one) => (
        <UnstyledButton
          key={one}
          lang={one}
          aria-pressed={one === language}
          onClick={() => {
            setLanguage(one);
          }}
        >
          {LANGUAGE_NAMES[one]}
        </UnstyledButton>
      ))}
    </div>
  );
}

function Ways(props: { options: SignInOptions; enter: (session: Session) => void }) {
  const { options, enter } = props;
  return (
    <>
      {options.demo_staff ? <DemoStaff staff={options.demo_staff} enter={enter} /> : null}
      <BotSteps username={options.bot_username} demo={options.demo_staff !== null} />
    </>
  );
}

/** Where staff sign in: by a link from the bot, or, in a demo desk, as any of its staff. */
export function SignInScreen() {
  const text = useText();
  const enter = useEnter();
  const link = useLink(enter);
  const options = useQuery(signInQuery);
  const [title] = useState(() => document.title);
  const name = options.data?.desk.name;
  useEffect(() => {
    document.title = name ? `${text('console-sign-in-title')} · ${name}` : title;
  }, [name, text, title]);
  return (
    <main className={classes.page}>
      <div className={classes.panel}>
        <IconMoonStars className={classes.mark} size="1.75rem" stroke={1.75} aria-hidden />
        <h1>{name ?? <Skeleton height="1.5rem" width="10rem" />}</h1>
        <p className={classes.subtitle}>{text('console-sign-in-title')}</p>
        {link.error ? <Failure error={link.error} byLink /> : null}
        {link.isPending ? (
          <p className={classes.words} role="status">
            <Loader size="1rem" /> {text('console-sign-in-busy')}
          </p>
        ) : null}
        {options.data ? <Ways options={options.data} enter={enter} /> : null}
        {options.isPending ? <Skeleton height="2.25rem" /> : null}
        {options.error ? (
          <Problem
            title={text('console-problem-start')}
            error={options.error}
            retry={() => void options.refetch()}
            retrying={options.isFetching}
          />
        ) : null}
      </div>
      <Languages />
    </main>
  );
}
