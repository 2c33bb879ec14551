import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import {
  AuditPage,
  Conversation,
  ErrorBody,
  Macro,
  MacroHistory,
  MacroPreview,
  Ticket,
  TicketMessage,
  ToneAdvice,
} from '../../contract/index.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';

let t: TestDesk;
let agent: Agent;
let editor: Agent;
let compliance: Agent;
beforeAll(async () => {
  t = await testDesk();
  agent = await t.agent('l1');
  editor = await t.agent('editor');
  compliance = await t.agent('compliance');
});
afterAll(() => t?.[Symbol.asyncDispose]());

let keys = 0;
const key = () => `macro-request-${String(++keys).padStart(8, '0')}`;

async function openTicket(language = 'en', name = 'Leyla', topic = 'idea') {
  const customer = await t.customer(name, language);
  await customer.say({ text: `/start t_${topic}` });
  await customer.say({ text: '25 AZN, 8841.' });
  return { customer, number: await untilSeen(customer, numberOf) };
}

const refused = (answer: { status: number; body: unknown }) => {
  const { code, message } = ErrorBody.parse(answer.body).error;
  return { status: answer.status, code, message };
};
const read = async (number: number) => Ticket.parse((await agent.call(`/api/tickets/${number}`)).body);
const talk = async (number: number) =>
  Conversation.parse((await agent.call(`/api/tickets/${number}/conversation`)).body);
const arrived = (customer: { messages(): Promise<{ text?: string }[]> }, words: RegExp) =>
  vi.waitFor(
    async () => {
      const found = (await customer.messages())
        .map(({ text }) => text ?? '')
        .filter((text) => words.test(text));
      expect(found.length).toBeGreaterThan(0);
      return found;
    },
    { timeout: 30_000, interval: 50 },
  );

async function starter(title: string): Promise<number> {
  const all = z.array(Macro).parse((await agent.call('/api/macros/all')).body);
  const found = all.find((macro) => macro.title.startsWith(title));
  if (!found) throw new Error(`there is no macro ${title}`);
  return found.id;
}
const use = async (number: number, title: string, fields: Record<string, string> = {}) =>
  agent.call(`/api/tickets/${number}/macros/${await starter(title)}`, { fields, request_key: key() });
const draft = (text: string, more: object = {}) => ({ title: 'Of our own', texts: { en: text }, ...more });
const make = async (body: object) => MacroHistory.parse((await editor.call('/api/macros', body)).body);

test('a macro passes a ticket on: the customer reads a time in their language, the queue has the ticket', async () => {
  const { customer, number } = await openTicket('az');
  const sent = await use(number, 'Pass on to an expert');
  expect(sent.status).toBe(200);
  const [seen] = await arrived(customer, /mütəxəssisdədir/);
  expect(seen).toMatch(/saat \d\d:\d\d-dək/);
  const ticket = await read(number);
  expect(ticket).toMatchObject({ queue: { slug: 'l2' }, assignee: null, status: 'in_progress' });
  expect(ticket.waiting_since).not.toBeNull();
  const [time] = /\d\d:\d\d/.exec(seen ?? '') ?? [];
  const zone = t.runtime.config.DESK_TIME_ZONE;
  const local = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' });
  expect(local.format(new Date(ticket.eta_at ?? 0))).toBe(time);

  const expert = await t.agent('l2');
  const work = { queues: ['l2'], languages: [], capacity: 5, shifts: null };
  const admin = await t.agent('admin');
  expect((await admin.call(`/api/staff/${expert.member.id}/work`, work, 'PUT')).status).toBe(200);
  expect(Ticket.parse((await expert.call('/api/next', undefined, 'POST')).body).id).toBe(number);
});

test('a macro asks, and one resolves, through the same doors as an agent’s own words', async () => {
  const { customer, number } = await openTicket('ru', 'Анна');
  expect((await use(number, 'Ask for a screenshot')).status).toBe(200);
  await arrived(customer, /скриншот того, что вы видите/);
  const asked = await read(number);
  expect(asked).toMatchObject({ status: 'clarification', assignee: { id: agent.member.id } });
  expect((await use(number, 'Done', { what: 'Деньги вернулись', next: 'проверьте счёт' })).status).toBe(200);
  const [seen] = await arrived(customer, /Деньги вернулись/);
  expect(seen).toContain('Дальше: проверьте счёт');
  expect(await read(number)).toMatchObject({ status: 'resolved', outcome: 'answered' });
  expect(refused(await use(number, 'Ask for a screenshot'))).toMatchObject({
    ...{ status: 409, code: 'status_not_possible' },
  });
});

