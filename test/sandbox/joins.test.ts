import type { ChatInviteLink, Update } from '@grammyjs/types';
import { expect, test } from 'vitest';
import { botId, type Kit, openSandbox } from './kit.ts';

const kinds = ['message', 'chat_member', 'chat_join_request', 'my_chat_member'];

async function guarded(desk: Kit, more: object = {}) {
  const owner = await desk.person('Owner');
  const group = await desk.chat({ type: 'supergroup', creator: owner.id, username: 'shop_talk', ...more });
  await desk.people(`chats/${group.id}/members`, { user: botId, status: 'administrator' });
  await desk.ok('getUpdates', { allowed_updates: kinds });
  await drain(desk);
  return group;
}

async function drain(desk: Kit): Promise<Update[]> {
  const updates = await desk.updates();
  await desk.ok('getUpdates', { offset: (updates.at(-1)?.update_id ?? 0) + 1 });
  return updates;
}

const joins = (desk: Kit, id: number, chat: string | number) =>
  desk.people<{ status: string }>(`users/${id}/join`, { chat });

test('who asks to join by a link can be written to for five minutes, and is let in or turned away', async () => {
  await using desk = await openSandbox();
  const group = await guarded(desk);
  const link = await desk.ok<ChatInviteLink>('createChatInviteLink', {
    chat_id: group.id,
    creates_join_request: true,
  });
  const [anna, boris] = await Promise.all(
    ['Anna', 'Boris'].map((first_name) => desk.people<{ id: number }>('users', { first_name })),
  );
  const write = async () => (await desk.call('sendMessage', { chat_id: anna?.id, text: 'Why?' })).description;
  expect(await write()).toBe("Forbidden: bot can't initiate conversation with a user");
  expect((await joins(desk, anna?.id ?? 0, link.invite_link)).status).toBe('requested');
  await joins(desk, boris?.id ?? 0, link.invite_link);
  const [asked] = await drain(desk);
  expect(asked?.chat_join_request).toMatchObject({
    chat: { id: group.id },
    from: { id: anna?.id },
    user_chat_id: anna?.id,
    invite_link: { invite_link: link.invite_link },
  });
  expect(asked?.chat_join_request).not.toHaveProperty('query_id');
  expect(await write()).toBeUndefined();
  await desk.people('clock', { advance_seconds: 301 });
  expect(await write()).toMatch("can't initiate");
  await desk.ok('approveChatJoinRequest', { chat_id: group.id, user_id: anna?.id });
  await desk.ok('declineChatJoinRequest', { chat_id: group.id, user_id: boris?.id });
  const again = await desk.call('declineChatJoinRequest', { chat_id: group.id, user_id: boris?.id });
  expect(again.description).toBe('Bad Request: HIDE_REQUESTER_MISSING');
  const twice = await desk.call('approveChatJoinRequest', { chat_id: group.id, user_id: anna?.id });
  expect(twice.description).toBe('Bad Request: USER_ALREADY_PARTICIPANT');
  const [member, service] = await drain(desk);
  expect(member?.chat_member).toMatchObject({
    from: { id: botId },
    new_chat_member: { status: 'member', user: { id: anna?.id } },
    invite_link: { invite_link: link.invite_link },
  });
  expect(service?.message?.new_chat_members).toMatchObject([{ id: anna?.id }]);
  const limited = { chat_id: group.id, invite_link: link.invite_link, member_limit: 1 };
  expect(await desk.ok('editChatInviteLink', limited)).toMatchObject({
    creates_join_request: false,
    member_limit: 1,
  });
  await expect(joins(desk, boris?.id ?? 0, link.invite_link)).rejects.toThrow('does not work');
  await desk.ok('revokeChatInviteLink', { chat_id: group.id, invite_link: link.invite_link });
  await expect(joins(desk, boris?.id ?? 0, link.invite_link)).rejects.toThrow('does not work');
});

