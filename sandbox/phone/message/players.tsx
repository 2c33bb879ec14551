import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { type RefObject, useRef, useState } from 'react';
import { fileUrl } from '../api.ts';
import type { Media } from '../data/model.ts';
import { useWords } from '../settings.tsx';
import { duration, fileSize } from '../text.ts';

const usePlayer = <T extends HTMLMediaElement>(media: Media) => {
  const element = useRef<T>(null);
  const [playing, setPlaying] = useState(false);
  const [broken, setBroken] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(media.duration ?? 0);
  const toggle = () => {
    const player = element.current;
    if (player === null) return;
    if (playing) player.pause();
    else void player.play().catch(() => setBroken(true));
  };
  const handlers = {
    onPlay: () => setPlaying(true),
    onPause: () => setPlaying(false),
    onEnded: () => setAt(0),
    onTimeUpdate: () => setAt(element.current?.currentTime ?? 0),
    onLoadedMetadata: () => {
      const known = element.current?.duration ?? 0;
      if (Number.isFinite(known) && known > 0) setLength(known);
    },
  };
  return { element, handlers, playing, broken, at, length, toggle };
};

type Player = ReturnType<typeof usePlayer>;

function PlayButton({ player }: { player: Pick<Player, 'playing' | 'toggle'> }) {
  const say = useWords();
  return (
    <button
      type="button"
      className="round-icon"
      onClick={player.toggle}
      aria-label={say(player.playing ? 'pause' : 'play')}
    >
      {player.playing ? <IconPlayerPauseFilled size={20} /> : <IconPlayerPlayFilled size={20} />}
    </button>
  );
}

const bars = 34;

/** Heights of a waveform, always the same for the same recording. */
const waveform = (id: string): number[] => {
  let state = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);
  return Array.from({ length: bars }, (_, at) => {
    state = (state * 75 + 74) % 65_537;
    const swell = Math.sin((at / bars) * Math.PI * 3 + (state % 3)) * 0.25 + 0.55;
    return Math.max(0.14, Math.min(1, swell * (0.45 + (state % 100) / 110)));
  });
};

/** A voice message: play, waveform, length. */
export function VoicePlayer({ media, mine }: { media: Media; mine: boolean }) {
  const say = useWords();
  const player = usePlayer<HTMLAudioElement>(media);
  const done = player.length > 0 ? player.at / player.length : 0;
  return (
    <div className={mine ? 'voice voice-mine' : 'voice'}>
      <PlayButton player={player} />
      <span className="file-main">
        <span className="wave" aria-hidden>
          {waveform(media.file_unique_id).map((height, at) => (
            <i
              key={`${at}-${height}`}
              className={at / bars < done ? 'done' : ''}
              style={{ height: `${height * 100}%` }}
            />
          ))}
        </span>
        <span className="file-sub">
          {player.broken ? say('cannotPlay') : duration(player.playing ? player.at : player.length)}
        </span>
      </span>
      <audio
        ref={player.element as RefObject<HTMLAudioElement>}
        src={fileUrl(media.file_id)}
        preload="none"
        {...player.handlers}
      />
    </div>
  );
}

/** A piece of music or another sound. */
export function AudioPlayer({ media }: { media: Media }) {
  const say = useWords();
  const player = usePlayer<HTMLAudioElement>(media);
  const detail = [media.performer, duration(player.length), media.file_size && fileSize(media.file_size)];
  return (
    <div className="voice">
      <PlayButton player={player} />
      <span className="file-main">
        <span className="file-name" dir="auto">
          {media.title ?? media.file_name ?? say('audio')}
        </span>
        <span className="file-sub">
          {player.broken ? say('cannotPlay') : detail.filter(Boolean).join(' · ')}
        </span>
      </span>
      <audio
        ref={player.element as RefObject<HTMLAudioElement>}
        src={fileUrl(media.file_id)}
        preload="none"
        {...player.handlers}
      />
    </div>
  );
}

interface VideoPlayerProps {
  media: Media;
  gif: boolean;
  inAlbum: boolean;
}

/** A video or a soundless loop. */
export function VideoPlayer({ media, gif, inAlbum }: VideoPlayerProps) {
  const say = useWords();
  const ratio = Math.min(2, Math.max(0.62, (media.width ?? 16) / Math.max(1, media.height ?? 9)));
  return (
    <span className="photo video" style={inAlbum ? undefined : { aspectRatio: String(ratio) }}>
      <video
        src={fileUrl(media.file_id)}
        aria-label={say(gif ? 'gif' : 'video')}
        controls={!gif}
        autoPlay={gif}
        loop={gif}
        muted={gif}
        playsInline
        preload="metadata"
      />
      <span className="video-tag" aria-hidden>
        {gif ? 'GIF' : duration(media.duration ?? 0)}
      </span>
    </span>
  );
}

/** A round video message. */
export function RoundVideo({ media }: { media: Media }) {
  const say = useWords();
  const player = usePlayer<HTMLVideoElement>(media);
  return (
    <button
      type="button"
      className="round-video"
      onClick={player.toggle}
      aria-label={`${say('videoNote')}: ${say(player.playing ? 'pause' : 'play')}`}
    >
      <video
        ref={player.element as RefObject<HTMLVideoElement>}
        src={fileUrl(media.file_id)}
        playsInline
        preload="metadata"
        {...player.handlers}
      />
      {player.playing ? null : <IconPlayerPlayFilled size={36} aria-hidden />}
      <span className="video-tag">{duration(player.length)}</span>
    </button>
  );
}
