import { IconArrowUp, IconMicrophone, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import * as api from '../api.ts';
import { usePhone } from '../device/context.ts';
import { useWords } from '../settings.tsx';
import { duration } from '../text.ts';
import { hum } from './attachments.ts';
import { useTalk } from './context.ts';

const longest = 60;

/** Records a stand-in for a voice message: as long as one waits, a hum in place of a voice. */
export function VoiceButton() {
  const say = useWords();
  const { attempt } = usePhone();
  const { place, thread } = useTalk();
  const [since, setSince] = useState<number>();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (since === undefined) return;
    const timer = setInterval(() => setSeconds((performance.now() - since) / 1000), 250);
    return () => clearInterval(timer);
  }, [since]);
  if (since === undefined) {
    const start = () => {
      setSeconds(0);
      setSince(performance.now());
    };
    return (
      <button type="button" className="icon-button mic" onClick={start} aria-label={say('voice')}>
        <IconMicrophone size={22} />
      </button>
    );
  }
  const finish = async () => {
    setSince(undefined);
    const voice = await hum(Math.min(longest, Math.max(1, (performance.now() - since) / 1000)));
    await attempt(() => api.send(place, { voice, ...(thread === undefined ? {} : { thread }) }));
  };
  return (
    <div className="recorder">
      <span className="recorder-dot" aria-hidden />
      <span className="recorder-time" role="timer">
        {say('recording', { time: duration(Math.min(longest, seconds)) })}
      </span>
      <button
        type="button"
        className="icon-button small"
        onClick={() => setSince(undefined)}
        aria-label={say('cancel')}
      >
        <IconX size={20} />
      </button>
      <button type="button" className="send" onClick={() => void finish()} aria-label={say('voiceStop')}>
        <IconArrowUp size={22} stroke={2.4} />
      </button>
    </div>
  );
}
