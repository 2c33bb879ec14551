import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  AuditPage,
  ErrorBody,
  Permission,
  Role,
  Session,
  StaffRecord,
  TopicForms,
} from '../../contract/index.ts';
import { listRoles, PERMISSIONS } from '../../domain/staff/index.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';
import { type Doors, knock, openDoors, wrongDoors } from '../support/doors.ts';

let t: TestDesk;
let doors: Doors;
let admin: Agent;
beforeAll(async () => {
  t = await testDesk();
  doors = await openDoors(t);
  admin = await t.agent('admin');
});
afterAll(async () => {
  await doors?.[Symbol.asyncDispose]();
  await t?.[Symbol.asyncDispose]();
});

const refused = (answer: { status: number; body: unknown }) => ({
  status: answer.status,
  code: ErrorBody.parse(answer.body).error.code,
});

async function oneOfEachRole(): Promise<Map<string, Agent>> {
  const staff = new Map<string, Agent>();
  for (const { name } of await listRoles(t.runtime.db)) staff.set(name, await t.agent(name));
  return staff;
}

// Signing out ends the session that knocks, so it is tried by itself.
const lasting = () =>
  doors.doors.filter(({ method, url }) => !(method === 'DELETE' && url === '/api/session'));

test('every door of the API opens to exactly the roles that its permission is granted to', async () => {
  const staff = await oneOfEachRole();
  expect([...staff.keys()]).toEqual(
    expect.arrayContaining(['l1', 'l2', 'vip', 'moderator', 'editor', 'analyst', 'compliance', 'admin']),
  );
  expect(lasting().length).toBeGreaterThan(30);
  expect(await wrongDoors(doors.url, lasting(), staff)).toEqual([]);
});

test('a door that opens to the wrong roles is seen', async () => {
  const staff = new Map([['analyst', await t.agent('analyst')]]);
  const [door] = doors.doors.filter(({ method, url }) => method === 'GET' && url === '/api/inbox');
  if (!door) throw new Error('there is no inbox');
  const wrong = (access: string) => wrongDoors(doors.url, [{ ...door, access }], staff);
  expect(await wrong('tickets.read')).toEqual([]);
  expect(await wrong('staff.manage')).toEqual(['GET /api/inbox: as analyst 200']);
  expect(await wrong('public')).toEqual(['GET /api/inbox: without a session 401']);
});

test('nothing but what needs no session is served outside the API, and no right to read lets anybody change', () => {
  expect(doors.outside.filter((route) => !/\/(console|cabinet)/.test(route) && route !== 'GET /')).toEqual([
    ...['GET /healthz', 'GET /readyz', 'GET /metrics', 'GET /openapi.json', 'POST /telegram/webhook'],
  ]);
  const changing = doors.doors.filter(({ method }) => method !== 'GET' && method !== 'HEAD');
  expect(changing.filter(({ access }) => access.endsWith('.read'))).toEqual([]);
  expect(doors.doors.filter(({ access }) => access === 'public').map(({ url }) => url)).toEqual([
    ...['/api/sign-in', '/api/sign-in', '/api/session/link', '/api/session/demo', '/api/cabinet/session'],
    // A customer's own copy, by a link that opens once.
    ...['/api/privacy/copy/:token', '/api/privacy/copy/:token'],
  ]);
});

test('signing out ends the session, and without one there is nothing to end', async () => {
  const door = { method: 'DELETE', url: '/api/session', access: 'signed_in' };
  const agent = await t.agent('moderator');
  expect((await knock(doors.url, door)).status).toBe(401);
  expect((await knock(doors.url, door, agent.cookie)).status).toBe(204);
  expect((await knock(doors.url, door, agent.cookie)).status).toBe(401);
});

test('the permissions of the contract are those of the desk, and admins have all of them', async () => {
  expect(Permission.options).toEqual([...PERMISSIONS]);
  const session = Session.parse((await admin.call('/api/session')).body);
  expect(session.permissions).toEqual([...PERMISSIONS]);
});

test('a role grants what its work needs and nothing more', async () => {
  const roles = Role.array().parse((await admin.call('/api/roles')).body);
  const of = (name: string) => roles.find((role) => role.name === name)?.permissions;
  const tickets = ['tickets.read', 'tickets.reply', 'tickets.note', 'tickets.resolve', 'tickets.assign'];
  const agents = [...tickets, 'macros.use', 'knowledge.read'];
  expect([of('l1'), of('l2'), of('vip')]).toEqual([agents, agents, [...agents, 'concierge.serve']]);
  expect([of('moderator'), of('editor'), of('analyst'), of('compliance')]).toEqual([
    ...[
      ['knowledge.read'],
      ['macros.use', 'macros.edit', 'knowledge.read', 'knowledge.edit', 'knowledge.publish', 'places.manage'],
      ['tickets.read', 'knowledge.read', 'surveys.read'],
      [
        'macros.use',
        'macros.approve',
        'knowledge.read',
        'knowledge.publish',
        'knowledge.approve',
        'audit.read',
      ],
    ],
  ]);
});

