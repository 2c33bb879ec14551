import type { Command } from '../command.ts';
import { seed } from '../seed.ts';
import { seedContent } from '../seed-content.ts';
import { withRuntime } from '../with-runtime.ts';

/** Adds the starter queues and topics, and with `--content` the starter articles. */
export const seedCommand: Command = {
  summary: 'add the starter queues and topics that the desk lacks; --content: the articles too',
  run: (call) =>
    withRuntime(call, async (runtime) => {
      await seed(runtime);
      const articles = call.values['content'] === true ? await seedContent(runtime) : 0;
      const { queues, topics } = await runtime.desk.routing();
      call.tell(`The desk has ${queues.length} queues and ${topics.length} topics.`);
      if (articles > 0) call.tell(`${articles} articles of the starter library were added and published.`);
      return { code: 0, json: { queues: queues.length, topics: topics.length, articles } };
    }),
};
