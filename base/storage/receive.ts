import { createHash, randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HEAD_BYTES, type Sniffed, sniff } from './sniff.ts';
import type { Storage } from './storage.ts';

/** Bytes that were kept: where, how many, what they are and their SHA-256. */
export type Received = Sniffed & { key: string; size: number; sha256: Buffer };

/** More bytes came than may. */
export class TooLarge extends Error {}

/** Keeps bytes as they come, at most `limit` of them, without ever holding all of them in memory. Throws `TooLarge`; then, and when they break
 * off, nothing is kept. */
export async function receiveBytes(
  storage: Storage,
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Received> {
  const path = join(tmpdir(), `nightdesk-${randomUUID()}`);
  try {
    const { head, ...file } = await written(path, bytes, limit);
    const is = sniff(head);
    const key = `${file.sha256.toString('hex').slice(0, 2)}/${randomUUID()}`;
    await storage.put(key, { path, ...file, type: is.mime });
    return { ...is, ...file, key };
  } finally {
    await rm(path, { force: true });
  }
}

async function written(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<{ head: Uint8Array; size: number; sha256: Buffer }> {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let size = 0;
  await using file = await open(path, 'wx', 0o600);
  for await (const piece of bytes) {
    size += piece.length;
    if (size > limit) throw new TooLarge(`more than ${limit} bytes`);
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, piece]).subarray(0, HEAD_BYTES);
    hash.update(piece);
    await file.writeFile(piece);
  }
  return { head, size, sha256: hash.digest() };
}
