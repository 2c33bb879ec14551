import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp, type TablerIcon } from '@tabler/icons-react';
import { useText } from '../../../ui/i18n.tsx';
import classes from './moves.module.css';

/** Moves a rule. At the end of the way it stays in reach, so that the keyboard does not lose its place. */
function Move(props: { words: string; Shape: TablerIcon; end: boolean; move: () => void }) {
  const { words, Shape, end, move } = props;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={words}
      aria-disabled={end}
      data-disabled={end}
      onClick={() => {
        if (!end) move();
      }}
    >
      <Shape size="1rem" stroke={1.75} aria-hidden />
    </ActionIcon>
  );
}

/** The ways up and down of the rule with this number in a list whose order matters. */
export function Moves(props: { number: number; last: boolean; move: (step: 1 | -1) => void }) {
  const text = useText();
  const { number, last, move } = props;
  return (
    <span className={classes.moves}>
      <Move
        words={text('settings-rule-up', { number })}
        Shape={IconChevronUp}
        end={number === 1}
        move={() => {
          move(-1);
        }}
      />
      <Move
        words={text('settings-rule-down', { number })}
        Shape={IconChevronDown}
        end={last}
        move={() => {
          move(1);
        }}
      />
    </span>
  );
}
