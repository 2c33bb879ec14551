import type { Config } from './config.ts';

/** What a command is called with. `tell` writes a line for people on standard error. */
export type Call = {
  config: Config;
  args: readonly string[];
  values: Readonly<Record<string, unknown>>;
  json: boolean;
  tell: (line: string) => void;
};

/** How a command ended: its exit code and, for `--json`, the one object on standard output. */
export type Ended = { code: number; json?: unknown };

/** A command of `npm run nightdesk`. */
export type Command = { summary: string; run: (call: Call) => Promise<Ended> };
