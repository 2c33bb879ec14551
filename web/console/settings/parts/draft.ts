import { useState } from 'react';
import { ApiError } from '../../../ui/api.ts';

/** Something that is being changed and not saved yet. */
export interface Draft<T> {
  readonly value: T;
  /** Changes some of its fields. */
  readonly set: (part: Partial<T>) => void;
  /** Changes one field. */
  readonly put: <K extends keyof T>(name: K) => (value: T[K]) => void;
  /** Whether it differs from what it began as. */
  readonly dirty: boolean;
}

/** Begins to change something. It stays as it began when the desk's copy changes meanwhile. */
export function useDraft<T extends object>(begin: T): Draft<T> {
  const [first] = useState(begin);
  const [value, setValue] = useState(begin);
  return {
    value,
    set: (part) => {
      setValue((old) => ({ ...old, ...part }));
    },
    put: (name) => (next) => {
      setValue((old) => ({ ...old, [name]: next }));
    },
    dirty: JSON.stringify(value) !== JSON.stringify(first),
  };
}

/** Where in the request the desk found something wrong, in dots; undefined where it did not say. */
const placeOf = (error: unknown): string | undefined => {
  const place = error instanceof ApiError ? error.details['field'] : undefined;
  return typeof place === 'string' ? place.replaceAll('/', '.') : undefined;
};

/** What is wrong with a field, in the desk's words; undefined where nothing is. */
export function wrongWith(error: unknown, field: string): string | undefined {
  const place = placeOf(error);
  if (place !== field && !place?.startsWith(`${field}.`)) return undefined;
  const problem = error instanceof ApiError ? error.details['problem'] : undefined;
  return typeof problem === 'string' && problem !== '' ? problem : String((error as Error).message);
}

/** Whether what is wrong stands at one of these fields. */
export const standsAt = (error: unknown, fields: readonly string[]): boolean =>
  fields.some((field) => wrongWith(error, field) !== undefined);
