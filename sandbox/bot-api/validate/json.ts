/** Reading fields of JSON objects the way the official server does: numbers pass as strings, booleans must be booleans. */
import { refuse } from './refusal.ts';

/** A JSON object whose fields nobody has checked yet. */
export type Source = Record<string, unknown>;

/** What to say before a fault inside an object: "can't parse inline keyboard button: ". */
type Prefix = string;

const say = (prefix: Prefix, reason: string): never =>
  refuse(prefix === '' ? reason : `${prefix}: ${reason}`);

/** The value as an object; undefined when it is none. */
export const asObject = (value: unknown): Source | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Source) : undefined;

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

/** A boolean field, false when absent; throws 400 for anything else. */
export const flag = (source: Source, name: string, prefix: Prefix = ''): boolean => {
  const value = source[name];
  if (isAbsent(value)) return false;
  return typeof value === 'boolean' ? value : say(prefix, `Field "${name}" must be of type Boolean`);
};

/** A text field; numbers pass as text. Throws 400 for anything else. */
export const text = (source: Source, name: string, prefix: Prefix = ''): string | undefined => {
  const value = source[name];
  if (isAbsent(value)) return undefined;
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : say(prefix, `Field "${name}" must be of type String`);
};

/** A text field that must be there; throws 400. */
export const requiredText = (source: Source, name: string, prefix: Prefix = ''): string =>
  text(source, name, prefix) ?? say(prefix, `Can't find field "${name}"`);

/** A whole number that must be there; digits in a string pass. Throws 400. */
export const requiredInteger = (source: Source, name: string, prefix: Prefix = ''): number => {
  const value = source[name];
  if (isAbsent(value)) return say(prefix, `Can't find field "${name}"`);
  const isNumber = typeof value === 'number' || typeof value === 'string';
  if (!isNumber) return say(prefix, `Field "${name}" must be of type Number`);
  return /^-?\d{1,15}$/.test(String(value))
    ? Number(value)
    : say(prefix, `Field "${name}" must be a valid Number`);
};

/** An object that must be there; throws 400. */
export const requiredObject = (source: Source, name: string, prefix: Prefix = ''): Source => {
  if (isAbsent(source[name])) return say(prefix, `Can't find field "${name}"`);
  return asObject(source[name]) ?? say(prefix, `Field "${name}" must be of type Object`);
};

/** A list, undefined when absent; throws 400 for anything else. */
export const listOf = (source: Source, name: string, prefix: Prefix = ''): unknown[] | undefined => {
  const value = source[name];
  if (isAbsent(value)) return undefined;
  return Array.isArray(value) ? value : say(prefix, `Field "${name}" must be of type Array`);
};
