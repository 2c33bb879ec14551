/** Reads the Bot API's methods and types out of the declaration files of `@gramio/types`. */
import ts from 'typescript';
import { floatFields, handFields } from './hand-table.ts';
import type { Description, Field, Fields, ObjectType } from './types.ts';

type Aliases = Map<string, ts.TypeNode>;
type Value = { names: string[]; literals: (string | number)[] };

const strip = (name: string) => name.replace(/^Telegram(?=[A-Z])/, '');

const typeName = (node: ts.TypeReferenceNode): string =>
  ts.isQualifiedName(node.typeName) ? node.typeName.right.text : node.typeName.text;

/** An alias is inlined when it only names strings or numbers; unions of objects keep their name. */
const isLiteralUnion = (node: ts.TypeNode): boolean =>
  ts.isUnionTypeNode(node)
    ? node.types.every(isLiteralUnion)
    : ts.isLiteralTypeNode(node) && (ts.isStringLiteral(node.literal) || ts.isNumericLiteral(node.literal));

const merge = (values: Value[]): Value => ({
  names: [...new Set(values.flatMap((value) => value.names))],
  literals: values.flatMap((value) => value.literals),
});

const basic = (name: string): Value => ({ names: [name], literals: [] });

const readReference = (node: ts.TypeReferenceNode, aliases: Aliases): Value => {
  const name = typeName(node);
  // Types computed by the package (Exclude<keyof Update, …>, currencies) are plain strings on the wire.
  if (name === 'Exclude' || name === 'Extract' || name === 'TelegramCurrencies') return basic('String');
  const alias = aliases.get(name);
  if (alias !== undefined && isLiteralUnion(alias)) return readType(alias, aliases);
  return basic(strip(name));
};

const readLiteral = (node: ts.LiteralTypeNode): Value => {
  if (ts.isStringLiteral(node.literal)) return { names: ['String'], literals: [node.literal.text] };
  if (node.literal.kind === ts.SyntaxKind.TrueKeyword) return basic('True');
  if (ts.isNumericLiteral(node.literal)) return { names: ['Integer'], literals: [Number(node.literal.text)] };
  return basic('Boolean');
};

const readType = (node: ts.TypeNode, aliases: Aliases): Value => {
  if (ts.isParenthesizedTypeNode(node)) return readType(node.type, aliases);
  // `{ toString(): string }` and `{ toJSON(): … }` are builders of the other alternatives.
  if (ts.isUnionTypeNode(node)) {
    return merge(
      node.types.filter((part) => !ts.isTypeLiteralNode(part)).map((part) => readType(part, aliases)),
    );
  }
  if (ts.isArrayTypeNode(node)) {
    const value = readType(node.elementType, aliases);
    return { names: value.names.map((name) => `${name}[]`), literals: [] };
  }
  if (ts.isTypeReferenceNode(node)) return readReference(node, aliases);
  if (ts.isLiteralTypeNode(node)) return readLiteral(node);
  if (node.kind === ts.SyntaxKind.StringKeyword) return basic('String');
  if (node.kind === ts.SyntaxKind.NumberKeyword) return basic('Integer');
  if (node.kind === ts.SyntaxKind.BooleanKeyword) return basic('Boolean');
  throw new Error(`a kind of type that this reader does not know: ${node.getText()}`);
};

const docOf = (node: ts.Node): string => {
  const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return docs.map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '').join('\n');
};

const LENGTH = /(\d+)-(\d+)\s+(characters|bytes)/;
const ITEMS = /(?:include|list of|array of)\s+(\d+)-(\d+)\s/i;
const AT_MOST = /At most (\d+) \w+ can be specified/;

const readLimits = (doc: string, type: string): Partial<Field> => {
  if (type.includes('[]')) {
    const items = ITEMS.exec(doc);
    if (items) return { min: Number(items[1]), max: Number(items[2]), unit: 'items' };
    const atMost = AT_MOST.exec(doc);
    return atMost ? { min: 0, max: Number(atMost[1]), unit: 'items' } : {};
  }
  const length = type === 'String' ? LENGTH.exec(doc) : null;
  if (!length) return {};
  return {
    min: Number(length[1]),
    max: Number(length[2]),
    unit: length[3] === 'bytes' ? 'bytes' : 'characters',
  };
};

