/** The law of docstrings: what goes through a room's door says what it is. */
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const door =
  /^(base\/db\/server\.ts|(base|domain|edges)\/[^/]+\/index\.ts|base\/[^/]+\.ts|(contract|sandbox)\/index\.ts)$/;

/**
 * Follows every door's exports to where they are declared.
 * @param {string} root
 * @param {string[]} files
 * @param {(path: string) => ts.SourceFile} parse
 * @returns {string[]} a line for each declaration without a docstring
 */
export function undocumented(root, files, parse) {
  const sources = new Map();
  const read = (path) => {
    if (!sources.has(path)) sources.set(path, existsSync(path) ? parse(path) : undefined);
    return sources.get(path);
  };
  const problems = new Set();
  for (const file of files.filter((name) => door.test(name) && !name.endsWith('.test.ts'))) {
    for (const { path, name, documented, line } of exportsOf(join(root, file), read)) {
      if (!documented)
        problems.add(`${relative(root, path)}:${line}: ${name} goes through ${file} without a docstring`);
    }
  }
  return [...problems];
}

/** Every name that a module exports, with the place of its declaration. */
function exportsOf(path, read) {
  const source = read(path);
  if (!source) return [];
  return source.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) return forwarded(statement, path, read);
    return isExported(statement) ? declared(statement, path, source) : [];
  });
}

function forwarded({ moduleSpecifier, exportClause }, path, read) {
  if (moduleSpecifier && !moduleSpecifier.text.startsWith('.')) return [];
  const target = moduleSpecifier ? join(dirname(path), moduleSpecifier.text) : path;
  const all = moduleSpecifier ? exportsOf(target, read) : declarations(target, read);
  if (!exportClause) return all;
  if (!ts.isNamedExports(exportClause)) return [];
  const wanted = new Set(exportClause.elements.map((element) => (element.propertyName ?? element.name).text));
  return all.filter(({ name }) => wanted.has(name));
}

function declarations(path, read) {
  const source = read(path);
  return source ? source.statements.flatMap((statement) => declared(statement, path, source)) : [];
}

/** A value and a type of one name (a zod shape and what it infers) share one docstring. */
function declared(statement, path, source) {
  const names = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.map(({ name }) => name.getText(source))
    : statement.name
      ? [statement.name.text]
      : [];
  return names.map((name) => ({
    path,
    name,
    documented: source.statements.some((other) => bears(other, name, source) && hasDocstring(other)),
    line: source.getLineAndCharacterOfPosition(statement.getStart(source)).line + 1,
  }));
}

function bears(statement, name, source) {
  if (!ts.isVariableStatement(statement)) return statement.name?.text === name;
  return statement.declarationList.declarations.some(
    (declaration) => declaration.name.getText(source) === name,
  );
}

function hasDocstring(statement) {
  return ts.getJSDocCommentsAndTags(statement).some((doc) => ts.isJSDoc(doc) && /\w/.test(doc.getText()));
}

function isExported(statement) {
  return (
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
  );
}
