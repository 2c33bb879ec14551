import { z } from 'zod';
import { Moment } from './common.ts';

/** The largest file that the staff can send, and that a customer can, in bytes. */
export const UPLOAD_BYTES = { staff: 50 * 1024 * 1024, customer: 20 * 1024 * 1024 } as const;

/** How many files a message takes. */
export const MOST_FILES = 10;

/** A stretch of a text that is shown in a special way; offsets and lengths count UTF-16 units, as JavaScript does. */
export const Entity = z.object({
  type: z.string(),
  offset: z.int(),
  length: z.int(),
  url: z.string().optional(),
  language: z.string().optional(),
});
/** See the schema of the same name. */
export type Entity = z.infer<typeof Entity>;

/** An upload: the bytes are the body, of type `application/octet-stream`, and the file's name is in the query. */
export const UploadQuery = z.object({ name: z.string().min(1).max(255) });
/** See the schema of the same name. */
export type UploadQuery = z.infer<typeof UploadQuery>;

/** What was uploaded (`POST /api/uploads`, `POST /api/cabinet/uploads`); its `id` goes into the `files` of one message, within a day. `kind`:
 * as what it is sent, told by its bytes. */
export const Upload = z.object({
  id: z.int(),
  name: z.string(),
  mime_type: z.string(),
  kind: z.string(),
  size_bytes: z.int(),
});
/** See the schema of the same name. */
export type Upload = z.infer<typeof Upload>;

/** What is in a picture that one has uploaded (`PATCH /api/cabinet/uploads/:id`), for whoever cannot see it. */
export const UploadDescription = z.object({ description: z.string().trim().min(1).max(300) });

/** Uploads to put into a message. */
export const Files = z.array(z.int().positive()).max(MOST_FILES).default([]);

/** A file in a message; `url` answers its bytes, with ranges, to whoever may read the message; `thumbnail_url` a small picture of it. */
export const Attachment = z.object({
  id: z.int(),
  kind: z.string(),
  file_name: z.string().nullable(),
  mime_type: z.string().nullable(),
  size_bytes: z.int().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  duration_seconds: z.int().nullable(),
  /** What is in it, in its sender's words. */
  description: z.string().nullable(),
  url: z.string(),
  thumbnail_url: z.string().nullable(),
});
/** See the schema of the same name. */
export type Attachment = z.infer<typeof Attachment>;

/** Who wrote a forwarded message first, and when. */
export const Origin = z.object({
  kind: z.enum(['user', 'hidden_user', 'chat', 'channel']),
  name: z.string(),
  at: Moment,
});
/** See the schema of the same name. */
export type Origin = z.infer<typeof Origin>;
