import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import {
  AuditPage,
  AutomationRule,
  AutomationRuleHistory,
  AutomationRuleItem,
  AutomationRunPage,
  AutomationTrialResult,
  Conversation,
  ErrorBody,
  MacroHistory,
  Ticket,
} from '../../contract/index.ts';
import { Rule } from '../../domain/automation/index.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';

let t: TestDesk;
let admin: Agent;
let agent: Agent;
beforeAll(async () => {
  t = await testDesk();
  admin = await t.agent('admin');
  agent = await t.agent('l1');
});
afterAll(() => t?.[Symbol.asyncDispose]());

const TAG = { name: 'Tag ideas', trigger: { on: 'created' }, actions: [{ do: 'tag', tags: ['idea'] }] };
const list = async () => AutomationRuleItem.array().parse((await admin.call('/api/automation/rules')).body);
const refused = (answer: { status: number; body: unknown }) => {
  const { code, message } = ErrorBody.parse(answer.body).error;
  return { status: answer.status, code, message };
};
const known = async (id: number) =>
  vi.waitFor(async () => expect((await t.runtime.desk.automation()).map((rule) => rule.id)).toContain(id));
const talk = async (number: number) =>
  Conversation.parse((await agent.call(`/api/tickets/${number}/conversation`)).body);

async function open() {
  const customer = await t.customer();
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'A dark theme, please.' });
  return { customer, number: await untilSeen(customer, numberOf) };
}

test('a rule is written, switched on, acts on a ticket in its job, and tells it to whoever reads the ticket', async () => {
  const made = AutomationRuleHistory.parse(
    (await admin.call('/api/automation/rules', { rule: TAG, active: true })).body,
  );
  expect(made).toMatchObject({ version: 1, active: true, rule: TAG, author: admin.member.name });
  await known(made.id);
  const { number } = await open();
  await vi.waitFor(
    async () =>
      expect((await talk(number)).events.find(({ kind }) => kind === 'automation')?.data).toMatchObject({
        ...{ rule: made.id, version: 1, name: 'Tag ideas', outcome: 'done' },
      }),
    { timeout: 30_000, interval: 100 },
  );
  expect(Ticket.parse((await agent.call(`/api/tickets/${number}`)).body).tags).toEqual(['idea']);
  const { runs } = AutomationRunPage.parse((await admin.call(`/api/automation/runs?rule=${made.id}`)).body);
  expect(runs).toMatchObject([{ ticket: number, trigger: 'created', outcome: 'done', why: null }]);
  const trial = AutomationTrialResult.parse(
    (await admin.call('/api/automation/dry-run', { rule: TAG, id: made.id })).body,
  );
  expect(trial).toMatchObject({ tickets_matched: 1, matches: [{ ticket: number, outcome: 'done' }] });
  await admin.call(`/api/automation/rules/${made.id}`, undefined, 'DELETE');
});

test('a low rating is told to the leads by a rule that comes with the desk', async () => {
  const { customer, number } = await open();
  const solved = { summary: 'It is there.', request_key: 'low-rating-1' };
  await agent.call(`/api/tickets/${number}/resolve`, solved);
  const asked = await untilSeen(customer, (message) =>
    /How did we do/.test(message.text ?? '') ? message : undefined,
  );
  await customer.press(asked.message_id, asked.reply_markup?.inline_keyboard?.[0]?.[0]?.callback_data ?? '');
  await vi.waitFor(
    async () =>
      expect((await talk(number)).events.find(({ kind }) => kind === 'notified')?.data).toMatchObject({
        whom: 'leads',
      }),
    { timeout: 30_000, interval: 100 },
  );
  expect(Ticket.parse((await agent.call(`/api/tickets/${number}`)).body).tags).toEqual(['low-rating']);
});

test('a rule has versions, an order and a switch; two who save at once are told apart; all is in the audit log', async () => {
  const add = async (name: string) =>
    AutomationRuleHistory.parse((await admin.call('/api/automation/rules', { rule: { ...TAG, name } })).body);
  const [one, two] = [await add('One'), await add('Two')];
  const save = (base: number, name: string) =>
    admin.call(`/api/automation/rules/${one.id}`, { base, rule: { ...TAG, name } }, 'PUT');
  expect(AutomationRuleHistory.parse((await save(1, 'One, better')).body)).toMatchObject({
    ...{ version: 2, versions: [{ version: 2 }, { version: 1, rule: { name: 'One' } }] },
  });
  expect(refused(await save(1, 'Late'))).toMatchObject({ status: 409, code: 'automation_changed' });
  const ids = (await list()).map(({ id }) => id);
  const order = (wanted: readonly number[]) => admin.call('/api/automation/order', { ids: wanted }, 'PUT');
  const turned = [two.id, ...ids.filter((id) => id !== two.id)];
  expect(
    AutomationRuleItem.array()
      .parse((await order(turned)).body)
      .map(({ id }) => id),
  ).toEqual(turned);
  expect(refused(await order(turned.slice(1)))).toMatchObject({ status: 409, code: 'automation_order' });
  await admin.call(`/api/automation/rules/${two.id}/active`, { active: true }, 'PUT');
  expect((await list()).find(({ id }) => id === two.id)?.active).toBe(true);
  expect((await admin.call(`/api/automation/rules/${two.id}`, undefined, 'DELETE')).status).toBe(204);
  expect(refused(await admin.call(`/api/automation/rules/${two.id}`))).toMatchObject({
    ...{ status: 404, code: 'automation_unknown' },
  });
  const audit = AuditPage.parse((await admin.call('/api/audit?object=automation')).body);
  expect(audit.entries.slice(0, 5).map(({ action }) => action)).toEqual([
    ...['automation.delete', 'automation.switch', 'automation.order', 'automation.save', 'automation.add'],
  ]);
});

