import { DomainError } from '../../base/kernel/index.ts';
import { answerPress, change, type Said } from '../chats/index.ts';
import type { PlaceArrival } from '../front-desk/index.ts';
import { lockTicket } from '../tickets/index.ts';
import { act, promptFor } from './acts.ts';
import { attempt } from './attempt.ts';
import { type Pressed, readData } from './buttons.ts';
import { macroList, macroShown, queueList } from './macros.ts';
import { answerIn, type ForumScene, namesAt, refusalIn, wordsFor } from './scene.ts';

type Press = Extract<PlaceArrival['what'], { kind: 'press' }>;

/** Does what a button in a ticket's topic says, for whoever pressed it and with their permissions (P6); a refusal is told them alone. */
export async function onPress(scene: ForumScene, press: Press): Promise<void> {
  const { tx, desk, place, member, ticketId } = scene;
  const { queryId } = press;
  const pressed = readData(press.data);
  if (pressed?.ticketId !== ticketId) return answerPress(tx, place, { queryId });
  const refused = await attempt(tx, () => perform(scene, press, pressed));
  const alert = refused && { text: refusalIn(desk, member.language, refused), alert: true };
  await answerPress(tx, place, { queryId, ...alert });
}

async function perform(scene: ForumScene, press: Press, { does, id = 0 }: Pressed): Promise<void> {
  const { tx, desk, place, ticketId } = scene;
  const show = (said: Said) => change(tx, { chat: place, said }, press.onMessage);
  switch (does) {
    case 'take':
    case 'release':
    case 'reopen':
      return act(scene, { do: does });
    case 'ask':
    case 'resolve':
      return promptFor(scene, does);
    case 'escalate': {
      const { queue_id: queueId } = await lockTicket(tx, ticketId);
      return answerIn(scene, await queueList(scene, { queueId }));
    }
    case 'toQueue': {
      const queue = (await desk.routing()).queues.find((one) => one.id === id);
      if (!queue) throw new DomainError('invalid', 'queue_unknown', { queue: String(id) });
      await act(scene, { do: 'escalate', queue: queue.slug });
      return show({ text: wordsFor(scene, 'forum-escalated', { queue: queue.name }) });
    }
    case 'macros':
      return answerOrShow(scene, press, await macroList(scene));
    case 'macro':
      return show(await macroShown(scene, id));
    case 'send': {
      await act(scene, { do: 'macro', macroId: id, requestKey: `forum:press:${press.queryId}` });
      return show({ text: wordsFor(scene, 'forum-macro-sent') });
    }
    case 'dismiss':
      return show({ text: wordsFor(scene, 'forum-dismissed') });
  }
}

/** The card keeps its place: a list that is asked for there is a message of its own. */
async function answerOrShow(scene: ForumScene, press: Press, said: Said): Promise<void> {
  const { tx, place } = scene;
  const onCard = await isCard(scene, press.onMessage);
  if (onCard) await answerIn(scene, said);
  else await change(tx, { chat: place, said }, press.onMessage);
}

async function isCard({ tx, place, ticketId }: ForumScene, messageId: number): Promise<boolean> {
  const names = await namesAt({ tx, place }, messageId);
  return names.some((name) => name.startsWith(`staff-card:${ticketId}:`));
}
