import { IconWifiOff } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ChatList } from '../chat/chat-list.tsx';
import { OpenChat } from '../chat/open-chat.tsx';
import { onWebApp, useLink } from '../data/live.ts';
import type { User } from '../data/model.ts';
import { useRefresh } from '../data/queries.ts';
import type { Open } from '../layout.ts';
import { useWords } from '../settings.tsx';
import { WebApp } from '../web-app/web-app.tsx';
import { PhoneContext } from './context.ts';
import { useFocusOnTop } from './focus.ts';
import { StatusBar } from './status-bar.tsx';

const toastMs = 3500;

const useToast = () => {
  const [toast, setToast] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = useCallback((text: string) => {
    clearTimeout(timer.current);
    setToast(text);
    timer.current = setTimeout(() => setToast(undefined), toastMs);
  }, []);
  return [toast, show] as const;
};

const useAttempt = (person: number, toast: (text: string) => void) => {
  const say = useWords();
  const refresh = useRefresh(person);
  return useCallback(
    async (action: () => Promise<unknown>) => {
      try {
        await action();
        return true;
      } catch (error) {
        toast(say('failed', { why: error instanceof Error ? error.message : String(error) }));
        return false;
      } finally {
        void refresh();
      }
    },
    [say, refresh, toast],
  );
};

function Offline() {
  const say = useWords();
  const link = useLink();
  if (link !== 'offline') return null;
  return (
    <p className="offline" role="status">
      <IconWifiOff size={16} /> {say('offline')}
    </p>
  );
}

interface PhoneProps {
  person: User;
  open: Open | undefined;
  onOpen: (open: Open) => void;
  onBack: () => void;
}

/** One person's phone: the list of chats, and over it the chat that is open. */
export function PhoneScreen({ person, open, onOpen, onBack }: PhoneProps) {
  const say = useWords();
  const [layer, present] = useState<ReactNode>();
  const [toast, showToast] = useToast();
  const attempt = useAttempt(person.id, showToast);
  const phone = useMemo(
    () => ({ person, open: onOpen, back: onBack, present, toast: showToast, attempt }),
    [person, onOpen, onBack, showToast, attempt],
  );
  useEffect(
    () =>
      onWebApp((call) => {
        if (!call.user_ids.includes(person.id)) return;
        const app = { bot: call.bot, url: call.url, from: 'link' as const };
        present(<WebApp app={app} name={say('webAppTitle')} onClose={() => present(undefined)} />);
      }),
    [person.id, say],
  );
  const panes = useRef<HTMLDivElement>(null);
  useFocusOnTop(panes, open);
  const hasLayer = layer !== undefined && layer !== null;
  return (
    <PhoneContext value={phone}>
      <div className="screen">
        <div className="screen-body" inert={hasLayer}>
          <StatusBar />
          <Offline />
          <div ref={panes} className="panes">
            <div
              className={open === undefined ? 'pane' : 'pane pane-under'}
              inert={open !== undefined}
              tabIndex={-1}
            >
              <ChatList />
            </div>
            {open === undefined ? null : (
              <div className="pane pane-over" key={`${open.chat}:${open.thread ?? ''}`} tabIndex={-1}>
                <OpenChat open={open} />
              </div>
            )}
          </div>
        </div>
        {layer}
        <div className="toast-place" role="status" aria-label={say('phoneOf', { name: person.first_name })}>
          {toast === undefined ? null : (
            <p className="toast" dir="auto">
              {toast}
            </p>
          )}
        </div>
      </div>
    </PhoneContext>
  );
}
