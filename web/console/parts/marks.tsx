import {
  IconAlertTriangleFilled,
  IconArchive,
  IconChevronDown,
  IconChevronsUp,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconEqual,
  IconMessageCircleQuestion,
  IconRotateClockwise2,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Priority, TicketStatus } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { PRIORITY_WORDS, STATUS_WORDS } from '../words.ts';
import classes from './marks.module.css';

const STATUS_SHAPES: Readonly<Record<TicketStatus, TablerIcon>> = {
  accepted: IconCircleDashed,
  in_progress: IconCircleHalf2,
  clarification: IconMessageCircleQuestion,
  resolved: IconCircleCheck,
  closed: IconArchive,
  reopened: IconRotateClockwise2,
};

const PRIORITY_SHAPES: Readonly<Record<Priority, TablerIcon>> = {
  low: IconChevronDown,
  normal: IconEqual,
  high: IconChevronsUp,
  critical: IconAlertTriangleFilled,
};

/** A status: a shape of its own, and the word. */
export function StatusMark({ status }: { status: TicketStatus }) {
  const text = useText();
  const Shape = STATUS_SHAPES[status];
  return (
    <span className={classes.mark} data-status={status}>
      <Shape size="1em" stroke={2} aria-hidden />
      <span className={classes.word}>{text(STATUS_WORDS[status])}</span>
    </span>
  );
}

/** A priority: a shape of its own, and the word. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const text = useText();
  const Shape = PRIORITY_SHAPES[priority];
  return (
    <span className={classes.mark} data-priority={priority}>
      <Shape size="1em" stroke={2.5} aria-hidden />
      <span className={classes.word}>{text(PRIORITY_WORDS[priority])}</span>
    </span>
  );
}
