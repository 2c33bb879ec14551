import { IconChevronDown, IconKeyboard } from '@tabler/icons-react';
import * as api from '../api.ts';
import type { ReplyButton, ReplyKeyboard } from '../data/model.ts';
import { usePhone } from '../device/context.ts';
import { useOutcome } from '../message/inline-keyboard.tsx';
import { Alert } from '../parts/sheet.tsx';
import { useWords } from '../settings.tsx';
import { phoneNumber } from './attach.tsx';
import { useTalk } from './context.ts';

/** Shows or hides the bot's keyboard. */
export function KeyboardToggle({ shown, onToggle }: { shown: boolean; onToggle: () => void }) {
  const say = useWords();
  return (
    <button
      type="button"
      className="icon-button small"
      onClick={onToggle}
      aria-label={say(shown ? 'hideKeyboard' : 'keyboard')}
    >
      {shown ? <IconChevronDown size={20} /> : <IconKeyboard size={20} />}
    </button>
  );
}

interface KeyboardPanelProps {
  keyboard: ReplyKeyboard;
  /** Called when a one-time keyboard has been used. */
  onUsed: () => void;
}

/** The bot's keyboard in place of letters. */
export function KeyboardPanel({ keyboard, onUsed }: KeyboardPanelProps) {
  const say = useWords();
  const { person, present, attempt } = usePhone();
  const { place } = useTalk();
  const show = useOutcome();
  const press = async (text: string) => {
    const done = await attempt(async () => show(await api.pressText(place, text), { keyboard: text }));
    if (done && keyboard.one_time_keyboard === true) onUsed();
  };
  const tap = (button: ReplyButton) => {
    if (button.request_contact !== true) return void press(button.text);
    return present(
      <Alert
        text={say('shareContact')}
        detail={say('shareContactText', { phone: phoneNumber(person.id) })}
        action={say('share')}
        onAction={() => void press(button.text)}
        onClose={() => present(undefined)}
      />,
    );
  };
  return (
    <div className={keyboard.resize_keyboard === true ? 'board' : 'board tall'}>
      {keyboard.keyboard.map((row, at) => (
        <div key={`${at}`} className="keys-row">
          {row.map((key) => {
            const button = typeof key === 'string' ? { text: key } : key;
            return (
              <button
                key={button.text}
                type="button"
                className={`board-key ${button.style ? `key-${button.style}` : ''}`}
                onClick={() => tap(button)}
              >
                <span dir="auto">{button.text}</span>
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}
