import { useCallback, useRef, useState } from 'react';
import { uploadFile } from '../../ui/upload.ts';

/** A file on its way into a message: being uploaded, ready (`id`), or refused. */
export interface Attached {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly progress: number;
  readonly id: number | null;
  readonly error: unknown;
}

/** The files of the message that is being written; they go to the desk as soon as they are chosen. */
export function useUploads() {
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const running = useRef(new Map<string, AbortController>());
  const update = useCallback((key: string, change: Partial<Attached>) => {
    setFiles((all) => all.map((file) => (file.key === key ? { ...file, ...change } : file)));
  }, []);
  const add = useCallback(
    (chosen: readonly File[]) => {
      for (const file of chosen) {
        const key = crypto.randomUUID();
        const stop = new AbortController();
        running.current.set(key, stop);
        setFiles((all) => [
          ...all,
          { key, name: file.name, size: file.size, progress: 0, id: null, error: null },
        ]);
        const progress = (part: number): void => {
          update(key, { progress: part });
        };
        uploadFile('/api/uploads', file, { progress, signal: stop.signal }).then(
          ({ id, name }) => {
            update(key, { id, name, progress: 1 });
          },
          (error: unknown) => {
            update(key, { error });
          },
        );
      }
    },
    [update],
  );
  const remove = useCallback((key: string) => {
    running.current.get(key)?.abort();
    setFiles((all) => all.filter((file) => file.key !== key));
  }, []);
  const clear = useCallback(() => {
    setFiles([]);
  }, []);
  return { files, add, remove, clear };
}
