import { ActionIcon } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Attachment } from '../../../contract/index.ts';
import { playingTime } from '../../ui/format.ts';
import { useText } from '../../ui/i18n.tsx';
import classes from './attachments.module.css';

/** A voice message or a piece of sound: play, pause, move, and how long it is. */
export function Voice({ attachment }: { attachment: Attachment }) {
  const text = useText();
  const sound = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(attachment.duration_seconds ?? 0);
  const [failed, setFailed] = useState(false);
  const fail = (): void => {
    setFailed(true);
    setPlaying(false);
  };
  const toggle = (): void => {
    const player = sound.current;
    if (!player) return;
    setFailed(false);
    if (player.error) player.load();
    if (playing) player.pause();
    else player.play().catch(fail);
  };
  return (
    <div>
      <div className={classes.voice}>
        <audio
          ref={sound}
          src={attachment.url}
          preload="none"
          onPlay={() => {
            setPlaying(true);
          }}
          onPause={() => {
            setPlaying(false);
          }}
          onTimeUpdate={(event) => {
            setAt(event.currentTarget.currentTime);
          }}
          onDurationChange={(event) => {
            const seconds = event.currentTarget.duration;
            if (Number.isFinite(seconds)) setLength(seconds);
          }}
        />
        <ActionIcon
          variant="light"
          radius="xl"
          size="2rem"
          onClick={toggle}
          aria-label={playing ? text('console-voice-pause') : text('console-voice-play')}
        >
          {playing ? (
            <IconPlayerPauseFilled size="1rem" aria-hidden />
          ) : (
            <IconPlayerPlayFilled size="1rem" aria-hidden />
          )}
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
            const seconds = Number(event.currentTarget.value);
            setAt(seconds);
            if (sound.current) sound.current.currentTime = seconds;
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
