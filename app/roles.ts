import { ConfigError } from './config.ts';

/** What a process of a desk can do: `http` serves the console, the API and the webhook; `bot` fetches updates (one process at a time) or
 * sets the webhook, and sends what the outbox holds; `worker` performs jobs and timers. Any number of processes may have each. */
export const ROLES = ['http', 'bot', 'worker'] as const;
/** One of the things that a process can do. */
export type Role = (typeof ROLES)[number];

/** The roles that `--role` names: `all`, one, or several with commas. Throws a `ConfigError` for anything else. */
export function readRoles(value: unknown): ReadonlySet<Role> {
  if (value === undefined || value === 'all') return new Set(ROLES);
  const names = typeof value === 'string' ? value.split(',').map((name) => name.trim()) : [];
  const roles = ROLES.filter((role) => names.includes(role));
  if (roles.length === 0 || names.some((name) => !ROLES.some((role) => role === name)))
    throw new ConfigError(
      `--role: takes all, or one or more of ${ROLES.join(', ')}. For example: --role http,worker`,
    );
  return new Set(roles);
}
