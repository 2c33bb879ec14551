// Laws that no tool of the trade knows: `node app/setup/laws.mjs [ROOT]` prints what breaks them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { undocumented } from './laws-docs.mjs';

const folders = ['app', 'base', 'bench', 'contract', 'domain', 'edges', 'sandbox', 'test'];

/** @typedef {{file: string, source: ts.SourceFile, tell: (node: ts.Node, text: string) => void}} Read */

/** @param {string} root @returns {{files: number, problems: string[]}} */
export function checkLaws(root) {
  const problems = [];
  const files = folders.flatMap((folder) => sourcesIn(root, folder));
  for (const file of files) {
    const source = parse(join(root, file));
    const tell = (node, text) => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      problems.push(`${file}:${line + 1}: ${text}`);
    };
    const read = { file, source, tell };
    if (isTest(file)) awakeTests(read);
    else idleModules(read);
    if (file.startsWith('domain/') && !isTest(file)) clocklessDomain(read);
    finishedQueries(read);
  }
  return { files: files.length, problems: [...problems, ...undocumented(root, files, parse)] };
}

/** @param {string} path */
function parse(path) {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
}

function sourcesIn(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !/(^|\/)(generated|node_modules)\//.test(file))
    .sort();
}

function isTest(file) {
  return /\.test\.tsx?$/.test(file);
}

/** @param {ts.Node} node @param {(node: ts.Node) => boolean | void} visit returning false keeps out of the children */
function walk(node, visit) {
  ts.forEachChild(node, (child) => {
    if (visit(child) !== false) walk(child, visit);
  });
}

/** Time is an argument: domain/ never asks the machine for it. @param {Read} read */
function clocklessDomain({ source, tell }) {
  walk(source, (node) => {
    const text = node.getText(source);
    if (ts.isPropertyAccessExpression(node) && /^(Date\.now|performance\.now|Temporal\.Now)$/.test(text)) {
      tell(node, `${text} in domain/: take a Clock or the moment as an argument`);
    }
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'Date' && !node.arguments?.length) {
      tell(node, 'new Date() in domain/: take a Clock or the moment as an argument');
    }
    if (
      ts.isCallExpression(node) &&
      /^(setTimeout|setInterval|Date)$/.test(node.expression.getText(source))
    ) {
      tell(node, `${node.expression.getText(source)}() in domain/: schedule a job, or take a Clock`);
    }
  });
}

/** Importing a module does nothing but define. An entry (main.ts, or a block for import.meta.main) may act. @param {Read} read */
function idleModules({ file, source, tell }) {
  if (/(^|\/)main\.tsx?$/.test(file) || /config\.m?ts$/.test(file) || file.startsWith('sandbox/phone/'))
    return;
  const outside = importedFrom(
    source,
    /^(node:)?(fs|fs\/promises|net|http|https|child_process|dns|tls)$|^pg$/,
  );
  walk(source, (node) => {
    if (
      ts.isFunctionLike(node) ||
      (ts.isIfStatement(node) && node.expression.getText(source) === 'import.meta.main')
    ) {
      return false;
    }
    const text = node.getText(source);
    if (ts.isAwaitExpression(node)) tell(node, 'await while the module loads: move it into a function');
    else if (ts.isPropertyAccessExpression(node) && /^process\.(env|argv|exit|on)$/.test(text)) {
      tell(node, `${text} while the module loads: configuration is parsed once and passed`);
    } else if (
      (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
      reaches(node.expression, outside, source)
    ) {
      tell(node, `${node.expression.getText(source)}() while the module loads: move it into a function`);
    }
    return undefined;
  });
}

function reaches(expression, outside, source) {
  const [first] = expression.getText(source).split(/[.(]/);
  return outside.has(first) || first === 'fetch';
}

function importedFrom(source, modules) {
  const names = new Set();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !modules.test(statement.moduleSpecifier.text)) continue;
    const { name, namedBindings } = statement.importClause ?? {};
    if (name) names.add(name.text);
    if (namedBindings && ts.isNamespaceImport(namedBindings)) names.add(namedBindings.name.text);
    if (namedBindings && ts.isNamedImports(namedBindings)) {
      for (const element of namedBindings.elements) names.add(element.name.text);
    }
  }
  return names;
}

/** Tests wait on a condition, never on a duration. @param {Read} read */
function awakeTests({ source, tell }) {
  const sleeps = importedFrom(source, /^(node:)?timers\/promises$/);
  walk(source, (node) => {
    if (!ts.isCallExpression(node)) return;
    const name = node.expression.getText(source);
    if (name === 'setTimeout' || sleeps.has(name.split('.')[0]) || name.endsWith('.waitForTimeout')) {
      tell(node, `${name}() in a test: wait on a condition (vi.waitFor, expect.poll)`);
    }
  });
}

/** A query that is built but not executed does nothing, silently. @param {Read} read */
function finishedQueries({ source, tell }) {
  walk(source, (node) => {
    if (!ts.isExpressionStatement(node)) return;
    const expression = ts.isAwaitExpression(node.expression) ? node.expression.expression : node.expression;
    if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return;
    const begins = /\.(insertInto|updateTable|deleteFrom|mergeInto|selectFrom)\(/.test(chain(expression));
    const last = expression.expression.name.text;
    if (begins && !/^(execute|executeTakeFirst|executeTakeFirstOrThrow|stream|then|catch)$/.test(last)) {
      tell(node, `a query that ends in .${last}() is never executed`);
    }
  });
}

/** The names of a chain of calls, without their arguments. */
function chain(expression) {
  if (ts.isCallExpression(expression)) return `${chain(expression.expression)}(`;
  if (ts.isPropertyAccessExpression(expression))
    return `${chain(expression.expression)}.${expression.name.text}`;
  return '';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, problems } = checkLaws(resolve(process.argv[2] ?? '.'));
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  process.stdout.write(`${files} files read\n`);
  process.exitCode = problems.length > 0 || files === 0 ? 1 : 0;
}
