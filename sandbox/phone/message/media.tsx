import { IconDownload, IconFile, IconMapPin, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { fileUrl } from '../api.ts';
import type { Media, Message, Photo, Place } from '../data/model.ts';
import { usePhone } from '../device/context.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useWords } from '../settings.tsx';
import { fileSize, userName } from '../text.ts';
import { ChecklistCard } from './checklist.tsx';
import { AudioPlayer, RoundVideo, VideoPlayer, VoicePlayer } from './players.tsx';

const widest = (sizes: readonly Photo[]): Photo | undefined =>
  sizes.reduce<Photo | undefined>(
    (best, size) => (best === undefined || size.width > best.width ? size : best),
    undefined,
  );

function Picture({ message, inAlbum }: { message: Message; inAlbum: boolean }) {
  const say = useWords();
  const { present } = usePhone();
  const [broken, setBroken] = useState(false);
  const [hidden, setHidden] = useState(message.has_media_spoiler === true);
  const size = widest(message.photo ?? []);
  if (size === undefined) return null;
  const url = fileUrl(size.file_id);
  const view = () => {
    if (hidden) return setHidden(false);
    const close = () => present(undefined);
    return present(
      <Sheet title={say('photo')} onClose={close} form="full">
        <img className="full-photo" src={url} alt={message.caption ?? say('photo')} />
      </Sheet>,
    );
  };
  // Very tall or wide pictures are cut in the bubble and whole when opened.
  const ratio = Math.min(2, Math.max(0.62, size.width / Math.max(1, size.height)));
  return (
    <button
      type="button"
      className={hidden ? 'photo blurred' : 'photo'}
      style={inAlbum ? undefined : { aspectRatio: String(ratio) }}
      onClick={view}
      aria-label={say(hidden ? 'showSpoiler' : 'viewPhoto')}
    >
      {broken ? (
        <IconPhoto size={36} aria-hidden />
      ) : (
        <img src={url} alt={message.caption ?? ''} loading="lazy" onError={() => setBroken(true)} />
      )}
    </button>
  );
}

function Tile({ message, inAlbum = false }: { message: Message; inAlbum?: boolean }) {
  const moving = message.animation ?? message.video;
  if (moving !== undefined)
    return <VideoPlayer media={moving} gif={message.animation !== undefined} inAlbum={inAlbum} />;
  return <Picture message={message} inAlbum={inAlbum} />;
}

function FileLine({ file }: { file: Media }) {
  const say = useWords();
  const name = file.file_name ?? say('file');
  return (
    <a className="file" href={fileUrl(file.file_id)} download={name} aria-label={say('download', { name })}>
      <span className="round-icon" aria-hidden>
        <IconFile size={22} className="file-kind" />
        <IconDownload size={22} className="file-load" />
      </span>
      <span className="file-main">
        <span className="file-name" dir="auto">
          {name}
        </span>
        <span className="file-sub">
          {file.file_size === undefined ? (file.mime_type ?? '') : fileSize(file.file_size)}
        </span>
      </span>
    </a>
  );
}

function StickerView({ sticker }: { sticker: Media }) {
  const say = useWords();
  const [broken, setBroken] = useState(sticker.is_animated === true);
  const emoji = sticker.emoji ?? '🙂';
  if (broken) return <span className="sticker-emoji">{emoji}</span>;
  return (
    <img
      className="sticker"
      src={fileUrl(sticker.file_id)}
      alt={`${say('sticker')} ${emoji}`}
      onError={() => setBroken(true)}
    />
  );
}

function MapView({ place, title, text }: { place: Place; title?: string; text?: string }) {
  const say = useWords();
  const at = `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`;
  const href = `https://www.openstreetmap.org/?mlat=${place.latitude}&mlon=${place.longitude}#map=15/${place.latitude}/${place.longitude}`;
  return (
    <a className="place" href={href} target="_blank" rel="noreferrer noopener">
      <span className="place-map" aria-hidden>
        <IconMapPin size={34} fill="currentColor" stroke={1.4} />
      </span>
      <span className="place-text">
        <strong>{title ?? say('location')}</strong>
        <span>{text ?? at}</span>
      </span>
    </a>
  );
}

function ContactCard({ contact }: { contact: NonNullable<Message['contact']> }) {
  const name = userName(contact);
  return (
    <span className="contact">
      <Avatar id={contact.user_id ?? contact.phone_number.length} name={name} size={42} />
      <span className="file-main">
        <span className="file-name" dir="auto">
          {name}
        </span>
        <span className="file-sub">{contact.phone_number}</span>
      </span>
    </span>
  );
}

function PollCard({ poll }: { poll: NonNullable<Message['poll']> }) {
  const say = useWords();
  return (
    <span className="poll">
      <strong dir="auto">{poll.question}</strong>
      <span className="file-sub">{say('poll')}</span>
      {poll.options.map((option) => {
        const share =
          poll.total_voter_count === 0 ? 0 : Math.round((option.voter_count / poll.total_voter_count) * 100);
        return (
          <span key={option.text} className="poll-option">
            <span className="poll-share">{share}%</span>
            <span dir="auto">{option.text}</span>
            <span className="poll-bar" style={{ width: `${Math.max(2, share)}%` }} />
          </span>
        );
      })}
      <span className="file-sub">{say('votes', { n: poll.total_voter_count })}</span>
    </span>
  );
}

function Other({ message, mine }: { message: Message; mine: boolean }) {
  const say = useWords();
  if (message.voice) return <VoicePlayer media={message.voice} mine={mine} />;
  if (message.audio) return <AudioPlayer media={message.audio} />;
  if (message.video_note) return <RoundVideo media={message.video_note} />;
  if (message.document) return <FileLine file={message.document} />;
  if (message.sticker) return <StickerView sticker={message.sticker} />;
  if (message.venue)
    return (
      <MapView place={message.venue.location} title={message.venue.title} text={message.venue.address} />
    );
  if (message.location) return <MapView place={message.location} />;
  if (message.contact) return <ContactCard contact={message.contact} />;
  if (message.poll) return <PollCard poll={message.poll} />;
  const { checklist } = message;
  if (checklist) return <ChecklistCard message={{ ...message, checklist }} mine={mine} />;
  if (message.dice) return <span className="sticker-emoji">{message.dice.emoji}</span>;
  if (message.text !== undefined) return null;
  return <p className="words unsupported">{say('unsupported')}</p>;
}

const isTile = (message: Message): boolean =>
  message.photo !== undefined || message.video !== undefined || message.animation !== undefined;

/** Whatever is attached to a message; several messages make a mosaic, or a stack of files. */
export function MediaOf({ messages, mine }: { messages: [Message, ...Message[]]; mine: boolean }) {
  const [message] = messages;
  const tiles = messages.filter(isTile);
  if (tiles.length > 1)
    return (
      <div className={`mosaic mosaic-${Math.min(tiles.length, 10)}`}>
        {tiles.map((tile) => (
          <Tile key={tile.message_id} message={tile} inAlbum />
        ))}
      </div>
    );
  if (isTile(message)) return <Tile message={message} />;
  return (
    <>
      {messages.map((one) => (
        <Other key={one.message_id} message={one} mine={mine} />
      ))}
    </>
  );
}
