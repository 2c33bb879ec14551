import type { Message, MessageEntity } from '@grammyjs/types';
import { checkText } from '../checks.ts';
import type { Content } from '../content.ts';
import { badRequest } from '../errors.ts';
import type { Call } from '../model.ts';
import { applyEdit, findEdited } from './edit.ts';
import { findTarget, sendContent } from './target.ts';

interface InputChecklist {
  title: string;
  parse_mode?: string;
  title_entities?: MessageEntity[];
  tasks: { id: number; text: string; parse_mode?: string; text_entities?: MessageEntity[] }[];
  others_can_add_tasks?: boolean;
  others_can_mark_tasks_as_done?: boolean;
}

/** sendChecklist: on behalf of a connected account. */
export function sendChecklist(call: Call): Message {
  const target = findTarget(call);
  return sendContent(call, target, { checklist: checklistOf(call) } as object as Content);
}

/** editMessageChecklist: what was done stays done as long as its task is there. */
export function editMessageChecklist(call: Call): Message | true {
  const editing = findEdited(call, 'edit');
  const before = editing.stored.message.checklist;
  if (before === undefined) throw badRequest("message can't be edited");
  const next = checklistOf(call);
  const tasks = next.tasks.map((task) => ({ ...before.tasks.find(({ id }) => id === task.id), ...task }));
  const content = { checklist: { ...next, tasks } } as object as Content;
  return applyEdit(call, editing, { content, replaces: ['checklist'] });
}

function checklistOf(call: Call): { title: string; tasks: { id: number; text: string }[] } {
  const given = call.params.checklist as InputChecklist;
  const { tasks } = given;
  if (tasks.length === 0 || tasks.length > 30) throw badRequest('wrong number of checklist tasks specified');
  if (tasks.some(({ id }) => id <= 0) || new Set(tasks.map(({ id }) => id)).size < tasks.length) {
    throw badRequest('TODO_ITEM_DUPLICATE');
  }
  const title = plain(given.title, given.parse_mode, given.title_entities);
  if (title.text.length > 255) throw badRequest('checklist title is too long');
  return {
    title: title.text,
    ...(title.entities.length === 0 ? {} : { title_entities: title.entities }),
    tasks: tasks.map((task) => {
      const { text, entities } = plain(task.text, task.parse_mode, task.text_entities);
      if (text.length > 100) throw badRequest('checklist task text is too long');
      return { id: task.id, text, ...(entities.length === 0 ? {} : { text_entities: entities }) };
    }),
    ...(given.others_can_add_tasks === true ? { others_can_add_tasks: true } : {}),
    ...(given.others_can_mark_tasks_as_done === true ? { others_can_mark_tasks_as_done: true } : {}),
  };
}

function plain(
  text: string,
  parseMode: string | undefined,
  entities: MessageEntity[] | undefined,
): { text: string; entities: MessageEntity[] } {
  return checkText(text, { parseMode, entities, what: 'message' });
}
