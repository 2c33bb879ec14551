import type { Command } from '../command.ts';
import { seed } from '../seed.ts';
import { withRuntime } from '../with-runtime.ts';

/** Adds the starter queues and topics. */
export const seedCommand: Command = {
  summary: 'add the starter queues and topics that the desk lacks',
  run: (call) =>
    withRuntime(call, async (runtime) => {
      await seed(runtime);
      const { queues, topics } = await runtime.desk.routing();
      call.tell(`The desk has ${queues.length} queues and ${topics.length} topics.`);
      return { code: 0, json: { queues: queues.length, topics: topics.length } };
    }),
};
