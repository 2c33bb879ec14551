import { useEffect, useRef, useState } from 'react';
import { noteFailure, onFound } from '../data/connection.ts';
import { kept, newKey } from '../data/kept.ts';
import { type KeptFile, keptFiles } from '../data/kept-files.ts';
import { uploadInPieces } from './pieces.ts';
import { isCut } from './settle.ts';

/** The largest file that goes with a question, in bytes. */
export const LARGEST = 20 * 1024 * 1024;
/** How many files go with a message. */
export const MOST_FILES = 10;

/** A file that goes with what is being written. `id`: the desk has it. `part`: how much of it is there, 0 to 1. */
export interface Attached extends KeptFile {
  readonly preview: string | null;
  readonly id: number | null;
  readonly part: number;
  readonly failure: unknown;
  /** What is in the picture, for whoever cannot see it. */
  readonly words: string;
}

const wordsOf = (key: string): string => `picture.${key}`;

const attachedOf = (file: KeptFile): Attached => ({
  ...file,
  preview: file.bytes.type.startsWith('image/') ? URL.createObjectURL(file.bytes) : null,
  ...{ id: null, part: 0, failure: null, words: kept.get(wordsOf(file.key)) ?? '' },
});

function forget(key: string): void {
  kept.set(wordsOf(key), '');
  void keptFiles.forget(key);
}

/** A list that is drawn, and can be read at once after it was changed. */
function useList() {
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const latest = useRef(files);
  const put = (change: (files: readonly Attached[]) => readonly Attached[]): void => {
    latest.current = change(latest.current);
    setFiles(latest.current);
  };
  const amendOne = (key: string, part: Partial<Attached>): void => {
    put((all) => all.map((file) => (file.key === key ? { ...file, ...part } : file)));
  };
  return { files, latest, put, amendOne };
}

/** Uploads that can be begun, stopped, and begun again where they stopped. */
function useUploads({ latest, amendOne }: Pick<ReturnType<typeof useList>, 'latest' | 'amendOne'>) {
  const stops = useRef(new Map<string, AbortController>());
  const stop = (key: string): void => {
    stops.current.get(key)?.abort();
  };
  const send = async (key: string): Promise<void> => {
    const file = latest.current.find((one) => one.key === key);
    if (!file) return;
    stop(key);
    const { signal } = stops.current.set(key, new AbortController()).get(key) ?? new AbortController();
    amendOne(key, { failure: null });
    try {
      const id = await uploadInPieces(file, {
        ...{ begun: file.begun, signal },
        onBegun: (begun) => {
          amendOne(key, { begun });
          const { place, name, bytes, at } = file;
          if (!signal.aborted) void keptFiles.set({ key, place, name, bytes, at, begun });
        },
        progress: (part) => {
          if (!signal.aborted) amendOne(key, { part });
        },
      });
      if (id !== null) amendOne(key, { id, part: 1 });
    } catch (failure) {
      if (signal.aborted) return;
      noteFailure(failure);
      amendOne(key, { failure });
    }
  };
  return { stops, stop, send };
}

/** The files of what is being written at one place: each is on its way as soon as it is chosen, goes on by itself when the network is back, and
 * after a reload where the desk says that it is. */
export function useAttached(place: string) {
  const { files, latest, put, amendOne } = useList();
  const { stops, stop, send } = useUploads({ latest, amendOne });
  const restored = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    let here = true;
    const all = stops.current;
    restored.current = keptFiles.of(place).then((found) => {
      if (!here) return;
      put((chosen) => [...found.map(attachedOf), ...chosen]);
      for (const { key } of found) void send(key);
    });
    const stopListening = onFound(() => {
      for (const { key, failure } of latest.current) if (isCut(failure)) void send(key);
    });
    return () => {
      here = false;
      stopListening();
      for (const one of all.values()) one.abort();
    };
    // A place has a screen of its own.
  }, []);
  return {
    files,
    latest,
    /** Ends when the files that were kept are among the others. */
    restored,
    /** Adds a file, after it was looked at. */
    add: (name: string, bytes: Blob): void => {
      const file = { key: newKey(), place, name, bytes, begun: null, at: Date.now() };
      put((chosen) => [...chosen, attachedOf(file)]);
      void keptFiles.set(file);
      void send(file.key);
    },
    retry: ({ key }: Attached): void => {
      void send(key);
    },
    describe: (key: string, words: string): void => {
      kept.set(wordsOf(key), words);
      amendOne(key, { words });
    },
    remove: (key: string): void => {
      stop(key);
      forget(key);
      put((chosen) => chosen.filter((file) => file.key !== key));
    },
    /** They belong to something that is kept elsewhere now. */
    letGo: (): void => {
      put(() => []);
    },
    clear: (): void => {
      for (const { key } of latest.current) forget(key);
      put(() => []);
    },
  };
}

/** The files of what is being written. */
export type Attaching = ReturnType<typeof useAttached>;
