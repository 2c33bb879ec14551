import { IconChevronRight } from '@tabler/icons-react';
import { useNow } from '../data/clock.ts';
import { useTyping } from '../data/live.ts';
import type { Chat, ChatLine } from '../data/model.ts';
import { usePhone } from '../device/context.ts';
import { Avatar } from '../parts/avatar.tsx';
import { useSettings, useWords } from '../settings.tsx';
import { chatName, listTime, preview, senderName, serviceText } from '../text.ts';

/** What an avatar shows for a chat. */
export const avatarKind = (chat: Chat): 'person' | 'bot' | 'group' | 'channel' =>
  chat.type === 'private'
    ? chat.is_person === true
      ? 'person'
      : 'bot'
    : chat.type === 'channel'
      ? 'channel'
      : 'group';

function LastWords({ line }: { line: ChatLine }) {
  const say = useWords();
  const { person } = usePhone();
  const typing = useTyping(person.id, line.chat.id);
  const last = line.last_message;
  if (typing) return <span className="row-words row-typing">{say('typing')}</span>;
  if (last === undefined)
    return <span className="row-words">{line.chat.username ? `@${line.chat.username}` : ''}</span>;
  const mine = last.from?.id === person.id;
  const named = serviceText(last, say) === undefined && (mine || line.chat.type.endsWith('group'));
  return (
    <span className="row-words" dir="auto">
      {named ? <span className="row-who">{mine ? say('you') : senderName(last)}: </span> : null}
      {preview(last, say)}
    </span>
  );
}

interface ChatRowProps {
  line: ChatLine;
  payload?: string | undefined;
}

/** A line of the chat list. */
export function ChatRow({ line, payload }: ChatRowProps) {
  const { say, language } = useSettings();
  const { open } = usePhone();
  const now = useNow();
  const { chat, last_message: last, unread } = line;
  const name = chatName(chat);
  return (
    <li>
      <button
        type="button"
        className="row"
        onClick={() => open({ chat: chat.id, ...(payload === undefined ? {} : { payload }) })}
      >
        <Avatar id={chat.id} name={name} size={52} kind={avatarKind(chat)} />
        <span className="row-main">
          <span className="row-line">
            <span className="row-name" dir="auto">
              {name}
            </span>
            {line.is_blocked === true ? <span className="row-tag">{say('blocked')}</span> : null}
            {last === undefined ? null : (
              <time className="row-time">{listTime(last.date, now, language)}</time>
            )}
          </span>
          <span className="row-line">
            <LastWords line={line} />
            {unread > 0 ? (
              <span className="badge" title={say('unread', { n: unread })}>
                <span className="hidden">{say('unread', { n: unread })}</span>
                <span aria-hidden>{unread > 999 ? '999+' : unread}</span>
              </span>
            ) : null}
          </span>
        </span>
      </button>
    </li>
  );
}

/** A bot to which the person has not yet written. */
export function BotRow({ bot, payload }: { bot: Chat; payload?: string | undefined }) {
  const { open } = usePhone();
  return (
    <li>
      <button
        type="button"
        className="row"
        onClick={() => open({ chat: bot.id, ...(payload === undefined ? {} : { payload }) })}
      >
        <Avatar id={bot.id} name={chatName(bot)} size={52} kind="bot" />
        <span className="row-main">
          <span className="row-name" dir="auto">
            {chatName(bot)}
          </span>
          <span className="row-words">@{bot.username}</span>
        </span>
        <IconChevronRight size={18} className="row-chevron" aria-hidden />
      </button>
    </li>
  );
}

/** What a list says when it has nothing to show. */
export function EmptyList({ title, text }: { title: string; text?: string }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {text === undefined ? null : <p className="empty-text">{text}</p>}
    </div>
  );
}

/** The shape of rows that are on their way. */
export function SkeletonRows() {
  const say = useWords();
  return (
    <div className="rows" role="status" aria-label={say('connecting')}>
      {[62, 48, 70, 55].map((width) => (
        <div key={width} className="row skeleton" aria-hidden>
          <span className="avatar bone" style={{ width: 52, height: 52 }} />
          <span className="row-main">
            <span className="bone" style={{ width: `${width - 20}%` }} />
            <span className="bone" style={{ width: `${width + 15}%` }} />
          </span>
        </div>
      ))}
    </div>
  );
}
