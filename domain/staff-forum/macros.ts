import { type MacroPreview, previewMacro, previewMacros } from '../back-office/index.ts';
import type { Said } from '../chats/index.ts';
import { demand } from '../staff/index.ts';
import { data } from './buttons.ts';
import { type ForumScene, wordsFor } from './scene.ts';

const MOST_SHOWN = 8;

/** The macros that fit a ticket, as buttons; `q` looks for words in them. */
export async function macroList(scene: ForumScene, q?: string): Promise<Said> {
  const found = await fitting(scene, q);
  const key = found.length === 0 ? 'forum-macros-none' : 'forum-macros';
  return {
    text: wordsFor(scene, key),
    buttons: [
      ...found
        .slice(0, MOST_SHOWN)
        .map(({ id, title }) => [{ label: title, data: data('macro', scene.ticketId, id) }]),
      [dismiss(scene)],
    ],
  };
}

/** The macros that fit a ticket, for somebody who may use them. Refuses (`forbidden`) others. */
export function fitting(scene: ForumScene, q?: string): Promise<MacroPreview[]> {
  const { tx, desk, member, ticketId } = scene;
  return previewMacros({ db: tx, desk, actor: member }, { ticketId, q });
}

/** A macro as its customer would read it, to be sent or not. */
export async function macroShown(scene: ForumScene, macroId: number): Promise<Said> {
  const { tx, desk, member, ticketId } = scene;
  const macro = await previewMacro({ db: tx, desk, actor: member }, { ticketId, macroId, fields: {} });
  const back = { label: wordsFor(scene, 'forum-button-back'), data: data('macros', ticketId) };
  const send = { label: wordsFor(scene, 'forum-button-send'), data: data('send', ticketId, macroId) };
  const lacks =
    macro.missing.length === 0
      ? []
      : [wordsFor(scene, 'forum-macro-missing', { names: macro.missing.join(', ') })];
  return {
    text: [macro.title, macro.text, ...lacks].join('\n\n'),
    buttons: [[...(lacks.length === 0 ? [send] : []), back]],
  };
}

/** The queues that a ticket can be handed on to, as buttons. */
export async function queueList(scene: ForumScene, at: { queueId: number }): Promise<Said> {
  demand(scene.member, 'tickets.assign');
  const { queues } = await scene.desk.routing();
  const others = queues.filter(({ id }) => id !== at.queueId);
  return {
    text: wordsFor(scene, 'forum-escalate'),
    buttons: [
      ...others.map(({ id, name }) => [{ label: name, data: data('toQueue', scene.ticketId, id) }]),
      [dismiss(scene)],
    ],
  };
}

const dismiss = (scene: ForumScene) => ({
  label: wordsFor(scene, 'forum-button-dismiss'),
  data: data('dismiss', scene.ticketId),
});
