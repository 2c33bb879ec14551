/** A Bot API call from what came over the wire to typed parameters, or the official server's refusal. */
import { botApi, type Field, type Fields } from '../description/index.ts';
import { ApiError } from '../errors.ts';
import { asObject } from './json.ts';
import { readMarkup } from './markup.ts';
import { answer, type Refused, refusal, refuse } from './refusal.ts';
import { checkTogether } from './together.ts';
import { isBasic, readValue, ValueFault } from './value.ts';
import {
  AFTER_CHAT,
  AT_LEAST,
  CUT,
  EXPECTED,
  JSON_NAMES,
  MAY_BE_EMPTY,
  MISSING,
  PART_NAMES,
  TOO_LONG,
  TOO_SHORT,
  UNKNOWN_VALUE,
  UNPREFIXED,
  wordsFor,
} from './words.ts';

/** Parameters by name: raw as they came, or typed after the check. */
export type Params = Record<string, unknown>;
/** A call that the official server would take: canonical name, typed parameters. */
export type CheckedCall = { ok: true; method: string; params: Params };

type Place = { method: string; field: string };

/** Old names that the official server still answers to. */
const ALIASES: Readonly<Record<string, string>> = {
  kickchatmember: 'banChatMember',
  getchatmemberscount: 'getChatMemberCount',
};

let names: ReadonlyMap<string, string> | undefined;

const canonical = (method: string): string => {
  names ??= new Map([
    ...Object.keys(botApi().methods).map((name): [string, string] => [name.toLowerCase(), name]),
    ...Object.entries(ALIASES),
  ]);
  const found = names.get(method.toLowerCase());
  if (found === undefined) throw new ApiError(404, 'Not Found: method not found');
  return found;
};

/** Parameters of older versions, which the official server still understands. */
const modernise = (params: Params, fields: Fields): Params => {
  const result = { ...params };
  const isOn = (value: unknown) => value === true || /^(true|yes|1)$/i.test(String(value));
  const { reply_to_message_id: replyTo, disable_web_page_preview: noPreview } = params;
  if (
    fields.reply_parameters &&
    replyTo !== undefined &&
    replyTo !== '' &&
    params.reply_parameters === undefined
  ) {
    const lenient = isOn(params.allow_sending_without_reply);
    result.reply_parameters = {
      message_id: replyTo,
      ...(lenient ? { allow_sending_without_reply: true } : {}),
    };
  }
  if (fields.link_preview_options && isOn(noPreview)) result.link_preview_options ??= { is_disabled: true };
  return result;
};

const mustBe = (place: Place, type: string): never =>
  refuse(`parameter "${place.field}" must be of type ${type}`);

const readScalar = (raw: unknown, place: Place, type: string): unknown => {
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean')
    return mustBe(place, type);
  const value = String(raw);
  const isNumeric = /^\s*-?\d{1,16}\s*$/.test(value) && Number.isSafeInteger(Number(value));
  if (type === 'Integer|String') return isNumeric ? Number(value) : value;
  if (type === 'Integer') {
    if (isNumeric) return Number(value);
    return place.field === 'user_id' ? refuse('invalid user_id specified') : mustBe(place, 'Integer');
  }
  if (type === 'Float') return Number.isFinite(Number(value)) ? Number(value) : mustBe(place, 'Float');
  if (type === 'Boolean' || type === 'True') {
    if (/^\s*(true|yes|1)\s*$/i.test(value)) return true;
    return /^\s*(false|no|0)?\s*$/i.test(value) ? false : mustBe(place, 'Boolean');
  }
  return value;
};

const decode = (raw: string, place: Place): unknown => {
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return refuseJson(place);
  }
};

const checkKind = (value: unknown, place: Place, type: string): void => {
  const isList = type.includes('[]');
  const fits = isList ? Array.isArray(value) : asObject(value) !== undefined;
  if (fits) return;
  const kind = isList
    ? `expected an Array of ${type.split('|')[0]?.replace('[]', '')}`
    : `object expected as ${place.field}`;
  refuse(wordsFor(EXPECTED, place, kind));
};

/** Options of a poll were plain strings once, and still may be. */
const readableOptions = (value: unknown, place: Place): unknown =>
  place.method === 'sendPoll' && place.field === 'options' && Array.isArray(value)
    ? value.map((option: unknown) => (typeof option === 'string' ? { text: option } : option))
    : value;

/** The official server reads JSON a hundred levels deep. */
const isTooDeep = (value: unknown, left = 100): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((part) => isTooDeep(part, left - 1));
};

const refuseJson = (place: Place): never =>
  refuse(`can't parse ${wordsFor(JSON_NAMES, place, place.field)} JSON object`);

/** Kinds that the parameter's own method has other words for. */
const unfit = (words: string, place: Place): string => {
  const isAlbum = place.method === 'sendMediaGroup' && words === 'type "animation" is unsupported';
  return isAlbum ? 'type "animation" can\'t be used in sendMediaGroup' : words;
};

