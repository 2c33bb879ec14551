import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { OwnMessage } from '../../../contract/index.ts';
import { readBytes } from '../../ui/api.ts';
import type { Text } from '../../ui/i18n.tsx';
import { noteFailure } from '../data/connection.ts';

/** A file that was sent, or that an article has. */
export type File = OwnMessage['files'][number];

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp']);

/** Whether a file can be shown. */
export const isShown = ({ kind, mime_type }: File): boolean =>
  kind === 'photo' || kind === 'sticker' || PICTURES.has(mime_type ?? '');

/** What is seen on it, or what it is called. */
export const wordsFor = (text: Text, file: File): string => file.description ?? nameOf(text, file);

/** What a file is called. */
export const nameOf = (text: Text, file: File): string =>
  file.file_name ?? text('cabinet-file', { kind: file.kind });

/** The bytes at an address, kept as long as the page. */
export const bytesQuery = (path: string) =>
  queryOptions({
    queryKey: ['file', path],
    queryFn: ({ signal }) => readBytes(path, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });

/** A picture's bytes as an address that only this page may read, for as long as it is shown. */
export function usePicture(path: string): { address: string | null; failed: boolean } {
  const { data, error } = useQuery(bytesQuery(path));
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [data]);
  return { address, failed: error !== null };
}

/** Saves a file under its name. */
export async function save(path: string, name: string): Promise<void> {
  try {
    const address = URL.createObjectURL(await readBytes(`${path}?download`));
    const link = document.createElement('a');
    Object.assign(link, { href: address, download: name });
    link.click();
    URL.revokeObjectURL(address);
  } catch (error) {
    noteFailure(error);
  }
}
