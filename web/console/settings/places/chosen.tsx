import { Button, Menu } from '@mantine/core';
import { IconBrandTelegram, IconDots } from '@tabler/icons-react';
import type { PlaceLack, Places } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { Tag } from '../parts/rows.tsx';
import { useChoose } from './data.ts';
import classes from './places.module.css';

type Kind = 'channel' | 'community';
type Place = Places['places'][number];

/** What is missing, in words, and where it is switched on. */
function useLackWords(): (lack: PlaceLack) => string {
  const text = useText();
  return ({ what, place, of = '' }) => {
    if (what === 'right') return text('place-lack-right', { of });
    if (what === 'topic') return `${text('place-lack-topic')}: ${text(`place-topic-${of}`)}`;
    if (what === 'post' || what === 'pin' || what === 'stale')
      return text(`place-lack-${what}`, { post: text(`place-post-${of}`) });
    return text(`place-lack-${what}`, { kind: text(`place-kind-${place}`) });
  };
}

function State({ place, lacks }: { place: Place | undefined; lacks: readonly PlaceLack[] }) {
  const text = useText();
  if (!place) return <Tag>{text('settings-place-none')}</Tag>;
  if (place.checked_at === null) return <Tag>{text('settings-place-checking')}</Tag>;
  return lacks.length === 0 ? (
    <Tag tone="ok">{text('settings-place-ready')}</Tag>
  ) : (
    <Tag tone="warn">{text('settings-place-lacks', { count: lacks.length })}</Tag>
  );
}

function Choosing({ page, kind }: { page: Places; kind: Kind }) {
  const text = useText();
  const choose = useChoose(kind);
  const fits = page.candidates.filter((one) => (one.kind === 'channel') === (kind === 'channel'));
  return (
    <div className={classes.ways}>
      {fits.map(({ chat, title }) => (
        <Button
          key={chat}
          size="xs"
          loading={choose.isPending}
          onClick={() => {
            choose.mutate(chat);
          }}
        >
          {text('settings-place-use', { title })}
        </Button>
      ))}
      {page.links ? (
        <Button
          size="xs"
          variant="default"
          component="a"
          href={page.links[kind]}
          target="_blank"
          rel="noreferrer"
          leftSection={<IconBrandTelegram size="1rem" stroke={1.75} aria-hidden />}
        >
          {text(`settings-place-add-${kind}`)}
        </Button>
      ) : null}
    </div>
  );
}

function Leave({ kind, title }: { kind: Kind; title: string }) {
  const text = useText();
  const choose = useChoose(kind);
  return (
    <Menu position="bottom-end" shadow="sm">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          loading={choose.isPending}
          aria-label={text('settings-place-more', { title })}
        >
          <IconDots size="1rem" stroke={1.75} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          color="red"
          onClick={() => {
            choose.mutate(null);
          }}
        >
          {text('settings-place-leave')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** A place: what it is, what is missing there and where that is switched on, or the way to choose one. */
export function PlaceItem({ page, kind }: { page: Places; kind: Kind | 'comments' }) {
  const text = useText();
  const words = useLackWords();
  const place = page.places.find((one) => one.kind === kind);
  const lacks = page.missing.filter(
    (lack) => lack.place === kind && lack.what !== 'stale' && lack.what !== 'place',
  );
  if (kind === 'comments' && !place) return null;
  return (
    <li className={classes.place}>
      <div className={classes.head}>
        <div className={classes.name}>
          <span className={classes.kind}>{text(`place-kind-${kind}`)}</span>
          {place ? (
            <span className={classes.title}>
              {place.title}
              {place.username ? <span className={classes.username}>@{place.username}</span> : null}
            </span>
          ) : (
            <span className={classes.hint}>{text(`settings-place-${kind}-hint`)}</span>
          )}
        </div>
        <State place={place} lacks={lacks} />
        {place && kind !== 'comments' ? <Leave kind={kind} title={place.title} /> : null}
      </div>
      {place && lacks.length > 0 ? (
        <ul className={classes.lacks}>
          {lacks.map((lack) => (
            <li key={`${lack.what} ${lack.of ?? ''}`}>{words(lack)}</li>
          ))}
        </ul>
      ) : null}
      {place === undefined && kind !== 'comments' ? <Choosing page={page} kind={kind} /> : null}
    </li>
  );
}
