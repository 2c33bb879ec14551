import { IconChecks, IconDots, IconEyeOff } from '@tabler/icons-react';
import { type MouseEvent, memo, useRef } from 'react';
import { useTalk } from '../chat/context.ts';
import { type BubbleItem, sameItem } from '../chat/grouping.ts';
import type { Message } from '../data/model.ts';
import { usePhone } from '../device/context.ts';
import { Avatar, hueOf } from '../parts/avatar.tsx';
import type { Spot } from '../parts/menu.tsx';
import { useSettings, useWords } from '../settings.tsx';
import { chatName, isRightToLeft, messageTime, preview, senderId, senderName, userName } from '../text.ts';
import { InlineKeyboard } from './inline-keyboard.tsx';
import { MediaOf } from './media.tsx';
import { MessageMenu } from './message-menu.tsx';
import { RichText } from './rich-text.tsx';

function Meta({ message, mine }: { message: Message; mine: boolean }) {
  const { say, language } = useSettings();
  return (
    <span className="meta">
      {message.edit_date === undefined ? null : <span>{say('edited')} </span>}
      <time dateTime={new Date(message.date * 1000).toISOString()}>
        {messageTime(message.date, language)}
      </time>
      {mine ? <IconChecks size={16} stroke={2} role="img" aria-label={say('sent')} /> : null}
    </span>
  );
}

/** How a message came: for this person alone, or through a bot. */
function Marks({ message, mine }: { message: Message; mine: boolean }) {
  const say = useWords();
  const via = message.via_bot?.username;
  // Only who owns the account sees that a bot wrote in their name.
  const by = mine ? message.sender_business_bot : undefined;
  return (
    <>
      {message.ephemeral_message_id === undefined ? null : (
        <p className="only-you">
          <IconEyeOff size={14} aria-hidden /> {say('onlyYou')}
        </p>
      )}
      {via === undefined ? null : <p className="forwarded">{say('viaBot', { name: via })}</p>}
      {by === undefined ? null : (
        <p className="forwarded" dir="auto">
          {say('byBot', { name: userName(by) })}
        </p>
      )}
    </>
  );
}

function Quoted({ message }: { message: Message }) {
  const say = useWords();
  const { jump } = useTalk();
  const original = message.reply_to_message;
  // Inside a topic every message answers the topic's first one; that is not a quote.
  if (original === undefined || original.forum_topic_created !== undefined) return null;
  return (
    <button
      type="button"
      className={`quoted hue-${hueOf(senderId(original))}`}
      onClick={() => jump(original.message_id)}
    >
      <span className="quoted-who" dir="auto">
        {senderName(original)}
      </span>
      <span className="quoted-words" dir="auto">
        {message.quote?.text ?? preview(original, say)}
      </span>
    </button>
  );
}

function Forwarded({ message }: { message: Message }) {
  const say = useWords();
  const origin = message.forward_origin;
  if (origin === undefined) return null;
  const chat = origin.sender_chat ?? origin.chat;
  const name =
    (origin.sender_user && userName(origin.sender_user)) ??
    origin.sender_user_name ??
    (chat && chatName(chat)) ??
    say('someone');
  return (
    <p className="forwarded" dir="auto">
      {say('forwardedFrom', { name })}
    </p>
  );
}

function Reactions({ message }: { message: Message }) {
  const { reactions } = message;
  if (reactions === undefined || reactions.length === 0) return null;
  return (
    <span className="reactions">
      {reactions.map(({ type, total_count: count, chosen }) => (
        <span key={type.emoji ?? type.type} className={chosen === true ? 'reaction chosen' : 'reaction'}>
          {type.emoji ?? '★'} {count > 1 ? count : ''}
        </span>
      ))}
    </span>
  );
}

const captioned = (messages: Message[]): Message | undefined =>
  messages.find((message) => (message.text ?? message.caption ?? '') !== '');

/** Content that stands without a bubble around it. */
const isBare = (message: Message): boolean =>
  message.sticker !== undefined || message.video_note !== undefined || message.dice !== undefined;

const isPicture = (message: Message): boolean =>
  message.photo !== undefined || message.video !== undefined || message.animation !== undefined;

/** The words of a message. Its last line leaves room for the time, so that the two stand side by side. */
function Words({ message, time }: { message: Message; time: Message }) {
  const { say, language } = useSettings();
  const edited = time.edit_date === undefined ? '' : `${say('edited')} `;
  return (
    <p className="words" dir="auto" data-room={`${edited}${messageTime(time.date, language)}`}>
      <RichText
        text={message.text ?? message.caption ?? ''}
        entities={message.entities ?? message.caption_entities}
      />
    </p>
  );
}

