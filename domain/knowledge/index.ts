/** The door of knowledge: finding articles, telling topics and languages apart (P3, B4, M3). */

export { type ShortAnswer, shortAnswer } from './answer.ts';
export { arrangeArticles } from './arrange.sql.ts';
export { type ArticlePlace, type ArticleText, type ArticleTexts } from './article.ts';
export {
  type ArticleState,
  type ArticleVersion,
  archiveArticle,
  type EditedArticle,
  type Editing,
  type ListedArticle,
  listArticles,
  placeArticle,
  publishArticle,
  readArticle,
  returnArticle,
  saveArticle,
  submitArticle,
  writeArticle,
} from './articles.sql.ts';
export { chatMessagesOf, chatTextOf } from './chat-text.ts';
export {
  type Classifier,
  type Example,
  type Learnt,
  learn,
  OUTSIDE,
  type Verdict,
} from './classifier.ts';
export { countDeflection, type Deflection } from './deflection.sql.ts';
export {
  commission,
  type Draft,
  readDraft,
  type Source,
  type Writer,
  withoutPerson,
} from './draft.ts';
export { EMBED_TASK, embedArticles } from './embeddings.sql.ts';
export {
  cutForEmbedding,
  type Directions,
  type Embedder,
  NO_DIRECTIONS,
  ofLengthOne,
  searchBoth,
} from './embeddings.ts';
export { type ArticleFile, demandArticleFile, fileFor } from './files.sql.ts';
export {
  detectLanguage,
  type LanguageModel,
  learnLanguages,
  loadLanguageModel,
  type Sample,
  saveLanguageModel,
  TOLD_APART,
  type Tongue,
  withoutDiacritics,
} from './language.ts';
export { type OpenLibrary, openLibrary, readSections } from './library.sql.ts';
export {
  articleNamed,
  findArticles,
  type Hit,
  type Hits,
  inLanguage,
  type Library,
  type PublishedArticle,
  type Section,
} from './library.ts';
export { pageOf } from './page.ts';
export { previewArticle } from './preview.ts';
export { forgetAskers, noteRead, noteSearch, settleRead, voteArticle, voteOf } from './reads.sql.ts';
export {
  type Answer,
  type Article,
  addArticle,
  buildIndex,
  CONFIDENT,
  type Found,
  type Question,
  removeArticle,
  type SearchIndex,
  type Synonyms,
  search,
} from './search.ts';
export { countSearches, type SearchCount } from './searches.sql.ts';
export { saveSections } from './sections.sql.ts';
export {
  type KnowledgeSettings,
  readKnowledgeSettings,
  readSynonyms,
  saveKnowledgeSettings,
  saveSynonyms,
} from './settings.sql.ts';
export { addStarterArticles, type StarterArticle } from './starter.sql.ts';
export { type Lesson, packTopics, readLesson, saveTopics } from './topics.sql.ts';
