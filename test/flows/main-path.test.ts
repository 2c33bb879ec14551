import { expect, test, vi } from 'vitest';
import { numberOf, type Seen, untilSeen } from '../../app/demo/people.ts';
import { Conversation, Ticket, TicketMessage, TicketPage } from '../../contract/index.ts';
import { testDesk } from '../support/desk.ts';

const button = (message: Seen, label: RegExp) =>
  message.reply_markup?.inline_keyboard?.flat().find(({ text }) => label.test(text));

test('a customer gets a number and an ETA in four taps, the agent sees the ticket and answers, each within a second', async () => {
  await using t = await testDesk({ limits: true });
  const agent = await t.agent();
  const customer = await t.customer('Leyla', 'en');

  // Tap 1: Start. Tap 2: the topic.
  await customer.say({ text: '/start' });
  const greeting = await untilSeen(customer, (message) => (button(message, /Payment/) ? message : undefined));
  expect(greeting.text).toContain('Leyla');
  await customer.press(greeting.message_id, button(greeting, /Payment/)?.callback_data ?? '');
  await untilSeen(customer, (message) => (/sentence or two/.test(message.text ?? '') ? true : undefined));

  // Her own words and a screenshot, then tap 3: the answer to one question.
  await customer.say({ text: 'I paid 25 AZN for order 8841. Nothing came yet.' });
  await customer.say({ photo: true, caption: 'The receipt' });
  const question = await untilSeen(customer, (message) => (button(message, /Longer/) ? message : undefined));
  await customer.press(question.message_id, button(question, /Longer/)?.callback_data ?? '');
  const card = await untilSeen(customer, (message) => (numberOf(message) ? message : undefined));
  const number = numberOf(card);
  expect(card.text).toMatch(/^№ 1001 · accepted\n.*by \d\d:\d\d/s);

  const inbox = TicketPage.parse((await agent.call('/api/inbox?view=waiting')).body);
  expect(inbox.tickets.map(({ id, status }) => ({ id, status }))).toEqual([
    { id: number, status: 'accepted' },
  ]);
  const talk = Conversation.parse((await agent.call(`/api/tickets/${number}/conversation`)).body);
  expect(talk.messages.map(({ text, kind }) => ({ text, kind }))).toEqual([
    { text: 'I paid 25 AZN for order 8841. Nothing came yet.', kind: 'text' },
    { text: 'The receipt', kind: 'photo' },
  ]);
  const [file] = talk.messages[1]?.attachments ?? [];
  // The sandbox draws photos as PNG, and a file is what its bytes say.
  const bytes = await fetch(`${t.url}${file?.url}`, { headers: { cookie: agent.cookie } });
  expect(bytes.headers.get('content-type')).toBe('image/png');
  expect((await bytes.arrayBuffer()).byteLength).toBeGreaterThan(100);

  const replied = await agent.call(`/api/tickets/${number}/replies`, {
    text: 'I am looking into it.',
    request_key: 'reply-00000001',
  });
  expect(TicketMessage.parse(replied.body).delivery).toBe('pending');
  await untilSeen(customer, (message) =>
    /I am looking into it/.test(message.text ?? '') ? true : undefined,
  );
  await untilSeen(customer, (message) =>
    message.message_id === card.message_id && /in progress/.test(message.text ?? '') ? true : undefined,
  );
  await vi.waitFor(async () => {
    const after = Conversation.parse((await agent.call(`/api/tickets/${number}/conversation`)).body);
    expect(after.messages.at(-1)?.delivery).toBe('sent');
  });

  await agent.call(`/api/tickets/${number}/clarifications`, {
    question: 'the last four digits of the card',
    request_key: 'ask-00000001',
  });
  await untilSeen(customer, (message) =>
    /We need: the last four digits/.test(message.text ?? '') ? true : undefined,
  );
  await customer.say({ text: '4242' });
  await vi.waitFor(async () => {
    expect(Ticket.parse((await agent.call(`/api/tickets/${number}`)).body).status).toBe('in_progress');
  });

  await agent.call(`/api/tickets/${number}/resolve`, {
    summary: 'The order is on its way.',
    request_key: 'done-00000001',
  });
  await untilSeen(customer, (message) =>
    /Done: The order is on its way/.test(message.text ?? '') ? true : undefined,
  );
  const ended = Ticket.parse((await agent.call(`/api/tickets/${number}`)).body);
  expect(ended).toMatchObject({
    status: 'resolved',
    waiting_since: null,
    outcome: 'answered',
    assignee: { id: agent.member.id },
  });
});

test('a note stays inside', async () => {
  await using t = await testDesk();
  const agent = await t.agent();
  const customer = await t.customer();
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'A dark theme, please.' });
  const number = await untilSeen(customer, numberOf);
  await agent.call(`/api/tickets/${number}/notes`, { text: 'secret thought', request_key: 'note-00000001' });
  await agent.call(`/api/tickets/${number}/replies`, { text: 'Good idea!', request_key: 'reply-00000002' });
  await untilSeen(customer, (message) => (/Good idea!/.test(message.text ?? '') ? true : undefined));
  expect(JSON.stringify(await customer.messages())).not.toContain('secret thought');
});

test('words without a topic become a ticket when the draft timer fires', async () => {
  await using t = await testDesk();
  const agent = await t.agent();
  const customer = await t.customer();
  await customer.say({ text: 'My parcel never came and nobody tells me why.' });
  await untilSeen(customer, (message) => (button(message, /Payment/) ? true : undefined));
  await t.people('/clock', { advance_seconds: 11 * 60 });
  const number = await untilSeen(customer, numberOf);
  const talk = Conversation.parse((await agent.call(`/api/tickets/${number}/conversation`)).body);
  expect(talk.messages.map(({ text }) => text)).toEqual(['My parcel never came and nobody tells me why.']);
});
