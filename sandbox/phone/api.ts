import type {
  Bot,
  BusinessBot,
  Chat,
  ChatLine,
  Clock,
  Extras,
  FaultRule,
  InlineOffer,
  Message,
  Outgoing,
  PressResult,
  User,
} from './data/model.ts';

/** The server said no, or cannot be reached (status 0). The message is fit to be shown. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A person and a chat in their phone: every call about a conversation names both. */
export interface Place {
  person: number;
  chat: number | string;
}

const refusal = async (response: Response): Promise<ApiError> => {
  const body: unknown = await response.json().catch(() => undefined);
  const error = (body as { error?: { message?: string } } | undefined)?.error;
  return new ApiError(response.status, error?.message ?? `${response.status} ${response.statusText}`);
};

const call = async <T>(path: string, init?: RequestInit): Promise<T> => {
  const response = await fetch(`people/${path}`, init).catch((error: unknown) => {
    throw new ApiError(0, error instanceof Error ? error.message : String(error));
  });
  if (!response.ok) throw await refusal(response);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
};

const post = <T>(path: string, body: object): Promise<T> =>
  call<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const act = <T>({ person, chat }: Place, verb: string, body: object = {}): Promise<T> =>
  post<T>(`users/${person}/${verb}`, { chat, ...body });

const chatPath = ({ person, chat }: Place): string =>
  `users/${person}/chats/${encodeURIComponent(String(chat))}`;

/** Where the bytes of a file are. */
export const fileUrl = (fileId: string): string => `people/files/${encodeURIComponent(fileId)}`;

/** Where live events come from. */
export const eventsUrl = 'people/events';

/** Brings a person or a bot into a group or channel, or gives them all rights there. */
export const addMember = (
  chat: number,
  member: { user: number; status: 'member' | 'administrator' },
): Promise<unknown> => post(`chats/${chat}/members`, member);

/** Opens a topic in a forum. */
export const addTopic = (chat: number, topic: { name: string; by: number }): Promise<unknown> =>
  post(`chats/${chat}/topics`, topic);

/** Opens a topic in one's private chat with a bot. */
export const addOwnTopic = (place: Place, name: string): Promise<unknown> => act(place, 'topics', { name });

/** Ticks a task of a checklist off, or on again. */
export const tick = (
  place: Place,
  change: { message_id: number; done?: number[]; not_done?: number[] },
): Promise<unknown> => act(place, 'checklist', change);

/** Stops the bot in what it is writing. */
export const stopDraft = (place: Place): Promise<unknown> => act(place, 'stop_draft');

/** What a bot offers for some words. */
export const inlineQuery = (place: Place, bot: string, query: string): Promise<InlineOffer> =>
  act(place, 'inline_query', { bot, query });

/** Sends one of the things that a bot offered. */
export const inlineResult = (
  place: Place,
  choice: { query_id: string; result_id: string; thread?: number; reply_to?: number },
): Promise<unknown> => act(place, 'inline_result', choice);

/** The address at which a Mini App opens, with data that says who opened it. */
export const launch = (
  place: Place,
  app: {
    bot: number | string;
    url: string;
    from: 'keyboard' | 'inline' | 'menu' | 'link';
    start_param?: string;
    theme: Record<string, string>;
  },
): Promise<{ url: string }> => act(place, 'launch', app);

/** Sends the data of a Mini App that a keyboard opened. */
export const webAppData = (place: Place, data: { button_text: string; data: string }): Promise<unknown> =>
  act(place, 'web_app_data', data);

/** The bot that a person let into their own chats. */
export const businessBot = (person: number): Promise<BusinessBot> => call(`users/${person}/business`);

/** Lets a bot into one's own chats, says what it may do there, or turns it out. */
export const setBusinessBot = (
  person: number,
  wish: { bot: number; connected?: boolean; rights?: string[] },
): Promise<BusinessBot> => post(`users/${person}/business`, wish);

/** Bots of this sandbox, the desk's own first. */
export const bots = (): Promise<Bot[]> => call('bots');

