/** What can be known of another process by its id. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The moment a living process started, in the system's own words; undefined when there is no such process. */
export function startedAt(pid: number): string | undefined {
  if (!alive(pid)) return undefined;
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      return fields[0] === 'Z' ? undefined : `${boot} ${fields[19]}`;
    } catch {
      return undefined;
    }
  }
  return ask(pid, 'lstart=') ?? 'alive';
}

/** The command line of a living process, or an empty text when it is gone or hidden. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') return ask(pid, 'command=') ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** Whether a process with this id exists, whoever owns it. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function ask(pid: number, field: string): string | undefined {
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', field], { encoding: 'utf8' });
  return stdout?.trim() || undefined;
}
