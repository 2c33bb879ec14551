import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCopy,
  IconMessageCircle,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import * as api from '../api.ts';
import { avatarKind } from '../chat/chat-row.tsx';
import type { Talk } from '../chat/context.ts';
import type { Message } from '../data/model.ts';
import { useChats } from '../data/queries.ts';
import { usePhone } from '../device/context.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Menu, type MenuItem, type Spot } from '../parts/menu.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useWords } from '../settings.tsx';
import { chatName } from '../text.ts';

const emojis = ['👍', '❤️', '🔥', '😁', '🙏', '👎'];

/** The Bot API names the heart without its colour selector. */
const reactionName = (emoji: string): string => emoji.replace('\uFE0F', '');

function ForwardSheet({ message, onClose }: { message: Message; onClose: () => void }) {
  const say = useWords();
  const { person, attempt, toast } = usePhone();
  const chats = useChats(person.id) ?? [];
  const forwardTo = async (chat: number) => {
    onClose();
    const from = { chat: message.chat.id, message_id: message.message_id };
    if (await attempt(() => api.forward({ person: person.id, chat }, from))) toast(say('forwarded'));
  };
  return (
    <Sheet title={say('forwardTo')} onClose={onClose}>
      <ul className="rows">
        {chats.map(({ chat }) => (
          <li key={chat.id}>
            <button type="button" className="row row-small" onClick={() => void forwardTo(chat.id)}>
              <Avatar id={chat.id} name={chatName(chat)} size={38} kind={avatarKind(chat)} />
              <span className="row-name" dir="auto">
                {chatName(chat)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

interface MessageMenuProps {
  message: Message;
  mine: boolean;
  talk: Talk;
  at: Spot;
  onClose: () => void;
}

const useItems = ({ message, mine, talk }: MessageMenuProps): MenuItem[] => {
  const say = useWords();
  const { attempt, toast, present } = usePhone();
  const words = message.text ?? message.caption;
  const items: MenuItem[] = [
    { label: say('reply'), icon: <IconArrowBackUp size={20} />, run: () => talk.reply(message) },
  ];
  if (words !== undefined) {
    const run = () => void navigator.clipboard.writeText(words).then(() => toast(say('copied')));
    items.push({ label: say('copy'), icon: <IconCopy size={20} />, run });
  }
  const { linked } = talk;
  if (linked !== undefined)
    items.push({
      label: say('comment'),
      icon: <IconMessageCircle size={20} />,
      run: () => talk.comment(message),
    });
  // What only one person sees can be answered, and nothing else.
  if (message.ephemeral_message_id !== undefined) return items;
  if (mine && words !== undefined && message.forward_origin === undefined)
    items.push({ label: say('edit'), icon: <IconPencil size={20} />, run: () => talk.edit(message) });
  items.push({
    label: say('forward'),
    icon: <IconArrowForwardUp size={20} />,
    run: () => present(<ForwardSheet message={message} onClose={() => present(undefined)} />),
  });
  const remove = () => void attempt(() => api.remove(talk.place, message.message_id));
  items.push({ label: say('delete'), icon: <IconTrash size={20} />, run: remove, danger: true });
  return items;
};

/** What can be done with a message: reactions first, then the rest. */
export function MessageMenu(props: MessageMenuProps) {
  const { message, talk, at, onClose } = props;
  const say = useWords();
  const { attempt } = usePhone();
  const items = useItems(props);
  const chosen = message.reactions?.find((reaction) => reaction.chosen === true)?.type.emoji;
  const react = (emoji: string) => {
    onClose();
    const name = reactionName(emoji);
    void attempt(() => api.react(talk.place, message.message_id, chosen === name ? undefined : name));
  };
  const head = (
    <div className="menu-reactions">
      {emojis.map((emoji) => (
        <button
          key={emoji}
          type="button"
          role="menuitem"
          onClick={() => react(emoji)}
          aria-label={say('react', { emoji })}
        >
          {emoji}
        </button>
      ))}
    </div>
  );
  return <Menu label={say('messageMenu')} items={items} at={at} onClose={onClose} head={head} />;
}
