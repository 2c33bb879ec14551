/** An endpoint that speaks as OpenAI's does; `url` up to and with its version: `https://api.openai.com/v1`. */
export type Endpoint = { url: string; model: string; key?: string };

/** What is asked, how long is waited for it in milliseconds, and how long the answer may be in bytes. */
type Asking = { path: string; body: object; ms: number; longest: number };

/** Asks an endpoint once; the answer's text. A redirect is not followed: words and key go where the operator said. Throws a `TimeoutError` after
 * that time, an error with the `status` where it is not of success, and others; none of them has words of the question or the key. */
export async function post(endpoint: Endpoint, { path, body, ms, longest }: Asking): Promise<string> {
  const answer = await fetch(`${endpoint.url}${path}`, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(ms),
    headers: {
      'content-type': 'application/json',
      ...(endpoint.key === undefined ? {} : { authorization: `Bearer ${endpoint.key}` }),
    },
    body: JSON.stringify(body),
  });
  if (answer.ok) return bounded(answer, longest);
  await answer.body?.cancel();
  throw Object.assign(new Error('the endpoint refused'), { status: answer.status });
}

/** What went wrong, without words: the kind of failure, and for the log its status or the name of the error. */
export function failureIn(error: unknown): { failed: 'timeout' | 'unreachable'; why: object } {
  const kind = error instanceof Error ? error.name : typeof error;
  const status = (error as { status?: unknown } | null)?.status;
  return {
    failed: kind === 'TimeoutError' ? 'timeout' : 'unreachable',
    why: typeof status === 'number' ? { status } : { kind },
  };
}

/** Reads an answer. Throws where it is longer. */
async function bounded(answer: Response, longest: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.byteLength;
    if (size > longest) throw new RangeError('the answer is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
