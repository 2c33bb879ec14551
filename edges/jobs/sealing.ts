import type { Transact } from '../../base/db/index.ts';
import { SEALED_AT_ONCE, sealEntries } from '../../domain/audit/index.ts';

const EVERY_MS = 1000;

/** Gives audit entries their place in the chain, once a second, in one process at a time (C6). Returns how to stop: what was committed
 * before is sealed then. */
export function startSealing(transact: Transact, onError: (error: unknown) => void): () => Promise<void> {
  let running: Promise<void> | undefined;
  const seal = async (): Promise<void> => {
    try {
      while ((await transact((tx) => sealEntries(tx))) === SEALED_AT_ONCE);
    } catch (error) {
      onError(error);
    }
  };
  const timer = setInterval(() => {
    running ??= seal().finally(() => {
      running = undefined;
    });
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await running;
    await seal();
  };
}
