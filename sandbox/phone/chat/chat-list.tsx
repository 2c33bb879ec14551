import { IconBriefcase, IconPencilPlus, IconSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import * as api from '../api.ts';
import type { ChatLine } from '../data/model.ts';
import { useChats, useOtherBots } from '../data/queries.ts';
import { usePhone } from '../device/context.ts';
import { type Open, readLink } from '../layout.ts';
import { useWords } from '../settings.tsx';
import { chatName, userName } from '../text.ts';
import { BusinessSheet } from './business.tsx';
import { BotRow, ChatRow, EmptyList, SkeletonRows } from './chat-row.tsx';
import { useEnter } from './enter.tsx';
import { NewChat } from './new-chat.tsx';

const matches = (line: Pick<ChatLine, 'chat'>, words: string): boolean => {
  const wanted = words.trim().replace(/^@/, '').toLocaleLowerCase();
  return `${chatName(line.chat)} ${line.chat.username ?? ''}`.toLocaleLowerCase().includes(wanted);
};

const asLink = (words: string): Open | undefined =>
  /^@\w{2,64}$/.test(words.trim()) ? { chat: words.trim() } : readLink(words);

interface SearchProps {
  words: string;
  onWords: (words: string) => void;
  onEnter: () => void;
}

function Search({ words, onWords, onEnter }: SearchProps) {
  const say = useWords();
  return (
    <div className="search">
      <IconSearch size={18} aria-hidden />
      <input
        type="text"
        value={words}
        placeholder={say('search')}
        aria-label={say('search')}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter();
          if (event.key === 'Escape') onWords('');
        }}
      />
      {words === '' ? null : (
        <button
          type="button"
          className="icon-button small"
          onClick={() => onWords('')}
          aria-label={say('close')}
        >
          <IconX size={16} />
        </button>
      )}
    </div>
  );
}

/** Opens whatever a @username or t.me link names: a known chat, a bot, or a public group to join. */
const useOpenLink = () => {
  const say = useWords();
  const enter = useEnter();
  const { person, open, attempt, toast } = usePhone();
  const lines = useChats(person.id);
  const bots = useOtherBots(person.id);
  const known = (link: Open) =>
    [...(lines ?? []).map((line) => line.chat), ...bots].some(
      (chat) => `@${chat.username ?? ''}`.toLowerCase() === String(link.chat).toLowerCase(),
    );
  const follow = async (link: Open) => {
    if (known(link) || String(link.chat).startsWith('https://')) return await enter(link);
    await attempt(async () => {
      const joined = await api.join({ person: person.id, chat: link.chat });
      if (joined.status === 'requested') toast(say('requestSent'));
      else open({ ...link, chat: joined.chat });
    });
    return undefined;
  };
  return { known, follow };
};

function Found({ words, link, onDone }: { words: string; link: Open | undefined; onDone: () => void }) {
  const say = useWords();
  const { known, follow } = useOpenLink();
  if (link === undefined || known(link)) return null;
  const open = () => {
    onDone();
    void follow(link);
  };
  return (
    <li>
      <button type="button" className="row row-action" onClick={open} title={words}>
        <span className="row-action-text">{say('joinNamed', { name: String(link.chat).slice(1) })}</span>
      </button>
    </li>
  );
}

function Rows({ words, onDone }: { words: string; onDone: () => void }) {
  const say = useWords();
  const { person } = usePhone();
  const lines = useChats(person.id);
  const link = asLink(words);
  const wanted = link === undefined ? words : String(link.chat);
  const shown = (lines ?? []).filter((line) => matches(line, wanted));
  const bots = useOtherBots(person.id).filter((chat) => matches({ chat }, wanted));
  if (lines === undefined) return <SkeletonRows />;
  const nothing = shown.length === 0 && bots.length === 0;
  return (
    <>
      {lines.length === 0 && words === '' ? (
        <EmptyList title={say('noChats')} text={say('noChatsText')} />
      ) : null}
      <ul className="rows">
        {shown.map((line) => (
          <ChatRow key={line.chat.id} line={line} payload={link?.payload} />
        ))}
        <Found words={words} link={link} onDone={onDone} />
      </ul>
      {bots.length === 0 ? null : (
        <>
          <h3 className="rows-head">{say('bots')}</h3>
          <ul className="rows">
            {bots.map((bot) => (
              <BotRow key={bot.id} bot={bot} payload={link?.payload} />
            ))}
          </ul>
        </>
      )}
      {nothing && words !== '' && link === undefined ? (
        <EmptyList title={say('nothingFound')} text={say('nothingFoundText')} />
      ) : null}
    </>
  );
}

/** The list of a person's chats, with search that also follows @names and deep links. */
export function ChatList() {
  const say = useWords();
  const { person, present } = usePhone();
  const { known, follow } = useOpenLink();
  const [words, setWords] = useState('');
  const enter = () => {
    const link = asLink(words);
    if (link === undefined) return;
    if (known(link)) setWords('');
    void follow(link);
  };
  return (
    <section className="list" aria-label={say('chats')}>
      <header className="list-head">
        <h2 className="list-title">{say('chats')}</h2>
        <span className="list-person" dir="auto">
          {userName(person)}
          {person.is_premium === true ? <span title={say('premium')}> ★</span> : null}
        </span>
        <button
          type="button"
          className="icon-button accent"
          aria-label={say('business')}
          title={say('business')}
          onClick={() => present(<BusinessSheet onClose={() => present(undefined)} />)}
        >
          <IconBriefcase size={21} />
        </button>
        <button
          type="button"
          className="icon-button accent"
          aria-label={say('newChat')}
          onClick={() => present(<NewChat onClose={() => present(undefined)} />)}
        >
          <IconPencilPlus size={22} />
        </button>
      </header>
      <Search words={words} onWords={setWords} onEnter={enter} />
      <div className="list-scroll">
        <Rows words={words} onDone={() => setWords('')} />
      </div>
    </section>
  );
}
