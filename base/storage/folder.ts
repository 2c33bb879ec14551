import { createReadStream } from 'node:fs';
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Storage } from './storage.ts';

/** Keeps files in a folder of this machine. A file is there whole or not at all. */
export function folderStorage(folder: string): Storage {
  const pathOf = (key: string): string => {
    if (!/^[\w-]+(\/[\w-]+)*$/.test(key)) throw new Error(`not a key of a file: ${key}`);
    return join(folder, key);
  };
  return {
    async put(key, { path }) {
      const target = pathOf(key);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      const beside = `${target}.part`;
      await copyFile(path, beside);
      await rename(beside, target);
    },
    async open(key, range) {
      const path = pathOf(key);
      const found = await stat(path).catch(() => undefined);
      if (!found) return undefined;
      const part = range ? { start: range.from, end: Math.min(range.to, found.size - 1) } : {};
      const size = range ? Math.max(0, Math.min(range.to, found.size - 1) - range.from + 1) : found.size;
      const stream = createReadStream(path, part);
      return { body: Readable.toWeb(stream) as ReadableStream<Uint8Array>, size };
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}
