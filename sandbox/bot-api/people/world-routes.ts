import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { PeopleError } from '../errors.ts';
import type { PeopleEvent, World } from '../model.ts';
import { advanceClock, now } from '../world.ts';
import { apiObject, errorBody } from './schemas.ts';

/** Time and what happens in it: the clock, the stream of events. */
export function timeRoutes(world: World, plain: FastifyInstance): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const clock = z.object({ now: z.iso.datetime(), offset_seconds: z.number() });
  const read = (): z.output<typeof clock> => ({
    now: new Date(now(world)).toISOString(),
    offset_seconds: world.offsetMs / 1000,
  });
  app.get('/people/clock', { schema: { response: { 200: clock } } }, read);
  const body = z.object({ advance_seconds: z.number().min(0).describe('How far to move, in seconds') });
  app.post('/people/clock', { schema: { body, response: { 200: clock, '4xx': errorBody } } }, (r) => {
    advanceClock(world, r.body.advance_seconds);
    return read();
  });
  app.get('/people/events', { schema: { description: 'Server-sent events' } }, (_r, reply) => {
    streamEvents(world, reply);
  });
}

function streamEvents(world: World, reply: FastifyReply): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  const write = (event: string, data: object): void => {
    raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  write('hello', { now: new Date(now(world)).toISOString() });
  const listen = (event: PeopleEvent): void => write(event.event, event.data);
  world.events.on('event', listen);
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), 15_000);
  raw.on('close', () => {
    clearInterval(heartbeat);
    world.events.off('event', listen);
  });
}

const rule = z.object({
  method: z.string().optional().describe('Only this method; absent: every method'),
  chat: z.union([z.number(), z.string()]).optional().describe('Only calls with this chat_id'),
  times: z.number().int().min(1).optional().describe('How often it strikes; absent: for ever'),
  probability: z.number().min(0).max(1).optional(),
  kind: z
    .enum(['429', '500', '502', 'drop_before', 'drop_after', 'slow'])
    .describe('drop_before: cut before the method acts; drop_after: it acts, and the answer is lost'),
  retry_after: z.number().int().optional().describe('Seconds, for 429'),
  delay_ms: z.number().int().optional().describe('For slow'),
});
const faults = z.object({
  rules: z.array(rule).default([]),
  next: z.array(rule).optional().describe('Rules that strike once each, in this order'),
  updates: z
    .object({ duplicate: z.number().min(0).max(1).default(0), reorder: z.number().min(0).max(1).default(0) })
    .default({ duplicate: 0, reorder: 0 }),
});

/** Faults, limits and statistics. */
export function troubleRoutes(world: World, plain: FastifyInstance): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const shown = faults.omit({ next: true });
  app.get('/people/faults', { schema: { response: { 200: shown } } }, () => world.faults);
  app.post(
    '/people/faults',
    { schema: { body: faults, response: { 200: shown, '4xx': errorBody } } },
    (r) => {
      const once = (r.body.next ?? []).map((one) => ({ ...one, times: 1 }));
      world.faults = { rules: [...once, ...r.body.rules], updates: r.body.updates };
      return world.faults;
    },
  );
  app.delete('/people/faults', { schema: { response: { 200: shown } } }, () => {
    world.faults = { rules: [], updates: { duplicate: 0, reorder: 0 } };
    return world.faults;
  });
  const limits = z.object({
    enabled: z.boolean().optional().describe('false lifts flood control; it still counts'),
    chat_burst: z.number().positive().optional(),
    chat_per_second: z.number().positive().optional(),
    group_per_minute: z.number().positive().optional(),
    bot_per_second: z.number().positive().optional(),
  });
  app.post(
    '/people/limits',
    { schema: { body: limits, response: { 200: limits, '4xx': errorBody } } },
    (r) => {
      const { enabled, ...changed } = r.body;
      if (enabled !== undefined) world.flood.enabled = enabled;
      Object.assign(world.flood.limits, changed);
      return { enabled: world.flood.enabled, ...world.flood.limits };
    },
  );
  app.get('/people/stats', { schema: { response: { 200: apiObject } } }, () => ({ ...world.stats }));
}

/** The bytes of files, as the phone shows them. */
export function fileRoutes(world: World, plain: FastifyInstance): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const params = z.object({ file_id: z.string() });
  app.get('/people/files/:file_id', { schema: { params } }, (r, reply) => {
    const file = world.files.get(r.params.file_id);
    if (file === undefined) throw new PeopleError(404, 'no_such_file', 'There is no such file.');
    return reply.type(file.mime).send(file.bytes);
  });
}
