import { inCalls, say } from '../chats/index.ts';
import { chatMessagesOf, inLanguage, noteRead, noteSearch, settleRead } from '../knowledge/index.ts';
import { appendEvent, type Ticket } from '../tickets/index.ts';
import { linkIn } from './advice.ts';
import type { Advice, Effect } from './dialogue.types.ts';
import { renderButtons, type Scene } from './scene.ts';

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** Says an article's short answer, after its files, so that the buttons stand below everything, and notes that the customer was shown it (B4). */
export async function offerArticle(scene: Scene, { article, buttons }: Of<'offerArticle'>): Promise<void> {
  const { tx, desk, chat, customer, now } = scene;
  const { id: articleId, answer: text, entities, language, confidence } = article;
  const said = { text, entities, buttons: renderButtons(desk, customer.language, buttons) };
  // What Telegram calls a file is kept, so that its bytes go once.
  const files = article.files?.length ? inCalls({ text: '', files: article.files }) : [];
  for (const call of files) await say(tx, { chat, said: call }, { ref: { article: articleId } });
  await say(tx, { chat, said });
  await noteRead(tx, { ...{ articleId, customerId: customer.id, language, place: 'bot', confidence, now } });
}

/** Says the whole article, in as many messages as it takes. */
export async function tellArticle(scene: Scene, articleId: number): Promise<void> {
  const { tx, desk, chat, customer } = scene;
  const library = await desk.library();
  const article = library.articles.get(articleId);
  const hit = article && inLanguage(article, { reader: customer.language, desk: desk.settings.language });
  const key = hit ? undefined : 'article-gone';
  if (key) return say(tx, { chat, said: { text: desk.translate(customer.language, key) } });
  for (const said of hit ? chatMessagesOf(hit.text.body, linkIn(desk, library)) : [])
    await say(tx, { chat, said });
}

/** Notes what a customer's words asked for and whether an article surely answers it, for those who write articles. */
export async function noteAsked(scene: Scene, advice: Advice | undefined): Promise<void> {
  const { tx, desk, customer, firstLooseText, now } = scene;
  // Where there are no articles, nothing is looked for.
  if (firstLooseText === null || (await desk.library()).articles.size === 0) return;
  await noteSearch(tx, {
    ...{ customerId: customer.id, place: 'bot', query: firstLooseText, now },
    ...{ language: advice?.tongue?.language ?? customer.language, articleId: advice?.article?.id },
  });
}

/** Notes on a new ticket which article was offered before, and with the article what became of it (B4). */
export async function noteOffered(
  scene: Scene,
  ticket: Ticket,
  how: Pick<Of<'createTicket'>, 'outcome'> & { offered: NonNullable<Of<'createTicket'>['offered']> },
): Promise<void> {
  const { tx, desk, customer, now } = scene;
  const { articleId, notSolved } = how.offered;
  const outcome =
    how.outcome === 'auto_resolved'
      ? 'solved'
      : how.outcome === 'person'
        ? 'person'
        : notSolved
          ? 'not_solved'
          : undefined;
  const read = { articleId, customerId: customer.id };
  await settleRead(tx, read, { ...(outcome ? { outcome } : {}), ticketId: ticket.id, now });
  const article = (await desk.library()).articles.get(articleId);
  const hit =
    article && inLanguage(article, { reader: desk.settings.language, desk: desk.settings.language });
  await appendEvent(tx, ticket.id, {
    ...{ kind: 'article_offered', by: { kind: 'bot' }, now },
    data: { article: articleId, title: hit?.text.title ?? '', outcome: outcome ?? 'none' },
  });
}
