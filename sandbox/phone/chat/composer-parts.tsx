import { IconArrowBackUp, IconMenu2, IconPencil, IconX } from '@tabler/icons-react';
import type { Command, Extras } from '../data/model.ts';
import { usePhone } from '../device/context.ts';
import { useWords } from '../settings.tsx';
import { chatName, preview, senderName } from '../text.ts';
import { WebApp } from '../web-app/web-app.tsx';
import type { Say } from '../words.ts';
import { type Aim, useTalk } from './context.ts';

/** Commands that begin with what has been written so far. */
export const matchingCommands = (text: string, commands: readonly Command[]): Command[] => {
  if (!/^\/\w*$/.test(text)) return [];
  return commands.filter((one) => one.command.startsWith(text.slice(1).toLowerCase()));
};

/** The commands that a slash brings up. */
export function CommandList({ commands, onPick }: { commands: Command[]; onPick: () => void }) {
  const say = useWords();
  const talk = useTalk();
  if (commands.length === 0) return null;
  return (
    <ul className="commands" aria-label={say('commands')}>
      {commands.map(({ command, description }) => (
        <li key={command}>
          <button
            type="button"
            onClick={() => {
              onPick();
              talk.say(`/${command}`);
            }}
          >
            <span className="command-name">/{command}</span>
            <span className="command-about" dir="auto">
              {description}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const titleOf = (aim: Aim, say: Say): string => {
  if (aim.do === 'edit') return say('editing');
  return aim.do === 'comment' ? say('commentOn') : say('replyTo', { name: senderName(aim.message) });
};

/** The message that one answers or edits, over the input. */
export function AimBar({ aim, onClose }: { aim: Aim | undefined; onClose: () => void }) {
  const say = useWords();
  if (aim === undefined) return null;
  const editing = aim.do === 'edit';
  return (
    <div className="aim">
      {editing ? <IconPencil size={20} aria-hidden /> : <IconArrowBackUp size={20} aria-hidden />}
      <span className="aim-main">
        <span className="aim-title" dir="auto">
          {titleOf(aim, say)}
        </span>
        <span className="aim-words" dir="auto">
          {preview(aim.message, say)}
        </span>
      </span>
      <button type="button" className="icon-button small" onClick={onClose} aria-label={say('cancel')}>
        <IconX size={18} />
      </button>
    </div>
  );
}

interface MenuButtonProps {
  extras: Extras | undefined;
  onCommands: () => void;
}

/** The bot's menu button: its Web App, or its commands. */
export function MenuButton({ extras, onCommands }: MenuButtonProps) {
  const say = useWords();
  const { present } = usePhone();
  const { chat } = useTalk();
  const button = extras?.menu_button;
  const app = button?.web_app;
  if (app !== undefined) {
    const open = () =>
      present(
        <WebApp
          app={{ bot: chat.id, url: app.url, from: 'menu' }}
          name={chatName(chat)}
          onClose={() => present(undefined)}
        />,
      );
    return (
      <button type="button" className="menu-button" onClick={open}>
        {button?.text ?? say('open')}
      </button>
    );
  }
  if (chat.type !== 'private' || (extras?.commands.length ?? 0) === 0) return null;
  return (
    <button type="button" className="menu-button round" onClick={onCommands} aria-label={say('commands')}>
      <IconMenu2 size={19} stroke={2.4} />
    </button>
  );
}
