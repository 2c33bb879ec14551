import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Db } from '../../../base/db/index.ts';
import { StaffForum, StaffForumSettings, StaffGroupChange, StaffGroupCode } from '../../../contract/index.ts';
import {
  checkGroup,
  listGroups,
  type Managing,
  makeGroupCode,
  pauseGroup,
  readForumSettings,
  setForumSettings,
  unlinkGroup,
} from '../../../domain/staff-forum/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { answers, typed } from '../typed.ts';

const access = 'telegram.manage' as const;
const OfGroup = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

async function readForum(db: Db) {
  const groups = (await listGroups(db)).map(({ telegramChatId, linkedAt, ...group }) => {
    const { id, title, state, missing, paused, topics, waiting } = group;
    return {
      ...{ id, chat_id: telegramChatId, title, state, missing, paused, topics, waiting },
      linked_at: linkedAt,
    };
  });
  return { groups, settings: await readForumSettings(db) };
}

/** Staff groups: reading, linking by a code, pausing, unlinking, and what holds for all of them (P6). */
export function staffForumRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  const { db, desk, transact } = options;
  app.get('/api/staff-forum', { config: { access }, schema: answers(StaffForum) }, async (_request, reply) =>
    reply.send(await readForum(db)),
  );
  app.post(
    '/api/staff-forum/code',
    { config: { access }, schema: answers(StaffGroupCode) },
    async (request, reply) => {
      const actor = actorOf(request);
      const { code, expiresAt } = await transact((tx) => makeGroupCode({ tx, desk, actor }));
      return reply.send({ code, command: `/staff ${code}`, expires_at: expiresAt });
    },
  );
  app.put(
    '/api/staff-forum/settings',
    { config: { access }, schema: { body: StaffForumSettings, ...answers(StaffForum) } },
    async (request, reply) => {
      const actor = actorOf(request);
      await transact((tx) => setForumSettings({ tx, desk, actor }, request.body));
      return reply.send(await readForum(db));
    },
  );
  groupRoutes(base, options);
}

function groupRoutes(base: FastifyInstance, { db, desk, transact }: HttpOptions): void {
  const app = typed(base);
  const change = async (actor: Managing['actor'], does: (work: Managing) => Promise<void>) => {
    await transact((tx) => does({ tx, desk, actor }));
    return readForum(db);
  };
  app.patch(
    '/api/staff-forum/groups/:id',
    {
      config: { access },
      schema: { params: OfGroup, body: StaffGroupChange, ...answers(StaffForum) },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { paused } = request.body;
      return reply.send(await change(actorOf(request), (work) => pauseGroup(work, id, paused)));
    },
  );
  app.post(
    '/api/staff-forum/groups/:id/check',
    { config: { access }, schema: { params: OfGroup, ...answers(StaffForum) } },
    async (request, reply) =>
      reply.send(await change(actorOf(request), (work) => checkGroup(work, request.params.id))),
  );
  app.delete(
    '/api/staff-forum/groups/:id',
    { config: { access }, schema: { params: OfGroup, ...answers(StaffForum) } },
    async (request, reply) =>
      reply.send(await change(actorOf(request), (work) => unlinkGroup(work, request.params.id))),
  );
}
