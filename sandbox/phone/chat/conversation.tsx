import { IconPinFilled } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useState } from 'react';
import * as api from '../api.ts';
import type { Chat, ChatLine, Message } from '../data/model.ts';
import { useExtras, useMessages } from '../data/queries.ts';
import { usePhone } from '../device/context.ts';
import { type Open, readLink } from '../layout.ts';
import { Avatar } from '../parts/avatar.tsx';
import { useWords } from '../settings.tsx';
import { chatName, preview } from '../text.ts';
import { ManagedBar } from './business.tsx';
import { Composer } from './composer.tsx';
import { type Aim, type Talk, TalkContext } from './context.ts';
import { Draft } from './draft.tsx';
import { useEnter } from './enter.tsx';
import { ChatHeader } from './header.tsx';
import { type Jump, Log } from './log.tsx';
import { generalThread, inThread, isDivided } from './topics.tsx';

function PinnedBar({ message, onJump }: { message: Message; onJump: () => void }) {
  const say = useWords();
  return (
    <button type="button" className="pinned" onClick={onJump}>
      <span className="pinned-main">
        <span className="pinned-title">{say('pinned')}</span>
        <span className="pinned-words" dir="auto">
          {preview(message, say)}
        </span>
      </span>
      <IconPinFilled size={17} aria-hidden />
    </button>
  );
}

/** The message that is pinned now, as it reads today. */
const pinnedOf = (line: ChatLine, messages: readonly Message[]): Message | undefined => {
  const id = line.pinned_message?.message_id;
  return messages.find((one) => one.message_id === id);
};

function Empty({ line }: { line: ChatLine }) {
  const say = useWords();
  const isBot = line.chat.type === 'private' && line.chat.is_person !== true;
  return (
    <div className="log-place">
      <div className="empty-chat">
        {isBot ? (
          <div className="hello-card">
            <Avatar id={line.chat.id} name={chatName(line.chat)} size={84} kind="bot" />
            <p className="empty-title" dir="auto">
              {chatName(line.chat)}
            </p>
            <p className="empty-text">{say('botIntro')}</p>
          </div>
        ) : (
          <span className="chip">{say('emptyChat')}</span>
        )}
      </div>
    </div>
  );
}

const useFollow = (from: Chat) => {
  const enter = useEnter(from.id);
  return useCallback(
    (url: string) => {
      const inside = readLink(url);
      if (inside !== undefined) void enter(inside);
      else window.open(url, '_blank', 'noopener,noreferrer');
    },
    [enter],
  );
};

const useTalkOf = (line: ChatLine, open: Open, aimAt: (aim: Aim) => void) => {
  const { chat, linked_chat: linked } = line;
  const { person, attempt } = usePhone();
  const follow = useFollow(chat);
  const [jump, setJump] = useState<Jump>();
  const [prefill, setPrefill] = useState<Talk['prefill']>();
  const place = useMemo(() => ({ person: person.id, chat: chat.id }), [person.id, chat.id]);
  const thread = typeof open.thread === 'number' && open.thread !== generalThread ? open.thread : undefined;
  const talk: Talk = useMemo(
    () => ({
      chat,
      place,
      thread,
      say: (text) =>
        void attempt(() => api.send(place, { text, ...(thread === undefined ? {} : { thread }) })),
      reply: (message) => aimAt({ do: 'reply', message }),
      edit: (message) => aimAt({ do: 'edit', message }),
      linked: chat.type === 'channel' ? linked : undefined,
      comment: (message) => aimAt({ do: 'comment', message }),
      write: (text) => setPrefill((before) => ({ text, count: (before?.count ?? 0) + 1 })),
      prefill,
      jump: (id) => setJump((before) => ({ id, count: (before?.count ?? 0) + 1 })),
      follow,
    }),
    [chat, linked, place, thread, attempt, follow, aimAt, prefill],
  );
  return { talk, jump };
};

const useMarkRead = ({ unread }: ChatLine, place: api.Place) => {
  useEffect(() => {
    // A failure only leaves the count standing; the next message tries again.
    if (unread > 0) api.read(place).catch(() => undefined);
  }, [unread, place]);
};

function ForumHeader({ line, open }: { line: ChatLine; open: Open }) {
  const say = useWords();
  const phone = usePhone();
  const topic = line.topics?.find((one) => one.message_thread_id === open.thread);
  const title = topic?.name ?? say(open.thread === 'all' ? 'allMessages' : 'general');
  return (
    <ChatHeader
      line={line}
      title={title}
      subtitle={<span className="head-sub">{chatName(line.chat)}</span>}
      onBack={() => phone.open({ chat: line.chat.id })}
    />
  );
}

/** A chat that is open: header, pinned message, messages, and the composer. */
export function Conversation({ line, open }: { line: ChatLine; open: Open }) {
  const { person, back } = usePhone();
  const [aim, setAim] = useState<Aim>();
  const { talk, jump } = useTalkOf(line, open, setAim);
  const all = useMessages(person.id, line.chat.id);
  const messages = useMemo(() => {
    const { thread } = open;
    return typeof thread === 'number' ? all?.filter((one) => inThread(one, thread)) : all;
  }, [all, open]);
  useMarkRead(line, talk.place);
  const extras = useExtras(person.id, line.chat.id);
  const pinned = pinnedOf(line, messages ?? []);
  const isGroup = line.chat.type === 'group' || line.chat.type === 'supergroup';
  const isNew = messages?.length === 0;
  const leaveOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) back();
  };
  return (
    <TalkContext value={talk}>
      <section className="conversation" aria-label={chatName(line.chat)} onKeyDown={leaveOnEscape}>
        {open.thread !== undefined && isDivided(line) ? (
          <ForumHeader line={line} open={open} />
        ) : (
          <ChatHeader line={line} />
        )}
        <ManagedBar />
        {pinned === undefined ? null : (
          <PinnedBar message={pinned} onJump={() => talk.jump(pinned.message_id)} />
        )}
        <div className="paper">
          {messages === undefined ? <div className="log-place" /> : null}
          {isNew ? <Empty line={line} /> : null}
          {messages !== undefined && !isNew ? (
            <Log messages={messages} inGroup={isGroup} jump={jump} />
          ) : null}
          <Draft draft={extras?.draft} />
          <Composer line={line} aim={aim} onAim={setAim} messages={messages} open={open} />
        </div>
      </section>
    </TalkContext>
  );
}
