/** Entities of a text, in the Bot API's own shape, and the rules by which they may nest. */
import type { MessageEntity, User } from '@grammyjs/types';

/** Kinds of entities, by the Bot API's names. */
export type EntityType = MessageEntity['type'];

/** A MessageEntity while it is being worked on; offset and length are UTF-16 units. */
export type Entity = {
  type: EntityType;
  offset: number;
  length: number;
  url?: string;
  /** Only the id is known here; the server fills in the rest of the user. */
  user?: User;
  language?: string;
  custom_emoji_id?: string;
  unix_time?: number;
  date_time_format?: string;
};

const SPLITTABLE = new Set<EntityType>(['bold', 'italic', 'underline', 'strikethrough', 'spoiler']);
const BLOCKQUOTE = new Set<EntityType>(['blockquote', 'expandable_blockquote']);

/** Among entities of one place and length, the outer first. */
const PRIORITY: Partial<Record<EntityType, number>> = {
  blockquote: 0,
  expandable_blockquote: 0,
  pre: 11,
  code: 20,
  text_link: 49,
  text_mention: 49,
  bold: 90,
  italic: 91,
  underline: 92,
  strikethrough: 93,
  spoiler: 94,
  custom_emoji: 99,
};

const priority = (entity: Entity): number => PRIORITY[entity.type] ?? 50;

/** The first UTF-16 unit behind an entity. */
export const endOf = (entity: Entity): number => entity.offset + entity.length;

/** Order of the official server: by place, the longer first, then by kind. */
export const sortEntities = (entities: Entity[]): Entity[] =>
  entities.sort((a, b) => a.offset - b.offset || b.length - a.length || priority(a) - priority(b));

/** Of entities that touch the same characters, keeps the first; wants them sorted. */
export const keepDisjoint = (entities: Entity[]): Entity[] => {
  let end = 0;
  return entities.filter((entity) => {
    const isFree = entity.offset >= end;
    if (isFree) end = endOf(entity);
    return isFree;
  });
};

/** A quotation may hold links and code, but none of them may hold or cross the edge of a quotation. */
const keepInsideQuotes = (entities: Entity[], quotes: Entity[]): Entity[] =>
  entities.filter((entity) =>
    quotes.every((quote) => {
      const isApart = endOf(quote) <= entity.offset || endOf(entity) <= quote.offset;
      return isApart || (quote.offset <= entity.offset && endOf(entity) <= endOf(quote));
    }),
  );

const mergeSameKind = (entities: Entity[]): Entity[] => {
  const last = new Map<EntityType, Entity>();
  const merged: Entity[] = [];
  for (const entity of entities) {
    const before = last.get(entity.type);
    if (before !== undefined && entity.offset <= endOf(before)) {
      before.length = Math.max(endOf(before), endOf(entity)) - before.offset;
      continue;
    }
    const copy = { ...entity };
    last.set(entity.type, copy);
    merged.push(copy);
  }
  return merged;
};

/**
 * Cuts bold, italic and the like so that everything nests: at the beginning of each other one, and at both edges of
 * links, code and quotations; nothing of the kind stays inside code.
 */
const splitStyles = (styles: Entity[], fixed: Entity[]): Entity[] => {
  const merged = mergeSameKind(styles);
  const edges = new Set([...merged.map((s) => s.offset), ...fixed.flatMap((f) => [f.offset, endOf(f)])]);
  const cuts = [...edges].sort((a, b) => a - b);
  const code = fixed.filter((entity) => entity.type === 'pre' || entity.type === 'code');
  const pieces = merged.flatMap((style) => {
    const inner = cuts.filter((cut) => cut > style.offset && cut < endOf(style));
    const bounds = [style.offset, ...inner, endOf(style)];
    return inner.length === 0
      ? [style]
      : bounds
          .slice(1)
          .map((end, i) => ({ ...style, offset: bounds[i] ?? 0, length: end - (bounds[i] ?? 0) }));
  });
  return pieces.filter((piece) => !code.some((c) => c.offset <= piece.offset && endOf(piece) <= endOf(c)));
};

/** Makes any entities valid: sorted, nested, never crossing; `found` ones give way to those that were asked for. */
export const fixEntities = (entities: Entity[], found: Entity[] = []): Entity[] => {
  const sorted = sortEntities(entities.filter((entity) => entity.length > 0));
  if (sorted.length + found.length < 2) return found.length > 0 ? found : sorted;
  const styles = sorted.filter((entity) => SPLITTABLE.has(entity.type));
  const quotes = keepDisjoint(sorted.filter((entity) => BLOCKQUOTE.has(entity.type)));
  const rest = sorted.filter((entity) => !SPLITTABLE.has(entity.type) && !BLOCKQUOTE.has(entity.type));
  const asked = keepInsideQuotes(keepDisjoint(rest), quotes);
  const free = keepInsideQuotes(found, quotes).filter((entity) =>
    asked.every((other) => endOf(other) <= entity.offset || endOf(entity) <= other.offset),
  );
  const fixed = sortEntities([...asked, ...free, ...quotes]);
  return styles.length === 0 ? fixed : sortEntities([...fixed, ...splitStyles(styles, fixed)]);
};

const MOST = 100;

/** Of the entities that were asked for, Telegram keeps a hundred: links, code and quotations first; emoji do not count. */
export const keepMost = (entities: Entity[]): Entity[] => {
  if (entities.length <= MOST) return entities;
  const counted = entities.filter((entity) => entity.type !== 'custom_emoji');
  const fixed = counted.filter((entity) => !SPLITTABLE.has(entity.type));
  const styles = counted.filter((entity) => SPLITTABLE.has(entity.type));
  const kept = new Set([...fixed, ...styles].slice(0, MOST));
  return entities.filter((entity) => entity.type === 'custom_emoji' || kept.has(entity));
};
