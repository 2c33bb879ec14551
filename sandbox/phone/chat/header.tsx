import {
  IconArrowLeft,
  IconBan,
  IconDoorExit,
  IconDotsVertical,
  IconLink,
  IconRefresh,
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

const kindWord = (line: ChatLine, say: Say): string => {
  if (line.chat.type === 'private') return say('bot');
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

const useMenuItems = (line: ChatLine | undefined): MenuItem[] => {
  const say = useWords();
  const { person, attempt, back, toast } = usePhone();
  if (line === undefined) return [];
  const { chat } = line;
  const place = { person: person.id, chat: chat.id };
  const items: MenuItem[] = [];
  if (chat.username !== undefined) {
    const run = () => {
      void navigator.clipboard.writeText(`https://t.me/${chat.username}`);
      toast(say('copied'));
    };
    items.push({ label: say('copyLink'), icon: <IconLink size={20} />, run });
  }
  if (chat.type !== 'private') {
    const run = () => void attempt(() => api.leave(place)).then((left) => left && back());
    items.push({ label: say('leave'), icon: <IconDoorExit size={20} />, run, danger: true });
  } else if (line.is_blocked === true) {
    const run = () => void attempt(() => api.unblock(place));
    items.push({ label: say('unblockBot'), icon: <IconRefresh size={20} />, run });
  } else {
    const run = () => void attempt(() => api.block(place));
    items.push({ label: say('blockBot'), icon: <IconBan size={20} />, run, danger: true });
  }
  return items;
};

function MenuButton({ line }: { line: ChatLine | undefined }) {
  const say = useWords();
  const { present } = usePhone();
  const items = useMenuItems(line);
  if (items.length === 0) return null;
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
      <MenuButton line={line} />
    </header>
  );
}
