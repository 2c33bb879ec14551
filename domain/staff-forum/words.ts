import { DomainError } from '../../base/kernel/index.ts';
import { joinTexts, type Rich, writeMarkdown } from '../../base/text/index.ts';
import { editOwn } from '../back-office/index.ts';
import type { Content } from '../front-desk/index.ts';
import { promptedBy, type Saying, speak } from './acts.ts';
import { attempt } from './attempt.ts';
import { readForumSettings } from './groups.sql.ts';
import { part } from './mark.ts';
import { answerIn, type ForumScene, namesAt, refusalIn, wordsFor, workOf } from './scene.ts';
import { bridgesOf } from './topics.sql.ts';

/** What is written in a topic: lines under the mark stay inside, all others go to the customer, with the files that they stand under. A file
 * under marked words stays inside with them. `items`: one message, or those of an album in their order. */
export async function sayWords(
  scene: ForumScene,
  { items, key }: { items: readonly Content[]; key: string },
): Promise<void> {
  const { tx, ticketId } = scene;
  const said = joinTexts(items.map(wordsIn));
  const files = items.flatMap((item) => item.files);
  const { mark } = await readForumSettings(tx);
  const { toCustomer, inside } = part(said, mark);
  if (said.text === '' && files.length === 0) throw new DomainError('invalid', 'forum_kind');
  const replyTo = items.find((item) => item.replyTo !== undefined)?.replyTo;
  const answered = replyTo === undefined ? undefined : (await bridgesOf(tx, ticketId, replyTo))[0]?.messageId;
  const asked = answered === undefined && replyTo !== undefined ? await askedBy(scene, replyTo) : undefined;
  // What its words are changed by later stands under them.
  const worded = items.find(({ text }) => text !== '') ?? items[0];
  const at = { messageId: worded?.telegramMessageId ?? 0, key, replyTo: answered };
  const within = inside !== '';
  if (within) await speak(scene, { ...at, saying: 'note', text: inside, files });
  if (toCustomer.text === '' && (within || files.length === 0)) return;
  await speak(scene, {
    ...{ ...at, ...toCustomer, saying: asked ?? 'reply' },
    ...(within ? {} : { files }),
  });
}

/** What the message that is answered asked for. Taken for words to the customer, a note would be one. */
async function askedBy({ tx, place, ticketId }: ForumScene, replyTo: number): Promise<Saying | undefined> {
  const names = await namesAt({ tx, place }, replyTo);
  return names.map((one) => promptedBy(one, ticketId)).find((saying) => saying !== undefined);
}

/** A sticker's emoji is the sticker once more. */
const wordsIn = ({ kind, text, entities = [] }: Content): Rich =>
  kind === 'sticker' ? { text: '', entities: [] } : { text, entities };

/** Words in a topic were written anew: what they became before says the new ones, for the customer too. What went to the customer cannot
 * be made a note any more. */
export async function editWords(scene: ForumScene, content: Content): Promise<void> {
  const { tx, ticketId } = scene;
  const { mark } = await readForumSettings(tx);
  const { toCustomer, inside } = part(wordsIn(content), mark);
  for (const { messageId, direction } of await bridgesOf(tx, ticketId, content.telegramMessageId)) {
    if (direction === 'note') {
      // Without its mark it is no word to the customer: it was not written as one.
      await editOwn(workOf(scene), messageId, [inside, toCustomer.text].filter(Boolean).join('\n'));
    } else {
      if (toCustomer.text === '') throw new DomainError('conflict', 'forum_sent_already');
      await editOwn(workOf(scene), messageId, writeMarkdown(toCustomer));
    }
  }
}

/** Does something that was asked for by a message in the topic; a refusal is told there and undoes it alone. */
export async function orTell(
  scene: ForumScene,
  messageId: number,
  doing: () => Promise<void>,
): Promise<void> {
  const refused = await attempt(scene.tx, doing);
  if (!refused) return;
  const why = refusalIn(scene.desk, scene.member.language, refused);
  await answerIn(scene, { text: wordsFor(scene, 'forum-not-sent', { why }) }, messageId);
}
