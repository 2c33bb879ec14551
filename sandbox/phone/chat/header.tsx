import {
  IconArrowLeft,
  IconBan,
  IconDoorExit,
  IconDotsVertical,
  IconLink,
  IconMessagePlus,
  IconRefresh,
  IconUserPlus,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import * as api from '../api.ts';
import { useTyping } from '../data/live.ts';
import type { ChatLine } from '../data/model.ts';
import { usePhone } from '../device/context.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Menu, type MenuItem } from '../parts/menu.tsx';
import { useWords } from '../settings.tsx';
import { chatName } from '../text.ts';
import type { Say } from '../words.ts';
import { avatarKind } from './chat-row.tsx';
import { AddMember, NewTopic } from './group-sheets.tsx';

const kindWord = (line: ChatLine, say: Say): string => {
  if (line.chat.is_direct_messages === true) return say('directMessages');
  if (line.chat.type === 'private') return say(line.chat.is_person === true ? 'person' : 'bot');
  if (line.chat.type === 'channel') return say('channel');
  return say(line.chat.is_forum === true ? 'forum' : 'group');
};

function Subtitle({ line }: { line: ChatLine }) {
  const say = useWords();
  const { person } = usePhone();
  const typing = useTyping(person.id, line.chat.id);
  if (typing) return <span className="head-sub typing">{say('typing')}</span>;
  const name = line.chat.username === undefined ? '' : ` · @${line.chat.username}`;
  return <span className="head-sub">{`${kindWord(line, say)}${name}`}</span>;
}

const useGroupItems = (line: ChatLine): MenuItem[] => {
  const say = useWords();
  const { person, attempt, back, open, present } = usePhone();
  const { chat } = line;
  const close = () => present(undefined);
  const isAdmin = line.member_status === 'creator' || line.member_status === 'administrator';
  const items: MenuItem[] = [];
  if (isAdmin) {
    const run = () => present(<AddMember chat={chat} onClose={close} />);
    items.push({ label: say('addMember'), icon: <IconUserPlus size={20} />, run });
  }
  const direct = line.direct_messages_chat;
  if (direct !== undefined) {
    const run = () => open({ chat: direct });
    items.push({ label: say('writeToChannel'), icon: <IconMessagePlus size={20} />, run });
  }
  if (chat.is_forum === true) {
    const run = () => present(<NewTopic chat={chat} onClose={close} />);
    items.push({ label: say('newTopic'), icon: <IconMessagePlus size={20} />, run });
  }
  const leave = () =>
    void attempt(() => api.leave({ person: person.id, chat: chat.id })).then((left) => left && back());
  items.push({ label: say('leave'), icon: <IconDoorExit size={20} />, run: leave, danger: true });
  return items;
};

const useBotItems = (line: ChatLine): MenuItem[] => {
  const say = useWords();
  const { person, attempt, present } = usePhone();
  const place = { person: person.id, chat: line.chat.id };
  if (line.chat.is_person === true) return [];
  const topic =
    line.may_add_topics === true
      ? [
          {
            label: say('newTopic'),
            icon: <IconMessagePlus size={20} />,
            run: () => present(<NewTopic chat={line.chat} onClose={() => present(undefined)} />),
          },
        ]
      : [];
  if (line.is_blocked === true) {
    const run = () => void attempt(() => api.unblock(place));
    return [{ label: say('unblockBot'), icon: <IconRefresh size={20} />, run }];
  }
  const run = () => void attempt(() => api.block(place));
  return [...topic, { label: say('blockBot'), icon: <IconBan size={20} />, run, danger: true }];
};

const useMenuItems = (line: ChatLine): MenuItem[] => {
  const say = useWords();
  const { toast } = usePhone();
  const group = useGroupItems(line);
  const bot = useBotItems(line);
  const { username, type } = line.chat;
  const items = type === 'private' ? bot : group;
  if (username === undefined) return items;
  const run = () =>
    void navigator.clipboard.writeText(`https://t.me/${username}`).then(() => toast(say('copied')));
  return [{ label: say('copyLink'), icon: <IconLink size={20} />, run }, ...items];
};

function MenuButton({ line }: { line: ChatLine }) {
  const say = useWords();
  const { present } = usePhone();
  const items = useMenuItems(line);
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={say('chatMenu')}
      aria-haspopup="menu"
      onClick={(event) => {
        const { right, bottom } = event.currentTarget.getBoundingClientRect();
        present(
          <Menu
            label={say('chatMenu')}
            items={items}
            at={{ x: right - 220, y: bottom }}
            onClose={() => present(undefined)}
          />,
        );
      }}
    >
      <IconDotsVertical size={21} />
    </button>
  );
}

interface ChatHeaderProps {
  line?: ChatLine;
  title?: string;
  subtitle?: ReactNode;
  onBack?: () => void;
}

/** The top of a chat: back, who it is with, and the chat's menu. */
export function ChatHeader({ line, title, subtitle, onBack }: ChatHeaderProps) {
  const say = useWords();
  const { back } = usePhone();
  const name = title ?? (line === undefined ? '' : chatName(line.chat));
  return (
    <header className="head">
      <button type="button" className="icon-button accent" onClick={onBack ?? back} aria-label={say('back')}>
        <IconArrowLeft size={22} />
      </button>
      {line === undefined ? null : (
        <Avatar id={line.chat.id} name={chatName(line.chat)} size={40} kind={avatarKind(line.chat)} />
      )}
      <div className="head-main">
        <h2 className="head-name" dir="auto">
          {name}
        </h2>
        {subtitle ?? (line === undefined ? null : <Subtitle line={line} />)}
      </div>
      {line === undefined || (line.chat.is_person === true && line.chat.username === undefined) ? null : (
        <MenuButton line={line} />
      )}
    </header>
  );
}
