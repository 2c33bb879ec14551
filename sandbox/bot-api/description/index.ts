/** The Bot API in machine-readable form: methods, types, limits. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Description } from './types.ts';

export type { Description, Field, Fields, Method, ObjectType, UnionType } from './types.ts';

let loaded: Description | undefined;

/** The description generated into description.json; read once, on first use. */
export const botApi = (): Description => {
  loaded ??= JSON.parse(readFileSync(join(import.meta.dirname, 'description.json'), 'utf8')) as Description;
  return loaded;
};
