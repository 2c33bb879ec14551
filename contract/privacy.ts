import { z } from 'zod';
import { Moment } from './common.ts';

const Asked = z.object({
  state: z.enum(['asked', 'ready', 'done']),
  asked_at: Moment,
  /** Until when a copy can be fetched. */
  expires_at: Moment.nullable(),
  size_bytes: z.int().nullable(),
});

/** What a customer asked of their own data (`GET /api/cabinet/privacy`): a copy of it, that it goes; null: nothing yet. */
export const OwnPrivacy = z.object({ export: Asked.nullable(), erasure: Asked.nullable() });
/** See the schema of the same name. */
export type OwnPrivacy = z.infer<typeof OwnPrivacy>;

/** Where the copy can be fetched, once, within ten minutes (`POST /api/cabinet/privacy/export/link`). */
export const CopyLink = z.object({ url: z.string() });

/** That all of one's data goes (`POST /api/cabinet/privacy/erasure`): said in so many words, as it cannot be taken back. */
export const ErasureRequest = z.object({ sure: z.literal('erase everything') });
