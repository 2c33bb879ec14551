import type { z } from 'zod';
import type * as contract from '../../contract/index.ts';

type Contract = typeof contract;

/** The name of a shape in the contract. */
export type ShapeName = {
  [K in keyof Contract]: Contract[K] extends z.ZodType ? K : never;
}[keyof Contract];

/** What a shape of the contract holds. */
export type Shape<K extends ShapeName> = Contract[K] extends z.ZodType<infer T> ? T : never;

/** A request that was not answered as asked. `status` 0: no answer came (`offline` or `timeout`). `message` is the
 * desk's own sentence for people, empty where there is none. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** What the refusal is about, by name; `field` is the place in the request, `problem` what is wrong there. */
  readonly details: Readonly<Record<string, unknown>>;
  constructor(
    status: number,
    code: string,
    said: { message?: string; details?: Record<string, unknown> } = {},
  ) {
    super(said.message ?? '');
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.details = said.details ?? {};
  }
}

/** How long an answer may take, in milliseconds, before a request counts as lost. */
const PATIENCE_MS = 20_000;

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** What a refusal says, from the words of its body. */
const readRefusal = (status: number, words: string): ApiError => {
  const error = field(parsed(words), 'error');
  const code = field(error, 'code');
  const message = field(error, 'message');
  const details = field(error, 'details');
  return new ApiError(status, typeof code === 'string' ? code : 'unknown', {
    message: typeof message === 'string' ? message : '',
    details: typeof details === 'object' ? { ...details } : {},
  });
};

const parsed = (words: string): unknown => {
  try {
    return JSON.parse(words);
  } catch {
    return null;
  }
};

const lost = (reason: unknown): Error => {
  const name = field(reason, 'name');
  if (name === 'AbortError' && reason instanceof Error) return reason;
  return new ApiError(0, name === 'TimeoutError' ? 'timeout' : 'offline');
};

let secret: string | null = null;

/** From now on requests carry this session's secret; null: none, where a cookie says who asks. */
export const carrySecret = (session: string | null): void => {
  secret = session;
};

/** The secret that requests carry, for those that are not made here. */
export const carriedSecret = (): string | null => secret;

/** What every request says of who asks and in which language. */
const secretHeaders = (): Record<string, string> => ({
  // The desk's sentences come in the language of the page, which can differ from the browser's.
  'accept-language': document.documentElement.lang || 'en',
  'x-nightdesk': '1',
  ...(secret === null ? {} : { authorization: `Bearer ${secret}` }),
});

/** Reads a file. Throws ApiError. */
export async function readBytes(path: string, signal?: AbortSignal): Promise<Blob> {
  try {
    const answer = await fetch(path, { headers: secretHeaders(), ...(signal ? { signal } : {}) });
    if (!answer.ok) throw readRefusal(answer.status, await answer.text());
    return await answer.blob();
  } catch (reason) {
    throw reason instanceof ApiError ? reason : lost(reason);
  }
}

interface Question {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

async function ask(path: string, question: Question): Promise<unknown> {
  const method = question.method ?? 'GET';
  const headers = new Headers({ ...secretHeaders(), accept: 'application/json' });
  if (question.body !== undefined) headers.set('content-type', 'application/json');
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const signal = question.signal ? AbortSignal.any([question.signal, patience]) : patience;
  const body = question.body === undefined ? null : JSON.stringify(question.body);
  try {
    const answer = await fetch(path, { method, headers, body, signal, credentials: 'same-origin' });
    if (!answer.ok) throw readRefusal(answer.status, await answer.text());
    return answer.status === 204 ? null : await answer.json();
  } catch (reason) {
    throw reason instanceof ApiError ? reason : lost(reason);
  }
}

/** While developing, an answer that breaks the contract is an error at once; a built page carries no schemas. */
async function checked<K extends ShapeName>(shape: K, body: unknown): Promise<Shape<K>> {
  if (import.meta.env.DEV) {
    const shapes = await import('../../contract/index.ts');
    const result = (shapes[shape] as z.ZodType).safeParse(body);
    if (!result.success) throw new Error(`The answer is not a ${shape}: ${result.error.message}`);
  }
  return body as Shape<K>;
}

/** Reads one thing. Throws ApiError. */
export const read = async <K extends ShapeName>(
  shape: K,
  path: string,
  signal?: AbortSignal,
): Promise<Shape<K>> => checked(shape, await ask(path, signal ? { signal } : {}));

/** Reads a list of things. Throws ApiError. */
export async function readList<K extends ShapeName>(
  shape: K,
  path: string,
  signal?: AbortSignal,
): Promise<Shape<K>[]> {
  const body = await ask(path, signal ? { signal } : {});
  if (!Array.isArray(body)) throw new ApiError(200, 'unexpected_answer');
  return Promise.all(body.map((item) => checked(shape, item)));
}

/** Changes something and reads what became of it. Throws ApiError. */
export const change = async <K extends ShapeName>(shape: K, path: string, body: unknown): Promise<Shape<K>> =>
  checked(shape, await ask(path, { method: 'POST', body }));

/** Asks for a change that there may be nothing to make: null when there was nothing. Throws ApiError. */
export async function changeIfAny<K extends ShapeName>(shape: K, path: string): Promise<Shape<K> | null> {
  const body = await ask(path, { method: 'POST', body: {} });
  return body === null ? null : checked(shape, body);
}

/** Puts something in the place of what is there and reads what became of it. Throws ApiError. */
export const replace = async <K extends ShapeName>(
  shape: K,
  path: string,
  body: unknown,
): Promise<Shape<K>> => checked(shape, await ask(path, { method: 'PUT', body }));

/** Changes parts of something and reads what became of it. Throws ApiError. */
export const amend = async <K extends ShapeName>(shape: K, path: string, body: unknown): Promise<Shape<K>> =>
  checked(shape, await ask(path, { method: 'PATCH', body }));

/** Takes something away and reads what is left. Throws ApiError. */
export const drop = async <K extends ShapeName>(shape: K, path: string): Promise<Shape<K>> =>
  checked(shape, await ask(path, { method: 'DELETE' }));

/** Ends something; there is nothing to read afterwards. Throws ApiError. */
export const remove = async (path: string): Promise<void> => {
  await ask(path, { method: 'DELETE' });
};
