import { setTimeout as sleep } from 'node:timers/promises';
import { checkCall } from './checks.ts';
import { ApiError, badRequest, Explained } from './errors.ts';
import { faultError, strike } from './faults.ts';
import { handlers } from './methods/index.ts';
import type { Bot, Upload, World } from './model.ts';
import type { FaultRule } from './trouble.ts';

/** A call as it came over the wire. */
export interface RawCall {
  method: string;
  params: Record<string, unknown>;
  files: ReadonlyMap<string, Upload>;
  signal: AbortSignal;
}

/** What goes back: a status and a body, or a cut connection. */
export type Outcome = { cut: true } | { cut: false; status: number; body: Record<string, unknown> };

/** Performs one Bot API call: validation, faults, the method itself, statistics. Never throws. */
export async function dispatch(world: World, bot: Bot, raw: RawCall): Promise<Outcome> {
  let method = raw.method;
  try {
    const checked = checkCall(raw.method, raw.params);
    method = checked.method;
    const rule = strike(world, method, checked.params);
    if (rule?.kind === 'drop_before') return { cut: true };
    const spoiled = await spoil(rule);
    if (spoiled !== undefined) throw spoiled;
    const handler = handlers[method];
    if (handler === undefined) throw badRequest(`method is not simulated by the sandbox: ${method}`);
    const { files, signal } = raw;
    const result = await handler({ world, bot, params: checked.params, files, signal });
    count(world, method, 'ok');
    return rule?.kind === 'drop_after' ? { cut: true } : { cut: false, status: 200, body: success(result) };
  } catch (error) {
    count(world, method, 'errors');
    return { cut: false, ...refusal(error) };
  }
}

function success(result: unknown): Record<string, unknown> {
  if (!(result instanceof Explained)) return { ok: true, result };
  return { ok: true, result: result.result, description: result.description };
}

async function spoil(rule: FaultRule | undefined): Promise<ApiError | undefined> {
  if (rule === undefined) return undefined;
  if (rule.kind === 'slow') await sleep(rule.delay_ms ?? 1000);
  return faultError(rule);
}

function count(world: World, method: string, end: 'ok' | 'errors'): void {
  const { methods } = world.stats;
  const row = (methods[method] ??= { ok: 0, errors: 0 });
  row[end]++;
}

/** The body of a refusal. An unexpected error is a fault of the sandbox and says so. */
export function refusal(error: unknown): { status: number; body: Record<string, unknown> } {
  const known =
    error instanceof ApiError ? error : new ApiError(500, `Internal Server Error: sandbox: ${String(error)}`);
  const { code, message, parameters } = known;
  const body = { ok: false, error_code: code, description: message };
  return { status: code, body: parameters === undefined ? body : { ...body, parameters } };
}
