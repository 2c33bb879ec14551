import { Liquid, LiquidError, type Template } from 'liquidjs';
import { DomainError } from '../../base/kernel/index.ts';
import { clean, FIELDS, type Field, isBlank, NAMES, type Values } from './variables.ts';

/** The most that one message may hold, in characters. */
export const LONGEST = 3900;

const TAGS = ['if', 'unless', 'case'];
const FILTERS = ['default', 'upcase', 'downcase', 'capitalize', 'strip'];
/** A text without loops ends by itself; the limit is by the clock on the wall, which goes on while a busy machine lets this process wait. */
const RENDER_MS = 10_000;
const MEMORY = 100_000;

/** A value that shows nothing where the text puts one. */
class Hole extends Error {}

function shown(value: unknown): string {
  const text = clean(typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  if (isBlank(text)) throw new Hole('a value is blank');
  return text;
}

/** The engine: no files, no prototypes, no loops, no assignments, few filters, and no value that is blank or brings braces. */
function makeEngine(): Liquid {
  const engine = new Liquid({
    ...{ templates: {}, strictVariables: true, strictFilters: true, ownPropertyOnly: true, lenientIf: true },
    ...{ parseLimit: LONGEST, renderLimit: RENDER_MS, memoryLimit: MEMORY, outputEscape: shown },
  });
  keepOnly(engine.tags, TAGS);
  keepOnly(engine.filters, FILTERS);
  return engine;
}

/** Leaves nothing but these in a table, not even what every object inherits. */
function keepOnly(table: Record<string, unknown>, names: readonly string[]): void {
  Object.setPrototypeOf(table, null);
  for (const name of Object.keys(table)) if (!names.includes(name)) delete table[name];
}

let made: Liquid | undefined;
const engine = (): Liquid => {
  made ??= makeEngine();
  return made;
};

/** A text with its values in place. `missing`: the names that it needs and that have no value here; each stands in the text as `[name]`. */
export type Rendered = { text: string; missing: string[] };

/** Puts values into a text (T1). A text with something missing is for looking at, never for sending. Refuses (`invalid`) one that cannot
 * be read, that leaves a hole, takes too long or is longer than a message may be. */
export function renderText(source: string, values: Values): Rendered {
  const template = parse(source);
  const known = Object.entries(values).flatMap(([name, value]) =>
    NAMES.includes(name) && value !== undefined && !isBlank(clean(value)) ? [[name, value] as const] : [],
  );
  const scope: Record<string, string> = Object.assign(Object.create(null), Object.fromEntries(known));
  const missing: string[] = [];
  // Each round finds one more name without a value, so there are no more rounds than names.
  for (let round = 0; round <= NAMES.length; round += 1) {
    const result = attempt(template, scope);
    if (typeof result === 'string') return { text: whole(result), missing };
    missing.push(result.missing);
    scope[result.missing] = `[${result.missing}]`;
  }
  throw new DomainError('invalid', 'template_broken', { problem: 'variables' });
}

function attempt(template: Template[], scope: Record<string, string>): string | { missing: string } {
  try {
    return String(engine().renderSync(template, scope));
  } catch (error) {
    const name = (origin(error) as { variableName?: unknown } | null)?.variableName;
    if (typeof name === 'string' && NAMES.includes(name) && !(name in scope)) return { missing: name };
    throw refusal(error);
  }
}

function whole(text: string): string {
  const trimmed = text
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (isBlank(trimmed)) throw new DomainError('invalid', 'template_empty');
  if (trimmed.length > LONGEST) throw new DomainError('invalid', 'template_too_long', { most: LONGEST });
  return trimmed;
}

function parse(source: string): Template[] {
  if (source.length > LONGEST) throw new DomainError('invalid', 'template_too_long', { most: LONGEST });
  try {
    return engine().parse(source);
  } catch (error) {
    throw refusal(error);
  }
}

/** What the engine wrapped in its own error, which tells the place. */
function origin(error: unknown): unknown {
  const inner = LiquidError.is(error) ? (error as { originalError?: unknown }).originalError : undefined;
  return inner === undefined ? error : origin(inner);
}

function refusal(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (origin(error) instanceof Hole) return new DomainError('invalid', 'template_hole');
  const problem = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
  return new DomainError('invalid', 'template_broken', { problem: problem.slice(0, 200) });
}

/** Which names a text uses, and which of them the agent fills in. Refuses (`invalid`) a text that cannot be sent whatever its values: unknown
 * names, filters and tags, braces between the words, holes. To be called before a text is kept. */
export function checkText(source: string): { names: string[]; fields: Field[] } {
  const template = parse(source);
  if (/[{}]/.test(source.replace(/\{\{[^{}]*\}\}|\{%[^{}]*%\}/g, ''))) {
    throw new DomainError('invalid', 'template_braces');
  }
  const used = variablesOf(template);
  for (const segments of used) {
    const name = segments.map(String).join('.');
    if (!NAMES.includes(name)) {
      throw new DomainError('invalid', 'variable_unknown', { name, names: NAMES.join(', ') });
    }
  }
  // With everything there and with nothing there: what is left blank then, is blank for some customer.
  renderText(source, Object.fromEntries(NAMES.map((name) => [name, name])));
  renderText(source, {});
  return namesOf(used);
}

const variablesOf = (template: Template[]) => engine().variableSegmentsSync(template);

function namesOf(used: ReturnType<typeof variablesOf>): { names: string[]; fields: Field[] } {
  const names = [...new Set(used.map((segments) => String(segments[0])))];
  return { names, fields: FIELDS.filter((field) => names.includes(field)) };
}

/** The names that the agent fills in, of a text that was checked before. */
export function fieldsIn(source: string): Field[] {
  return namesOf(variablesOf(parse(source))).fields;
}
