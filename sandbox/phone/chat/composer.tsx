import type { ReactNode } from 'react';
import * as api from '../api.ts';
import type { ChatLine, Message } from '../data/model.ts';
import { usePhone } from '../device/context.ts';
import type { Open } from '../layout.ts';
import { useWords } from '../settings.tsx';
import { type Aim, useTalk } from './context.ts';
import { InputBar } from './input-bar.tsx';

interface ComposerProps {
  line: ChatLine;
  aim: Aim | undefined;
  onAim: (aim: Aim | undefined) => void;
  /** Undefined until they are known. */
  messages: Message[] | undefined;
  open: Open;
}

const isAdmin = (line: ChatLine): boolean =>
  line.member_status === 'creator' || line.member_status === 'administrator';

function BigButton({ children, onPress }: { children: ReactNode; onPress: () => void }) {
  return (
    <div className="composer gate">
      <button type="button" className="gate-button" onClick={onPress}>
        {children}
      </button>
    </div>
  );
}

function StartGate({ word, open }: { word: 'start' | 'restart'; open: Open }) {
  const say = useWords();
  const phone = usePhone();
  const { place } = useTalk();
  const { payload, ...opened } = open;
  const start = async () => {
    const started = await phone.attempt(() => api.start(place, payload));
    if (started && payload !== undefined) phone.open(opened);
  };
  return <BigButton onPress={() => void start()}>{say(word)}</BigButton>;
}

/** The bottom of a conversation: the input, or what must be done before one may write. */
export function Composer({ line, aim, onAim, messages, open }: ComposerProps) {
  const say = useWords();
  const { thread } = useTalk();
  // Whether Start is wanted shows only with the messages.
  if (messages === undefined) return <div className="composer gate-note">&nbsp;</div>;
  if (line.chat.type === 'private' && line.chat.is_person !== true) {
    if (line.is_blocked === true) return <StartGate word="restart" open={open} />;
    if (messages.length === 0 || open.payload !== undefined) return <StartGate word="start" open={open} />;
  }
  const topic = line.topics?.find((one) => one.message_thread_id === thread);
  const shut =
    line.chat.type === 'channel'
      ? 'onlyAdmins'
      : topic?.closed === true
        ? ('topicClosed' as const)
        : undefined;
  if (shut !== undefined && !isAdmin(line) && aim?.do !== 'comment')
    return <p className="composer gate-note">{say(shut)}</p>;
  return <InputBar aim={aim} onAim={onAim} messages={messages} />;
}
