import { z } from 'zod';
import type { Log } from '../../base/log.ts';
import type { Writer } from '../../domain/knowledge/index.ts';

/** An endpoint that speaks as OpenAI's does; `url` up to and with its version: `https://api.openai.com/v1`. */
export type Endpoint = { url: string; model: string; key?: string };

/** An agent waits no longer. */
const PATIENCE_MS = 8000;
/** No draft is so long. */
const LONGEST_BYTES = 256 * 1024;

const Answer = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })], z.unknown()),
});

/** Lets an endpoint write. It is asked once, never again, and a redirect is not followed: words and key go where the operator said. What
 * goes wrong is logged as a status or a kind of error, without words. */
export function chatWriter(endpoint: Endpoint, log: Log, patienceMs: number = PATIENCE_MS): Writer {
  return async ({ rules, material }) => {
    try {
      const answer = await fetch(`${endpoint.url}/chat/completions`, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
        headers: {
          'content-type': 'application/json',
          ...(endpoint.key === undefined ? {} : { authorization: `Bearer ${endpoint.key}` }),
        },
        // Nothing else: what one server calls a limit or a temperature, another refuses.
        body: JSON.stringify({
          model: endpoint.model,
          messages: [
            { role: 'system', content: rules },
            { role: 'user', content: material },
          ],
        }),
      });
      if (answer.ok) return { said: wordsIn(await bounded(answer)) };
      await answer.body?.cancel();
      log.warn({ status: answer.status }, 'the endpoint drafted nothing');
      return { failed: 'unreachable' };
    } catch (error) {
      const kind = error instanceof Error ? error.name : typeof error;
      log.warn({ kind }, 'the endpoint drafted nothing');
      return { failed: kind === 'TimeoutError' ? 'timeout' : 'unreachable' };
    }
  };
}

const wordsIn = (body: string): string => Answer.parse(JSON.parse(body)).choices[0].message.content;

/** Reads an answer. Throws where it is longer than any draft. */
async function bounded(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.byteLength;
    if (size > LONGEST_BYTES) throw new RangeError('the answer is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
