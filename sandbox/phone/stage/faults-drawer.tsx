import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as api from '../api.ts';
import type { FaultRule } from '../data/model.ts';
import { useFaults } from '../data/queries.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../settings.tsx';
import type { Word } from '../words.ts';

const faults: [Word, Pick<FaultRule, 'kind' | 'retry_after' | 'delay_ms'>][] = [
  ['fault429', { kind: '429', retry_after: 3 }],
  ['fault500', { kind: '500' }],
  ['faultDropBefore', { kind: 'drop_before' }],
  ['faultDropAfter', { kind: 'drop_after' }],
  ['faultSlow', { kind: 'slow', delay_ms: 3000 }],
];

const reaches: [Word, Pick<FaultRule, 'times' | 'probability'>][] = [
  ['faultOnce', { times: 1 }],
  ['faultTen', { times: 10 }],
  ['faultOften', { probability: 0.2 }],
];

const wordOf = (rule: FaultRule): Word | undefined => faults.find(([, one]) => one.kind === rule.kind)?.[0];

function Playing({ rules }: { rules: FaultRule[] }) {
  const say = useWords();
  if (rules.length === 0) return <p className="panel-text">{say('faultsNone')}</p>;
  return (
    <ul className="fault-list">
      {rules.map((rule, at) => {
        const word = wordOf(rule);
        return (
          <li key={`${at}-${rule.kind}`}>
            <span>{word === undefined ? rule.kind : say(word)}</span>
            <span className="fault-left">
              {rule.times === undefined ? say('faultOften') : say('faultTimes', { n: rule.times })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** A developer's drawer: what goes wrong with the bot's calls. */
export function FaultsDrawer({ onClose }: { onClose: () => void }) {
  const say = useWords();
  const queries = useQueryClient();
  const rules = useFaults()?.rules ?? [];
  const [failure, setFailure] = useState<string>();
  const run = async (action: () => Promise<unknown>) => {
    setFailure(undefined);
    await action().catch((error: unknown) =>
      setFailure(say('failed', { why: error instanceof Error ? error.message : String(error) })),
    );
    await queries.invalidateQueries({ queryKey: ['faults'] });
  };
  return (
    <Dialog title={say('developer')} onClose={onClose} form="drawer">
      <p className="panel-text">{say('faultsText')}</p>
      <ul className="fault-kinds">
        {faults.map(([word, fault]) => (
          <li key={word}>
            <span className="fault-name">{say(word)}</span>
            <span className="fault-reaches">
              {reaches.map(([reach, how]) => (
                <button
                  key={reach}
                  type="button"
                  className="chip-button"
                  aria-label={`${say(word)}: ${say(reach)}`}
                  onClick={() => void run(() => api.setFaults([...rules, { ...fault, ...how }]))}
                >
                  {say(reach)}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {failure === undefined ? null : (
        <p className="not-sent" role="alert">
          {failure}
        </p>
      )}
      <Playing rules={rules} />
      <button
        type="button"
        className="button"
        disabled={rules.length === 0}
        onClick={() => void run(api.clearFaults)}
      >
        {say('faultsClear')}
      </button>
    </Dialog>
  );
}
