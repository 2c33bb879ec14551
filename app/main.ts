import { type ParseArgsConfig, parseArgs } from 'node:util';
import { DomainError } from '../base/kernel/index.ts';
import type { Call, Command } from './command.ts';
import { doctor } from './commands/doctor.ts';
import { evalCommand } from './commands/eval.ts';
import { learnCommand } from './commands/learn.ts';
import { migrateCommand } from './commands/migrate.ts';
import { openapi } from './commands/openapi.ts';
import { seedCommand } from './commands/seed.ts';
import { simulateCommand } from './commands/simulate.ts';
import { staff } from './commands/staff.ts';
import { start } from './commands/start.ts';
import { ConfigError, readConfig } from './config.ts';

const COMMANDS: Record<string, Command> = {
  start,
  migrate: migrateCommand,
  seed: seedCommand,
  doctor,
  staff,
  openapi,
  simulate: simulateCommand,
  eval: evalCommand,
  learn: learnCommand,
};

// The files of examples that `eval` and `learn` read.
const EVAL_FILES = ['articles', 'queries', 'train', 'test', 'file'];

const OPTIONS = {
  json: { type: 'boolean', default: false },
  content: { type: 'boolean', default: false },
  embeddings: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  ...Object.fromEntries(
    [
      'name',
      'role',
      'telegram-id',
      'language',
      'audit-head',
      'days',
      'seed',
      'tickets-per-week',
      'policy',
      ...EVAL_FILES,
    ].map((option) => [option, { type: 'string' as const }]),
  ),
} satisfies ParseArgsConfig['options'];

const { positionals, values } = readWords();
const [name = '', ...args] = positionals;
const command = !values.help && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;

if (!command) {
  const known = Object.entries(COMMANDS).map(([word, { summary }]) => `  ${word.padEnd(10)} ${summary}`);
  process.stderr.write(`Usage: npm run nightdesk -- COMMAND [--json]\n\n${known.join('\n')}\n`);
  process.exitCode = values.help ? 0 : 2;
} else {
  try {
    const config = readConfig(process.env);
    const tell = (line: string) => process.stderr.write(`${line}\n`);
    const result = await command.run({ config, args, values, json: values.json === true, tell });
    if (values.json === true && result.json !== undefined)
      process.stdout.write(`${JSON.stringify(result.json)}\n`);
    process.exitCode = result.code;
  } catch (error) {
    const expected = error instanceof ConfigError || error instanceof DomainError;
    process.stderr.write(`${expected ? error.message : sentence(error)}\n`);
    process.exitCode = 1;
  }
}

/** What the command was called with. A word that no command knows ends it: ignored, it would do something else than was meant. */
function readWords(): { positionals: string[]; values: Call['values'] } {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS });
  } catch (error) {
    process.stderr.write(
      `${sentence(error)}\nnpm run nightdesk -- --help names the commands and their options.\n`,
    );
    process.exit(2);
  }
}

function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as { code?: string }).code;
  if (code === 'EADDRINUSE') {
    const { port } = error as { port?: number };
    return `Port ${port} is taken. Stop what uses it, or choose another one: PORT=8090 npm start`;
  }
  const why = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return process.env.LOG_LEVEL === 'debug' ? (error.stack ?? error.message) : `${error.message}${why}`;
}
