import type { Text } from '../../../ui/i18n.tsx';

const KNOWN = ['unknown', 'unreachable', 'refused'];
const known = (reason: string): string => (KNOWN.includes(reason) ? reason : 'refused');

/** A reason in two words. */
export const reasonTitle = (text: Text, reason: string): string => text(`settings-unsent-${known(reason)}`);

/** What a reason means, and what to do about it. */
export const reasonHint = (text: Text, reason: string): string =>
  text(`settings-unsent-${known(reason)}-words`);
