import { z } from 'zod';
import { Moment } from './common.ts';

/** The largest file that the staff can send, and that a customer can, in bytes. */
export const UPLOAD_BYTES = { staff: 50 * 1024 * 1024, customer: 20 * 1024 * 1024 } as const;

/** The largest piece of an upload from the cabinet, in bytes. */
export const UPLOAD_PIECE_BYTES = 512 * 1024;

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

/** What was uploaded (`POST /api/uploads`, or in pieces from the cabinet); its `id` goes into the `files` of one message, within a day. `kind`:
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

/** Announces an upload from the cabinet (`POST /api/cabinet/uploads`), whose bytes then come in pieces. */
export const StartUploadRequest = z.object({ name: z.string().min(1).max(255), size: z.int().min(0) });

/** The next piece (`PUT /api/cabinet/uploads/started/:id`): its bytes are the body, of type `application/octet-stream`; `at`: where it begins. A
 * piece is kept whole or not at all. */
export const UploadPieceQuery = z.object({
  at: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
});

/** How far an upload in pieces is: `received` of `size` bytes are there, and the next piece begins at `received`. `upload`: what it became, once
 * all of it is there. Unfinished ones are forgotten after a day. */
export const StartedUpload = z.object({
  id: z.int(),
  received: z.int(),
  size: z.int(),
  upload: Upload.nullable(),
});
/** See the schema of the same name. */
export type StartedUpload = z.infer<typeof StartedUpload>;

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
