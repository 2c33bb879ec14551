import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';
import { HOUR, plus } from '../../base/kernel/index.ts';
import { type Button, botName, chatById, type Place, type Said, show, showAnew } from '../chats/index.ts';
import { type StaffMember, staffById } from '../staff/index.ts';
import { type Lack, missing, type PlaceKind, type Places, type TopicSlug } from './place.ts';
import type { At } from './place-address.ts';
import { readPlaces } from './places.sql.ts';
import { topicName } from './words.ts';

/** What a press under the way to set the places up does; `t`: a topic's number, `c`: our number of a chat. */
export type SetupAction = { do: 'check' } | { do: 'use'; chatId: number } | { do: 'topic'; slug: TopicSlug };

const VERSION = 'pl1';

/** Puts an action into a button's data. */
export function encodeSetup(action: SetupAction): string {
  const detail = action.do === 'use' ? action.chatId : action.do === 'topic' ? action.slug : '';
  return `${VERSION}:${action.do}:${detail}`;
}

/** Reads a button's data; undefined for whatever is not one of these. */
export function decodeSetup(data: string): SetupAction | undefined {
  const [, name, detail = ''] = /^pl1:(check|use|topic):(\w{0,16})$/.exec(data) ?? [];
  if (name === 'check' && detail === '') return { do: 'check' };
  if (name === 'use' && /^\d{1,15}$/.test(detail)) return { do: 'use', chatId: Number(detail) };
  if (name === 'topic' && (detail === 'questions' || detail === 'statuses' || detail === 'faq'))
    return { do: 'topic', slug: detail };
  return undefined;
}

/** Rights to ask for where somebody adds the bot by a link, by Telegram's names for links. */
const ASKED = {
  channel: ['post_messages', 'edit_messages', 'delete_messages', 'pin_messages', 'manage_direct_messages'],
  group: ['pin_messages', 'manage_topics', 'delete_messages', 'restrict_members', 'invite_users'],
} as const;

/** Links that add the bot to a channel and to a group with the rights that it needs. */
export function addingLinks(bot: string): { channel: string; community: string } {
  return {
    channel: `https://t.me/${bot}?startchannel&admin=${ASKED.channel.join('+')}`,
    community: `https://t.me/${bot}?startgroup=setup&admin=${ASKED.group.join('+')}`,
  };
}

/** A chat in which the bot is an administrator, and that is no place yet. */
export type Candidate = { chatId: number; title: string; kind: 'channel' | 'group' };

