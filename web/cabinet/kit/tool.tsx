import type { TablerIcon } from '@tabler/icons-react';
import classes from './tool.module.css';

/** A tool among others: its picture, and what it does in words. One that can do nothing now stays in reach. */
export const Tool = (props: {
  label: string;
  Shape: TablerIcon;
  off?: boolean;
  /** Whether it is in force; left out where it does something once. */
  on?: boolean;
  onPress: () => void;
}) => (
  <button
    type="button"
    className={classes.tool}
    aria-label={props.label}
    title={props.label}
    aria-disabled={props.off ?? false}
    {...(props.on === undefined ? {} : { 'aria-pressed': props.on })}
    onClick={() => {
      if (!props.off) props.onPress();
    }}
  >
    <props.Shape aria-hidden size="1.5rem" />
  </button>
);
