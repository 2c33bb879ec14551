import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { localeProblems } from '../support/locales.ts';

const root = resolve(import.meta.dirname, '../..');

const good = (language: string) => `# keys: made-*
made-up = ${language}
hello = Hi { $name }
  .title = { $count ->
      [one] one
     *[other] { $count }
  }
inner = deep
outer = { inner } in ${language}
`;

async function problems(changed: Record<string, string>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'nightdesk-locales-'));
  const files: Record<string, string> = {
    'domain/desk/says.ts': `export const said = [t('hello-there'), "hello", \`outer\`];\n`,
    ...Object.fromEntries(
      ['az', 'en', 'ru', 'tr'].map((language) => [`content/locales/${language}/desk.ftl`, good(language)]),
    ),
    ...changed,
  };
  try {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    return localeProblems(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('every text of this desk is used and stands in every language with the same values', () => {
  expect(localeProblems(root)).toEqual([]);
});

test('a planted fault of each kind is caught', async () => {
  expect(await problems({ 'domain/desk/says.ts': `export const said = [t('hello'), 'outer'];\n` })).toEqual(
    [],
  );
  expect(await problems({})).toEqual(['hello-there is used and exists in no language']);
  const says = { 'domain/desk/says.ts': `export const said = [text('hello'), 'outer'];\n` };
  const tr = 'content/locales/tr/desk.ftl';
  expect(await problems({ ...says, [tr]: good('tr').replace('inner = deep\n', '') })).toEqual([
    'inner is missing in tr',
  ]);
  expect(await problems({ ...says, [tr]: good('tr').replace('$name', '$nam') })).toEqual([
    'hello takes other values in tr ($count $nam) than in en ($count $name)',
  ]);
  expect(await problems({ ...says, [tr]: `${good('tr')}made-up = again\n` })).toEqual([
    'made-up stands twice in tr',
  ]);
  expect(await problems({ ...says, [tr]: `${good('tr')}broken { = 1\n` })).toEqual([
    expect.stringContaining('tr/desk.ftl has something that is not Fluent'),
  ]);
  expect(await problems({ 'web/page.tsx': `text('hello')`, 'domain/desk/says.ts': '' })).toEqual([
    'outer is used nowhere',
  ]);
  const untold = Object.fromEntries(
    ['az', 'en', 'ru', 'tr'].map((language) => [
      `content/locales/${language}/desk.ftl`,
      good(language).replace('# keys: made-*', ''),
    ]),
  );
  expect(await problems({ ...says, ...untold })).toEqual(['made-up is used nowhere']);
});
