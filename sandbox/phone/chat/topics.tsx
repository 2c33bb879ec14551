import { IconHash, IconLock } from '@tabler/icons-react';
import { useNow } from '../data/clock.ts';
import type { ChatLine, Message } from '../data/model.ts';
import { useMessages } from '../data/queries.ts';
import { usePhone } from '../device/context.ts';
import { useSettings, useWords } from '../settings.tsx';
import { listTime, preview } from '../text.ts';
import { EmptyList } from './chat-row.tsx';
import { ChatHeader } from './header.tsx';

/** The General topic has no thread of its own; this number stands for it. */
export const generalThread = 1;

interface TopicRowProps {
  name: string;
  color?: number | undefined;
  closed?: boolean | undefined;
  last: Message | undefined;
  unread?: number | undefined;
  onOpen: () => void;
}

function TopicRow({ name, color, closed, last, unread = 0, onOpen }: TopicRowProps) {
  const { say, language } = useSettings();
  const now = useNow();
  const fill = color === undefined ? undefined : `#${color.toString(16).padStart(6, '0')}`;
  return (
    <li>
      <button type="button" className="row row-topic" onClick={onOpen}>
        <span
          className="topic-icon"
          style={fill === undefined ? undefined : { background: fill }}
          aria-hidden
        >
          {fill === undefined ? (
            <IconHash size={20} />
          ) : (
            (/\p{L}/u.exec(name)?.[0] ?? '#').toLocaleUpperCase()
          )}
        </span>
        <span className="row-main">
          <span className="row-line">
            <span className="row-name" dir="auto">
              {name}
            </span>
            {closed === true ? <IconLock size={15} aria-label={say('closed')} className="row-lock" /> : null}
            {last === undefined ? null : (
              <time className="row-time">{listTime(last.date, now, language)}</time>
            )}
          </span>
          <span className="row-line">
            <span className="row-words" dir="auto">
              {last === undefined ? '' : preview(last, say)}
            </span>
            {unread > 0 ? (
              <span className="badge" title={say('unread', { n: unread })}>
                {unread}
              </span>
            ) : null}
          </span>
        </span>
      </button>
    </li>
  );
}

/** Whether a message belongs to a topic of its forum. */
export const inThread = (message: Message, thread: number): boolean =>
  (message.direct_messages_topic?.topic_id ?? message.message_thread_id ?? generalThread) === thread;

/** Whether a chat is shown as a list of topics: forums, private chats that have some, a channel's direct messages. */
export const isDivided = (line: ChatLine): boolean =>
  line.chat.is_forum === true || line.may_add_topics === true || (line.topics?.length ?? 0) > 1;

/** A forum's list of topics, the liveliest first. */
export function Topics({ line }: { line: ChatLine }) {
  const say = useWords();
  const { person, open } = usePhone();
  const messages = useMessages(person.id, line.chat.id);
  const lastOf = (thread: number) => messages?.findLast((message) => inThread(message, thread));
  const topics = (line.topics ?? [])
    .filter((topic) => topic.message_thread_id !== generalThread)
    .map((topic) => ({ ...topic, last: lastOf(topic.message_thread_id) }))
    .sort((one, other) => (other.last?.date ?? 0) - (one.last?.date ?? 0));
  const go = (thread: number | 'all') => open({ chat: line.chat.id, thread });
  return (
    <section className="conversation" aria-label={say('topics')}>
      <ChatHeader line={line} />
      <div className="list-scroll topics">
        <ul className="rows">
          {line.chat.is_direct_messages === true ? null : (
            <TopicRow name={say('general')} last={lastOf(generalThread)} onOpen={() => go(generalThread)} />
          )}
          {topics.map((topic) => (
            <TopicRow
              key={topic.message_thread_id}
              name={topic.name}
              color={topic.icon_color}
              closed={topic.closed}
              last={topic.last}
              unread={topic.unread}
              onOpen={() => go(topic.message_thread_id)}
            />
          ))}
        </ul>
        {topics.length === 0 ? <EmptyList title={say('noTopics')} /> : null}
        <button type="button" className="text-button wide" onClick={() => go('all')}>
          {say('allMessages')}
        </button>
      </div>
    </section>
  );
}
