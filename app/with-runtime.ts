import type { Call, Ended } from './command.ts';
import { joinDatabase, openRuntime, type Runtime } from './runtime.ts';

/** Opens the database, migrated, for one command, and closes it afterwards. */
export async function withRuntime(call: Call, work: (runtime: Runtime) => Promise<Ended>): Promise<Ended> {
  const database = await joinDatabase(call.config, {
    demo: !call.config.TELEGRAM_BOT_TOKEN,
    tell: call.tell,
  });
  try {
    const runtime = await openRuntime(call.config, database.url);
    try {
      return await work(runtime);
    } finally {
      await runtime.close();
    }
  } finally {
    await database.stop();
  }
}
