import { IconPlayerTrackNextFilled } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import * as api from '../api.ts';
import { setSandboxNow, useNow } from '../data/clock.ts';
import { useClock } from '../data/queries.ts';
import { clockTime, dayAndMonth, weekday } from '../dates.ts';
import { useSettings, useWords } from '../settings.tsx';
import { aheadText } from '../text.ts';

const steps = [
  ['plusMinute', 60],
  ['plusQuarter', 900],
  ['plusHour', 3600],
  ['plusDay', 86_400],
] as const;

const units = [
  ['minutes', 60],
  ['hours', 3600],
  ['days', 86_400],
] as const;

/** Each figure stands in its own cell and rolls when it changes. */
function Figures({ text }: { text: string }) {
  return (
    <span className="figures" aria-hidden>
      {[...text].map((letter, at) => (
        <span key={`${at}-${letter}`} className={/\d/.test(letter) ? 'figure' : 'figure still'}>
          {letter}
        </span>
      ))}
    </span>
  );
}

const useTurn = () => {
  const say = useWords();
  const [failure, setFailure] = useState<string>();
  const turn = async (seconds: number) => {
    setFailure(undefined);
    try {
      setSandboxNow((await api.advance(seconds)).now);
    } catch (error) {
      setFailure(say('failed', { why: error instanceof Error ? error.message : String(error) }));
    }
  };
  return { failure, turn };
};

function CustomStep({ onTurn }: { onTurn: (seconds: number) => void }) {
  const say = useWords();
  const [amount, setAmount] = useState('2');
  const [unit, setUnit] = useState('3600');
  const seconds = Number(amount) * Number(unit);
  const turn = (event: FormEvent) => {
    event.preventDefault();
    if (seconds > 0) onTurn(seconds);
  };
  return (
    <form className="custom-step" onSubmit={turn}>
      <input
        type="number"
        min="1"
        max="9999"
        value={amount}
        onChange={(event) => setAmount(event.target.value)}
        aria-label={say('custom')}
      />
      <select value={unit} onChange={(event) => setUnit(event.target.value)} aria-label={say('custom')}>
        {units.map(([word, value]) => (
          <option key={word} value={value}>
            {say(word)}
          </option>
        ))}
      </select>
      <button type="submit" className="button" disabled={!(seconds > 0)}>
        {say('turn')}
      </button>
    </form>
  );
}

/** The sandbox's clock, which can be turned forward. */
export function ClockControl() {
  const { say, language } = useSettings();
  const clock = useClock();
  const now = new Date(useNow());
  const { failure, turn } = useTurn();
  const time = clockTime(now, language);
  const day = `${weekday(now, language)}, ${dayAndMonth(now, language, { month: 'short', year: false })}`;
  const ahead = aheadText(clock?.offset_seconds ?? 0, say);
  const offset = ahead === '' ? say('clockReal') : say('clockAhead', { offset: ahead });
  return (
    <>
      <button type="button" className="clock" popoverTarget="clock">
        <span className="hidden">{`${say('clock')}: ${day}, ${time}. ${offset}`}</span>
        <span className="clock-day" aria-hidden>
          {day}
        </span>
        <Figures text={time} />
        {ahead === '' ? null : (
          <span className="clock-ahead" aria-hidden>
            +{ahead}
          </span>
        )}
        <IconPlayerTrackNextFilled size={15} aria-hidden />
      </button>
      <div
        id="clock"
        popover="auto"
        className="panel panel-clock"
        role="dialog"
        aria-label={say('clockTitle')}
      >
        <h2 className="panel-title">{say('clockTitle')}</h2>
        <p className="panel-text">{say('clockText')}</p>
        <div className="step-grid">
          {steps.map(([word, seconds]) => (
            <button key={word} type="button" className="step" onClick={() => void turn(seconds)}>
              {say(word)}
            </button>
          ))}
        </div>
        <CustomStep onTurn={(seconds) => void turn(seconds)} />
        <p className="panel-text" role="status">
          {failure ?? offset}
        </p>
      </div>
    </>
  );
}