const readStructure = (raw: unknown, place: Place, type: string): unknown => {
  if (place.field.endsWith('entities')) return readEntityList(raw);
  const value = typeof raw === 'string' ? decode(raw, place) : raw;
  if (value === null) return undefined;
  if (isTooDeep(value)) refuseJson(place);
  if (place.field === 'reply_markup') return readMarkup(value);
  checkKind(value, place, type);
  try {
    return readValue(readableOptions(value, place), { name: '', type });
  } catch (error) {
    if (!(error instanceof ValueFault)) throw error;
    const part = wordsFor(PART_NAMES, place, type.split('|')[0]?.replaceAll('[]', '') ?? '');
    const words = unfit(error.message, place);
    const isBare = UNPREFIXED.has(place.field) || /^[A-Z_]+$/.test(words);
    throw refusal(isBare ? words : `can't parse ${part}: ${words}`);
  }
};

/** The official server ignores a list of entities that is not even JSON; the text's room reads the rest. */
const readEntityList = (raw: unknown): unknown => {
  if (typeof raw !== 'string') return raw;
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return undefined;
  }
};

const checkSize = (value: unknown, place: Place, field: Field): unknown => {
  const { max, unit } = field;
  const min = AT_LEAST[`${place.method}.${place.field}`] ?? field.min ?? 0;
  if (max === undefined) return value;
  // Texts and captions are measured after parsing.
  if ((place.field === 'text' || place.field === 'caption') && place.method !== 'answerCallbackQuery')
    return value;
  const list = Array.isArray(value) ? value.length : undefined;
  const size =
    list ?? (unit === 'bytes' ? Buffer.byteLength(String(value)) : Array.from(String(value)).length);
  if (size > max) {
    if (CUT.has(`${place.method}.${place.field}`)) return Array.from(String(value)).slice(0, max).join('');
    refuse(wordsFor(TOO_LONG, place, `${place.field} is too long`));
  }
  if (list !== undefined && size < min)
    refuse(wordsFor(TOO_SHORT, place, `too few ${place.field} specified`));
  return value;
};

/** Values that the official server takes besides the documented ones. */
const OLD_VALUES: Readonly<Record<string, string>> = {
  record_audio: 'record_voice',
  upload_audio: 'upload_voice',
};

const checkEnum = (value: unknown, place: Place, field: Field): unknown => {
  const allowed = field.enum;
  if (allowed === undefined || place.field.endsWith('parse_mode') || place.field === 'emoji') return value;
  const known =
    place.field === 'action'
      ? (OLD_VALUES[String(value).toLowerCase()] ?? String(value).toLowerCase())
      : value;
  if (allowed.includes(known as string | number)) return known;
  return refuse(wordsFor(UNKNOWN_VALUE, place, `invalid ${place.field} specified`));
};

const readParameter = (raw: unknown, place: Place, field: Field): unknown => {
  const isPlain = isBasic(field.type);
  const isAbsent =
    raw === undefined ||
    raw === null ||
    (raw === '' && (!isPlain || field.type !== 'String' || field.required));
  if (isAbsent) {
    const mayBeEmpty = MAY_BE_EMPTY.has(`${place.method}.${place.field}`);
    if (field.required && !mayBeEmpty)
      refuse(wordsFor(MISSING, place, `parameter "${place.field}" is required`));
    return mayBeEmpty ? (isPlain ? '' : []) : undefined;
  }
  const type = field.type.includes('InputFile') ? 'String' : field.type;
  const value = isPlain ? readScalar(raw, place, type) : readStructure(raw, place, type);
  return value === undefined || value === ''
    ? value
    : checkEnum(checkSize(value, place, field), place, field);
};

const order = ([name]: [string, Field]): number =>
  AFTER_CHAT.has(name) ? 2 : name.endsWith('chat_id') ? 1 : 0;

const ordered = new Map<string, [string, Field][]>();

/** Contents are looked at first, then the chat, then the message in it, as the official server does. */
const fieldsOf = (method: string): [string, Field][] => {
  const known = ordered.get(method);
  if (known !== undefined) return known;
  const fields = Object.entries(botApi().methods[method]?.fields ?? {});
  const sorted = fields.toSorted((a, b) => order(a) - order(b));
  ordered.set(method, sorted);
  return sorted;
};

/** Names of updates count in any case and unknown ones not at all, which leaves the default when none is known. */
const knownUpdates = (list: unknown): string[] => {
  const update = botApi().types.Update;
  const names = (Array.isArray(list) ? list : []).map((name) => String(name).toLowerCase());
  return names.filter(
    (name) => name !== 'update_id' && update !== undefined && 'fields' in update && name in update.fields,
  );
};

/** Throws the official refusal of a call, or returns it with its parameters typed. */
export const readCall = (method: string, params: Params): CheckedCall => {
  const name = canonical(method);
  const source = modernise(params, botApi().methods[name]?.fields ?? {});
  const typed: Params = {};
  for (const [field, described] of fieldsOf(name)) {
    const value = readParameter(source[field], { method: name, field }, described);
    if (value !== undefined) typed[field] = value;
  }
  if (typed.allowed_updates !== undefined) typed.allowed_updates = knownUpdates(typed.allowed_updates);
  checkTogether(name, typed);
  return { ok: true, method: name, params: typed };
};

/**
 * Checks a call against the description of the Bot API: the method's name in any case, required parameters, types, enums,
 * lengths, nested objects; strings become numbers, booleans and objects as on the official server; unknown parameters go.
 * Texts are not parsed here: see parseText. Stricter than the official server in one thing: what is not a number at all is
 * refused where it would read 0.
 */
export const validateCall = (method: string, params: Params): CheckedCall | Refused =>
  answer(() => readCall(method, params));
