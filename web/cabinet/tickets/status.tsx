import {
  IconArchive,
  IconCircleCheck,
  IconClock,
  IconHelpCircle,
  IconMessageCircle,
  IconRotateClockwise,
} from '@tabler/icons-react';
import type { OwnStatus } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { STATUS_WORDS } from '../words.ts';
import classes from './status.module.css';

const ICONS = {
  accepted: IconClock,
  in_progress: IconMessageCircle,
  clarification_needed: IconHelpCircle,
  resolved: IconCircleCheck,
  closed: IconArchive,
  reopened: IconRotateClockwise,
} as const;

/** A status: a shape, a colour and its word. */
export function Status({ status, who }: { status: OwnStatus; who?: string | null }) {
  const text = useText();
  const Icon = ICONS[status];
  return (
    <span className={classes.status} data-status={status}>
      <Icon aria-hidden size="1.25rem" className={classes.icon} />
      <span>
        {who && status === 'in_progress'
          ? text('cabinet-status-in-progress-by', { agent: who })
          : text(STATUS_WORDS[status])}
      </span>
    </span>
  );
}
