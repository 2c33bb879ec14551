import { OpenedCabinet } from '../../contract/index.ts';
import { cabinetLink, type TestDesk } from './desk.ts';

let made = 0;

/** A key that no other request has. */
export const requestKey = (): string => `request-${String(++made).padStart(6, '0')}`;

/** What a door of the cabinet answered. */
export type Answered<T = { error?: { code: string; message: string; details?: Record<string, unknown> } }> = {
  status: number;
  body: T;
  headers: Headers;
};

/** A customer in their cabinet, who knocks at its doors. */
export type Visitor = {
  readonly id: number;
  readonly telegramId: number;
  readonly session: string;
  /** Asks below /api/cabinet; a body is posted unless something else is said. */
  call<T = never>(
    path: string,
    body?: unknown,
    method?: string,
  ): Promise<Answered<[T] extends [never] ? Answered['body'] : T>>;
};

/** Somebody who has opened the cabinet by a link. */
export async function cabinetVisitor(
  t: TestDesk,
  who: { language?: string; firstName?: string } = {},
): Promise<Visitor> {
  const { id, telegramId, path } = await cabinetLink(t, who);
  const ask = async (
    door: string,
    secret: string | undefined,
    how: { body?: unknown; method?: string | undefined },
  ) => {
    const { body, method = body === undefined ? 'GET' : 'POST' } = how;
    const answer = await fetch(`${t.url}/api/cabinet${door}`, {
      method,
      headers: {
        'x-nightdesk': '1',
        ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : undefined, headers: answer.headers };
  };
  const link = new URLSearchParams(path.split('?')[1]).get('link');
  const { session } = OpenedCabinet.parse((await ask('/session', undefined, { body: { link } })).body);
  return { id, telegramId, session, call: (door, body, method) => ask(door, session, { body, method }) };
}

/** The status and the code of a refusal. */
export const refusalOf = ({ status, body }: { status: number; body: unknown }): [number, unknown] => [
  status,
  (body as Answered['body']).error?.code,
];
