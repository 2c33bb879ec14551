import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** What a Mini App asks of its client; each event has data of its own. */
export interface AppEvent {
  type: string;
  data: Record<string, unknown>;
}

const read = (raw: unknown): AppEvent | undefined => {
  try {
    const { eventType, eventData } = (typeof raw === 'string' ? JSON.parse(raw) : raw) as Record<
      string,
      unknown
    >;
    if (typeof eventType !== 'string') return undefined;
    const data = typeof eventData === 'string' && eventData !== '' ? JSON.parse(eventData) : eventData;
    return { type: eventType, data: (data ?? {}) as Record<string, unknown> };
  } catch {
    return undefined;
  }
};

/** Hears what the page in a frame asks for; returns how to tell it something. Other frames' messages are none of it. */
export const useBridge = (
  frame: RefObject<HTMLIFrameElement | null>,
  onEvent: (event: AppEvent) => void,
): ((type: string, data?: object) => void) => {
  const latest = useRef(onEvent);
  latest.current = onEvent;
  useEffect(() => {
    const hear = (event: MessageEvent) => {
      if (event.source === null || event.source !== frame.current?.contentWindow) return;
      const asked = read(event.data);
      if (asked !== undefined) latest.current(asked);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [frame]);
  return useCallback(
    (type, data = {}) =>
      frame.current?.contentWindow?.postMessage(JSON.stringify({ eventType: type, eventData: data }), '*'),
    [frame],
  );
};
