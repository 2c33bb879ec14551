import { once } from 'node:events';
import type { Command } from '../command.ts';
import { describeApi } from '../desk.ts';
import { withRuntime } from '../with-runtime.ts';

/** Prints the description of the HTTP API. */
export const openapi: Command = {
  summary: 'print the description of the HTTP API (OpenAPI)',
  run: (call) =>
    withRuntime(call, async (runtime) => {
      const description = await describeApi(runtime);
      if (!call.json && !process.stdout.write(`${JSON.stringify(description, null, 2)}\n`))
        await once(process.stdout, 'drain');
      return { code: 0, json: description };
    }),
};
