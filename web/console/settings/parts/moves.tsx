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

/** The ways up and down of the rule with this number, or of what is called `name`, in a list whose order matters. */
export function Moves(props: { number: number; name?: string; last: boolean; move: (step: 1 | -1) => void }) {
  const text = useText();
  const { number, name, last, move } = props;
  const [up, down] =
    name === undefined
      ? [text('settings-rule-up', { number }), text('settings-rule-down', { number })]
      : [text('settings-named-up', { name }), text('settings-named-down', { name })];
  return (
    <span className={classes.moves}>
      <Move
        words={up}
        Shape={IconChevronUp}
        end={number === 1}
        move={() => {
          move(-1);
        }}
      />
      <Move
        words={down}
        Shape={IconChevronDown}
        end={last}
        move={() => {
          move(1);
        }}
      />
    </span>
  );
}
