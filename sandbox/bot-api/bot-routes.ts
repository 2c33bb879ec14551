import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dispatch, refusal } from './dispatch.ts';
import { ApiError, badRequest } from './errors.ts';
import { fileByPath, uploadLimit } from './files.ts';
import type { Upload, World } from './model.ts';

interface Place {
  Params: { token: string; method: string };
}

/** The bot side: /bot<token>/<method> by GET and POST with JSON, urlencoded or multipart bodies, and /file/bot<token>/… */
export function botRoutes(world: World): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: uploadLimit },
      (_request, body, done) => done(null, fromForm(String(body))),
    );
    app.removeContentTypeParser('application/json');
    app.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: uploadLimit }, parseJson);
    app.setErrorHandler((error, _request, reply) => send(reply, refusal(asApiError(error))));
    app.setNotFoundHandler((_request, reply) => send(reply, refusal(new ApiError(404, 'Not Found'))));
    app.route<Place>({
      method: ['GET', 'POST'],
      url: '/bot:token/:method',
      schema: { hide: true },
      handler: (request, reply) => answer(world, request, reply),
    });
    app.get<{ Params: { token: string; '*': string } }>(
      '/file/bot:token/*',
      { schema: { hide: true } },
      (request, reply) => {
        const bot = world.bots.get(request.params.token);
        if (bot === undefined) return send(reply, refusal(new ApiError(401, 'Unauthorized')));
        const file = fileByPath(world, bot, request.params['*']);
        if (file === undefined) return send(reply, refusal(new ApiError(404, 'Not Found')));
        return reply.type('application/octet-stream').send(file.bytes);
      },
    );
  };
}

function parseJson(
  _request: FastifyRequest,
  body: string | Buffer,
  done: (error: Error | null, body?: unknown) => void,
): void {
  const text = String(body).trim();
  try {
    done(null, text === '' ? {} : JSON.parse(text));
  } catch {
    done(new ApiError(400, "Bad Request: can't parse JSON object"));
  }
}

function asApiError(error: unknown): unknown {
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (statusCode === 413 || code === 'FST_REQ_FILE_TOO_LARGE') {
    return new ApiError(413, 'Request Entity Too Large');
  }
  if (error instanceof ApiError || statusCode === undefined) return error;
  return new ApiError(statusCode, `Bad Request: ${String((error as Error).message)}`);
}

async function answer(
  world: World,
  request: FastifyRequest<Place>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const bot = world.bots.get(request.params.token);
  if (bot === undefined) {
    await discard(request);
    return send(reply, refusal(new ApiError(401, 'Unauthorized')));
  }
  const { params, files } = await readParams(request);
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  const call = { method: request.params.method, params, files, signal: gone.signal };
  const outcome = await dispatch(world, bot, call);
  if (!outcome.cut) return send(reply, outcome);
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

function send(reply: FastifyReply, outcome: { status: number; body: object }): FastifyReply {
  const { parameters } = outcome.body as { parameters?: { retry_after?: number } };
  if (parameters?.retry_after !== undefined) reply.header('retry-after', parameters.retry_after);
  return reply
    .code(outcome.status)
    .header('content-type', 'application/json')
    .send(JSON.stringify(outcome.body));
}

async function discard(request: FastifyRequest): Promise<void> {
  if (request.isMultipart())
    for await (const part of request.parts()) if (part.type === 'file') part.file.resume();
}

/** A parameter given twice counts the first time. */
function fromForm(body: string): Record<string, string> {
  return Object.fromEntries([...new URLSearchParams(body)].reverse());
}

function fromQuery(query: unknown): Record<string, unknown> {
  const entries = Object.entries(query as Record<string, unknown>);
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));
}

/** The parts of a multipart body; a body that is none is the client's fault. */
async function* partsOf(request: FastifyRequest): AsyncGenerator<MultipartFile | MultipartValue> {
  try {
    for await (const part of request.parts({ limits: { fileSize: uploadLimit, fields: 1000 } })) {
      yield part as MultipartFile | MultipartValue;
    }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    throw code === undefined ? badRequest(`can't parse multipart body: ${message}`) : error;
  }
}

/** Parameters from the query and the body; file parts become attach:// references to their own field. */
async function readParams(
  request: FastifyRequest,
): Promise<{ params: Record<string, unknown>; files: Map<string, Upload> }> {
  const params = fromQuery(request.query);
  const files = new Map<string, Upload>();
  if (!request.isMultipart()) {
    const { body } = request;
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) Object.assign(params, body);
    return { params, files };
  }
  for await (const part of partsOf(request)) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      files.set(part.fieldname, { name: part.filename ?? '', mime: part.mimetype, bytes });
      params[part.fieldname] ??= `attach://${part.fieldname}`;
    } else {
      params[part.fieldname] = part.value;
    }
  }
  return { params, files };
}
