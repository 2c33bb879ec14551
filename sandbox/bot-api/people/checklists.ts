import type { ChecklistTask } from '@grammyjs/types';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { requirePerson } from '../accounts.ts';
import { chatForPerson } from '../chats.ts';
import { PeopleError } from '../errors.ts';
import { editMessage, postMessage, viewMessage } from '../messages.ts';
import type { World } from '../model.ts';
import { unixNow } from '../world.ts';
import { chatRef } from './inputs.ts';
import { apiObject, errorBody, personPath } from './schemas.ts';
import { requireMessage } from './send.ts';

interface Change {
  chat: number | string;
  message_id: number;
  done: number[];
  not_done: number[];
  add: string[];
}

/** A person ticks tasks off, on again, or adds some; a service message tells of it. */
function changeChecklist(world: World, userId: number, wish: Change) {
  const user = requirePerson(world, userId).user;
  const chat = chatForPerson(world, userId, wish.chat);
  const stored = requireMessage(chat, wish.message_id);
  const { checklist } = stored.message;
  if (checklist === undefined) throw new PeopleError(400, 'no_checklist', 'This message is no checklist.');
  const isOwn = stored.authorId === userId;
  const marks = [...wish.done, ...wish.not_done];
  if (!isOwn && marks.length > 0 && checklist.others_can_mark_tasks_as_done !== true) {
    throw new PeopleError(403, 'no_right', 'Only its author ticks off the tasks of this checklist.');
  }
  if (!isOwn && wish.add.length > 0 && checklist.others_can_add_tasks !== true) {
    throw new PeopleError(403, 'no_right', 'Only its author adds tasks to this checklist.');
  }
  const tasks = checklist.tasks.map((task): ChecklistTask => {
    if (wish.done.includes(task.id))
      return { ...task, completed_by_user: user, completion_date: unixNow(world) };
    if (!wish.not_done.includes(task.id)) return task;
    const { completed_by_user: _, completion_date: __, ...open } = task;
    return open;
  });
  const last = Math.max(...tasks.map(({ id }) => id));
  const added = wish.add.map((text, index): ChecklistTask => ({ id: last + index + 1, text }));
  const whole = { ...checklist, tasks: [...tasks, ...added] };
  editMessage(world, chat, { stored, content: { checklist: whole }, silent: true, untold: true });
  const { reply_to_message: _, ...checklist_message } = stored.message;
  const tell = (content: object): void => {
    postMessage(world, chat, { authorId: userId, content, replyTo: stored });
  };
  const marked = { marked_as_done_task_ids: wish.done, marked_as_not_done_task_ids: wish.not_done };
  if (marks.length > 0) tell({ checklist_tasks_done: { checklist_message, ...marked } });
  if (added.length > 0) tell({ checklist_tasks_added: { checklist_message, tasks: added } });
  return viewMessage(world, chat, { stored, viewerId: userId });
}

/** Checklists: ticking off and adding tasks. */
export function checklistRoutes(world: World, plain: FastifyInstance): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const ids = z.array(z.number().int()).default([]);
  const body = z.object({
    chat: chatRef,
    message_id: z.number().int(),
    done: ids,
    not_done: ids,
    add: z.array(z.string().min(1).max(100)).default([]),
  });
  const response = { 200: apiObject, '4xx': errorBody };
  app.post('/people/users/:id/checklist', { schema: { params: personPath, body, response } }, (r) => ({
    ...changeChecklist(world, r.params.id, r.body),
  }));
}
