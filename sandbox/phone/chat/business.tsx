import { useState } from 'react';
import * as api from '../api.ts';
import type { BusinessBot } from '../data/model.ts';
import { useBots, useBusinessBot } from '../data/queries.ts';
import { usePhone } from '../device/context.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useWords } from '../settings.tsx';
import { userName } from '../text.ts';
import { useTalk } from './context.ts';

const rights = [
  ['can_reply', 'mayReply'],
  ['can_read_messages', 'mayRead'],
  ['can_delete_sent_messages', 'mayDeleteSent'],
  ['can_delete_all_messages', 'mayDeleteAll'],
] as const;

function Rights({ chosen, onChange }: { chosen: string[]; onChange: (rights: string[]) => void }) {
  const say = useWords();
  return (
    <fieldset className="options business-rights">
      {rights.map(([right, word]) => (
        <label key={right} className="option">
          <input
            type="checkbox"
            checked={chosen.includes(right)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, right] : chosen.filter((one) => one !== right))
            }
          />
          {say(word)}
        </label>
      ))}
    </fieldset>
  );
}

function Choice({ now, onClose }: { now: BusinessBot; onClose: () => void }) {
  const say = useWords();
  const { person, attempt } = usePhone();
  const bots = useBots().filter((bot) => bot.can_connect_to_business);
  const held = Object.keys(now.connection?.rights ?? {});
  const [chosen, setChosen] = useState(
    now.bot_id === undefined ? rights.map(([right]) => right as string) : held,
  );
  const set = async (bot: number, connected: boolean) => {
    const wish = connected ? { bot, rights: chosen } : { bot, connected };
    if (await attempt(() => api.setBusinessBot(person.id, wish))) onClose();
  };
  if (bots.length === 0) return <p className="empty-text business-note">{say('businessNone')}</p>;
  return (
    <>
      <p className="empty-text business-note">{say('businessText')}</p>
      <Rights chosen={chosen} onChange={setChosen} />
      <ul className="rows">
        {bots.map(({ user }) => (
          <li key={user.id} className="row row-small business-bot">
            <Avatar id={user.id} name={userName(user)} size={38} kind="bot" />
            <span className="row-name" dir="auto">
              {userName(user)}
            </span>
            {now.bot_id === user.id ? (
              <button type="button" className="text-button danger" onClick={() => void set(user.id, false)}>
                {say('disconnect')}
              </button>
            ) : null}
            <button type="button" className="text-button strong" onClick={() => void set(user.id, true)}>
              {say(now.bot_id === user.id ? 'save' : 'connect')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A person's setting of the bot that they let into their own chats. */
export function BusinessSheet({ onClose }: { onClose: () => void }) {
  const say = useWords();
  const { person } = usePhone();
  const now = useBusinessBot(person.id);
  return (
    <Sheet title={say('business')} onClose={onClose}>
      {now === undefined ? null : <Choice now={now} onClose={onClose} />}
    </Sheet>
  );
}

/** Says over a chat with a person that a bot takes part in it, and leads to that bot. */
export function ManagedBar() {
  const say = useWords();
  const { person, open, attempt } = usePhone();
  const { chat } = useTalk();
  const bots = useBots();
  const now = useBusinessBot(person.id);
  const bot = bots.find((one) => one.user.id === now?.bot_id)?.user;
  if (bot === undefined || chat.is_person !== true) return null;
  const manage = async () => {
    const place = { person: person.id, chat: bot.id };
    if (await attempt(() => api.start(place, `bizChat${chat.id}`))) open({ chat: bot.id });
  };
  return (
    <div className="managed">
      <Avatar id={bot.id} name={userName(bot)} size={30} kind="bot" />
      <span className="managed-words" dir="auto">
        {say('managesChat', { name: userName(bot) })}
      </span>
      <button type="button" className="text-button strong" onClick={() => void manage()}>
        {say('manage')}
      </button>
    </div>
  );
}
