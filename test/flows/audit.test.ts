import { expect, test, vi } from 'vitest';
import { doctor } from '../../app/commands/doctor.ts';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import { AuditPage } from '../../contract/index.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';

const entriesOf = async (reader: Agent, query: string) =>
  AuditPage.parse((await reader.call(`/api/audit?limit=200${query}`)).body).entries;

async function openTicket(t: TestDesk) {
  const customer = await t.customer();
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'The customer’s secret words.' });
  return untilSeen(customer, numberOf);
}

test('what an agent does to a ticket is recorded with who, before and after and from where, and without a word of it', async () => {
  await using t = await testDesk();
  const [agent, reader] = [await t.agent('l1'), await t.agent('compliance')];
  const number = await openTicket(t);
  expect(await entriesOf(reader, `&object=ticket:${number}`)).toEqual([]);

  const act = (path: string, body?: Record<string, unknown>) =>
    agent.call(`/api/tickets/${number}/${path}`, { ...body, request_key: `key-of-${path}` });
  const words = 'Nobody else may read this';
  await act('notes', { text: words });
  await act('replies', { text: words });
  await act('clarifications', { question: words });
  await act('resolve', { summary: words });
  await act('reopen');
  await act('assignee', { assignee_id: null });

  const { id } = agent.member;
  const entries = (await entriesOf(reader, `&object=ticket:${number}&actor=staff:${id}`)).reverse();
  const message = { message: expect.any(Number) };
  expect(entries.map(({ action, before, after }) => ({ action, before, after }))).toEqual([
    { action: 'message.note', before: null, after: message },
    { action: 'ticket.assign', before: { assignee: null }, after: { assignee: id } },
    { action: 'ticket.answer', before: { status: 'accepted' }, after: { status: 'in_progress' } },
    { action: 'message.send', before: null, after: message },
    { action: 'ticket.ask', before: { status: 'in_progress' }, after: { status: 'clarification' } },
    { action: 'message.send', before: null, after: message },
    {
      action: 'ticket.resolve',
      before: { status: 'clarification', outcome: null },
      after: { status: 'resolved', outcome: 'answered' },
    },
    { action: 'message.send', before: null, after: message },
    {
      action: 'ticket.reopen',
      before: { status: 'resolved', outcome: 'answered' },
      after: { status: 'reopened', outcome: null },
    },
    { action: 'ticket.assign', before: { assignee: id }, after: { assignee: null } },
  ]);
  expect(new Set(entries.map(({ place, actor }) => `${place} ${actor.id}`))).toEqual(
    new Set([`console ${id}`]),
  );
  expect(new Set(entries.map(({ address_hash }) => address_hash)).size).toBe(1);

  const all = await t.runtime.db.selectFrom('audit_entries').selectAll().execute();
  expect(JSON.stringify(all)).not.toMatch(/Nobody else|secret words|Leyla|127\.0\.0\.1/);
});

test('what is refused leaves no entry', async () => {
  await using t = await testDesk();
  const [agent, reader] = [await t.agent('analyst'), await t.agent('admin')];
  const number = await openTicket(t);
  const answer = await agent.call(`/api/tickets/${number}/notes`, { text: 'No', request_key: 'key-of-it' });
  expect(answer.status).toBe(403);
  expect((await reader.call(`/api/tickets/${number}/reopen`, {})).status).toBe(200);
  expect(await entriesOf(reader, `&object=ticket:${number}`)).toEqual([]);
});

test('the desk seals by itself, and the doctor names the first entry that was tampered with', async () => {
  await using t = await testDesk();
  const { runtime } = t;
  await t.agent('admin');
  await vi.waitFor(
    async () => {
      const [row] = await runtime.db.selectFrom('audit_chain').select('position').execute();
      expect(row?.position).toBeGreaterThanOrEqual(2);
    },
    { timeout: 30_000 },
  );
  const ask = async (values: Record<string, unknown> = {}) => {
    const said: string[] = [];
    const call = {
      config: runtime.config,
      args: [],
      values,
      json: true,
      tell: (line: string) => said.push(line),
    };
    const { json } = await doctor.run(call);
    const { findings } = json as { findings: { check: string; ok: boolean; found: string }[] };
    return { finding: findings.find(({ check }) => check === 'audit'), said: said.join('\n') };
  };
  const sound = await ask();
  expect(sound.finding).toMatchObject({ ok: true });
  const head = /head (\d+:[0-9a-f]{64})/.exec(sound.finding?.found ?? '')?.[1];
  expect((await ask({ 'audit-head': head })).finding?.ok).toBe(true);
  expect(
    (await ask({ 'audit-head': head?.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) })).finding,
  ).toMatchObject({
    ok: false,
    found: expect.stringContaining('written anew'),
  });
  expect((await ask({ 'audit-head': 'yes' })).finding?.ok).toBe(false);

  await runtime.pool.query(`alter table audit_entries disable trigger all;
    update audit_entries set actor_id = 12345 where position = 2`);
  const { finding, said } = await ask();
  expect(finding).toMatchObject({
    ok: false,
    found: expect.stringMatching(/entry \d+, at place 2, is not as/),
  });
  expect(said).toContain('Keep the database as it is');
});