/** Chats that may become a place by one press. */
export async function listCandidates(db: Db): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select p.chat_id as "chatId", p.title, case when c.kind = 'channel' then 'channel' else 'group' end as kind
    from place_candidates p join chats c on c.id = p.chat_id order by p.at desc limit 3`.execute(db);
  return rows;
}

/** Notes that a chat may become a place. */
export async function noteCandidate(tx: Tx, of: { chatId: number; title: string; now: Date }): Promise<void> {
  await sql`
    insert into place_candidates (chat_id, title, at) values (${of.chatId}, ${of.title}, ${of.now})
    on conflict (chat_id) do update set title = excluded.title, at = excluded.at`.execute(tx);
}

/** Forgets a chat that can be no place any more. */
export async function forgetCandidate(tx: Tx, chatId: number): Promise<void> {
  await sql`delete from place_candidates where chat_id = ${chatId}`.execute(tx);
}

/** How long a panel follows what happens, after it was last asked for. */
const FOLLOWS_MS = HOUR;

/** Shows somebody of the staff in their chat with the bot how far the places are, and what to do next; from now on it follows what happens. */
export async function showPanel(at: At, chat: Place, member: StaffMember): Promise<void> {
  const { tx, now } = at;
  await sql`
    insert into place_panels (chat_id, staff_id, shown_at) values (${chat.id}, ${member.id}, ${now})
    on conflict (chat_id) do update set staff_id = excluded.staff_id, shown_at = excluded.shown_at`.execute(
    tx,
  );
  await showAnew(tx, { chat, said: await panelOf(at, member.language) }, panelKey(chat.id));
}

/** Brings the panels that follow what happens up to date. */
export async function refreshPanels(at: At): Promise<void> {
  const { tx, now } = at;
  const { rows } = await sql<{ chat_id: number; staff_id: number }>`
    select chat_id, staff_id from place_panels where shown_at > ${plus(now, -FOLLOWS_MS)} order by chat_id`.execute(
    tx,
  );
  for (const row of rows) {
    const chat = await chatById(tx, row.chat_id);
    const member = await staffById(tx, row.staff_id);
    if (!chat || !member?.permissions.includes('places.manage')) continue;
    await show(tx, { chat, said: await panelOf(at, member.language) }, { key: panelKey(chat.id) });
  }
}

const panelKey = (chatId: number): string => `setup:${chatId}`;

async function panelOf({ tx, desk, now }: At, language: Language): Promise<Said> {
  const known = await readPlaces(tx);
  const bot = (await botName(tx)) ?? '';
  const candidates = await listCandidates(tx);
  const t = (key: string, vars?: Record<string, string>) => desk.translate(language, key, vars);
  const lacks = missing(known, now);
  const lines = [
    t('setup-title', { desk: desk.settings.name }),
    ...(['channel', 'community', 'comments'] as const).flatMap((kind) =>
      placeLines(t, known, { kind, lacks }),
    ),
    ...topicLine(t, { known, name: (topic) => topicName(desk, topic) }),
    lacks.length === 0 ? t('setup-done') : t('setup-next'),
  ];
  return { text: lines.join('\n\n'), buttons: panelButtons(t, { known, bot, candidates }) };
}

type T = (key: string, vars?: Record<string, string>) => string;

function placeLines(t: T, known: Places, of: { kind: PlaceKind; lacks: readonly Lack[] }): string[] {
  const place = known.places.find(({ kind }) => kind === of.kind);
  if (!place)
    return of.kind === 'comments' ? [] : [t('setup-place-none', { kind: t(`place-kind-${of.kind}`) })];
  const own = of.lacks.filter(
    (lack) => lack.place === of.kind && lack.what !== 'stale' && lack.what !== 'topic',
  );
  const vars = { kind: t(`place-kind-${of.kind}`), title: place.title };
  if (place.checkedAt === null) return [t('setup-place-checking', vars)];
  if (own.length === 0) return [t('setup-place-ready', vars)];
  return [[t('setup-place-lacks', vars), ...own.map((lack) => `• ${lackWords(t, lack)}`)].join('\n')];
}

/** What is missing, in words, and where it is switched on. */
function lackWords(t: T, { what, place, of = '' }: Lack): string {
  switch (what) {
    case 'right':
      return t('place-lack-right', { of });
    case 'post':
    case 'pin':
    case 'stale':
      return t(`place-lack-${what}`, { post: t(`place-post-${of}`) });
    case 'admin':
    case 'away':
    case 'forum':
    case 'place':
    case 'topic':
      return t(`place-lack-${what}`, { kind: t(`place-kind-${place}`) });
  }
}

function topicLine(t: T, of: { known: Places; name: (topic: Places['topics'][number]) => string }): string[] {
  const community = of.known.places.find(({ kind }) => kind === 'community');
  if (!community?.isForum) return [];
  const marks = { there: '✅', asked: '⏳', absent: '▫️', failed: '⚠️' } as const;
  const topics = of.known.topics.map((topic) => `${marks[topic.state]} ${of.name(topic)}`);
  return [`${t('setup-topics', { topics: topics.join(' · ') })}`];
}

function panelButtons(
  t: T,
  { known, bot, candidates }: { known: Places; bot: string; candidates: readonly Candidate[] },
): Button[][] {
  const has = (kind: PlaceKind) => known.places.some((place) => place.kind === kind);
  const links = addingLinks(bot);
  const offers = candidates.map(({ chatId, title, kind }): Button[] => [
    {
      label: t(kind === 'channel' ? 'setup-use-channel' : 'setup-use-group', { title: title.slice(0, 24) }),
      data: encodeSetup({ do: 'use', chatId }),
    },
  ]);
  return [
    ...offers,
    ...(has('channel') ? [] : [[{ label: t('setup-add-channel'), url: links.channel }]]),
    ...(has('community') ? [] : [[{ label: t('setup-add-group'), url: links.community }]]),
    ...(known.places.length > 0 ? [[{ label: t('setup-check'), data: encodeSetup({ do: 'check' }) }]] : []),
  ];
}
