import { found, heardFrom } from './connection.ts';
import { wantAllWords } from './words.tsx';

// Browsers, and what loads the parts, may remember that one did not come: then only a fresh page has them all.
let spoilt = false;

/** Begins the page anew at this screen, once the desk is reached again; what was typed is kept. */
async function anew(): Promise<never> {
  heardFrom(false);
  await found();
  window.location.reload();
  return new Promise(() => undefined);
}

/** A screen, with its words. Where it does not come (the network is gone, or the desk is a newer one by now), the page begins anew. */
export async function screenOf<T>(load: () => Promise<T>): Promise<T> {
  try {
    if (spoilt) throw new Error('a part did not come');
    const [screen] = await Promise.all([load(), wantAllWords()]);
    return screen;
  } catch {
    return anew();
  }
}

/** A part of a screen that comes when it is wanted; else the page begins anew too. */
export async function partOf<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    return anew();
  }
}

/** Fetches screens that are likely to be wanted next. */
export async function fetchAhead(screens: readonly (() => Promise<unknown>)[]): Promise<void> {
  const ends = await Promise.allSettled(screens.map((load) => load()));
  if (ends.some(({ status }) => status === 'rejected')) spoilt = true;
  else await wantAllWords();
}
