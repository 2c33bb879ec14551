import type { Cabinet } from '../../../contract/index.ts';
import { ApiError, carrySecret, change, read, remove } from '../../ui/api.ts';
import type { Telegram } from '../telegram.ts';
import { keptHere, parseKept } from './kept.ts';

interface Kept {
  readonly secret: string;
  /** Which opening by Telegram it came from; empty: from a link. */
  readonly opening: string;
}

const KEY = 'session';
const PATH = '/api/cabinet/session';

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'secret' in value && 'opening' in value;

const keptSession = (): Kept | null => parseKept<Kept | null>(keptHere.get(KEY), isKept, null);

/** How somebody came here. */
export interface WayIn {
  readonly telegram: Telegram | null;
  readonly link: string | null;
}

/** Takes the secret of a one-time link out of the address, so that nobody reads it there. */
export function takeLink(): string | null {
  const address = new URL(window.location.href);
  const link = address.searchParams.get('link');
  address.searchParams.delete('link');
  if (link !== null || address.hash.includes('tgWebApp'))
    window.history.replaceState(null, '', address.pathname + address.search);
  return link;
}

/** Opens the cabinet: by the session that this page has already, else by the link or by what Telegram signed. Throws ApiError. */
export async function openCabinet({ telegram, link }: WayIn): Promise<Cabinet> {
  const stored = keptSession();
  if (link !== null) {
    try {
      return await begin('', { link });
    } catch (error) {
      // The same link was tapped again where it had been used.
      if (stored && error instanceof ApiError && error.status === 401) return resume(stored);
      throw error;
    }
  }
  if (stored && (!telegram || stored.opening === telegram.opening)) {
    try {
      return await resume(stored);
    } catch (error) {
      if (!telegram || !(error instanceof ApiError) || error.status !== 401) throw error;
    }
  }
  if (telegram) return begin(telegram.opening, { init_data: telegram.initData });
  throw new ApiError(401, 'no_way_in');
}

async function begin(opening: string, body: { link: string } | { init_data: string }): Promise<Cabinet> {
  const { session: secret, ...cabinet } = await change('OpenedCabinet', PATH, body);
  keptHere.set(KEY, JSON.stringify({ secret, opening }));
  carrySecret(secret);
  return cabinet;
}

async function resume({ secret }: Kept): Promise<Cabinet> {
  carrySecret(secret);
  return read('Cabinet', PATH);
}

/** Ends the session at the desk. */
export async function leaveCabinet(): Promise<void> {
  await remove(PATH);
  carrySecret(null);
}
