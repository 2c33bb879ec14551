import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../../../base/kernel/index.ts';
import {
  Session,
  SignInAsDemo,
  SignInByLink,
  SignInOptions,
  SpokenLanguage,
} from '../../../contract/index.ts';
import {
  closeSession,
  listStaff,
  openSession,
  type StaffMember,
  signInByLink,
  speakTo,
  staffById,
} from '../../../domain/staff/index.ts';
import { actorOf, clearSession, originOf, sessionOf, setSession } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { typed } from '../typed.ts';

const rateLimit = { max: 20, timeWindow: '1 minute' };

/** Signing in and out. */
export function sessionRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  const { db, transact, desk, demo } = options;
  const shown = (member: StaffMember) => sessionBody(options, member);
  const whenOf = (request: FastifyRequest) => ({ now: desk.clock.now(), from: originOf(request) });

  app.get(
    '/api/sign-in',
    { config: { access: 'public' }, schema: { response: { 200: SignInOptions } } },
    async () => ({
      desk: { name: desk.settings.name },
      bot_username: options.botUsername(),
      demo_staff: demo ? (await listStaff(db)).map(({ id, name, role }) => ({ id, name, role })) : null,
    }),
  );

  app.post(
    '/api/session/link',
    { config: { access: 'public', rateLimit }, schema: { body: SignInByLink, response: { 200: Session } } },
    async (request, reply) => {
      const signedIn = await transact((tx) => signInByLink(tx, request.body.token, whenOf(request)));
      setSession(reply, signedIn.session, desk.settings.publicUrl);
      return shown(await member(options, signedIn.staffId));
    },
  );

  app.post(
    '/api/session/demo',
    { config: { access: 'public' }, schema: { body: SignInAsDemo, response: { 200: Session } } },
    async (request, reply) => {
      if (!demo) throw new DomainError('forbidden', 'demo_only');
      const who = await member(options, request.body.staff_id);
      setSession(
        reply,
        await transact((tx) => openSession(tx, who.id, whenOf(request))),
        desk.settings.publicUrl,
      );
      return shown(who);
    },
  );

  ownRoutes(base, options);
}

/** The session that one has. */
function ownRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  const { transact, desk } = options;
  const shown = (member: StaffMember) => sessionBody(options, member);

  app.get(
    '/api/session',
    { config: { access: 'signed_in' }, schema: { response: { 200: Session } } },
    async (request) => shown(actorOf(request)),
  );

  app.put(
    '/api/session/language',
    { config: { access: 'signed_in' }, schema: { body: SpokenLanguage, response: { 200: Session } } },
    async (request) => {
      const { language } = request.body;
      const change = { actor: actorOf(request), language, now: desk.clock.now() };
      return shown(await transact((tx) => speakTo(tx, change)));
    },
  );

  app.delete('/api/session', { config: { access: 'signed_in' } }, async (request, reply) => {
    const token = sessionOf(request);
    if (token)
      await transact((tx) => closeSession(tx, token, { actor: actorOf(request), now: desk.clock.now() }));
    clearSession(reply);
    return reply.code(204).send();
  });
}

async function member(options: HttpOptions, id: number): Promise<StaffMember> {
  const found = await staffById(options.db, id);
  if (!found) throw new DomainError('not_found', 'staff_unknown');
  return found;
}

function sessionBody({ desk, demo }: HttpOptions, { id, name, role, language, permissions }: StaffMember) {
  return {
    staff: { id, name, role, language },
    permissions: [...permissions],
    desk: { name: desk.settings.name, time_zone: desk.settings.timeZone },
    ...{ demo, drafts: desk.writer !== undefined },
  };
}
