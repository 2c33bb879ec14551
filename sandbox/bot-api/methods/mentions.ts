import type { MessageEntity } from '@grammyjs/types';
import type { Content } from '../content.ts';
import type { World } from '../model.ts';

/** Mentions by id show the whole user; those of nobody known fall away, as on the official server. */
export function withKnownMentions(world: World, content: Content): Content {
  const settle = (entities: MessageEntity[]): MessageEntity[] =>
    entities.flatMap((entity): MessageEntity[] => {
      if (entity.type !== 'text_mention') return [entity];
      const account = world.accounts.get(entity.user.id);
      return account === undefined ? [] : [{ ...entity, user: account.user }];
    });
  const settled: Content = { ...content };
  for (const field of ['entities', 'caption_entities'] as const) {
    const entities = settle(content[field] ?? []);
    if (entities.length > 0) settled[field] = entities;
    else delete settled[field];
  }
  return settled;
}