const readField = (node: ts.PropertySignature, where: string, aliases: Aliases): [string, Field] => {
  const name = node.name.getText().replaceAll(/["']/g, '');
  if (node.type === undefined) throw new Error(`${where}.${name} has no type`);
  const value = readType(node.type, aliases);
  const isFloat = floatFields.has(name) || floatFields.has(`${where}.${name}`);
  const type = value.names.map((part) => (isFloat && part === 'Integer' ? 'Float' : part)).join('|');
  const isPlain = type === 'String' || type === 'Integer';
  const literals = isPlain && value.literals.length > 0 ? { enum: [...value.literals] } : {};
  const field: Field = {
    type,
    ...(node.questionToken ? {} : { required: true as const }),
    ...literals,
    ...readLimits(docOf(node), type),
    ...handFields[`${where}.${name}`],
  };
  return [name, field];
};

const readFields = (node: ts.InterfaceDeclaration, where: string, aliases: Aliases): Fields =>
  Object.fromEntries(node.members.filter(ts.isPropertySignature).map((m) => readField(m, where, aliases)));

const discriminatorOf = (union: string[], types: Description['types']): string | undefined => {
  const members = union
    .map((name) => types[name])
    .filter((t): t is ObjectType => t !== undefined && 'fields' in t);
  const names = members.length === union.length ? Object.keys(members[0]?.fields ?? {}) : [];
  return names.find((name) => members.every((member) => member.fields[name]?.enum?.length === 1));
};

const readObjects = (file: ts.SourceFile, aliases: Aliases): Description['types'] => {
  const types: Description['types'] = {};
  for (const statement of file.statements) {
    if (!ts.isInterfaceDeclaration(statement) || !/^Telegram(?!API)/.test(statement.name.text)) continue;
    const name = strip(statement.name.text);
    types[name] = { fields: readFields(statement, name, aliases) };
  }
  for (const [alias, node] of aliases) {
    const name = strip(alias);
    const isObject = ts.isUnionTypeNode(node) && !isLiteralUnion(node);
    if (!isObject || types[name] !== undefined || alias === 'TelegramAPIResponse') continue;
    const union = readType(node, aliases).names;
    const by = discriminatorOf(union, types);
    types[name] = by === undefined ? { union } : { union, by };
  }
  return types;
};

const readReturn = (node: ts.TypeNode, aliases: Aliases): string =>
  ts.isTypeReferenceNode(node) && typeName(node) === 'APIMethodReturn'
    ? 'True'
    : readType(node, aliases).names.join('|');

const readMethods = (files: { methods: ts.SourceFile; params: ts.SourceFile }, aliases: Aliases) => {
  const params = new Map(
    files.params.statements.filter(ts.isInterfaceDeclaration).map((node) => [node.name.text, node]),
  );
  const methods: Description['methods'] = {};
  const map = files.methods.statements
    .filter(ts.isInterfaceDeclaration)
    .find((n) => n.name.text === 'APIMethods');
  for (const member of map?.members.filter(ts.isPropertySignature) ?? []) {
    const call = member.type;
    if (call === undefined || !ts.isTypeReferenceNode(call)) continue;
    const name = member.name.getText();
    const args = call.typeArguments ?? [];
    const result = args.at(-1);
    const first = args.length > 1 ? args[0] : undefined;
    const declared = first && ts.isTypeReferenceNode(first) ? params.get(typeName(first)) : undefined;
    if (result === undefined || (args.length > 1 && declared === undefined))
      throw new Error(`cannot read ${name}`);
    methods[name] = {
      returns: readReturn(result, aliases),
      fields: declared ? readFields(declared, name, aliases) : {},
    };
  }
  return methods;
};

const sortKeys = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Builds the description from the texts of the package's declaration files; fails on a kind of type it does not know. */
export const readDescription = (texts: { methods: string; params: string; objects: string }): Description => {
  const parse = (name: string, text: string) => ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const objects = parse('objects.d.ts', texts.objects);
  const params = parse('params.d.ts', texts.params);
  const declared = [...objects.statements, ...params.statements].filter(ts.isTypeAliasDeclaration);
  const aliases: Aliases = new Map(declared.map((node) => [node.name.text, node.type]));
  const stamp = /Based on Bot API v([\d.]+) \((\d+)\.(\d+)\.(\d+)\)/.exec(texts.methods);
  if (!stamp) throw new Error('the package does not say which version of the Bot API it describes');
  const files = { methods: parse('methods.d.ts', texts.methods), params };
  return {
    version: stamp[1] ?? '',
    date: `${stamp[4]}-${stamp[3]}-${stamp[2]}`,
    methods: sortKeys(readMethods(files, aliases)),
    types: sortKeys(readObjects(objects, aliases)),
  };
};
