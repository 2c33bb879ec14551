import { z } from 'zod';
import type { Log } from '../../base/log.ts';
import type { Writer } from '../../domain/knowledge/index.ts';
import { type Endpoint, failureIn, post } from './post.ts';

/** An agent waits no longer. */
const PATIENCE_MS = 8000;
/** No draft is so long. */
const LONGEST_BYTES = 256 * 1024;

const Answer = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })], z.unknown()),
});

/** Lets an endpoint write. It is asked once, never again. What goes wrong is logged as a status or a kind of error, without words. */
export function chatWriter(endpoint: Endpoint, log: Log, patienceMs: number = PATIENCE_MS): Writer {
  return async ({ rules, material }) => {
    try {
      // Nothing else: what one server calls a limit or a temperature, another refuses.
      const body = {
        model: endpoint.model,
        messages: [
          { role: 'system', content: rules },
          { role: 'user', content: material },
        ],
      };
      const asked = { path: '/chat/completions', body, ms: patienceMs, longest: LONGEST_BYTES };
      return { said: wordsIn(await post(endpoint, asked)) };
    } catch (error) {
      const { failed, why } = failureIn(error);
      log.warn(why, 'the endpoint drafted nothing');
      return { failed };
    }
  };
}

const wordsIn = (body: string): string => Answer.parse(JSON.parse(body)).choices[0].message.content;
