/** The door of knowledge: finding articles, telling topics and languages apart (P3, B4, M3). */
export {
  type Classifier,
  type Example,
  type Learnt,
  learn,
  OUTSIDE,
  type Verdict,
} from './classifier.ts';
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
