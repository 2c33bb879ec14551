import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Entry, parse, Visitor } from '@fluent/syntax';

const languages = ['az', 'en', 'ru', 'tr'];
const codeFolders = ['app', 'domain', 'edges', 'web'];

type Text = { readonly variables: readonly string[]; readonly mentions: readonly string[] };
type Locale = { readonly texts: Map<string, Text>; readonly families: string[]; readonly problems: string[] };

/**
 * What is wrong with the words that people read, a line each: a key that one language lacks or has twice, a key that no code uses,
 * a key used that does not exist, and values that differ between languages. Keys that code puts together are declared in the Fluent
 * file by a comment such as `# keys: error-*`.
 */
export function localeProblems(root: string): string[] {
  const locales = new Map(languages.map((language) => [language, readLocale(root, language)]));
  const keys = new Set([...locales.values()].flatMap(({ texts }) => [...texts.keys()]));
  const families = [...locales.values()].flatMap((locale) => locale.families);
  const mentions = [...locales.values()].flatMap(({ texts }) =>
    [...texts.values()].flatMap((text) => text.mentions),
  );
  const code = readCode(root);
  const problems = [...locales.values()].flatMap((locale) => locale.problems);
  for (const key of keys) problems.push(...differences(key, locales));
  const used = (key: string) =>
    families.some((family) => key.startsWith(family)) || mentions.includes(key) || quoted(code, key);
  problems.push(...[...keys].filter((key) => !used(key)).map((key) => `${key} is used nowhere`));
  for (const [, key = ''] of code.matchAll(
    /\b(?:t|text|translate)\(\s*(?:[\w.]+,\s*)?'([a-z][a-z0-9]*(?:-[a-z0-9]+)+)'/g,
  )) {
    if (!keys.has(key)) problems.push(`${key} is used and exists in no language`);
  }
  return [...new Set(problems)];
}

function differences(key: string, locales: Map<string, Locale>): string[] {
  const variables = (locale: Locale | undefined) => locale?.texts.get(key)?.variables.join(' ');
  const expected = variables(locales.get('en'));
  return [...locales].flatMap(([language, locale]) => {
    const found = variables(locale);
    if (found === undefined) return [`${key} is missing in ${language}`];
    if (expected === undefined || found === expected) return [];
    return [
      `${key} takes other values in ${language} (${found || 'none'}) than in en (${expected || 'none'})`,
    ];
  });
}

function readLocale(root: string, language: string): Locale {
  const folder = join(root, 'content', 'locales', language);
  const locale: Locale = { texts: new Map(), families: [], problems: [] };
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const { body } = parse(readFileSync(join(folder, name), 'utf8'), { withSpans: false });
    for (const entry of body) readEntry(locale, entry, `${language}/${name}`);
  }
  return locale;
}

function readEntry(locale: Locale, entry: Entry, file: string): void {
  if (entry.type === 'Junk')
    locale.problems.push(`${file} has something that is not Fluent: ${entry.content.slice(0, 60)}`);
  const comment = commentOf(entry);
  for (const [, family = ''] of (comment ?? '').matchAll(/keys: ([a-z0-9-]+)\*/g))
    locale.families.push(family);
  if (entry.type !== 'Message') return;
  const key = entry.id.name;
  if (locale.texts.has(key)) locale.problems.push(`${key} stands twice in ${file.split('/')[0]}`);
  locale.texts.set(key, references(entry));
}

/** The comment over a text, or one that stands alone. */
function commentOf(entry: Entry): string | null | undefined {
  switch (entry.type) {
    case 'Message':
    case 'Term':
      return entry.comment?.content;
    default:
      return entry.content;
  }
}

function references(entry: Entry): Text {
  const variables = new Set<string>();
  const mentions = new Set<string>();
  class References extends Visitor {
    override visitVariableReference(node: { id: { name: string } }): void {
      variables.add(`$${node.id.name}`);
    }
    override visitMessageReference(node: { id: { name: string } }): void {
      mentions.add(node.id.name);
    }
  }
  new References().visit(entry);
  return { variables: [...variables].sort(), mentions: [...mentions] };
}

function quoted(code: string, key: string): boolean {
  return ["'", '"', '`'].some((quote) => code.includes(`${quote}${key}${quote}`));
}

function readCode(root: string): string {
  const texts = codeFolders.flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .map((name) => readFileSync(join(root, folder, name), 'utf8'));
  });
  return texts.join('\n');
}