/** People of this sandbox. */
export const users = (): Promise<User[]> => call('users');

/** Adds a person. */
export const addUser = (
  user: Pick<User, 'first_name'> &
    Partial<Pick<User, 'last_name' | 'username' | 'language_code' | 'is_premium'>>,
): Promise<User> => post('users', user);

/** Creates a group, a forum (a supergroup with topics) or a channel. */
export const addChat = (chat: {
  type: 'group' | 'supergroup' | 'channel';
  title: string;
  creator: number;
  is_forum?: boolean;
  username?: string;
}): Promise<Chat> => post('chats', chat);

/** A person's chats, the newest first. */
export const chats = (person: number): Promise<ChatLine[]> => call(`users/${person}/chats`);

/** A chat's messages in order; with `after`, only those that came later. */
export const messages = (place: Place, after?: number): Promise<Message[]> =>
  call(`${chatPath(place)}/messages${after === undefined ? '' : `?after=${after}`}`);

/** Commands, menu button and keyboard of a chat. */
export const extras = (place: Place): Promise<Extras> => call(`${chatPath(place)}/commands`);

/** Sends; an album answers with several messages. */
export const send = async (place: Place, content: Outgoing): Promise<Message[]> => {
  const sent = await act<Message | Message[]>(place, 'send', content);
  return Array.isArray(sent) ? sent : [sent];
};

/** Forwards a message of `from` into `place`. */
export const forward = (place: Place, from: { chat: number; message_id: number }): Promise<Message> =>
  act(place, 'send', { forward_from: from });

/** Presses Start, with a deep link's payload if there is one. */
export const start = (place: Place, payload?: string): Promise<Message> =>
  act(place, 'start', payload === undefined ? {} : { payload });

/** Presses a button under a message, by its place. Waits for the bot's answer (up to 5 s). */
export const press = (
  place: Place,
  button: { message_id: number; row: number; col: number },
): Promise<PressResult> => act(place, 'press', button);

/** Presses a button of the reply keyboard: its words, one's contact or one's place are sent. */
export const pressText = (place: Place, text: string): Promise<PressResult> => act(place, 'press', { text });

/** Edits one's own message. */
export const edit = (
  place: Place,
  change: { message_id: number; text?: string; caption?: string },
): Promise<Message> => act(place, 'edit', change);

/** Deletes a message. */
export const remove = (place: Place, messageId: number): Promise<unknown> =>
  act(place, 'delete', { message_id: messageId });

/** Sets one's reaction; without an emoji, takes it back. */
export const react = (place: Place, messageId: number, emoji?: string): Promise<unknown> =>
  act(place, 'react', { message_id: messageId, ...(emoji === undefined ? {} : { emoji }) });

/** Marks a chat as read. */
export const read = (place: Place): Promise<unknown> => act(place, 'read');

/** Joins a group or channel, or asks to be let in. */
export const join = (place: Place): Promise<{ status: 'joined' | 'requested'; chat: number }> =>
  act(place, 'join');

/** Leaves a group or channel. */
export const leave = (place: Place): Promise<unknown> => act(place, 'leave');

/** Blocks a bot. */
export const block = ({ person, chat }: Place): Promise<unknown> =>
  post(`users/${person}/block`, { bot: chat });

/** Unblocks a bot. */
export const unblock = ({ person, chat }: Place): Promise<unknown> =>
  post(`users/${person}/unblock`, { bot: chat });

/** The sandbox's time. */
export const clock = (): Promise<Clock> => call('clock');

/** Turns the sandbox's clock forward. */
export const advance = (seconds: number): Promise<Clock> => post('clock', { advance_seconds: seconds });

/** Faults that are being played. */
export const faults = (): Promise<{ rules?: FaultRule[] }> => call('faults');

/** Plays faults on the bot's next calls. */
export const setFaults = (rules: FaultRule[]): Promise<unknown> => post('faults', { rules });

/** Stops all faults. */
export const clearFaults = (): Promise<unknown> => call('faults', { method: 'DELETE' });
