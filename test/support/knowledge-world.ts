import { expect, vi } from 'vitest';
import type { Player } from '../../app/demo/people.ts';
import { seedContent } from '../../app/seed-content.ts';
import { KnowledgeFound, OpenedCabinet } from '../../contract/index.ts';
import { type TestDesk, type TestDeskOptions, testDesk } from './desk.ts';
import { launchOf } from './launch.ts';

/** A customer in their cabinet. `call` asks its API. */
export type Reader = {
  player: Player;
  session: string;
  call(path: string, body?: unknown, method?: string): Promise<{ status: number; body: unknown }>;
};

/** A desk with the starter articles, which its process knows already. */
export async function knowledgeDesk(options?: TestDeskOptions): Promise<TestDesk> {
  const t = await testDesk(options);
  await seedContent(t.runtime);
  const there = async () => (await t.runtime.desk.library()).articles.size > 0;
  await vi.waitUntil(there, { timeout: 30_000 });
  return t;
}

/** Waits until what is read is as expected: a change reaches the processes of a desk a moment after its commit. */
export const soon = <T>(read: () => T) => expect.poll(read, { timeout: 30_000 });

/** A new customer who has opened the cabinet. */
export async function readerOf(t: TestDesk, name = 'Leyla', language = 'en'): Promise<Reader> {
  const player = await t.customer(name, language);
  const person = { id: player.id, first_name: name, language_code: language };
  const opened = await ask(t, '/session', {
    body: { init_data: launchOf(person, { at: t.runtime.clock.now() }) },
  });
  const { session } = OpenedCabinet.parse(opened.body);
  return { player, session, call: (path, body, method) => ask(t, path, { session, body, method }) };
}

type Asking = { session?: string; body?: unknown; method?: string | undefined };

async function ask(t: TestDesk, path: string, { session, body, method }: Asking) {
  const response = await fetch(`${t.url}/api/cabinet${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      'x-nightdesk': '1',
      ...(session === undefined ? {} : { authorization: `Bearer ${session}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

/** What the cabinet finds for words: slugs, best first. */
export async function found(reader: Reader, words: string): Promise<string[]> {
  const { body } = await reader.call(`/knowledge/search?q=${encodeURIComponent(words)}`);
  return KnowledgeFound.parse(body).found.map(({ slug }) => slug);
}

/** Where a new article stands. */
export const place = (slug: string, more: object = {}) => ({
  ...{ slug, section: 'features', topics: ['features'], macros: [] },
  ...{ popular: false, owner: null, review_on: null },
  ...more,
});

/** What an article says in one language. */
export const text = (title: string, body = 'Press the **moon**.\n\n1. Open settings.\n2. Press it.') => ({
  ...{ title, summary: 'It is in the settings.', keywords: [], body },
});
