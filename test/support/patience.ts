/** On a slow machine everything comes, only later. What a test waits for may take this long; where it is quick, that costs nothing. */
import { vi } from 'vitest';

const PATIENCE = { timeout: 30_000 };

const { waitFor, waitUntil } = vi;
const patient = (options: number | object | undefined) =>
  typeof options === 'number' ? { timeout: options } : { ...PATIENCE, ...options };
vi.waitFor = (check, options) => waitFor(check, patient(options));
vi.waitUntil = (check, options) => waitUntil(check, patient(options));
