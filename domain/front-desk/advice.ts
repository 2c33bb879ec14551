import type { Language } from '../../base/i18n/index.ts';
import { CAPTION, type OutFile } from '../chats/index.ts';
import type { Customer } from '../customers/index.ts';
import {
  type ArticleFile,
  articleNamed,
  findArticles,
  type Hits,
  type Library,
  shortAnswer,
} from '../knowledge/index.ts';
import { cabinetPage } from './cabinet-command.ts';
import type { Desk } from './context.ts';
import type { Advice, AdvisedArticle } from './dialogue.types.ts';
import { type Asking, directionInside } from './embedding.ts';
import { isLanguage, OFFERED_LANGUAGES } from './language.ts';
import { isEmptyOfMeaning } from './meaning.ts';

/** Words are about a topic when it is so much more probable than all others together, and that they are about any. */
const SURE_OF_TOPIC = { probability: 0.8, inside: 0.5 };

/** What words that wait outside a ticket tell: the article that answers them, what they are about, and their language (B4). */
export async function adviseOn(desk: Desk, customer: Customer, texts: readonly string[]): Promise<Advice> {
  const words = texts.filter((text) => !isEmptyOfMeaning(text)).join('\n');
  if (words === '') return {};
  const library = await desk.library();
  const { first_name, last_name, username } = customer;
  const asking = { words, names: [first_name, last_name, username] };
  const spoken = desk.tongueOf(words);
  const written = spoken !== undefined && isLanguage(spoken) ? spoken : customer.language;
  const { bot_answers, bot_topics } = library.settings;
  const article = bot_answers ? await answerTo({ desk, library }, asking, written) : undefined;
  const topicId = bot_topics ? await topicOf({ desk, library }, words) : undefined;
  return {
    ...(article === undefined ? {} : { article }),
    ...(topicId === undefined ? {} : { topicId }),
    ...(written === customer.language ? {} : { tongue: offerOf(desk, written) }),
  };
}

type Shelf = { desk: Desk; library: Library };

async function answerTo(
  { desk, library }: Shelf,
  asking: Asking,
  language: Language,
): Promise<AdvisedArticle | undefined> {
  const direction = await directionInside(desk, asking);
  const asked = { query: asking.words, language, desk: desk.settings.language, direction };
  const hits: Hits = findArticles(library, asked, 3);
  const [first] = hits.hits;
  // An answer in a language that its reader did not write in is no answer.
  if (!first || first.language !== language || hits.confidence < library.settings.bot_confidence)
    return undefined;
  const { article, text } = first;
  const { topics } = await desk.routing();
  const page = cabinetPage(desk, `help/${article.slug}`);
  const { text: answer, entities, more } = shortAnswer(text, linkIn(desk, library));
  return {
    ...{ id: article.id, answer, entities, more, confidence: hits.confidence, language },
    ...(page === undefined ? {} : { page }),
    ...(article.files.length > 0 ? { files: article.files.map((file) => outFile(file, language)) } : {}),
    topicIds: topics.filter(({ slug }) => article.topics.includes(slug)).map(({ id }) => id),
  };
}

/** A file of an article, with what is seen on it in the language of the answer: under a picture no other one belongs. */
function outFile({ id, kind, descriptions }: ArticleFile, language: Language): OutFile {
  const words = descriptions[language]?.slice(0, CAPTION);
  return { stored: id, kind, ...(words ? { words } : {}) };
}

/** Where a link to another article leads from a chat: into the cabinet, where that can be opened. */
export function linkIn(desk: Desk, library: Library) {
  return (slug: string) => (articleNamed(library, slug) ? cabinetPage(desk, `help/${slug}`) : undefined);
}

async function topicOf({ desk, library }: Shelf, words: string): Promise<number | undefined> {
  const verdict = library.topics?.classifier.classify(words);
  if (!verdict) return undefined;
  const { label, probability, inside } = verdict;
  if (probability < SURE_OF_TOPIC.probability || inside < SURE_OF_TOPIC.inside) return undefined;
  return (await desk.routing()).topics.find(({ slug }) => slug === label)?.id;
}

function offerOf({ translate }: Desk, language: Language): NonNullable<Advice['tongue']> {
  const name = OFFERED_LANGUAGES.find(({ code }) => code === language)?.name ?? language;
  return { language, question: translate(language, 'tongue-ask'), name };
}
