import { IconArrowUp, IconCheck } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Message, ReplyKeyboard } from '../data/model.ts';
import { useExtras } from '../data/queries.ts';
import { usePhone } from '../device/context.ts';
import { hasKeyboard } from '../device/focus.ts';
import { useWords } from '../settings.tsx';
import { AttachButton, Tray } from './attach.tsx';
import { AimBar, CommandList, MenuButton, matchingCommands } from './composer-parts.tsx';
import { type Aim, useTalk } from './context.ts';
import { InlineResults, useInlineCall } from './inline-results.tsx';
import { KeyboardPanel, KeyboardToggle } from './keyboard-panel.tsx';
import { type Outbox, useOutbox } from './outbox.ts';
import { VoiceButton } from './voice-button.tsx';

const textLimit = 4096;
const captionLimit = 1024;
const countFrom = 250;

interface InputBarProps {
  aim: Aim | undefined;
  onAim: (aim: Aim | undefined) => void;
  messages: Message[];
}

/** Answers a forced reply as soon as it arrives, once. */
const useForcedReply = (messages: Message[], onAim: (aim: Aim) => void) => {
  const last = messages.at(-1);
  const done = useRef<number>(undefined);
  useEffect(() => {
    if (last?.reply_markup?.force_reply !== true || done.current === last.message_id) return;
    done.current = last.message_id;
    onAim({ do: 'reply', message: last });
  }, [last, onAim]);
  return last?.reply_markup?.force_reply === true ? last.reply_markup.input_field_placeholder : undefined;
};

/** Shows a keyboard until it is hidden or used up, and again when a message brings one. */
const useKeyboard = (keyboard: ReplyKeyboard | undefined, messages: Message[]) => {
  const bringer = messages.findLast((one) => one.reply_markup?.keyboard !== undefined)?.message_id ?? 0;
  const [hidden, setHidden] = useState<number>();
  const shown = keyboard !== undefined && hidden !== bringer;
  return {
    shown,
    hide: () => setHidden(bringer),
    toggle: () => setHidden(shown ? bringer : undefined),
  };
};

function Count({ left }: { left: number }) {
  const say = useWords();
  if (left > countFrom) return null;
  return (
    <span className={left < 0 ? 'count over' : 'count'} role="status">
      {left < 0 ? say('tooLong', { n: -left }) : say('left', { n: left })}
    </span>
  );
}

interface WordsProps {
  outbox: Outbox;
  placeholder: string;
  messages: Message[];
  onAim: (aim: Aim | undefined) => void;
  onSend: () => void;
}

function Words({ outbox, placeholder, messages, onAim, onSend }: WordsProps) {
  const { person } = usePhone();
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (outbox.aim !== undefined) input.current?.focus();
  }, [outbox.aim]);
  useEffect(() => {
    // Whoever has just opened the chat wants to write.
    const screen = input.current?.closest('.screen');
    if (screen?.contains(document.activeElement) === true && hasKeyboard()) input.current?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      onSend();
    } else if (event.key === 'Escape' && outbox.aim !== undefined) {
      event.preventDefault();
      onAim(undefined);
    } else if (event.key === 'ArrowUp' && outbox.text === '') {
      const own = messages.findLast((one) => one.from?.id === person.id && one.text !== undefined);
      if (own !== undefined) onAim({ do: 'edit', message: own });
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    outbox.addFiles(event.clipboardData.files, false);
  };
  return (
    <textarea
      ref={input}
      className="words-input"
      rows={1}
      dir="auto"
      value={outbox.text}
      placeholder={placeholder}
      aria-label={placeholder}
      onChange={(event) => outbox.setText(event.target.value)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
}

function SendButton({ outbox, disabled, onSend }: { outbox: Outbox; disabled: boolean; onSend: () => void }) {
  const say = useWords();
  const editing = outbox.aim?.do === 'edit';
  if (outbox.isEmpty && !editing) return <VoiceButton />;
  return (
    <button
      type="button"
      className="send"
      onClick={onSend}
      disabled={disabled}
      aria-label={say(editing ? 'save' : 'send')}
    >
      {editing ? <IconCheck size={22} stroke={2.4} /> : <IconArrowUp size={22} stroke={2.4} />}
    </button>
  );
}

/** The input of a conversation, with everything that opens around it. */
export function InputBar({ aim, onAim, messages }: InputBarProps) {
  const say = useWords();
  const { place } = useTalk();
  const extras = useExtras(place.person, Number(place.chat));
  const outbox = useOutbox(aim, onAim);
  const forced = useForcedReply(messages, onAim);
  const keyboard = useKeyboard(extras?.reply_keyboard, messages);
  const hasFiles = outbox.attachments.length > 0;
  const left = (hasFiles ? captionLimit : textLimit) - outbox.text.length;
  const send = () => {
    if (left >= 0) void outbox.send();
  };
  const placeholder = hasFiles
    ? say('caption')
    : (forced ??
      (keyboard.shown ? extras?.reply_keyboard?.input_field_placeholder : undefined) ??
      say('message'));
  const call = useInlineCall(outbox.text);
  const commands = matchingCommands(outbox.text, extras?.commands ?? []);
  const parts = { outbox, placeholder, messages, onAim, onSend: send };
  return (
    <div className="composer">
      <CommandList commands={commands} onPick={() => outbox.setText('')} />
      {call === undefined ? null : (
        <InlineResults
          call={call}
          aim={aim}
          onSent={() => {
            outbox.setText('');
            onAim(undefined);
          }}
        />
      )}
      <AimBar aim={aim} onClose={() => onAim(undefined)} />
      <Tray outbox={outbox} />
      {outbox.failure === undefined ? null : (
        <p className="not-sent" role="alert">
          {say('notSent', { why: outbox.failure })}
        </p>
      )}
      <div className="input-row">
        <MenuButton extras={extras} onCommands={() => outbox.setText(outbox.text === '/' ? '' : '/')} />
        <AttachButton outbox={outbox} />
        <div className="input-box">
          <Words {...parts} />
          <Count left={left} />
          {extras?.reply_keyboard === undefined ? null : (
            <KeyboardToggle shown={keyboard.shown} onToggle={keyboard.toggle} />
          )}
        </div>
        <SendButton outbox={outbox} disabled={outbox.sending || left < 0} onSend={send} />
      </div>
      {keyboard.shown && extras?.reply_keyboard !== undefined ? (
        <KeyboardPanel keyboard={extras.reply_keyboard} onUsed={keyboard.hide} />
      ) : null}
    </div>
  );
}
