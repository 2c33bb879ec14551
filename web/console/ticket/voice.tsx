import { ActionIcon } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Attachment } from '../../../contract/index.ts';
import { playingTime } from '../../ui/format.ts';
import { useText } from '../../ui/i18n.tsx';
import classes from './attachments.module.css';

/** The sound and where it stands. */
function useSound(seconds: number) {
  const sound = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(seconds);
  const [failed, setFailed] = useState(false);
  const toggle = (): void => {
    const player = sound.current;
    if (!player) return;
    setFailed(false);
    if (player.error) player.load();
    if (playing) {
      player.pause();
      return;
    }
    player.play().catch(() => {
      setFailed(true);
      setPlaying(false);
    });
  };
  const seek = (to: number): void => {
    setAt(to);
    if (sound.current) sound.current.currentTime = to;
  };
  const events = {
    onPlay: () => {
      setPlaying(true);
    },
    onPause: () => {
      setPlaying(false);
    },
    onTimeUpdate: () => {
      setAt(sound.current?.currentTime ?? 0);
    },
    onDurationChange: () => {
      const known = sound.current?.duration ?? Number.NaN;
      if (Number.isFinite(known)) setLength(known);
    },
  };
  return { sound, playing, at, length, failed, toggle, seek, events };
}

/** A voice message or a piece of sound: play, pause, move, and how long it is. */
export function Voice({ attachment }: { attachment: Attachment }) {
  const text = useText();
  const { sound, playing, at, length, failed, toggle, seek, events } = useSound(
    attachment.duration_seconds ?? 0,
  );
  const Shape = playing ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  return (
    <div>
      <div className={classes.voice}>
        <audio ref={sound} src={attachment.url} preload="none" {...events} />
        <ActionIcon
          variant="default"
          radius="xl"
          size="2rem"
          onClick={toggle}
          aria-label={playing ? text('console-voice-pause') : text('console-voice-play')}
        >
          <Shape size="1rem" aria-hidden />
        </ActionIcon>
        <input
          type="range"
          min={0}
          max={Math.max(length, 0.1)}
          step={0.1}
          value={Math.min(at, length)}
          aria-label={text('console-voice-position')}
          aria-valuetext={playingTime(at)}
          onChange={(event) => {
            seek(Number(event.currentTarget.value));
          }}
        />
        <span className={classes.time}>{playingTime(playing || at > 0 ? at : length)}</span>
      </div>
      {failed ? (
        <div className={classes.failed} role="alert">
          {text('console-voice-failed')}
        </div>
      ) : null}
    </div>
  );
}
