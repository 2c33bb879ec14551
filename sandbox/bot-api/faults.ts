import { ApiError } from './errors.ts';
import { tooManyRequests } from './flood.ts';
import type { World } from './model.ts';
import type { FaultRule } from './trouble.ts';

/** The first rule that strikes this call, if any; a rule with `times` wears out. */
export function strike(world: World, method: string, params: Record<string, unknown>): FaultRule | undefined {
  const { rules } = world.faults;
  for (const [index, rule] of rules.entries()) {
    if (!matches(rule, method, params)) continue;
    if (rule.times !== undefined && --rule.times <= 0) rules.splice(index, 1);
    return rule;
  }
  return undefined;
}

function matches(rule: FaultRule, method: string, params: Record<string, unknown>): boolean {
  if (rule.method !== undefined && rule.method.toLowerCase() !== method.toLowerCase()) return false;
  if (rule.chat !== undefined && String(rule.chat) !== String(params.chat_id)) return false;
  return rule.probability === undefined || Math.random() < rule.probability;
}

/** The refusal that a rule of kind 429, 500 or 502 stands for. */
export function faultError(rule: FaultRule): ApiError | undefined {
  if (rule.kind === '429') return tooManyRequests(rule.retry_after ?? 1);
  if (rule.kind === '500') return new ApiError(500, 'Internal Server Error');
  if (rule.kind === '502') return new ApiError(502, 'Bad Gateway');
  return undefined;
}

/** Doubles and swaps updates of one delivery, as the faults in force ask. */
export function disturb<T>(world: World, items: readonly T[]): T[] {
  const { duplicate, reorder } = world.faults.updates;
  const result = [...items];
  for (let i = 0; i + 1 < result.length; i++) {
    if (reorder > 0 && Math.random() < reorder) {
      [result[i], result[i + 1]] = [result[i + 1] as T, result[i] as T];
      world.stats.updates.reordered++;
    }
  }
  return result.flatMap((item) => {
    if (duplicate === 0 || Math.random() >= duplicate) return [item];
    world.stats.updates.duplicated++;
    return [item, item];
  });
}
