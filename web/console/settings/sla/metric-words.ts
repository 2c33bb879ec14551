import type { SlaMetric } from '../../../../contract/index.ts';

/** The words for what is promised. */
export const METRIC_WORDS: Readonly<Record<SlaMetric, string>> = {
  first_reply: 'console-sla-first-reply',
  next_reply: 'console-sla-next-reply',
  resolution: 'console-sla-resolution',
};
