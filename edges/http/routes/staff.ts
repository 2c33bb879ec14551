import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  NewStaffMember,
  Role,
  RoleChange,
  RoleName,
  StaffChange,
  StaffMember,
  StaffNotices,
  StaffRecord,
} from '../../../contract/index.ts';
import { changeMember } from '../../../domain/back-office/index.ts';
import { readWish, saveWish } from '../../../domain/notices/index.ts';
import {
  deleteRole,
  hire,
  listAllStaff,
  listRoles,
  listStaff,
  type StaffMember as Member,
  saveRole,
} from '../../../domain/staff/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { answers, typed } from '../typed.ts';

const OfMember = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
const OfRole = z.object({ name: RoleName });

const shown = ({ id, name, role, language, telegramId, active }: Member) => ({
  ...{ id, name, role, language, telegram_id: telegramId, active },
});

/** Who works here, and what their roles let them do (R1–R8). */
export function staffRoutes(base: FastifyInstance, options: HttpOptions): void {
  memberRoutes(base, options);
  roleRoutes(base, options);
  noticeRoutes(base, options);
}

function memberRoutes(base: FastifyInstance, { db, transact, desk }: HttpOptions): void {
  const app = typed(base);
  app.get(
    '/api/staff',
    { config: { access: 'tickets.read' }, schema: answers(z.array(StaffMember)) },
    async (_request, reply) =>
      reply.send((await listStaff(db)).map(({ id, name, role }) => ({ id, name, role }))),
  );
  app.get(
    '/api/staff/all',
    { config: { access: 'staff.manage' }, schema: answers(z.array(StaffRecord)) },
    async (_request, reply) => reply.send((await listAllStaff(db)).map(shown)),
  );
  app.post(
    '/api/staff',
    { config: { access: 'staff.manage' }, schema: { body: NewStaffMember, ...answers(StaffRecord) } },
    async (request, reply) => {
      const { telegram_id: telegramId, ...person } = request.body;
      const change = { actor: actorOf(request), person: { ...person, telegramId }, now: desk.clock.now() };
      return reply.send(shown(await transact((tx) => hire(tx, change))));
    },
  );
  app.patch(
    '/api/staff/:id',
    {
      config: { access: 'staff.manage' },
      schema: { params: OfMember, body: StaffChange, ...answers(StaffRecord) },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params;
      const member = await transact((tx) => changeMember({ tx, desk, actor }, id, request.body));
      return reply.send(shown(member));
    },
  );
}

function roleRoutes(base: FastifyInstance, { db, transact, desk }: HttpOptions): void {
  const app = typed(base);
  app.get(
    '/api/roles',
    { config: { access: 'staff.manage' }, schema: answers(z.array(Role)) },
    async (_request, reply) => reply.send(await listRoles(db)),
  );
  app.put(
    '/api/roles/:name',
    {
      config: { access: 'roles.manage' },
      schema: { params: OfRole, body: RoleChange, ...answers(z.array(Role)) },
    },
    async (request, reply) => {
      const { permissions } = request.body;
      const change = { actor: actorOf(request), name: request.params.name, permissions };
      await transact((tx) => saveRole(tx, { ...change, now: desk.clock.now() }));
      return reply.send(await listRoles(db));
    },
  );
  app.delete(
    '/api/roles/:name',
    { config: { access: 'roles.manage' }, schema: { params: OfRole } },
    async (request, reply) => {
      const change = { actor: actorOf(request), name: request.params.name, now: desk.clock.now() };
      await transact((tx) => deleteRole(tx, change));
      return reply.code(204).send();
    },
  );
}

function noticeRoutes(base: FastifyInstance, { db, transact }: HttpOptions): void {
  const app = typed(base);
  app.get(
    '/api/notices',
    { config: { access: 'signed_in' }, schema: answers(StaffNotices) },
    async (request, reply) => reply.send({ tell: await readWish(db, actorOf(request).id) }),
  );
  app.put(
    '/api/notices',
    { config: { access: 'signed_in' }, schema: { body: StaffNotices, ...answers(StaffNotices) } },
    async (request, reply) => {
      await transact((tx) => saveWish(tx, actorOf(request).id, request.body.tell));
      return reply.send({ tell: await readWish(db, actorOf(request).id) });
    },
  );
}
