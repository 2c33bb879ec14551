import type { Update } from 'grammy/types';
import { readConfig } from '../../app/config.ts';
import { openRuntime, type Runtime } from '../../app/runtime.ts';
import { seed } from '../../app/seed.ts';
import { handOver } from '../../domain/reception/index.ts';
import { type Intake, receiveBatch } from '../../edges/telegram-in/index.ts';
import { testDatabase } from './database.ts';

/** The way in of a desk, without a network: updates go in, the database tells what became of them. */
export type TestIntake = AsyncDisposable & {
  readonly runtime: Runtime;
  readonly intake: Intake;
  /** Hands these updates in, one after another. */
  take(...updates: readonly Update[]): Promise<void>;
};

/** The way in of a running desk, for updates that no client of Telegram's would send. */
export function intakeOf({ transact, clock, log, metrics, desk }: Runtime): Intake {
  return {
    ...{ botId: 1, transact, clock, log, metrics },
    handle: (tx, arrival) => handOver(tx, desk, arrival),
  };
}

/** Opens the way in on a database of its own: `await using t = await testIntake()`. */
export async function testIntake(env: Record<string, string> = {}): Promise<TestIntake> {
  const database = await testDatabase();
  const config = readConfig({ DATABASE_URL: database.url, LOG_LEVEL: 'silent', ...env });
  const runtime = await openRuntime(config, database.url);
  await seed(runtime);
  const intake = intakeOf(runtime);
  return {
    ...{ runtime, intake },
    async take(...updates) {
      for (const update of updates) await receiveBatch(intake, [update], 1);
    },
    async [Symbol.asyncDispose]() {
      await runtime.close();
      await database[Symbol.asyncDispose]();
    },
  };
}
