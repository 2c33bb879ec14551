import type { DeskMap, MacroActions } from '../../../contract/index.ts';
import type { Text } from '../../ui/i18n.tsx';
import { PRIORITY_WORDS } from '../words.ts';

/** What a macro does besides writing, in words. */
export function doesWords(text: Text, actions: MacroActions, map?: DeskMap): string {
  const queue = map?.queues.find(({ slug }) => slug === actions.queue)?.name ?? actions.queue;
  return [
    actions.status && text('console-macro-status', { status: actions.status }),
    queue && text('console-macro-queue', { queue }),
    actions.assignee && text('console-macro-assignee', { assignee: actions.assignee }),
    actions.priority && text('console-macro-priority', { priority: text(PRIORITY_WORDS[actions.priority]) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
