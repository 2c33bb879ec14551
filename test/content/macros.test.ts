import { expect, test } from 'vitest';
import { z } from 'zod';
import { LANGUAGES } from '../../base/i18n/index.ts';
import articles from '../../content/articles.json' with { type: 'json' };
import file from '../../content/macros.json' with { type: 'json' };
import topics from '../../content/topics.json' with { type: 'json' };
import { fieldsOf, MacroDraft, renderMacro, VARIABLES } from '../../domain/replies/index.ts';

const macros = z
  .array(z.object({ slug: z.string() }).loose())
  .parse(file)
  .map(({ slug, ...draft }) => ({ slug, ...MacroDraft.parse(draft) }));

const SAID = Object.fromEntries([...VARIABLES].map((name) => [name, `<${name}>`]));

test('the starter library has the texts that a desk needs, each once and for topics there are', () => {
  const slugs = macros.map(({ slug }) => slug);
  expect(slugs.length).toBeGreaterThanOrEqual(24);
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(new Set(macros.map(({ title }) => title)).size).toBe(slugs.length);
  // The ready texts of the blueprint (§7).
  const ready = ['receipt', 'clarification', 'done', 'escalation', 'greeting', 'channel-post'];
  expect(slugs).toEqual(expect.arrayContaining(ready));
  const known = [null, ...topics.map(({ slug }) => slug)];
  for (const { slug, topic } of macros) expect(known, slug).toContain(topic);
  for (const topic of topics)
    expect(
      macros.some((macro) => macro.topic === topic.slug),
      topic.slug,
    ).toBe(true);
});

test('every macro reads well in every language, for a customer with and without a name', () => {
  for (const { slug, texts } of macros) {
    const fields = Object.fromEntries(fieldsOf(texts).map((name) => [name, `<${name}>`]));
    for (const language of LANGUAGES) {
      for (const name of ['Leyla', undefined]) {
        const { text, missing } = renderMacro(texts, language, { ...SAID, ...fields, name });
        expect({ slug, language, missing }).toEqual({ slug, language, missing: [] });
        expect(text, `${slug} ${language}`).not.toMatch(/[{}]|undefined|\s[,.!?]|[ \t]{2}|\n\s*\n|^\s|\s$/);
        expect(text.split('\n').length, `${slug} ${language}`).toBeLessThanOrEqual(3);
      }
    }
  }
});

test('a macro says the same in every language: the same values, the same fields', () => {
  const names = (text = '') => [...new Set(text.match(/\{\{\s*\w+/g))].sort().join(' ');
  for (const { slug, texts } of macros) {
    for (const language of LANGUAGES) {
      expect([slug, language, names(texts[language])]).toEqual([slug, language, names(texts.en)]);
    }
  }
});

test('the macros that an article names are there to be sent', () => {
  const named = articles.sections.flatMap((section) => section.articles.flatMap((article) => article.macros));
  const places = new Map(macros.map(({ slug, place }) => [slug, place]));
  for (const slug of named) expect(places.get(slug), slug).toBe('ticket');
});
