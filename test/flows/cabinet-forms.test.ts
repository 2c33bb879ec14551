import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Cabinet, type OwnTicket, Ticket, TopicForms } from '../../contract/index.ts';
import { cabinetVisitor, refusalOf, requestKey, type Visitor } from '../support/cabinet.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';

let t: TestDesk;
let admin: Agent;
beforeAll(async () => {
  t = await testDesk();
  admin = await t.agent('admin');
});
afterAll(() => t?.[Symbol.asyncDispose]());

const formOf = async (visitor: Visitor, slug: string) => {
  const cabinet = Cabinet.parse((await visitor.call('/session')).body);
  return cabinet.topics.find((topic) => topic.slug === slug)?.form ?? { version: -1, fields: [] };
};
const open = (visitor: Visitor, asked: object) =>
  visitor.call<OwnTicket & { error?: { code: string; message: string; details?: object } }>('/tickets', {
    ...{ text: 'The money is gone', request_key: requestKey() },
    ...asked,
  });
const forms = async () => TopicForms.parse((await admin.call('/api/topic-forms')).body);
const found = async (slug: string) => {
  const form = (await forms()).find(({ topic }) => topic.slug === slug);
  if (!form) throw new Error(`no topic ${slug}`);
  return form;
};
const save = async (slug: string, fields: readonly object[], base?: number) =>
  admin.call(`/api/topic-forms/${slug}`, { base: base ?? (await found(slug)).version, fields }, 'PUT');

describe('a form', () => {
  test('is asked in the customer’s language, and its answers reach the ticket, the message and the agent', async () => {
    const visitor = await cabinetVisitor(t, { language: 'az' });
    const form = await formOf(visitor, 'payment');
    expect(form.fields.map(({ id, label }) => [id, label])).toContainEqual(['amount', 'Məbləğ']);
    const opened = await open(visitor, {
      topic: 'payment',
      form_version: form.version,
      answers: {
        how: 'transfer',
        bank: 'Kapital',
        amount: { amount: '25,5', currency: 'AZN' },
        paid_on: '2026-11-20',
        order: '',
      },
    });
    expect(opened.status).toBe(200);
    expect(opened.body.subject).toBe('The money is gone');
    const ticket = Ticket.parse((await admin.call(`/api/tickets/${opened.body.id}`)).body);
    expect(ticket.answers.map(({ label, value }) => [label, value])).toEqual([
      ['How did you pay?', 'By bank transfer'],
      ['From which bank?', 'Kapital'],
      ['Amount', '25.5 AZN'],
      ['Date of the payment', '20.11.2026'],
    ]);
    const talk = await admin.call(`/api/tickets/${opened.body.id}/conversation`);
    expect(JSON.stringify(talk.body)).toContain(
      'The money is gone\\n\\nNecə ödədiniz? Bank köçürməsi ilə\\nHansı bankdan? Kapital\\nMəbləğ: 25.5 AZN',
    );
  });

  test('refuses what it does not take, field by field, and says nothing twice', async () => {
    const visitor = await cabinetVisitor(t);
    const form = await formOf(visitor, 'account');
    const before = await open(visitor, { topic: 'account', form_version: form.version, answers: {} });
    expect(refusalOf(before)).toEqual([400, 'form_invalid']);
    expect(before.body.error?.details).toEqual({ 'answers.matter': 'missing' });
    const key = requestKey();
    const right = {
      ...{ topic: 'account', form_version: form.version, request_key: key },
      answers: { matter: 'sign_in', login: 'leyla@example.az' },
    };
    const first = await open(visitor, right);
    expect(first.status).toBe(200);
    // Sent again after the form was changed, it is still the same request.
    const known = await found('account');
    expect((await save('account', [])).status).toBe(200);
    expect((await open(visitor, right)).body.id).toBe(first.body.id);
    expect((await save('account', known.fields)).status).toBe(200);
  });

  test('that changed meanwhile takes what still fits, and tells apart what does not', async () => {
    const visitor = await cabinetVisitor(t);
    const { version, fields } = await found('complaint');
    const seen = await formOf(visitor, 'complaint');
    expect(seen.version).toBe(version);
    const must = {
      ...{ id: 'shop', kind: 'choice', required: true, label: { en: 'Which shop?' } },
      choices: [
        { id: 'north', label: { en: 'North' } },
        { id: 'south', label: { en: 'South' } },
      ],
    };
    expect((await save('complaint', [...fields.filter(({ id }) => id === 'wish'), must])).status).toBe(200);
    const old = { topic: 'complaint', form_version: version };
    const refused = await open(visitor, { ...old, answers: { order: '8841', wish: 'refund' } });
    expect(refusalOf(refused)).toEqual([409, 'form_changed']);
    expect(refused.body.error?.details).toEqual({
      'answers.shop': 'missing',
      'answers.order': 'unknown_field',
    });
    expect(refused.body.error?.message).toContain('What you wrote is kept');
    expect((await formOf(visitor, 'complaint')).version).toBe(version + 1);
    // Somebody who saw another version and answered all that is asked now is not bothered.
    const fits = await open(visitor, { ...old, answers: { wish: 'refund', shop: 'north' } });
    expect(fits.status).toBe(200);
  });

  test('is edited by whoever manages queues; nobody overwrites what somebody else saved', async () => {
    const agent = await t.agent('l1');
    expect((await agent.call('/api/topic-forms')).status).toBe(403);
    const { version, fields } = await found('idea');
    expect((await agent.call('/api/topic-forms/idea', { base: version, fields }, 'PUT')).status).toBe(403);
    const text = { id: 'who', kind: 'text', label: { en: 'For whom?' } };
    expect((await save('idea', [text], version)).status).toBe(200);
    expect(refusalOf(await save('idea', [], version))).toEqual([409, 'form_edited_meanwhile']);
    const twice = await save('idea', [text, text]);
    expect(twice).toMatchObject({ status: 400, body: { error: { details: { field: 'fields.1.id' } } } });
    expect((await save('nonsense', [], 0)).status).toBe(400);
    const { rows } = await t.runtime.db
      .selectFrom('audit_entries')
      .select(['action', 'object_id'])
      .where('action', '=', 'form.set')
      .where('object_id', '=', 'idea')
      .execute()
      .then((entries) => ({ rows: entries }));
    expect(rows).toHaveLength(1);
  });

  test('words that are markup stay words, and too many of them are refused', async () => {
    const visitor = await cabinetVisitor(t);
    const { version } = await formOf(visitor, 'payment');
    const script = '<script>alert(1)</script>';
    const opened = await open(visitor, {
      ...{ topic: 'payment', form_version: version, text: script },
      answers: { order: script, how: 'transfer', bank: script },
    });
    expect(opened.status).toBe(200);
    const ticket = Ticket.parse((await admin.call(`/api/tickets/${opened.body.id}`)).body);
    expect(ticket.answers.find(({ id }) => id === 'bank')?.value).toBe(script);
    const much = 'ə'.repeat(300_000);
    expect((await open(visitor, { topic: 'payment', form_version: version, text: much })).status).toBe(400);
    expect(
      (await open(visitor, { topic: 'payment', form_version: version, answers: { bank: much } })).status,
    ).toBe(400);
    expect(
      (await open(visitor, { topic: 'payment', form_version: version, answers: { bank: { how: 1 } } }))
        .status,
    ).toBe(400);
  });
});
