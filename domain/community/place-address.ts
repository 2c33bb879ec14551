import type { Tx } from '../../base/db/index.ts';
import type { Place } from '../chats/index.ts';
import type { Desk } from '../front-desk/index.ts';
import type { CommunityPlace } from './place.ts';

/** What is written in a transaction, and when. */
export type At = { tx: Tx; desk: Desk; now: Date };

/** The name under which a post of a place can be edited. */
export const postKey = (chatId: number, slug: string): string => `place:${chatId}:${slug}`;

/** A place as one sends to it. */
export const addressOf = ({ chatId, chatKind }: CommunityPlace): Place => ({ id: chatId, kind: chatKind });
