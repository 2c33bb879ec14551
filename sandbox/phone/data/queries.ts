import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import * as api from '../api.ts';
import { setSandboxNow } from './clock.ts';
import type { Bot, Chat, ChatLine, Message, User } from './model.ts';

const none: never[] = [];

/** People of the sandbox; undefined until they are known. */
export const useUsers = (): User[] | undefined =>
  // Nobody announces that a person was added elsewhere, so one asks.
  useQuery({ queryKey: ['world', 'users'], queryFn: api.users, refetchInterval: 5000 }).data;

/** Bots of the sandbox. */
export const useBots = (): Bot[] => useQuery({ queryKey: ['world', 'bots'], queryFn: api.bots }).data ?? none;

/** The sandbox's clock as the server last told it. */
export const useClock = () => {
  const { data } = useQuery({ queryKey: ['clock'], queryFn: api.clock });
  useEffect(() => setSandboxNow(data?.now), [data]);
  return data;
};

/** Faults being played now. */
export const useFaults = () => useQuery({ queryKey: ['faults'], queryFn: api.faults }).data;

/** A person's chats, newest first; undefined until they are known. */
export const useChats = (person: number): ChatLine[] | undefined =>
  useQuery({ queryKey: ['person', person, 'chats'], queryFn: () => api.chats(person) }).data;

const messagesKey = (person: number, chat: number) => ['person', person, 'messages', chat];

/** A chat's messages in order; undefined until they are known. */
export const useMessages = (person: number, chat: number): Message[] | undefined =>
  useQuery({
    queryKey: messagesKey(person, chat),
    queryFn: () => api.messages({ person, chat }),
    retry: 0,
  }).data;

/** Commands, menu button and reply keyboard of a chat. */
export const useExtras = (person: number, chat: number) =>
  useQuery({
    queryKey: ['person', person, 'extras', chat],
    queryFn: () => api.extras({ person, chat }),
    retry: 0,
  }).data;

/** The bot that a person let into their own chats. */
export const useBusinessBot = (person: number) =>
  useQuery({ queryKey: ['person', person, 'business'], queryFn: () => api.businessBot(person) }).data;

const personChat = (user: User): Chat => ({
  ...{ id: user.id, type: 'private', is_person: true, first_name: user.first_name },
  ...(user.last_name === undefined ? {} : { last_name: user.last_name }),
  ...(user.username === undefined ? {} : { username: user.username }),
});

/** A channel's direct messages before anything was said there. */
const directChat = (lines: ChatLine[], name: number | string): Chat | undefined => {
  const channel = lines.find((line) => String(line.direct_messages_chat) === String(name));
  if (channel?.direct_messages_chat === undefined) return undefined;
  const { title = '' } = channel.chat;
  return { id: channel.direct_messages_chat, type: 'supergroup', title, is_direct_messages: true };
};

const botChat = ({ user }: Bot): Chat => ({
  id: user.id,
  type: 'private',
  first_name: user.first_name,
  ...(user.username === undefined ? {} : { username: user.username }),
});

const isNamed = (chat: Chat, name: number | string): boolean =>
  String(chat.id) === String(name) ||
  (chat.username !== undefined && `@${chat.username}`.toLowerCase() === String(name).toLowerCase());

/** The chat that an id or @username names: one of the person's chats, or somebody not yet written to. */
export const useLine = (person: number, name: number | string): ChatLine | undefined => {
  const lines = useChats(person);
  const bots = useBots();
  const users = useUsers();
  return useMemo(() => {
    const known = lines?.find((line) => isNamed(line.chat, name));
    if (known !== undefined || lines === undefined) return known;
    const others = [...bots.map(botChat), ...(users ?? []).map(personChat)];
    const chat = others.find((one) => isNamed(one, name)) ?? directChat(lines, name);
    return chat && { chat, unread: 0 };
  }, [lines, bots, users, name]);
};

/** Bots of the sandbox to which a person has not yet written. */
export const useOtherBots = (person: number): Chat[] => {
  const lines = useChats(person);
  const bots = useBots();
  return useMemo(
    () => bots.map(botChat).filter((bot) => !lines?.some((line) => line.chat.id === bot.id)),
    [lines, bots],
  );
};

/** Fetches again what a person sees. */
export const useRefresh = (person: number) => {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['person', person] }), [queries, person]);
};
