import { buildServer } from '../../edges/http/index.ts';
import type { Agent, TestDesk } from './desk.ts';

/** A route of the API as the server itself knows it. `access` says who may call it. */
export type Door = { method: string; url: string; access: string };

/** A second server of the same desk, with the table of its routes. */
export type Doors = AsyncDisposable & {
  readonly url: string;
  /** Every route under /api. */
  readonly doors: readonly Door[];
  /** What answers outside the API. */
  readonly outside: readonly string[];
};

/** Serves the desk's database by a server whose table of routes can be read: a route that is added is in it by itself. */
export async function openDoors(t: TestDesk): Promise<Doors> {
  const { db, transact, desk, translate, log, metrics, onNote, storage } = t.runtime;
  const server = await buildServer({
    ...{ db, transact, desk, translate, log, metrics, onNote, storage },
    openFile: async () => ({ status: 404 }),
    botUsername: () => null,
    readLaunch: () => undefined,
    demo: false,
    webhook: async () => 401,
    distFolder: '/nowhere',
    ready: () => true,
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const table = server.accessTable;
  return {
    url,
    doors: table.flatMap(({ access, ...route }) => (access === undefined ? [] : [{ ...route, access }])),
    outside: table.flatMap(({ access, method, url: path }) =>
      access === undefined && method !== 'HEAD' ? [`${method} ${path}`] : [],
    ),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

/** Knocks at a door with an empty hand; answers the status and the code of a refusal. */
export async function knock(
  base: string,
  door: Door,
  cookie?: string,
): Promise<{ status: number; code?: string }> {
  const { method } = door;
  const stop = new AbortController();
  const readable = method === 'GET' || method === 'HEAD';
  const answer = await fetch(base + door.url.replaceAll(/:\w+/g, '999999'), {
    method,
    signal: stop.signal,
    headers: {
      'x-nightdesk': '1',
      ...(cookie ? { cookie } : {}),
      ...(readable ? {} : { 'content-type': 'application/json' }),
    },
    ...(readable ? {} : { body: '{}' }),
  });
  const { status } = answer;
  const code = status >= 400 ? /"code":"(\w+)"/.exec(await answer.text())?.[1] : undefined;
  stop.abort();
  return { status, ...(code === undefined ? {} : { code }) };
}

/** The doors that do not do what the table says: without a session 401; with one 403 exactly where the role lacks the permission. */
export async function wrongDoors(
  base: string,
  doors: readonly Door[],
  staff: ReadonlyMap<string, Agent>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const door of doors) {
    const name = `${door.method} ${door.url}`;
    const stranger = await knock(base, door);
    if ((stranger.status === 401) === (door.access === 'public' && stranger.code !== 'link_spent')) {
      wrong.push(`${name}: without a session ${stranger.status}`);
    }
    for (const [role, { member, cookie }] of staff) {
      const granted = member.permissions.some((permission) => permission === door.access);
      const asks = door.access.includes('.');
      const { status } = await knock(base, door, cookie);
      if ((status === 403) !== (asks && !granted)) {
        // Beside a sandbox only, whoever asks.
        if (door.url !== '/api/session/demo') wrong.push(`${name}: as ${role} ${status}`);
      }
    }
  }
  return wrong;
}
