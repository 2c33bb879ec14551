import { OpenedCabinet, StartedUpload, UPLOAD_PIECE_BYTES, type Upload } from '../../contract/index.ts';
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

const askAt =
  (url: string) =>
  async (door: string, secret: string | undefined, how: { body?: unknown; method?: string | undefined }) => {
    const { body, method = body === undefined ? 'GET' : 'POST' } = how;
    const answer = await fetch(`${url}/api/cabinet${door}`, {
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

/** Knocks at the cabinet's doors with a session that is there already. */
export const visitorOf = (url: string, session: string): Pick<Visitor, 'call' | 'session'> => ({
  session,
  call: (door, body, method) => askAt(url)(door, session, { body, method }),
});

/** Somebody who has opened the cabinet by a link. */
export async function cabinetVisitor(
  t: TestDesk,
  who: { language?: string; firstName?: string } = {},
): Promise<Visitor> {
  const { id, telegramId, path } = await cabinetLink(t, who);
  const ask = askAt(t.url);
  const link = new URLSearchParams(path.split('?')[1]).get('link');
  const { session } = OpenedCabinet.parse((await ask('/session', undefined, { body: { link } })).body);
  return { id, telegramId, session, call: (door, body, method) => ask(door, session, { body, method }) };
}

/** The status and the code of a refusal. */
export const refusalOf = ({ status, body }: { status: number; body: unknown }): [number, unknown] => [
  status,
  (body as Answered['body']).error?.code,
];

/** Announces a file from the cabinet. */
export const announceFile = (visitor: Pick<Visitor, 'call'>, name: string, size: number) =>
  visitor.call('/uploads', { name, size });

/** Sends a piece of an announced file, which begins at `at`. */
export async function sendPiece(
  to: { url: string; session: string },
  id: number,
  piece: { at: number; bytes: Uint8Array },
) {
  const answer = await fetch(`${to.url}/api/cabinet/uploads/started/${id}?at=${piece.at}`, {
    method: 'PUT',
    headers: {
      ...{ authorization: `Bearer ${to.session}`, 'x-nightdesk': '1' },
      'content-type': 'application/octet-stream',
    },
    body: new Uint8Array(piece.bytes),
  });
  return { status: answer.status, body: (await answer.json()) as unknown };
}

/** Uploads a file from the cabinet, as the page does. */
export async function uploadTo(
  t: { url: string },
  visitor: Pick<Visitor, 'call' | 'session'>,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<Upload> {
  let started = StartedUpload.parse((await announceFile(visitor, name, bytes.length)).body);
  while (!started.upload) {
    const at = started.received;
    const piece = { at, bytes: bytes.subarray(at, at + UPLOAD_PIECE_BYTES) };
    const { body } = await sendPiece({ url: t.url, session: visitor.session }, started.id, piece);
    started = StartedUpload.parse(body);
  }
  return started.upload;
}