test('a desk makes a role of its own, and who has it feels a change at the next call', async () => {
  const put = (permissions: string[]) => admin.call('/api/roles/night', { permissions }, 'PUT');
  expect((await put(['tickets.read'])).status).toBe(200);
  const guard = await t.agent('night');
  expect((await guard.call('/api/inbox')).status).toBe(200);
  expect((await put([])).status).toBe(200);
  expect(refused(await guard.call('/api/inbox'))).toEqual({ status: 403, code: 'permission_missing' });
  expect(refused(await admin.call('/api/roles/night', undefined, 'DELETE'))).toEqual({
    status: 409,
    code: 'role_in_use',
  });
  const { id } = guard.member;
  expect((await admin.call(`/api/staff/${id}`, { role: 'analyst' }, 'PATCH')).status).toBe(200);
  expect((await admin.call('/api/roles/night', undefined, 'DELETE')).status).toBe(204);
  expect(refused(await admin.call('/api/roles/night', undefined, 'DELETE'))).toEqual({
    status: 404,
    code: 'role_gone',
  });
  expect((await admin.call('/api/roles/Night%20shift', { permissions: [] }, 'PUT')).status).toBe(400);
  expect((await put(['everything'])).status).toBe(400);
});

test('nobody hands out what they do not have, nor touches those who can do more', async () => {
  await admin.call(
    '/api/roles/lead',
    { permissions: ['staff.manage', 'roles.manage', 'tickets.read', 'surveys.read', 'knowledge.read'] },
    'PUT',
  );
  const lead = await t.agent('lead');
  const notTheirs = { status: 403, code: 'permission_not_yours' };
  const hire = (role: string) =>
    lead.call('/api/staff', { name: 'Somebody', role, telegram_id: 800_000 + role.length });
  expect(refused(await hire('admin'))).toEqual(notTheirs);
  expect(refused(await lead.call(`/api/staff/${lead.member.id}`, { role: 'admin' }, 'PATCH'))).toEqual(
    notTheirs,
  );
  expect(refused(await lead.call(`/api/staff/${admin.member.id}`, { active: false }, 'PATCH'))).toEqual(
    notTheirs,
  );
  expect(refused(await lead.call('/api/roles/lead', { permissions: [...PERMISSIONS] }, 'PUT'))).toEqual(
    notTheirs,
  );
  expect(refused(await lead.call('/api/roles/l1', { permissions: [] }, 'PUT'))).toEqual(notTheirs);
  expect((await hire('analyst')).status).toBe(200);
});

test('somebody is added, refused twice, let go with all their sessions, and comes back', async () => {
  const person = { name: 'Kamran', role: 'vip', telegram_id: 777_001, language: 'az' };
  const added = StaffRecord.parse((await admin.call('/api/staff', person)).body);
  expect(added).toEqual({ id: added.id, ...person, active: true });
  expect(refused(await admin.call('/api/staff', person))).toEqual({ status: 409, code: 'staff_exists' });
  const unknown = await admin.call('/api/staff', { ...person, role: 'boss', telegram_id: 777_002 });
  expect(refused(unknown)).toEqual({ status: 400, code: 'role_unknown' });
  expect(ErrorBody.parse(unknown.body).error.message).toContain('analyst, compliance');

  const agent = await t.agent('l2');
  const path = `/api/staff/${agent.member.id}`;
  expect((await admin.call(path, { active: false }, 'PATCH')).status).toBe(200);
  expect((await agent.call('/api/session')).status).toBe(401);
  await admin.call(path, { active: true }, 'PATCH');
  expect((await agent.call('/api/session')).status).toBe(401);
  const all = StaffRecord.array().parse((await admin.call('/api/staff/all')).body);
  expect(all.find(({ id }) => id === agent.member.id)).toMatchObject({ role: 'l2', active: true });
  expect(refused(await admin.call('/api/staff/999999', { active: false }, 'PATCH')).status).toBe(404);
  expect((await admin.call(path, {}, 'PATCH')).status).toBe(400);
});