test('a chat that is joined by request asks even those who know its name', async () => {
  await using desk = await openSandbox();
  const group = await guarded(desk, { join_by_request: true });
  const { id } = await desk.people<{ id: number }>('users', { first_name: 'Anna' });
  expect(await joins(desk, id, '@shop_talk')).toEqual({ status: 'requested', chat: group.id });
  await desk.ok('approveChatJoinRequest', { chat_id: group.id, user_id: id });
  const member = (await drain(desk)).find((update) => update.chat_member !== undefined)?.chat_member;
  expect(member).toMatchObject({ via_join_request: true });
});

test('a guarding bot decides within ten seconds, at once or after its Mini App', async () => {
  await using desk = await openSandbox();
  const group = await guarded(desk);
  const guard = () => desk.people(`chats/${group.id}/guard`, { bot: botId });
  await expect(guard()).rejects.toThrow('must support join request queries');
  await desk.people('bots/settings', { bot: botId, supports_join_request_queries: true });
  await guard();
  const stream = await fetch(`${desk.url}/people/events`);
  const reader = (stream.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
  const asks = async (): Promise<{ id: number; query: string }> => {
    const { id } = await desk.people<{ id: number }>('users', { first_name: 'Anna' });
    await joins(desk, id, group.id);
    const query = (await drain(desk)).find((u) => u.chat_join_request)?.chat_join_request?.query_id ?? '';
    return { id, query };
  };
  const decide = (chat_join_request_query_id: string, result: string) =>
    desk.call('answerChatJoinRequestQuery', { chat_join_request_query_id, result });
  const statusOf = async (user_id: number) =>
    (await desk.ok<{ status: string }>('getChatMember', { chat_id: group.id, user_id })).status;
  const quick = await asks();
  expect((await decide(quick.query, 'approve')).ok).toBe(true);
  expect(await statusOf(quick.id)).toBe('member');
  expect((await decide(quick.query, 'approve')).ok).toBe(false);
  const late = await asks();
  await desk.people('clock', { advance_seconds: 11 });
  expect((await decide(late.query, 'approve')).description).toMatch('query is too old');
  // The administrators decide then, of whom the bot is one.
  const [left] = await drain(desk);
  expect(left?.chat_join_request).toMatchObject({ from: { id: late.id } });
  expect(left?.chat_join_request).not.toHaveProperty('query_id');
  expect((await desk.call('approveChatJoinRequest', { chat_id: group.id, user_id: late.id })).ok).toBe(true);
  const tested = await asks();
  const web_app_url = 'https://example.com/captcha';
  await desk.ok('sendChatJoinRequestWebApp', { chat_join_request_query_id: tested.query, web_app_url });
  let events = '';
  while (!events.includes('event: web_app')) events += (await reader.read()).value ?? '';
  while (!events.includes(web_app_url)) events += (await reader.read()).value ?? '';
  await reader.cancel();
  await desk.people('clock', { advance_seconds: 60 });
  expect((await decide(tested.query, 'decline')).ok).toBe(true);
  expect(await statusOf(tested.id)).toBe('left');
  const queued = await asks();
  expect((await decide(queued.query, 'queue')).ok).toBe(true);
  expect((await drain(desk)).at(-1)?.chat_join_request?.query_id).toBeUndefined();
});

test('a tag stands beside the words of a member', async () => {
  await using desk = await openSandbox();
  const group = await guarded(desk);
  const { id } = await desk.person('Anna');
  await joins(desk, id, group.id);
  const set = (tag: string) => desk.call('setChatMemberTag', { chat_id: group.id, user_id: id, tag });
  expect((await set('Helper 👍')).description).toBe('Bad Request: TAG_INVALID');
  expect((await set('Helper')).ok).toBe(true);
  expect(await desk.people(`users/${id}/send`, { chat: group.id, text: 'Hi' })).toMatchObject({
    sender_tag: 'Helper',
  });
  expect(await desk.ok('getChatMember', { chat_id: group.id, user_id: id })).toMatchObject({ tag: 'Helper' });
  await set('');
  expect(await desk.people(`users/${id}/send`, { chat: group.id, text: 'Hi' })).not.toHaveProperty(
    'sender_tag',
  );
});
