import { migrate } from '../../base/db/index.ts';
import type { Command } from '../command.ts';
import { joinDatabase } from '../runtime.ts';

/** Brings the database up to date. */
export const migrateCommand: Command = {
  summary: 'bring the database up to date',
  async run({ config, tell }) {
    const database = await joinDatabase(config, { demo: !config.TELEGRAM_BOT_TOKEN, tell });
    try {
      const applied = await migrate(database.url);
      tell(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
      return { code: 0, json: { applied } };
    } finally {
      await database.stop();
    }
  },
};
