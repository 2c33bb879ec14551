import { IconAppWindow, IconArrowUpRight, IconCopy, IconLoader2 } from '@tabler/icons-react';
import { useState } from 'react';
import * as api from '../api.ts';
import { useTalk } from '../chat/context.ts';
import type { InlineButton, Message, PressResult } from '../data/model.ts';
import { usePhone } from '../device/context.ts';
import { Alert } from '../parts/sheet.tsx';
import { useWords } from '../settings.tsx';
import { chatName } from '../text.ts';
import { WebApp } from '../web-app/web-app.tsx';

/** Shows what a press brought: an answer of the bot, a Web App, a link, or a text to copy. */
export const useOutcome = () => {
  const say = useWords();
  const { present, toast } = usePhone();
  const { follow, chat, write } = useTalk();
  const close = () => present(undefined);
  return (
    { answer, open, sent }: PressResult,
    from: { keyboard?: string; via?: string | undefined } = {},
  ) => {
    if (answer === undefined && open === undefined && sent === undefined) toast(say('noAnswer'));
    const copy = open?.copy_text;
    if (copy !== undefined) void navigator.clipboard.writeText(copy).then(() => toast(say('copied')));
    if (open?.web_app !== undefined)
      present(
        <WebApp
          app={{
            ...{ bot: chat.id, url: open.web_app },
            ...(from.keyboard === undefined
              ? { from: 'inline' }
              : { from: 'keyboard', buttonText: from.keyboard }),
          }}
          name={chatName(chat)}
          onClose={close}
        />,
      );
    const query = open?.switch_inline_query_current_chat ?? open?.switch_inline_query;
    const bot = from.via ?? chat.username;
    if (query !== undefined && bot !== undefined) write(`@${bot} ${query}`);
    const url = open?.url ?? answer?.url;
    if (url !== undefined) follow(url);
    if (answer?.text === undefined || answer.text === '') return;
    if (answer.show_alert === true) present(<Alert text={answer.text} onClose={close} />);
    else toast(answer.text);
  };
};

function Sign({ button }: { button: InlineButton }) {
  if (button.url !== undefined || button.login_url !== undefined) return <IconArrowUpRight size={14} />;
  if (button.web_app !== undefined) return <IconAppWindow size={14} />;
  if (button.copy_text !== undefined) return <IconCopy size={14} />;
  return null;
}

interface KeyProps {
  button: InlineButton;
  /** The bot behind the message. */
  via: string | undefined;
  at: { message_id: number; row: number; col: number };
}

function Key({ button, via, at }: KeyProps) {
  const say = useWords();
  const { toast, attempt } = usePhone();
  const { place } = useTalk();
  const show = useOutcome();
  const [waiting, setWaiting] = useState(false);
  const press = async () => {
    if (button.pay) return toast(say('unsupportedButton'));
    setWaiting(true);
    await attempt(async () => show(await api.press(place, at), { via }));
    return setWaiting(false);
  };
  const style = button.style === undefined ? 'key' : `key key-${button.style}`;
  return (
    <button
      type="button"
      className={style}
      onClick={() => void press()}
      disabled={waiting}
      aria-busy={waiting}
    >
      <span className="key-text" dir="auto">
        {button.text}
      </span>
      <span className="key-sign" aria-hidden>
        {waiting ? <IconLoader2 size={14} className="spin" /> : <Sign button={button} />}
      </span>
    </button>
  );
}

/** The buttons under a message. */
export function InlineKeyboard({ message }: { message: Message }) {
  const rows = message.reply_markup?.inline_keyboard;
  const bot =
    message.via_bot ?? message.sender_business_bot ?? (message.from?.is_bot ? message.from : undefined);
  if (rows === undefined || rows.length === 0) return null;
  return (
    <div className="keys">
      {rows.map((row, at) => (
        <div key={`${at}-${row[0]?.text ?? ''}`} className="keys-row">
          {row.map((button, col) => (
            <Key
              key={`${col}-${button.text}`}
              button={button}
              via={bot?.username}
              at={{ message_id: message.message_id, row: at, col }}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
