import { useCallback, useRef, useState } from 'react';
import type { Upload } from '../../../contract/index.ts';
import { uploadFile } from '../../ui/upload.ts';

/** A file on its way into a message: being uploaded, ready (`id`), or refused. */
export interface Attached {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly progress: number;
  readonly id: number | null;
  readonly error: unknown;
  /** Where it can be opened. */
  readonly href?: string;
}

/** The files of what is being written, a message unless `path` leads elsewhere; they go to the desk as soon as they are chosen. With `arrived`, one that
 * has arrived is handed over and is no longer among them. */
export function useUploads({
  path = '/api/uploads',
  arrived,
}: {
  path?: string;
  arrived?: (upload: Upload) => void;
} = {}) {
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
        uploadFile(path, file, { progress, signal: stop.signal }).then(
          (upload) => {
            update(key, { id: upload.id, name: upload.name, progress: 1 });
            if (!arrived) return;
            setFiles((all) => all.filter((one) => one.key !== key));
            arrived(upload);
          },
          (error: unknown) => {
            update(key, { error });
          },
        );
      }
    },
    [update, path, arrived],
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
