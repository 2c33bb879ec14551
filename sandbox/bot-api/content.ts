import type { Message } from '@grammyjs/types';

/** What a message says, without where, when and by whom. */
export type Content = Partial<Message>;
