import { z } from 'zod';
import { chatRef } from './inputs.ts';

/** `/people/users/:id/…` */
export const personPath = z.object({ id: z.coerce.number().int() });
/** `/people/users/:id/chats/:chat/…` */
export const personChatPath = personPath.extend({ chat: z.string().min(1) });
/** `/people/chats/:chat/…` */
export const chatPath = z.object({ chat: z.string().min(1) });

/** A body that names only a chat. */
export const chatBody = z.object({ chat: chatRef });
/** A body that names only a bot. */
export const botBody = z.object({ bot: chatRef });

/** Any Bot API object: its fields are described by Telegram, and passed as they are. */
export const apiObject = z.looseObject({});
/** A list of Bot API objects. */
export const apiList = z.array(apiObject);
/** The answer of acts that have nothing to tell. */
export const done = z.object({ ok: z.literal(true) });
/** The shape of every error. */
export const errorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
