import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import macros from '../../content/macros.json' with { type: 'json' };
import topics from '../../content/topics.json' with { type: 'json' };
import { articleProblems, readIndex } from '../support/starter-articles.ts';

const content = resolve(import.meta.dirname, '../../content');
const known = { topics: topics.map(({ slug }) => slug), macros: macros.map(({ slug }) => slug) };

test('the starter articles are whole, short and in their own language', () => {
  expect(articleProblems(content, known)).toEqual([]);
  const { sections } = readIndex(content);
  const articles = sections.flatMap((section) => section.articles);
  expect(articles.length).toBeGreaterThanOrEqual(50);
  expect(articles.filter(({ popular }) => popular).length).toBeGreaterThanOrEqual(10);
  for (const { slug } of topics)
    expect(
      articles.some((article) => article.topics.includes(slug)),
      slug,
    ).toBe(true);
});

const FILE = 'articles/payments/get-receipt.az.md';
type Fault = { name: string; file?: string; plant: (text: string) => string; problem: RegExp };
const faults: Fault[] = [
  { name: 'a hole', plant: (text) => text.replace('açın və', '[...] və'), problem: /hole/ },
  { name: 'a value', plant: (text) => text.replace('Qəbz', 'Qəbz {{ name }}'), problem: /hole: \{/ },
  {
    name: 'a link to nowhere',
    plant: (text) => `${text}\n[bura](article:nowhere)\n`,
    problem: /link nowhere/,
  },
  { name: 'a Cyrillic letter', plant: (text) => text.replace('Poçtunuza', 'Роçtunuza'), problem: /is no az/ },
  { name: 'no summary', plant: (text) => text.replace(/summary:.*\n/, ''), problem: /front matter/ },
  { name: 'six steps', plant: (text) => text.replace('4. ', '4. Bax.\n5. Bax.\n6. '), problem: /steps/ },
  {
    name: 'too few words',
    plant: (text) => text.replace(/\n---\n[^]*/, '\n---\n\nYazın.\n'),
    problem: /words/,
  },
  { name: 'a word of ours', plant: (text) => text.replace('bizə', 'tiket'), problem: /glossary: tiket/ },
  {
    ...{ name: 'an unknown topic', file: 'articles.json', problem: /topic rent/ },
    plant: (text) => text.replace('"payment"', '"rent"'),
  },
  {
    ...{ name: 'an unknown macro', file: 'articles.json', problem: /macro sing/ },
    plant: (text) => text.replace('"ask-payment"', '"sing"'),
  },
];

/** A copy of the starter articles, to plant a fault in. */
async function copied(work: (folder: string) => Promise<void>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nightdesk-content-'));
  try {
    await cp(join(content, 'articles'), join(folder, 'articles'), { recursive: true });
    await cp(join(content, 'articles.json'), join(folder, 'articles.json'));
    await work(folder);
    return articleProblems(folder, known).join('\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test.each(faults)('$name is caught', async ({ file = FILE, plant, problem }) => {
  const problems = await copied(async (folder) => {
    const text = await readFile(join(folder, file), 'utf8');
    expect(plant(text)).not.toBe(text);
    await writeFile(join(folder, file), plant(text));
  });
  expect(problems).toMatch(problem);
});

test('a missing language and a file of no section are caught', async () => {
  const problems = await copied(async (folder) => {
    await cp(join(folder, FILE), join(folder, 'articles/payments/lost.az.md'));
    await rm(join(folder, 'articles/payments/get-receipt.tr.md'));
  });
  expect(problems).toBe('payments/get-receipt.tr.md is missing\npayments/lost.az.md is in no section');
});