test('a missing value is refused with a clear sentence, and nothing is sent or changed', async () => {
  const { number } = await openTicket();
  const before = await read(number);
  expect(refused(await use(number, 'Not possible', { what: 'a refund', next: ' \u200b ' }))).toEqual({
    status: 400,
    code: 'macro_missing',
    message: 'This has no value yet: next. Fill it in, or choose another macro.',
  });
  expect(await read(number)).toEqual(before);
  expect((await talk(number)).messages).toHaveLength(1);
});

test('the same request again does nothing more, even after the ticket went on', async () => {
  const { number } = await openTicket();
  const path = `/api/tickets/${number}/macros/${await starter('Pass on')}`;
  const body = { fields: {}, request_key: key() };
  const first = TicketMessage.parse((await agent.call(path, body)).body);
  await agent.call(`/api/tickets/${number}/assignee`, { assignee_id: agent.member.id });
  const after = await read(number);
  expect(TicketMessage.parse((await agent.call(path, body)).body).id).toBe(first.id);
  expect(await read(number)).toEqual(after);
});

test('a preview shows each macro of the topic as its customer would read it, with what is missing', async () => {
  const { number } = await openTicket('tr', 'Ayşe');
  const list = async (q = '') =>
    z
      .array(MacroPreview)
      .parse((await agent.call(`/api/macros?ticket=${number}&q=${encodeURIComponent(q)}`)).body);
  const all = await list();
  expect(all[0]?.title).toBe('Idea: passed on');
  expect(all.some(({ topic }) => topic === 'payment')).toBe(false);
  const greeting = all.find(({ title }) => title.startsWith('Greeting'));
  expect(greeting).toMatchObject({ language: 'tr', missing: [], fields: ['detail'] });
  expect(greeting?.text).toBe(`Merhaba Ayşe! Ben ${agent.member.name}. № ${number} bende, bakıyorum.`);
  expect(all.find(({ title }) => title.startsWith('Done'))).toMatchObject({
    ...{ text: '[what]', missing: ['what'], fields: ['what', 'next'] },
  });
  expect((await list('refund')).map(({ topic }) => topic)).toContain('payment');
  const filled = await agent.call(`/api/tickets/${number}/macros/${greeting?.id}/preview`, {
    fields: { detail: '{{ name }}' },
  });
  expect(MacroPreview.parse(filled.body).text).toContain('Uygunsa şunu gönderin: (( name ))');
  expect(refused(await agent.call('/api/macros?ticket=999999')).code).toBe('ticket_unknown');
});