test('whoever chooses a language for the console has it in their account: what the desk words follows, and the audit log tells', async () => {
  const [own, other] = [await t.agent('admin'), await t.agent('l1')];
  const { id } = own.member;
  const titles = async () =>
    TopicForms.parse((await own.call('/api/topic-forms')).body).map(({ topic }) => topic.title);
  const english = await titles();
  const put = (body: unknown) => own.call('/api/session/language', body, 'PUT');
  expect(Session.parse((await put({ language: 'az' })).body).staff).toMatchObject({ id, language: 'az' });
  expect(Session.parse((await own.call('/api/session')).body).staff.language).toBe('az');
  expect(await titles()).not.toEqual(english);
  // The same again is no change, it is nobody else's, and there are no other languages.
  await put({ language: 'az' });
  expect(Session.parse((await other.call('/api/session')).body).staff.language).toBe('en');
  expect(refused(await put({ language: 'de' }))).toEqual({ status: 400, code: 'request_invalid' });
  const { entries } = AuditPage.parse((await admin.call(`/api/audit?object=staff:${id}`)).body);
  expect(entries.filter(({ action }) => action === 'staff.language')).toMatchObject([
    { actor: { id }, before: { language: 'en' }, after: { language: 'az' } },
  ]);
});

test('the last admin can neither leave nor be shut out, not even by two who act at once', async () => {
  await using own = await testDesk();
  const [first, second] = [await own.agent('admin'), await own.agent('admin')];
  const demote = (by: Agent, who: Agent, set: object) => by.call(`/api/staff/${who.member.id}`, set, 'PATCH');
  const answers = await Promise.all([
    demote(first, second, { role: 'l1' }),
    demote(second, first, { active: false }),
  ]);
  // The later one has lost their right, their session, or would leave the desk without an admin.
  expect(Math.min(...answers.map(({ status }) => status))).toBe(200);
  const left = (await listRoles(own.runtime.db)).find(({ name }) => name === 'admin');
  expect(left?.members).toBe(1);
  const last = (await first.call('/api/roles')).status === 200 ? first : second;
  for (const set of [{ role: 'l1' }, { active: false }]) {
    const answer = await demote(last, last, set);
    expect(refused(answer)).toEqual({ status: 409, code: 'last_admin' });
    expect(ErrorBody.parse(answer.body).error.message).toBe(
      'This is the last admin. Make somebody else an admin first.',
    );
  }
  const cut = await last.call('/api/roles/admin', { permissions: ['roles.manage'] }, 'PUT');
  expect(refused(cut)).toEqual({ status: 409, code: 'admin_needs_permissions' });
  expect(refused(await last.call('/api/roles/admin', undefined, 'DELETE'))).toEqual({
    status: 409,
    code: 'admin_stays',
  });
});

test('changes of staff and roles, and signing in and out, are in the audit log with before and after', async () => {
  await using own = await testDesk();
  const chief = await own.agent('admin');
  const agent = await own.agent('l1');
  await chief.call('/api/roles/night', { permissions: ['tickets.read'] }, 'PUT');
  await chief.call('/api/roles/night', { permissions: [] }, 'PUT');
  await chief.call('/api/roles/night', undefined, 'DELETE');
  await chief.call(`/api/staff/${agent.member.id}`, { role: 'l2' }, 'PATCH');
  await agent.call('/api/session', undefined, 'DELETE');
  const page = AuditPage.parse((await chief.call('/api/audit?limit=200')).body);
  const seen = page.entries.map(({ action, actor, object, before, after, place }) => ({
    ...{ action, by: actor.id ?? actor.kind, object: `${object.kind}:${object.id}`, before, after, place },
  }));
  const { id } = agent.member;
  const by = chief.member.id;
  expect(seen.slice(0, 5)).toEqual([
    { action: 'session.close', by: id, object: `staff:${id}`, before: null, after: null, place: 'console' },
    {
      ...{ action: 'staff.change', by, object: `staff:${id}`, place: 'console' },
      ...{ before: { role: 'l1' }, after: { role: 'l2' } },
    },
    {
      ...{ action: 'role.delete', by, object: 'role:night', place: 'console' },
      ...{ before: { permissions: [] }, after: null },
    },
    {
      ...{ action: 'role.change', by, object: 'role:night', place: 'console' },
      ...{ before: { permissions: ['tickets.read'] }, after: { permissions: [] } },
    },
    {
      ...{ action: 'role.add', by, object: 'role:night', place: 'console' },
      ...{ before: null, after: { permissions: ['tickets.read'] } },
    },
  ]);
  expect(seen.at(-1)).toMatchObject({ action: 'staff.add', by: 'system', place: 'system' });
  const [closed] = page.entries;
  expect(closed?.address_hash).toMatch(/^[0-9a-f]{24}$/);

  const part = AuditPage.parse(
    (await chief.call(`/api/audit?object=staff:${id}&actor=staff:${by}&limit=1`)).body,
  );
  expect(part.entries.map(({ action }) => action)).toEqual(['staff.change']);
  expect(part.next_cursor).toBeNull();
  const first = AuditPage.parse((await chief.call('/api/audit?limit=2')).body);
  const next = AuditPage.parse((await chief.call(`/api/audit?limit=2&cursor=${first.next_cursor}`)).body);
  expect([...first.entries, ...next.entries]).toEqual(page.entries.slice(0, 4));
});
