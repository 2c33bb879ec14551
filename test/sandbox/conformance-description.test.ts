/** Every method of the description, parameter by parameter: what is missing, out of a list or over a limit is refused. */
import { expect, test } from 'vitest';
import { botApi, type Field } from '../../sandbox/bot-api/description/index.ts';
import { validateCall } from '../../sandbox/bot-api/validate/index.ts';
import { openSandbox } from './kit.ts';

const { methods, types } = botApi();

/** A value that the description allows for a type. */
const validFor = (type: string, depth = 0): unknown => {
  const [part = ''] = type.split('|');
  if (part.endsWith('[]')) return [validFor(part.slice(0, -2), depth + 1)];
  if (part === 'Integer') return 1;
  if (part === 'Float') return 1.5;
  if (part === 'Boolean' || part === 'True') return true;
  if (part === 'String' || part === 'InputFile') return 'a';
  const entry = types[part];
  if (entry === undefined || depth > 8) return {};
  if ('union' in entry) return validFor(entry.union[0] ?? '', depth + 1);
  const fields = Object.entries(entry.fields).filter(([, field]) => field.required === true);
  return Object.fromEntries(fields.map(([name, field]) => [name, valueOf(field, depth + 1)]));
};

const valueOf = (field: Field, depth = 0): unknown => {
  if (field.enum !== undefined) return field.enum[0];
  const value = validFor(field.type, depth);
  if (!Array.isArray(value) || field.min === undefined) return value;
  return Array.from({ length: Math.max(1, field.min) }, () => structuredClone(value[0]));
};

/** What the description's words, not its shapes, ask for. */
const special: Readonly<Record<string, Record<string, unknown>>> = {
  editMessageText: { text: 'a', chat_id: 1, message_id: 1 },
  editMessageCaption: { chat_id: 1, message_id: 1 },
  editMessageMedia: { chat_id: 1, message_id: 1 },
  editMessageReplyMarkup: { chat_id: 1, message_id: 1 },
  editEphemeralMessageText: { text: 'a' },
};

const validCall = (name: string): Record<string, unknown> => {
  const fields = Object.entries(methods[name]?.fields ?? {}).filter(([, field]) => field.required === true);
  return { ...Object.fromEntries(fields.map(([field, one]) => [field, valueOf(one)])), ...special[name] };
};

/** One call that the description forbids, and why. */
interface Wrong {
  why: string;
  params: Record<string, unknown>;
}

/** Absence and emptiness that the official server takes as a value. */
const mayBeAbsent = new Set([
  'setWebhook.url',
  'setMyCommands.commands',
  'setChatAdministratorCustomTitle.custom_title',
  'setBusinessAccountName.first_name',
]);
/** Longer names are cut by the official server, and texts are measured after they were parsed. */
const isMeasuredElsewhere = (place: string, field: Field): boolean =>
  /\.(text|caption)$/.test(place) ||
  /^(create|edit)\w*ForumTopic\.name$|^setChat(Title|Description)\.|ChatInviteLink\.name$/.test(place) ||
  field.type.includes('InputFile');

/** A value that no parameter of the type can have. */
const misfitFor = ({ type }: Field, name: string): unknown => {
  // Lists of entities that are none are ignored by the official server.
  if (name.endsWith('entities')) return undefined;
  if (['Integer', 'Float', 'Boolean', 'True'].includes(type)) return 'junk';
  if (type.includes('InputFile') || type === 'String' || type === 'Integer|String') return { a: 1 };
  return type.includes('[]') ? { a: 1 } : [1];
};

/** Objects that lack one of the fields that the description requires of them. */
const incomplete = (place: string, { type }: Field): { why: string; value: object }[] => {
  const part = type.replace('[]', '');
  const entry = types[part];
  // Keyboards and entities have tests of their own: much in them is forgiven.
  if (entry === undefined || 'union' in entry || /Markup|Entity|Keyboard/.test(type)) return [];
  const whole = validFor(part) as Record<string, unknown>;
  return Object.keys(whole).map((key) => {
    const { [key]: _, ...rest } = whole;
    return { why: `${place} has ${key}`, value: type.includes('[]') ? [rest] : rest };
  });
};

const wrongCalls = (name: string): Wrong[] => {
  const base = validCall(name);
  return Object.entries(methods[name]?.fields ?? {}).flatMap(([field, described]): Wrong[] => {
    const place = `${name}.${field}`;
    const wrong: Wrong[] = [];
    const without = (): Record<string, unknown> =>
      Object.fromEntries(Object.entries(base).filter(([key]) => key !== field));
    if (described.required === true && !mayBeAbsent.has(place)) {
      wrong.push({ why: `${place} is required`, params: without() });
    }
    const misfit = misfitFor(described, field);
    if (misfit !== undefined)
      wrong.push({ why: `${place} is ${described.type}`, params: { ...base, [field]: misfit } });
    wrong.push(
      ...incomplete(place, described).map(({ why, value }) => ({ why, params: { ...base, [field]: value } })),
    );
    const isChecked = !field.endsWith('parse_mode') && field !== 'emoji';
    if (described.enum !== undefined && isChecked) {
      const value = described.type === 'Integer' ? 999_999_999 : 'no-such-value';
      wrong.push({ why: `${place} is one of a list`, params: { ...base, [field]: value } });
    }
    const { max, min = 0, unit } = described;
    if (max === undefined || isMeasuredElsewhere(place, described)) return wrong;
    if (unit === 'items') {
      const [item] = validFor(described.type) as unknown[];
      const many = Array.from({ length: max + 1 }, () => structuredClone(item));
      wrong.push({ why: `${place} has at most ${max} items`, params: { ...base, [field]: many } });
      if (min > 1 && place !== 'sendMediaGroup.media') {
        wrong.push({ why: `${place} has at least ${min} items`, params: { ...base, [field]: [item] } });
      }
    } else {
      wrong.push({
        why: `${place} has at most ${max} ${unit}`,
        params: { ...base, [field]: 'x'.repeat(max + 1) },
      });
    }
    return wrong;
  });
};

const names = Object.keys(methods);

test('methods that are not simulated check the call and then say so; the rest answers about the world', async () => {
  await using desk = await openSandbox();
  const verdicts = await Promise.all(
    names
      .filter((name) => !['getUpdates', 'setWebhook', 'close', 'logOut'].includes(name))
      .map(async (name) => ({ name, answer: await desk.call(name, validCall(name)) })),
  );
  const missing = verdicts.filter(({ answer }) =>
    answer.description?.includes('is not simulated by the sandbox'),
  );
  const broken = verdicts.filter(({ answer }) => (answer.error_code ?? 0) >= 500);
  expect(broken).toEqual([]);
  expect(names.length - missing.length).toBeGreaterThanOrEqual(101);
});

test(`all ${names.length} methods take a call that the description allows`, () => {
  const refused = names.flatMap((name) => {
    const verdict = validateCall(name, validCall(name));
    return verdict.ok ? [] : [`${name} ${JSON.stringify(validCall(name))}: ${verdict.description}`];
  });
  expect(refused).toEqual([]);
});

test('they refuse what is missing, out of a list or over a limit, parameter by parameter', () => {
  const all = names.flatMap((name) => wrongCalls(name).map((wrong) => ({ name, ...wrong })));
  const taken = all.filter(({ name, params }) => validateCall(name, params).ok).map(({ why }) => why);
  expect(taken).toEqual([]);
  expect(all.length).toBeGreaterThan(1300);
});