test('a name that is none, or tries to be a template, leaves neither a hole nor a brace', async () => {
  const { customer, number } = await openTicket('en', '{{ desk }}');
  await use(number, 'Greeting');
  expect((await arrived(customer, /I'm Agent/))[0]).toContain('Hello (( desk ))!');
  const nameless = await openTicket('en', '🌸');
  await use(nameless.number, 'Greeting');
  expect((await arrived(nameless.customer, /I'm Agent/))[0]).toContain('Hello! I');
});

test('a language that a macro lacks falls back to the desk’s, then to English', async () => {
  const macro = await make(draft('Hello from us.', { texts: { en: 'Hello from us.', az: 'Bizdən salam.' } }));
  const { customer, number } = await openTicket('ru', 'Анна');
  const path = `/api/tickets/${number}/macros/${macro.id}`;
  expect((await agent.call(path, { request_key: key() })).status).toBe(200);
  const language = t.runtime.config.DESK_LANGUAGE === 'az' ? /Bizdən salam/ : /Hello from us/;
  await arrived(customer, language);
});

test('every save is a version, and the one that was edited has to be the newest', async () => {
  const made = await make(draft('First.'));
  const change = (base: number, text: string) =>
    editor.call(`/api/macros/${made.id}`, { base, draft: draft(text) }, 'PUT');
  expect((await change(1, 'Second.')).status).toBe(200);
  expect(refused(await change(1, 'Lost.'))).toMatchObject({ status: 409, code: 'macro_changed' });
  const history = MacroHistory.parse((await editor.call(`/api/macros/${made.id}`)).body);
  expect(history.versions.map(({ version, texts }) => [version, texts.en])).toEqual([
    [2, 'Second.'],
    [1, 'First.'],
  ]);
  expect(history).toMatchObject({ state: 'approved', approved_version: 2, author: editor.member.name });
  for (const statement of [
    t.runtime.db.updateTable('macro_versions').set({ title: 'x' }),
    t.runtime.db.deleteFrom('macro_versions'),
  ]) {
    await expect(statement.execute()).rejects.toThrow('append-only');
  }
});

test('where approval is demanded, agents go on with the approved version until the next one is', async () => {
  const settings = (approval_required: boolean) =>
    compliance.call('/api/macro-settings', { approval_required }, 'PUT');
  const made = await make(draft('Approved words.'));
  expect((await settings(true)).status).toBe(200);
  await editor.call(`/api/macros/${made.id}`, { base: 1, draft: draft('Words to approve.') }, 'PUT');
  const fresh = await make(draft('Never seen.', { title: 'Fresh' }));
  expect(fresh).toMatchObject({ state: 'draft', approved_version: null });
  const { number } = await openTicket();
  const preview = async (id: number) =>
    agent.call(`/api/tickets/${number}/macros/${id}/preview`, { fields: {} });
  expect(MacroPreview.parse((await preview(made.id)).body)).toMatchObject({
    text: 'Approved words.',
    version: 1,
  });
  expect(refused(await preview(fresh.id)).code).toBe('macro_unknown');
  const approve = (who: Agent, version: number) => who.call(`/api/macros/${made.id}/approve`, { version });
  expect(refused(await approve(editor, 2)).code).toBe('permission_missing');
  expect(refused(await approve(compliance, 1)).code).toBe('macro_changed');
  expect((await approve(compliance, 2)).status).toBe(200);
  expect(MacroPreview.parse((await preview(made.id)).body).text).toBe('Words to approve.');
  expect((await settings(false)).status).toBe(200);
  const log = AuditPage.parse((await compliance.call(`/api/audit?object=macro:${made.id}`)).body);
  expect(log.entries.map(({ action }) => action)).toEqual(['macro.approve', 'macro.save', 'macro.save']);
});

test('what could not be sent is refused at save, in words that say where', async () => {
  const save = async (text: string, more: object = {}) =>
    refused(await editor.call('/api/macros', draft(text, more)));
  expect(await save('Hi {{ nmae }}')).toMatchObject({
    ...{ status: 400, code: 'variable_unknown' },
    message: expect.stringMatching(/^en: there is nothing called nmae\. Texts can name these: name, agent/),
  });
  expect((await save('Hi {name}')).code).toBe('template_braces');
  expect((await save('{% include "package.json" %}')).code).toBe('template_broken');
  expect((await save('{{ name.constructor.constructor }}')).code).toBe('variable_unknown');
  expect((await save('{% for i in (1..999999999) %}x{% endfor %}')).code).toBe('template_broken');
  expect((await save('Hi', { topic: 'nothing' })).code).toBe('topic_unknown');
  expect((await save('Hi', { actions: { queue: 'nowhere' } })).code).toBe('queue_unknown');
  expect((await save('Hi', { actions: { assignee: 'nobody', status: 'resolve' } })).code).toBe(
    'request_invalid',
  );
  expect((await save('Hi', { place: 'channel', actions: { priority: 'high' } })).code).toBe(
    'request_invalid',
  );
  expect((await save('Hi', { texts: {} })).code).toBe('request_invalid');
  expect((await save('Hi', { actions: { delete: true } })).code).toBe('request_invalid');
});

test('a macro can do no more than its agent', async () => {
  const admin = await t.agent('admin');
  const role = { permissions: ['tickets.read', 'tickets.reply', 'macros.use'] };
  expect((await admin.call('/api/roles/writer', role, 'PUT')).status).toBe(200);
  const writer = await t.agent('writer');
  const { number } = await openTicket();
  const before = await read(number);
  for (const title of ['Pass on', 'Idea']) {
    const path = `/api/tickets/${number}/macros/${await starter(title)}`;
    const answer = await writer.call(path, { fields: { what: 'x' }, request_key: key() });
    expect(refused(answer)).toMatchObject({ status: 403, code: 'permission_missing' });
  }
  expect(refused(await editor.call(`/api/macros?ticket=${number}`)).code).toBe('permission_missing');
  expect(await read(number)).toEqual(before);
});

test('the starter library stands in four languages, sounds right, and a second seed adds nothing', async () => {
  const file = z.array(z.object({ slug: z.string(), texts: z.record(z.string(), z.string()) }).loose());
  const starters = file.parse(JSON.parse(await readFile('content/macros.json', 'utf8')));
  expect(starters.length).toBeGreaterThanOrEqual(12);
  const tone = async (text: string, language: string) =>
    z.array(ToneAdvice).parse((await agent.call('/api/tone', { text, language })).body);
  for (const { slug, texts } of starters) {
    expect([slug, Object.keys(texts).sort()]).toEqual([slug, ['az', 'en', 'ru', 'tr']]);
    for (const [language, text] of Object.entries(texts)) {
      expect([slug, language, await tone(text, language)]).toEqual([slug, language, []]);
    }
  }
  const { count } = await t.runtime.db
    .selectFrom('macros')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('slug', 'is not', null)
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(starters.length);
});
