import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { storableJson } from '../../base/text/index.ts';
import { CSRF_HEADER } from '../../contract/index.ts';
import type { Origin } from '../../domain/audit/index.ts';
import { type Customer, customerOfSession } from '../../domain/customers/index.ts';
import type { Desk } from '../../domain/front-desk/index.ts';
import { demand, type Permission, type StaffMember, staffOfSession } from '../../domain/staff/index.ts';

/** Who may call a route: anybody, a customer in their cabinet, whoever of the staff is signed in, or whoever's role grants a permission. */
export type Access = 'public' | 'customer' | 'signed_in' | Permission;

/** A route and who may call it; undefined: not part of the API. */
export type AccessEntry = { method: string; url: string; access: Access | undefined };

const COOKIE = 'nightdesk_session';
const COOKIE_LASTS_SECONDS = 14 * 24 * 3600;

const actors = new WeakMap<object, StaffMember>();

/** From where a request came, for the audit log. */
export const originOf = (request: FastifyRequest): Origin => ({ place: 'console', address: request.ip });

/** Who is signed in. Only for routes whose access is not public. */
export function actorOf(request: object): StaffMember {
  const actor = actors.get(request);
  if (!actor) throw new DomainError('unauthorized', 'session_ended');
  return actor;
}

const customers = new WeakMap<object, Customer>();

/** Which customer is in their cabinet. Only for routes whose access is `customer`. */
export function customerOf(request: object): Customer {
  const customer = customers.get(request);
  if (!customer) throw new DomainError('unauthorized', 'cabinet_session_ended');
  return customer;
}

/** The secret of a customer's session. It comes in a header: inside Telegram a page may keep no cookies, and without them no foreign page can
 * use it. */
export function customerTokenOf(request: FastifyRequest): string {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new DomainError('unauthorized', 'cabinet_session_ended');
  return token;
}

/** The secret of the caller's session, if the request carries one. */
export function sessionOf(request: FastifyRequest): string | undefined {
  return request.cookies[COOKIE];
}

/** Hands the browser a session: no script can read it, and foreign pages cannot use it. */
export function setSession(reply: FastifyReply, token: string, publicUrl: string): void {
  reply.setCookie(COOKIE, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    path: '/',
    maxAge: COOKIE_LASTS_SECONDS,
  });
}

/** Takes the session from the browser. */
export function clearSession(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: '/' });
}

/** Checks every call under /api before anything else: a change must carry the header that foreign pages cannot set, and the caller must
 * have the access that the route names; what comes in holds no characters that cannot be stored. A route that names none is refused when the server is built.
 * The server's `accessTable` lists every route with its access, so that a test can knock at each of them. */
export function guard(app: FastifyInstance, options: { db: Db; desk: Desk }): void {
  const table: AccessEntry[] = [];
  app.decorate('accessTable', table);
  app.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) {
      table.push({ method, url: route.url, access: route.config?.access });
    }
    if (route.url.startsWith('/api/') && route.config?.access === undefined) {
      throw new Error(`the route ${route.url} does not say who may call it`);
    }
  });
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config.access;
    if (access === undefined) return;
    if (request.method !== 'GET' && request.method !== 'HEAD' && request.headers[CSRF_HEADER] === undefined) {
      throw new DomainError('forbidden', 'csrf_header_missing');
    }
    if (access === 'public') return;
    if (access === 'customer') {
      const now = options.desk.clock.now();
      customers.set(request, await customerOfSession(options.db, customerTokenOf(request), now));
      return;
    }
    const token = sessionOf(request);
    if (token === undefined) throw new DomainError('unauthorized', 'session_ended');
    const actor = await staffOfSession(options.db, token, options.desk.clock.now());
    actors.set(request, { ...actor, from: originOf(request) });
    if (access !== 'signed_in') demand(actor, access);
  });
  app.addHook('preValidation', async (request) => {
    if (request.routeOptions.config.access === undefined) return;
    // The bytes of an upload are no text.
    if (!(request.body instanceof Readable)) request.body = storableJson(request.body);
    request.query = storableJson(request.query);
  });
}
