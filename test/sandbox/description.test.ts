import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateDescription } from '../../sandbox/bot-api/description/generate.ts';
import type { Description, Field } from '../../sandbox/bot-api/description/types.ts';

const root = join(import.meta.dirname, '../..');
const committed = readFileSync(join(root, 'sandbox/bot-api/description/description.json'), 'utf8');
const ours = JSON.parse(committed) as Description;

test('description.json is what the generator makes of the installed package', () => {
  expect(committed, 'run: node sandbox/bot-api/description/generate.ts').toBe(generateDescription());
});

test('the description agrees with an independent digest: methods and their required parameters', () => {
  const digest = JSON.parse(
    readFileSync(join(import.meta.dirname, 'fixtures/bot-api-10.3-required.json'), 'utf8'),
  ) as { version: string; methods: Record<string, string[]> };
  const required = Object.fromEntries(
    Object.entries(ours.methods).map(([name, method]) => [
      name,
      Object.keys(method.fields).filter((field) => method.fields[field]?.required),
    ]),
  );
  expect(ours.version).toBe(digest.version);
  expect(required).toEqual(digest.methods);
});

type OtherField = {
  name: string;
  types: string[];
  required: boolean;
  enum?: (string | number)[];
  length?: { min: number; max: number; unit: string };
};
type Other = { fields: OtherField[]; subtypes?: string[] };
type OtherDescription = { methods: Record<string, Other>; types: Record<string, Other> };

/** Differences that stay, each with its reason. */
const known = new Map([
  ['InputFile', 'bytes of a file: a basic type in our description, an empty object in the other'],
  ['currency.enum', 'the list of currencies belongs to the payment providers and changes between versions'],
]);

const otherTypes = (field: OtherField): string =>
  field.types
    .map((type) => type.replaceAll('Array of ', '') + '[]'.repeat(type.split('Array of ').length - 1))
    .toSorted()
    .join('|');

const compareField = (where: string, field: Field | undefined, other: OtherField): string[] => {
  if (field === undefined) return [`${where} is missing`];
  const faults: string[] = [];
  if ((field.required ?? false) !== other.required) faults.push(`${where} required`);
  if (field.type.split('|').toSorted().join('|') !== otherTypes(other)) faults.push(`${where} type`);
  const values = (list: (string | number)[] = []) => list.map(String).toSorted().join();
  if (values(field.enum) !== values(other.enum) && !known.has(`${other.name}.enum`))
    faults.push(`${where} enum`);
  const length = other.length;
  const isSame = length === undefined || (field.min === length.min && field.max === length.max);
  if (!isSame || (length !== undefined && field.unit !== length.unit)) faults.push(`${where} length`);
  return faults;
};

const compare = (mine: Description, other: OtherDescription): string[] => {
  const faults: string[] = [];
  for (const kind of ['methods', 'types'] as const) {
    const names = new Set([...Object.keys(mine[kind]), ...Object.keys(other[kind])]);
    for (const name of names) {
      if (known.has(name)) continue;
      const entry = mine[kind][name];
      const theirs = other[kind][name];
      if (entry === undefined || theirs === undefined) faults.push(`${kind} ${name} is missing`);
      else if ('union' in entry) {
        if (entry.union.toSorted().join() !== (theirs.subtypes ?? []).toSorted().join())
          faults.push(`union ${name}`);
      } else {
        if (Object.keys(entry.fields).length !== theirs.fields.length)
          faults.push(`${name} has other fields`);
        for (const field of theirs.fields)
          faults.push(...compareField(`${name}.${field.name}`, entry.fields[field.name], field));
      }
    }
  }
  return faults;
};

const candidates = [process.env.BOT_API_JSON, join(root, '../shared/data/bot-api-10.3.json')];
const fullFile = candidates.find((path) => path !== undefined && existsSync(path));

test('types, enums, lengths and unions agree with the full description where it is at hand', () => {
  const other =
    fullFile === undefined ? undefined : (JSON.parse(readFileSync(fullFile, 'utf8')) as OtherDescription);
  expect(other === undefined ? [] : compare(ours, other)).toEqual([]);
  expect(Object.keys(ours.types).length).toBeGreaterThan(390);
});

test('every named type exists, and every alternative of a union', () => {
  const basic = new Set(['String', 'Integer', 'Float', 'Boolean', 'True', 'InputFile']);
  const fields = [...Object.values(ours.methods), ...Object.values(ours.types)].flatMap((entry) =>
    'union' in entry ? entry.union : Object.values(entry.fields).flatMap((field) => field.type.split('|')),
  );
  const unknown = fields
    .map((type) => type.replaceAll('[]', ''))
    .filter((type) => !basic.has(type) && !ours.types[type]);
  expect(unknown).toEqual([]);
});
