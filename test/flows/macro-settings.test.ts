import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import {
  AuditPage,
  ErrorBody,
  Macro,
  MacroDraftPreview,
  MacroHistory,
  MacroPreview,
  MacroSettings,
} from '../../contract/index.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';

let t: TestDesk;
let admin: Agent;
let editor: Agent;
beforeAll(async () => {
  t = await testDesk();
  admin = await t.agent('admin');
  editor = await t.agent('editor');
});
afterAll(() => t?.[Symbol.asyncDispose]());

const GOOD = { en: 'We found it. It is on its way: check {{ status }}.' };
const JARGON = { en: 'Dear customer, kindly see our SLA.' };
const refusal = ({ status, body }: { status: number; body: unknown }) => {
  const { code, details, message } = ErrorBody.parse(body).error;
  return { status, code, language: details?.['language'], message };
};
const write = (title: string, texts: object, more: object = {}) =>
  editor.call('/api/macros', { title, texts, ...more });
const made = async (title: string, texts: object, more: object = {}) =>
  MacroHistory.parse((await write(title, texts, more)).body);
const demand = async (set: object) =>
  MacroSettings.parse((await admin.call('/api/macro-settings', set, 'PUT')).body);
const ticket = async () => {
  const customer = await t.customer('Leyla');
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'A dark theme would be kind.' });
  return untilSeen(customer, numberOf);
};

test('a macro is called by its title in the language of whoever looks for it, and found by each', async () => {
  const number = await ticket();
  const { titles } = await made('Parcel found', GOOD, { titles: { ru: 'Посылка нашлась' } });
  expect(titles).toEqual({ ru: 'Посылка нашлась' });
  const agent = await t.agent('l1');
  await t.runtime.db.updateTable('staff').set({ language: 'ru' }).where('id', '=', agent.member.id).execute();
  const find = async (q: string) =>
    MacroPreview.array().parse(
      (await agent.call(`/api/macros?ticket=${number}&q=${encodeURIComponent(q)}`)).body,
    );
  expect((await find('посылка')).map(({ title }) => title)).toEqual(['Посылка нашлась']);
  expect((await find('parcel found')).map(({ title }) => title)).toEqual(['Посылка нашлась']);
});

test('a version that waits for approval is sent back with a word why, and the next one begins anew', async () => {
  await demand({ approval_required: true });
  const { id } = await made('Sent back', GOOD);
  const judge = (what: string, body: object) => admin.call(`/api/macros/${id}/${what}`, body);
  expect(refusal(await judge('return', { version: 2, why: 'Too early' })).code).toBe('macro_changed');
  const back = MacroHistory.parse((await judge('return', { version: 1, why: 'Say when.' })).body);
  expect(back).toMatchObject({ state: 'returned', returned: { by: admin.member.name, why: 'Say when.' } });
  expect((await editor.call(`/api/macros/${id}/return`, { version: 1, why: 'No' })).status).toBe(403);
  const [log] = AuditPage.parse((await admin.call(`/api/audit?object=macro:${id}`)).body).entries;
  expect(log).toMatchObject({ action: 'macro.return', after: { version: 1 } });
  expect(JSON.stringify(log)).not.toContain('Say when');
  const next = { base: 1, draft: { title: 'Sent back', texts: { en: 'You get it by {{ eta }}.' } } };
  const saved = MacroHistory.parse((await editor.call(`/api/macros/${id}`, next, 'PUT')).body);
  expect(saved).toMatchObject({ state: 'draft', returned: null, version: 2 });
  expect((await judge('approve', { version: 2 })).status).toBe(200);
  expect(refusal(await judge('return', { version: 2, why: 'Too late' })).code).toBe('macro_changed');
  const listed = Macro.array().parse((await admin.call('/api/macros/all')).body);
  expect(listed.find((one) => one.id === id)).toMatchObject({ state: 'approved', returned: null });
  await demand({ approval_required: false });
});

test('tone is advice, until a desk makes it a gate: then what there is advice on is neither saved nor approved', async () => {
  expect(await demand({ approval_required: true })).toEqual({ approval_required: true, tone_gate: false });
  const { id } = await made('Jargon', JARGON);
  expect(await demand({ tone_gate: true })).toEqual({ approval_required: true, tone_gate: true });
  const approve = await admin.call(`/api/macros/${id}/approve`, { version: 1 });
  expect(refusal(approve)).toMatchObject({ status: 400, code: 'macro_tone', language: 'en' });
  expect(refusal(await write('More jargon', JARGON)).code).toBe('macro_tone');
  const good = await made('Good tone', GOOD);
  expect((await admin.call(`/api/macros/${good.id}/approve`, { version: 1 })).status).toBe(200);
  const [log] = AuditPage.parse((await admin.call('/api/audit?object=settings:macros')).body).entries;
  expect(log).toMatchObject({ before: { tone_gate: false }, after: { tone_gate: true } });
  await demand({ approval_required: false, tone_gate: false });
  expect((await write('Jargon again', JARGON)).status).toBe(200);
});

test('a text is tried in a real ticket while it is written, and without a right to tickets with made-up values', async () => {
  const number = await ticket();
  const ask = { text: 'Hello {{ name }}, № {{ ticket }}: {{ what }}', language: 'en' };
  const tried = async (who: Agent, more: object) =>
    MacroDraftPreview.parse((await who.call('/api/macros/preview', { ...ask, ...more })).body);
  expect(await tried(admin, { ticket: number, fields: { what: 'done' } })).toEqual({
    ...{ text: `Hello Leyla, № ${number}: done`, missing: [], fields: ['what'] },
  });
  expect(await tried(editor, { ticket: null })).toEqual({
    ...{ text: 'Hello Leyla, № 12345: [what]', missing: ['what'], fields: ['what'] },
  });
  expect((await editor.call('/api/macros/preview', { ...ask, ticket: number })).status).toBe(403);
  const unknown = await editor.call('/api/macros/preview', { ...ask, text: 'Hello {{ nme }}' });
  expect(refusal(unknown)).toMatchObject({ code: 'variable_unknown', language: 'en' });
});
