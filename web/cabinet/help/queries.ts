import { queryOptions } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { read } from '../../ui/api.ts';

const PAUSE_MS = 250;
const FRESH_MS = 60_000;
const BASE = '/api/cabinet/knowledge';
/** The most of somebody's words that a search takes. */
const LONGEST = 300;

/** The knowledge base: its sections, and what is read most. */
export const knowledgeQuery = queryOptions({
  queryKey: ['knowledge'],
  queryFn: ({ signal }) => read('Knowledge', BASE, signal),
  staleTime: FRESH_MS,
});

/** An article. */
export const articleQuery = (slug: string) =>
  queryOptions({
    queryKey: ['knowledge', 'article', slug],
    queryFn: ({ signal }) => read('ReadArticle', `${BASE}/articles/${encodeURIComponent(slug)}`, signal),
    staleTime: FRESH_MS,
  });

/** What is found for some words. */
export const foundQuery = (words: string, limit = 8) =>
  queryOptions({
    queryKey: ['knowledge', 'found', words, limit],
    queryFn: ({ signal }) =>
      read(
        'KnowledgeFound',
        `${BASE}/search?q=${encodeURIComponent(words.slice(0, LONGEST))}&limit=${String(limit)}`,
        signal,
      ),
    staleTime: FRESH_MS,
  });

/** Words once one has stopped typing for a moment. */
export function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(words);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [words]);
  return settled;
}