function Content({ item, showName }: { item: BubbleItem; showName: boolean }) {
  const [message] = item.messages;
  const words = captioned(item.messages);
  const latest = item.messages.at(-1) ?? message;
  const media = <MediaOf messages={item.messages} mine={item.mine} />;
  const text = words === undefined ? null : <Words message={words} time={latest} />;
  return (
    <>
      {showName ? (
        <p className={`sender hue-${hueOf(senderId(message))}`} dir="auto">
          {senderName(message)}
          {message.sender_tag === undefined ? null : <span className="sender-tag">{message.sender_tag}</span>}
        </p>
      ) : null}
      <Marks message={message} mine={item.mine} />
      <Forwarded message={message} />
      <Quoted message={message} />
      {message.show_caption_above_media === true ? text : null}
      {media}
      {message.show_caption_above_media === true ? null : text}
      <Reactions message={message} />
      <Meta message={latest} mine={item.mine} />
    </>
  );
}

const classesOf = (item: BubbleItem): string => {
  const [message] = item.messages;
  const words = captioned(item.messages);
  const classes = ['bubble', item.mine ? 'mine' : 'theirs'];
  if (isRightToLeft(words?.text ?? words?.caption ?? '')) classes.push('rtl');
  if (item.last) classes.push('tail');
  if (message.ephemeral_message_id !== undefined) classes.push('quiet');
  if (isBare(message)) classes.push('bare');
  if (isPicture(message)) classes.push(words === undefined ? 'picture only' : 'picture');
  if (words === undefined && !isPicture(message)) classes.push('no-words');
  if (message.reply_markup?.inline_keyboard !== undefined) classes.push('has-keys');
  return classes.join(' ');
};

const useMessageMenu = (message: Message, mine: boolean) => {
  const { present } = usePhone();
  const talk = useTalk();
  const open = (at: Spot) =>
    present(
      <MessageMenu message={message} mine={mine} talk={talk} at={at} onClose={() => present(undefined)} />,
    );
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = () => clearTimeout(timer.current);
  return {
    open,
    handlers: {
      onContextMenu: (event: MouseEvent) => {
        if ((event.target as Element).closest('a, input, textarea') !== null) return;
        event.preventDefault();
        open({ x: event.clientX, y: event.clientY });
      },
      onDoubleClick: (event: MouseEvent) => {
        if ((event.target as Element).closest('button, a, audio, video') === null) talk.reply(message);
      },
      onTouchStart: (event: { touches: { [at: number]: { clientX: number; clientY: number } } }) => {
        const touch = event.touches[0];
        timer.current = setTimeout(() => touch && open({ x: touch.clientX, y: touch.clientY }), 500);
      },
      onTouchMove: stop,
      onTouchEnd: stop,
    },
  };
};

/** A message, or an album, in its bubble with the keyboard under it. */
export const Bubble = memo(
  function Bubble({ item, inGroup }: { item: BubbleItem; inGroup: boolean }) {
    const say = useWords();
    const [message] = item.messages;
    const latest = item.messages.at(-1) ?? message;
    const { open, handlers } = useMessageMenu(message, item.mine);
    const withAvatar = inGroup && !item.mine;
    const classes = ['line', item.mine ? 'line-mine' : 'line-theirs'];
    if (item.first) classes.push('line-first');
    if (latest.reply_markup?.inline_keyboard !== undefined) classes.push('line-keys');
    return (
      <li className={classes.join(' ')} data-message={message.message_id}>
        {withAvatar ? (
          <span className="line-avatar">
            {item.last ? <Avatar id={senderId(message)} name={senderName(message)} size={34} /> : null}
          </span>
        ) : null}
        <div className="line-column">
          <div className={classesOf(item)} {...handlers}>
            <Content item={item} showName={withAvatar && item.first} />
            <button
              type="button"
              className="bubble-more"
              aria-label={say('messageMenu')}
              aria-haspopup="menu"
              onClick={(event) => {
                const { left, bottom } = event.currentTarget.getBoundingClientRect();
                open({ x: left, y: bottom });
              }}
            >
              <IconDots size={16} />
            </button>
          </div>
          <InlineKeyboard message={latest} />
        </div>
      </li>
    );
  },
  (one, other) => one.inGroup === other.inGroup && sameItem(one.item, other.item),
);
