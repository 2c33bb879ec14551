import { IconChevronLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { useText } from '../../ui/i18n.tsx';
import { useMe } from '../data/me.tsx';
import classes from './page.module.css';

let opened = false;

/** The title of a screen takes the focus when one comes to it, so that a screen reader says where one is. Not at the first screen. */
function useArrival(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const desk = useMe().cabinet.desk.name;
  useEffect(() => {
    if (opened) heading.current?.focus({ preventScroll: true });
    opened = true;
  }, []);
  useEffect(() => {
    document.title = `${title} · ${desk}`;
  }, [title, desk]);
  return heading;
}

/** The way back: Telegram's own button, or ours where Telegram is not. */
function Up({ to, label }: { to: string; label: string }) {
  const { telegram } = useMe();
  const [, go] = useLocation();
  useEffect(
    () =>
      telegram?.showBackButton(() => {
        go(to);
      }),
    [telegram, go, to],
  );
  if (telegram) return null;
  return (
    <Link href={to} className={classes.up}>
      <IconChevronLeft aria-hidden size="1.5rem" />
      {label}
    </Link>
  );
}

/** One screen: its large title, what belongs beside it, and its content. `up`: it has a screen above it, the tickets where nothing else is said. */
export function Page(props: {
  title: string;
  up?: boolean | '/help';
  beside?: ReactNode;
  under?: ReactNode;
  children: ReactNode;
}) {
  const text = useText();
  const heading = useArrival(props.title);
  return (
    <main className={classes.page}>
      {props.up === '/help' && <Up to="/help" label={text('cabinet-help')} />}
      {props.up === true && <Up to="/" label={text('cabinet-tickets')} />}
      <header className={classes.head}>
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          {props.title}
        </h1>
        {props.beside}
      </header>
      {props.under}
      {props.children}
    </main>
  );
}
