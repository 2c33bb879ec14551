import { setDeskNow } from './clock.ts';

/** How the live connection stands. */
export type LiveState = 'connecting' | 'live' | 'lost';

/** What a page does on live events. */
export interface LiveHandlers {
  /** These tickets changed; read what is shown of them again. */
  readonly onTickets: (ids: readonly number[]) => void;
  /** Something may have been missed; read everything again. */
  readonly onResync: () => void;
  readonly onState: (state: LiveState) => void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

/** What an event says; the desk's present moment, where it states it, is taken over. */
const bodyOf = (event: MessageEvent): { ids?: unknown } => {
  try {
    const body = JSON.parse(String(event.data)) as { ids?: unknown; now?: unknown };
    if (typeof body.now === 'string') setDeskNow(body.now);
    return body;
  } catch {
    return {};
  }
};

/** Follows the desk's live events until the returned function is called. A browser resumes a broken stream by itself but gives up on a
 * refused one (a restart behind a proxy, say); this goes on trying, more slowly each time, and at once when the network is back. */
export function followLive(url: string, handlers: LiveHandlers): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT_MS;

  const open = (): void => {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(url);
    source.addEventListener('resync', (event) => {
      bodyOf(event);
      wait = FIRST_WAIT_MS;
      handlers.onState('live');
      handlers.onResync();
    });
    source.addEventListener('tickets', (event) => {
      const { ids } = bodyOf(event);
      if (Array.isArray(ids)) handlers.onTickets(ids.filter((id) => typeof id === 'number'));
    });
    source.addEventListener('error', () => {
      handlers.onState('lost');
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    });
  };

  const networkBack = (): void => {
    open();
  };
  const networkGone = (): void => {
    handlers.onState('lost');
  };
  window.addEventListener('online', networkBack);
  window.addEventListener('offline', networkGone);
  open();
  return () => {
    window.removeEventListener('online', networkBack);
    window.removeEventListener('offline', networkGone);
    clearTimeout(timer);
    source?.close();
  };
}
