import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { PeopleError } from '../errors.ts';
import type { World } from '../model.ts';
import { businessRoutes } from './business-routes.ts';
import { chatRoutes, ownTopicRoutes, topicRoutes } from './chats.ts';
import { checklistRoutes } from './checklists.ts';
import { inlineRoutes } from './inline.ts';
import { accountRoutes, buttonRoutes, personChatRoutes, talkRoutes } from './user-routes.ts';
import { webAppRoutes } from './web-app-routes.ts';
import { fileRoutes, timeRoutes, troubleRoutes } from './world-routes.ts';

/** The people side: everything under /people, and /openapi.json, which describes it. */
export function peopleRoutes(world: World): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    app.setValidatorCompiler(validatorCompiler);
    app.setSerializerCompiler(serializerCompiler);
    app.setErrorHandler((error, _request, reply) => {
      const { status, code, message } = explain(error);
      return reply
        .code(status)
        .type('application/json')
        .send(JSON.stringify({ error: { code, message } }));
    });
    app.addHook('preValidation', readMultipart);
    accountRoutes(world, app);
    talkRoutes(world, app);
    buttonRoutes(world, app);
    personChatRoutes(world, app);
    chatRoutes(world, app);
    topicRoutes(world, app);
    ownTopicRoutes(world, app);
    businessRoutes(world, app);
    inlineRoutes(world, app);
    checklistRoutes(world, app);
    webAppRoutes(world, app);
    fileRoutes(world, app);
    timeRoutes(world, app);
    troubleRoutes(world, app);
    app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
  };
}

function explain(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof PeopleError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const places = error.validation.map((issue) => `${issue.instancePath || 'body'}: ${issue.message}`);
    return { status: 400, code: 'invalid', message: places.join('; ') };
  }
  const { statusCode = 500, message } = error as { statusCode?: number; message: string };
  return { status: statusCode, code: statusCode < 500 ? 'invalid' : 'sandbox_fault', message };
}

/** A multipart body becomes the JSON body it stands for: files as base64, other parts parsed where they are JSON. */
async function readMultipart(request: FastifyRequest): Promise<void> {
  if (!request.isMultipart()) return;
  const body: Record<string, unknown> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const data = (await part.toBuffer()).toString('base64');
      body[part.fieldname] = { name: part.filename ?? 'file', mime: part.mimetype, data };
    } else {
      body[part.fieldname] = fieldValue(String(part.value), part.fieldname);
    }
  }
  request.body = body;
}

function fieldValue(text: string, field: string): unknown {
  if (field === 'text' || field === 'caption' || !/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
