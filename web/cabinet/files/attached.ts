import { useRef, useState } from 'react';
import { amend } from '../../ui/api.ts';
import { uploadFile } from '../../ui/upload.ts';
import { noteFailure } from '../data/connection.ts';
import { newKey } from '../data/kept.ts';

/** The largest file that goes with a question, in bytes. */
export const LARGEST = 20 * 1024 * 1024;
/** How many files go with a message. */
export const MOST_FILES = 10;

/** A file that goes with what is being written. `id`: the desk has it. `part`: how much of it is there, 0 to 1. */
export interface Attached {
  readonly key: string;
  readonly name: string;
  readonly bytes: Blob;
  readonly preview: string | null;
  readonly id: number | null;
  readonly part: number;
  readonly failure: unknown;
  /** What is in the picture, for whoever cannot see it. */
  readonly words: string;
}

/** The files of what is being written: each is on its way as soon as it is chosen. */
export function useAttached() {
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const latest = useRef(files);
  const stops = useRef(new Map<string, AbortController>());
  const put = (change: (files: readonly Attached[]) => readonly Attached[]): void => {
    latest.current = change(latest.current);
    setFiles(latest.current);
  };
  const amendOne = (key: string, part: Partial<Attached>): void => {
    put((all) => all.map((file) => (file.key === key ? { ...file, ...part } : file)));
  };
  const send = async (file: Attached): Promise<void> => {
    const stop = new AbortController();
    stops.current.set(file.key, stop);
    amendOne(file.key, { failure: null, part: 0 });
    try {
      const progress = (part: number): void => {
        amendOne(file.key, { part });
      };
      const named = new File([file.bytes], file.name, { type: file.bytes.type });
      const { id } = await uploadFile('/api/cabinet/uploads', named, { progress, signal: stop.signal });
      amendOne(file.key, { id, part: 1 });
    } catch (failure) {
      noteFailure(failure);
      amendOne(file.key, { failure });
    }
  };
  return {
    files,
    latest,
    /** Adds a file, after it was looked at. */
    add: (name: string, bytes: Blob): void => {
      const preview = bytes.type.startsWith('image/') ? URL.createObjectURL(bytes) : null;
      const file = { key: newKey(), name, bytes, preview, id: null, part: 0, failure: null, words: '' };
      put((all) => [...all, file]);
      void send(file);
    },
    retry: (file: Attached): void => {
      void send(file);
    },
    describe: (key: string, words: string): void => {
      amendOne(key, { words });
    },
    remove: (key: string): void => {
      stops.current.get(key)?.abort();
      put((all) => all.filter((file) => file.key !== key));
    },
    clear: (): void => {
      put(() => []);
    },
  };
}

/** The files of what is being written. */
export type Attaching = ReturnType<typeof useAttached>;

/** Tells the desk what is in the pictures; ends with the uploads that go with the message. */
export async function settle(files: readonly Attached[]): Promise<number[]> {
  const described = files.filter(({ id, words }) => id !== null && words.trim() !== '');
  await Promise.all(
    described.map(({ id, words }) =>
      amend('Upload', `/api/cabinet/uploads/${String(id)}`, { description: words.trim() }),
    ),
  );
  return files.flatMap(({ id }) => (id === null ? [] : [id]));
}
