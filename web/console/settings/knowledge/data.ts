import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  ArticleHistory,
  ArticleOrder,
  ArticlePlace,
  ArticleText,
  ArticleTexts,
  EditedFile,
  KnowledgeSettings,
  Section,
} from '../../../../contract/index.ts';
import { change, read, readList, replace } from '../../../ui/api.ts';

const API = '/api/knowledge';
const KEY = ['settings', 'knowledge'] as const;

/** Every article in its newest version. */
export const articlesQuery = queryOptions({
  queryKey: [...KEY, 'articles'],
  queryFn: ({ signal }) => readList('ListedArticle', `${API}/articles`, signal),
});

/** An article with all its versions. */
export const articleQuery = (id: number) =>
  queryOptions({
    queryKey: [...KEY, 'articles', id],
    queryFn: ({ signal }) => read('ArticleHistory', `${API}/articles/${String(id)}`, signal),
  });

/** The sections, in their order. */
export const sectionsQuery = queryOptions({
  queryKey: [...KEY, 'sections'],
  queryFn: ({ signal }) => readList('Section', `${API}/sections`, signal),
});

/** What was looked for in the last 30 days. */
export const searchesQuery = queryOptions({
  queryKey: [...KEY, 'searches'],
  queryFn: ({ signal }) => read('SearchCounts', `${API}/searches?days=30`, signal),
});

/** Words that mean the same. */
export const synonymsQuery = queryOptions({
  queryKey: [...KEY, 'synonyms'],
  queryFn: ({ signal }) => read('Synonyms', `${API}/synonyms`, signal),
});

/** How the desk uses its knowledge base. */
export const knowledgeSettingsQuery = queryOptions({
  queryKey: [...KEY, 'settings'],
  queryFn: ({ signal }) => read('KnowledgeSettings', `${API}/settings`, signal),
});

/** A text as it would look. */
export const articlePreviewQuery = (text: Pick<ArticleText, 'title' | 'summary' | 'body'>) =>
  queryOptions({
    queryKey: [...KEY, 'preview', text],
    queryFn: () => change('ArticlePreview', `${API}/preview`, text),
    retry: false,
  });

/** An article as somebody writes it: its texts and files, and where it stands. */
export interface Draft {
  readonly texts: ArticleTexts;
  readonly files: readonly EditedFile[];
  readonly place: ArticlePlace;
}

function useArticleChange<T>(mutationFn: (what: T) => Promise<ArticleHistory>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (article) => {
      client.setQueryData(articleQuery(article.id).queryKey, article);
      void client.invalidateQueries({ queryKey: articlesQuery.queryKey, exact: true });
    },
  });
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Saves an article: a new one, or what was changed of `of`. Its texts and files are a version; where it stands changes at once. */
export const useSaveArticle = (of: { id: number; version: number; saved: Draft } | null) =>
  useArticleChange(async ({ texts, place, ...draft }: Draft) => {
    const files = draft.files.map(({ id, descriptions }) => ({ id, descriptions }));
    if (of === null) return change('ArticleHistory', `${API}/articles`, { texts, place, files });
    const path = `${API}/articles/${String(of.id)}`;
    const moved = same(place, of.saved.place)
      ? null
      : await replace('ArticleHistory', `${path}/place`, place);
    if (moved && same(texts, of.saved.texts) && same(draft.files, of.saved.files)) return moved;
    return replace('ArticleHistory', path, { base: of.version, texts, files });
  });

/** What is done with the newest version. */
export type Step = 'submit' | 'publish' | 'archive' | 'restore';

/** Hands in, publishes, archives or restores an article. */
export const useStep = ({ id, version }: { id: number; version: number }) =>
  useArticleChange((step: Step) =>
    change('ArticleHistory', `${API}/articles/${String(id)}/${step}`, { version }),
  );

/** Sends the newest version back to its author, and says why. */
export const useSendBack = ({ id, version }: { id: number; version: number }) =>
  useArticleChange((why: string) =>
    change('ArticleHistory', `${API}/articles/${String(id)}/return`, { version, why }),
  );

/** A change of the sections, and the order of their articles where that changed too. */
export interface Arranging {
  readonly sections: (now: readonly Section[]) => readonly Section[];
  readonly order?: ArticleOrder;
}

/** Changes the sections as they stand now, whatever others did meanwhile, and puts articles into them. */
export function useArrange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ sections, order = [] }: Arranging) => {
      const now = await readList('Section', `${API}/sections`);
      const next = sections(now);
      if (!same(now, next))
        client.setQueryData(sectionsQuery.queryKey, await replace('Sections', `${API}/sections`, next));
      if (order.length > 0)
        client.setQueryData(articlesQuery.queryKey, await replace('ListedArticles', `${API}/order`, order));
    },
    onError: () => client.invalidateQueries({ queryKey: sectionsQuery.queryKey }),
  });
}

/** Says anew which words mean the same. */
export function useSaveSynonyms() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (groups: string[][]) => replace('Synonyms', `${API}/synonyms`, groups),
    onSuccess: (groups) => client.setQueryData(synonymsQuery.queryKey, groups),
  });
}

/** Changes how the knowledge base is used. It shows at once and goes back when the desk refuses. */
export function useKnowledgeSettings() {
  const client = useQueryClient();
  const { queryKey } = knowledgeSettingsQuery;
  return useMutation({
    mutationFn: (set: Partial<KnowledgeSettings>) => replace('KnowledgeSettings', `${API}/settings`, set),
    onMutate: async (set) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, (old: KnowledgeSettings | undefined) => (old ? { ...old, ...set } : old));
      return { before };
    },
    onSuccess: (settings) => client.setQueryData(queryKey, settings),
    onError: (_error, _set, context) => client.setQueryData(queryKey, context?.before),
  });
}
