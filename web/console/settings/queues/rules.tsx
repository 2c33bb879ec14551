import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeskMap, Queue, RoutingRules } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { NotSaved } from '../parts/editor.tsx';
import { Moves } from '../parts/moves.tsx';
import { Loaded, Part } from '../parts/page.tsx';
import { NoRows, Row, Rows } from '../parts/rows.tsx';
import { deskMapQuery, rulesQuery, useSaveRules } from './data.ts';
import { RuleEditor } from './rule-editor.tsx';
import { conditionWords, outcomeWords, type Rule } from './rule-words.ts';

const NEW: Rule = { when: {}, to: {} };

/** A name for each rule that goes with it when the order changes; equal rules are told apart by their number. */
function named(rules: RoutingRules): { key: string; rule: Rule }[] {
  const seen = new Map<string, number>();
  return rules.map((rule) => {
    const words = JSON.stringify(rule);
    const number = (seen.get(words) ?? 0) + 1;
    seen.set(words, number);
    return { key: `${words} ${String(number)}`, rule };
  });
}

const swapped = (rules: RoutingRules, at: number, other: number): RoutingRules => {
  const [one, two] = [rules[at], rules[other]];
  return one && two ? rules.with(at, two).with(other, one) : rules;
};

interface Known {
  readonly rules: RoutingRules;
  readonly map: DeskMap;
  readonly queues: readonly Queue[];
}

function RuleList({
  rules,
  map,
  queues,
  open,
  setOpen,
}: Known & { open: number | null; setOpen: (at: number | null) => void }) {
  const text = useText();
  const save = useSaveRules();
  const known = { text, map, queues };
  return (
    <>
      {save.error ? <NotSaved error={save.error} /> : null}
      {rules.length === 0 ? (
        <NoRows>{text('settings-rules-none')}</NoRows>
      ) : (
        <Rows label={text('settings-rules')}>
          {named(rules).map(({ key, rule }, index) => (
            <Row
              key={key}
              title={conditionWords(known, rule.when)}
              detail={outcomeWords(known, rule.to)}
              open={() => {
                setOpen(index);
              }}
              tools={
                <Moves
                  number={index + 1}
                  last={index === rules.length - 1}
                  move={(step) => {
                    save.mutate(swapped(rules, index, index + step));
                  }}
                />
              }
            />
          ))}
        </Rows>
      )}
      {open === null ? null : (
        <RuleEditor
          {...known}
          rule={rules[open] ?? NEW}
          fresh={rules[open] === undefined}
          at={open}
          save={(rule) => (rule ? rules.toSpliced(open, 1, rule) : rules.toSpliced(open, 1))}
          close={() => {
            setOpen(null);
          }}
        />
      )}
    </>
  );
}

/** The rules of routing: the first that fits decides (F4). */
export function Rules({ queues }: { queues: readonly Queue[] }) {
  const text = useText();
  const rules = useQuery(rulesQuery);
  const map = useQuery(deskMapQuery);
  const [open, setOpen] = useState<number | null>(null);
  return (
    <Part
      title={text('settings-rules')}
      hint={text('settings-rules-hint')}
      action={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size="0.875rem" aria-hidden />}
          disabled={rules.data === undefined}
          onClick={() => {
            setOpen(rules.data?.length ?? 0);
          }}
        >
          {text('settings-rule-new')}
        </Button>
      }
    >
      <Loaded query={rules}>
        {(list) => (
          <Loaded query={map}>
            {(places) => <RuleList rules={list} map={places} queues={queues} open={open} setOpen={setOpen} />}
          </Loaded>
        )}
      </Loaded>
    </Part>
  );
}
