/** Entities that a bot lists itself instead of using a formatting style. */
import type { Entity, EntityType } from './entity.ts';
import { isEmojiId } from './html.ts';
import { checkLink } from './link.ts';
import { refuse } from './refusal.ts';

const PLAIN = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'code',
  'blockquote',
  'expandable_blockquote',
]);
/** Taken without complaint and forgotten: Telegram finds these by itself. */
const FOUND = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bank_card_number',
]);

type Source = Record<string, unknown>;

const fault = (reason: string): never => refuse(`can't parse MessageEntity: ${reason}`);

const integer = (source: Source, name: string): number => {
  const value = source[name];
  if (value === undefined || value === null) return fault(`Can't find field "${name}"`);
  if (typeof value !== 'number' && typeof value !== 'string')
    return fault(`Field "${name}" must be of type Number`);
  if (!/^-?\d{1,15}$/.test(String(value))) return fault(`Field "${name}" must be a valid Number`);
  return Number(value);
};

const string = (source: Source, name: string): string => {
  const value = source[name];
  if (value === undefined || value === null) return fault(`Can't find field "${name}"`);
  if (typeof value !== 'string' && typeof value !== 'number')
    return fault(`Field "${name}" must be of type String`);
  return String(value);
};

const details = (source: Source, type: string): Partial<Entity> => {
  switch (type) {
    case 'pre': {
      const language = source.language === undefined ? '' : string(source, 'language');
      return language === '' ? {} : { language };
    }
    case 'text_link':
      return { url: string(source, 'url') };
    case 'text_mention': {
      const user = source.user;
      if (user === undefined || user === null) return fault('Can\'t find field "user"');
      if (typeof user !== 'object' || Array.isArray(user))
        return fault('Field "user" must be of type Object');
      return { user: { id: integer(user as Source, 'id'), is_bot: false, first_name: '' } };
    }
    case 'custom_emoji': {
      const id = string(source, 'custom_emoji_id');
      return isEmojiId(id)
        ? { custom_emoji_id: id }
        : fault('Field "custom_emoji_id" must be a valid Number');
    }
    case 'date_time': {
      const format = source.date_time_format === undefined ? '' : string(source, 'date_time_format');
      return {
        unix_time: integer(source, 'unix_time'),
        ...(format === '' ? {} : { date_time_format: format }),
      };
    }
    default:
      return PLAIN.has(type) ? {} : fault('Unsupported type specified');
  }
};

const readEntity = (value: unknown): Entity | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault('expected an Object');
  const source = value as Source;
  const offset = integer(source, 'offset');
  const length = integer(source, 'length');
  const type = string(source, 'type');
  if (type === '') return fault('Type is not specified');
  if (FOUND.has(type)) return undefined;
  return { type: type as EntityType, offset, length, ...details(source, type) };
};

const checkPlace = (entity: Entity): Entity => {
  const { offset, length } = entity;
  if (offset < 0 || offset > 1_000_000) refuse(`receive an entity with incorrect offset ${offset}`);
  if (length < 0 || length > 1_000_000) refuse(`receive an entity with incorrect length ${length}`);
  if (entity.user?.id !== undefined && entity.user.id <= 0) refuse('user not found');
  if (entity.type !== 'text_link') return entity;
  const link = checkLink(entity.url ?? '');
  if ('fault' in link) return refuse(`entity URL '${entity.url}' is invalid: ${link.fault}`);
  return { ...entity, url: link.url };
};

/** Reads a list of entities; anything but a list is ignored, as by the official server. Throws its 400s. */
export const readEntities = (list: unknown): Entity[] => {
  if (!Array.isArray(list)) return [];
  return list.flatMap((value) => readEntity(value) ?? []).map(checkPlace);
};
