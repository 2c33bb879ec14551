import { ApiError, amend } from '../../ui/api.ts';

/** A file that the desk has, and what is in it, for whoever cannot see it. `id` null: the desk does not have it. */
export interface WithWords {
  readonly id: number | null;
  readonly words: string;
}

/** Nobody answered: it goes on by itself. */
export const isCut = (failure: unknown): boolean =>
  failure instanceof ApiError && (failure.status === 0 || failure.status >= 502);

/** Tells the desk what is in the pictures; ends with the uploads that go with the message. */
export async function settle(files: readonly WithWords[]): Promise<number[]> {
  const described = files.filter(({ id, words }) => id !== null && words.trim() !== '');
  await Promise.all(
    described.map(({ id, words }) =>
      amend('Upload', `/api/cabinet/uploads/${String(id)}`, { description: words.trim() }),
    ),
  );
  return files.flatMap(({ id }) => (id === null ? [] : [id]));
}
