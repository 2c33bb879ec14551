/** Checks JSON values against the described types. Faults carry no prefix: the caller knows what is being parsed. */
import { botApi, type Field, type Fields } from '../description/index.ts';
import { asObject } from './json.ts';
import { TOO_LONG, UNKNOWN_KIND } from './words.ts';

/** A fault inside a JSON value, in the official server's words but without "can't parse X: ". */
export class ValueFault extends Error {}

const fault = (reason: string): never => {
  throw new ValueFault(reason);
};

type Place = { name: string; type: string };

const isText = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

const readInteger = (value: unknown, name: string): number => {
  if (!isText(value)) return fault(`Field "${name}" must be of type Number`);
  const isWhole = /^-?\d{1,16}$/.test(String(value)) && Number.isSafeInteger(Number(value));
  return isWhole ? Number(value) : fault(`Field "${name}" must be a valid Number`);
};

const readFloat = (value: unknown, name: string): number => {
  if (!isText(value)) return fault(`Field "${name}" must be of type Number`);
  const isNumber = String(value).trim() !== '' && Number.isFinite(Number(value));
  return isNumber ? Number(value) : fault(`Field "${name}" must be a valid Number`);
};

const BASIC: Record<string, (value: unknown, name: string) => unknown> = {
  String: (value, name) => (isText(value) ? String(value) : fault(`Field "${name}" must be of type String`)),
  InputFile: (value, name) =>
    isText(value) ? String(value) : fault(`Field "${name}" must be of type String`),
  Integer: readInteger,
  Float: readFloat,
  Boolean: (value, name) =>
    typeof value === 'boolean' ? value : fault(`Field "${name}" must be of type Boolean`),
  True: (value, name) =>
    typeof value === 'boolean' ? value : fault(`Field "${name}" must be of type Boolean`),
};

/** Whether a described type has only plain alternatives, without objects and lists. */
export const isBasic = (type: string): boolean => type.split('|').every((part) => Object.hasOwn(BASIC, part));

const readBasic = (value: unknown, { name, type }: Place): unknown => {
  const parts = type.split('|');
  const isId = parts.includes('Integer') && parts.includes('String');
  if (isId && isText(value)) return /^-?\d{1,16}$/.test(String(value)) ? Number(value) : String(value);
  return BASIC[parts.find((part) => part !== 'InputFile') ?? 'String']?.(value, name);
};

const readFields = (value: unknown, { name, type }: Place, fields: Fields): Record<string, unknown> => {
  const source = asObject(value);
  if (source === undefined)
    return fault(name === '' ? `${type} must be an Object` : `Field "${name}" must be of type Object`);
  const result: Record<string, unknown> = { ...source };
  for (const [key, field] of Object.entries(fields)) {
    const given = source[key];
    if (given === undefined || given === null) {
      delete result[key];
      if (field.required) fault(key === 'media' ? 'media not found' : `Can't find field "${key}"`);
      continue;
    }
    // Entities and keyboards have rooms of their own, where they are checked when the text or the message is built.
    if (key.endsWith('entities') || key === 'reply_markup') continue;
    result[key] = readValue(given, { name: key, type: field.type });
    checkField(result[key], `${type}.${key}`, field);
  }
  return result;
};

const checkField = (value: unknown, place: string, field: Field): void => {
  const key = place.slice(place.indexOf('.') + 1);
  const values = field.enum;
  if (values !== undefined && values.length > 1 && !values.includes(value as string)) {
    fault(place === 'ReactionTypeEmoji.emoji' ? 'REACTION_INVALID' : `invalid ${key} specified`);
  }
  if (field.unit !== 'bytes' && field.unit !== 'items') return;
  const size = field.unit === 'bytes' ? Buffer.byteLength(String(value)) : (value as unknown[]).length;
  if (field.max !== undefined && size > field.max) fault(TOO_LONG[key] ?? `too long ${key} specified`);
};

const readUnion = (value: unknown, place: Place, union: string[]): unknown => {
  const { types } = botApi();
  const kinds = union.map((name) => ({ name, entry: types[name] }));
  const tag = ['type', 'source', 'status'].find((key) =>
    kinds.every(
      ({ entry }) => entry !== undefined && 'fields' in entry && entry.fields[key]?.enum?.length === 1,
    ),
  );
  const source = asObject(value);
  if (source === undefined)
    return fault(place.name === '' ? 'expected an Object' : `Field "${place.name}" must be of type Object`);
  if (tag === undefined) return readFirst(source, place, union);
  if (source[tag] === undefined) fault(`Can't find field "${tag}"`);
  const fitting = kinds.filter(
    ({ entry }) => entry && 'fields' in entry && entry.fields[tag]?.enum?.[0] === source[tag],
  );
  if (fitting.length === 0) fault(UNKNOWN_KIND[place.type] ?? `type "${String(source[tag])}" is unsupported`);
  return readFirst(
    source,
    place,
    fitting.map(({ name }) => name),
  );
};

/** The first alternative that takes the value; when none does, what the first one says. */
const readFirst = (value: unknown, place: Place, alternatives: string[]): unknown => {
  let first: ValueFault | undefined;
  for (const type of alternatives) {
    try {
      return readValue(value, { name: place.name, type });
    } catch (error) {
      if (!(error instanceof ValueFault)) throw error;
      first ??= error;
    }
  }
  throw first ?? new ValueFault('Unsupported type specified');
};

const readArray = (value: unknown, { name, type }: Place): unknown[] => {
  if (!Array.isArray(value))
    return fault(name === '' ? `expected an Array of ${type}` : `Field "${name}" must be of type Array`);
  return value.map((item: unknown) => readValue(item, { name: isBasic(type) ? name : '', type }));
};

/** Checks and coerces a value; `name` is empty for the parts of a list. Throws ValueFault. */
export const readValue = (value: unknown, place: Place): unknown => {
  const parts = place.type.split('|');
  if (isBasic(place.type)) return readBasic(value, place);
  if (parts.every((part) => part.endsWith('[]'))) {
    return readArray(value, { name: place.name, type: parts.map((part) => part.slice(0, -2)).join('|') });
  }
  if (parts.length > 1) {
    const plain = parts.filter((part) => isBasic(part));
    const isObject = asObject(value) !== undefined;
    if (plain.length > 0 && !isObject && !Array.isArray(value)) {
      return readBasic(value, { name: place.name, type: plain.join('|') });
    }
    return readUnion(
      value,
      place,
      parts.filter((part) => !isBasic(part)),
    );
  }
  const entry = botApi().types[place.type];
  if (entry === undefined) return value;
  return 'union' in entry ? readUnion(value, place, entry.union) : readFields(value, place, entry.fields);
};