test('what is no rule is refused with the field and the remedy, at both doors alike', async () => {
  const post = (rule: object) => admin.call('/api/automation/rules', { rule: { ...TAG, ...rule } });
  const wrong: [object, RegExp][] = [
    [{ name: ' ' }, /name: give the rule a name/],
    [{ actions: [] }, /actions: give the rule at least one action/],
    [{ trigger: { on: 'time_since', moment: 'created', minutes: 0 } }, /minutes: wait at least one minute/],
    [{ all: [{ field: 'queue', in: ['l9'] }] }, /all\.0: there is no queue l9; choose one that exists/],
    [{ actions: [{ do: 'move_queue', to: 'l9' }] }, /actions\.0: there is no queue l9/],
    [{ actions: [{ do: 'macro', macro: 'nothing' }] }, /actions\.0: there is no macro nothing in use/],
    [{ actions: [{ do: 'macro', macro: 'done' }] }, /needs what, which only a person knows; choose one/],
    [{ actions: [{ do: 'assign', to: 99 }] }, /does not work here any more; choose somebody else/],
    [
      {
        actions: [
          { do: 'end', how: 'close', macro: 'password' },
          { do: 'snooze', minutes: 5 },
        ],
      },
      /actions\.1\.do: cannot stand beside an action that ends the ticket/,
    ],
  ];
  for (const [rule, message] of wrong) {
    const answer = refused(await post(rule));
    expect(answer).toMatchObject({ status: 400, code: 'request_invalid' });
    expect(answer.message.replaceAll('/', '.')).toMatch(message);
    const [here, there] = [Rule, AutomationRule].map((shape) => shape.safeParse({ ...TAG, ...rule }));
    if (here?.success !== there?.success) expect(message.source).toContain('cannot stand beside');
  }
});

test('tags and snoozing by hand; what is snoozed is out of the queue and still to be found', async () => {
  const { number } = await open();
  const path = `/api/tickets/${number}`;
  const tags = await agent.call(`${path}/tags`, { add: ['Dark', 'ui'], remove: [] });
  expect(Ticket.parse(tags.body).tags).toEqual(['dark', 'ui']);
  expect((await agent.call(`${path}/tags`, { add: ['two words'] })).status).toBe(400);
  const until = new Date(t.runtime.clock.now().getTime() + 3_600_000).toISOString();
  const snoozed = Ticket.parse((await agent.call(`${path}/snooze`, { until })).body);
  expect(snoozed).toMatchObject({ snoozed_until: until, queue_position: null });
  const inView = async (view: string) =>
    JSON.stringify((await agent.call(`/api/inbox?view=${view}`)).body).includes(`"id":${number},`);
  expect([await inView('waiting'), await inView('unassigned'), await inView('open')]).toEqual([
    ...[false, false, true],
  ]);
  expect((await agent.call('/api/next', undefined, 'POST')).body).not.toMatchObject({ id: number });
  expect(refused(await agent.call(`${path}/snooze`, { until: '2020-01-01T00:00:00.000Z' })).code).toBe(
    'snooze_past',
  );
  const awake = Ticket.parse((await agent.call(`${path}/snooze`, { until: null })).body);
  expect(awake.snoozed_until).toBeNull();
  expect(await inView('waiting')).toBe(true);
});

test('a macro tags, untags and snoozes besides writing', async () => {
  const { number } = await open();
  await agent.call(`/api/tickets/${number}/tags`, { add: ['old'] });
  const draft = {
    ...{ title: 'Later', texts: { en: 'We look into it tomorrow.' } },
    actions: { tag: ['later'], untag: ['old'], snooze: 600 },
  };
  const made = MacroHistory.parse((await admin.call('/api/macros', draft)).body);
  const use = { fields: {}, request_key: 'macro-with-marks' };
  expect((await agent.call(`/api/tickets/${number}/macros/${made.id}`, use)).status).toBe(200);
  const after = Ticket.parse((await agent.call(`/api/tickets/${number}`)).body);
  expect(after.tags).toEqual(['later']);
  expect(Date.parse(after.snoozed_until ?? '') - t.runtime.clock.now().getTime()).toBeGreaterThan(
    590 * 60_000,
  );
});
