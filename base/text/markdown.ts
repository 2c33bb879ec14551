import { bare, type Entity, inOrder, joined, type Rich, slice, trimmed } from './rich.ts';

const MARKS = [
  { mark: '**', type: 'bold' },
  { mark: '~~', type: 'strikethrough' },
  { mark: '||', type: 'spoiler' },
  { mark: '_', type: 'italic' },
] as const;
const SPECIAL = /[\\`*_~|[\]>]/;
const WORD = /[\p{L}\p{N}]/u;
const LINK = /\]\((https?:\/\/[^\s()<>]+|tg:\/\/[^\s()<>]+|mailto:[^\s()<>]+)\)/y;

/** Reads a little Markdown: `**bold**`, `_italic_`, `~~struck~~`, `||hidden||`, `` `code` ``, `[words](https://…)`, lines that begin with `> ` as
 * a quotation, and code between lines of three backticks. A backslash before a mark makes it an ordinary character; what has no end is
 * ordinary too, so that nothing anybody writes is lost. */
export function parseMarkdown(source: string): Rich {
  const blocks = blocksOf(source.split('\n'));
  const between = (block: Rich, index: number) => (index === 0 ? [block] : [bare('\n'), block]);
  const { text, entities } = trimmed(joined(blocks.flatMap(between)));
  return { text, entities: inOrder(entities) };
}

const FENCE = /^```([\w+#.-]{0,20})$/;
const QUOTED = /^> ?(?=.*\S)/;

function blocksOf(lines: readonly string[]): Rich[] {
  const blocks: Rich[] = [];
  for (let at = 0; at < lines.length; ) {
    const fence = fenced(lines, at);
    if (fence) {
      blocks.push(fence.block);
      at = fence.next;
      continue;
    }
    const quoted = QUOTED.test(lines[at] ?? '');
    let end = at + 1;
    while (end < lines.length && QUOTED.test(lines[end] ?? '') === quoted && !fenced(lines, end)) end += 1;
    const part = lines.slice(at, end);
    blocks.push(quoted ? quotation(part) : inline(part.join('\n')));
    at = end;
  }
  return blocks;
}

function fenced(lines: readonly string[], at: number): { block: Rich; next: number } | undefined {
  const opening = FENCE.exec(lines[at] ?? '');
  if (!opening) return undefined;
  const end = lines.indexOf('```', at + 1);
  const text = end < 0 ? '' : lines.slice(at + 1, end).join('\n');
  if (text.trim() === '' || text !== text.trim()) return undefined;
  const language = opening[1] ? { language: opening[1] } : {};
  return {
    block: { text, entities: [{ type: 'pre', offset: 0, length: text.length, ...language }] },
    next: end + 1,
  };
}

function quotation(lines: readonly string[]): Rich {
  const { text, entities } = trimmed(inline(lines.map((line) => line.replace(QUOTED, '')).join('\n')));
  return { text, entities: [{ type: 'blockquote', offset: 0, length: text.length }, ...entities] };
}

/** Reads the marks within lines. `open`: the marks around it, which mean nothing inside. */
function inline(source: string, open: ReadonlySet<string> = new Set()): Rich {
  const parts: Rich[] = [];
  const endless = new Set<string>();
  let plain = '';
  for (let at = 0; at < source.length; ) {
    const found = spanAt(source, at, { open, endless });
    if (found) {
      parts.push(bare(plain), found.rich);
      plain = '';
      at = found.next;
      continue;
    }
    const escaped = isEscape(source, at);
    plain += source[at + (escaped ? 1 : 0)];
    at += escaped ? 2 : 1;
  }
  return joined([...parts, bare(plain)]);
}

const isEscape = (source: string, at: number): boolean =>
  source[at] === '\\' && SPECIAL.test(source[at + 1] ?? '');

type Around = { open: ReadonlySet<string>; endless: Set<string> };
type Span = { rich: Rich; next: number };

function spanAt(source: string, at: number, around: Around): Span | undefined {
  if (source[at] === '`') return codeAt(source, at);
  if (source[at] === '[') return linkAt(source, at, around);
  const known = MARKS.find(({ mark }) => source.startsWith(mark, at) && !around.open.has(mark));
  if (!known || around.endless.has(known.mark) || !opens(source, at, known.mark)) return undefined;
  const { mark, type } = known;
  const start = at + mark.length;
  const end = closing(source, start, mark);
  if (end === undefined) {
    around.endless.add(mark);
    return undefined;
  }
  const inner = inline(source.slice(start, end), new Set([...around.open, mark]));
  return { rich: wrapped(inner, { type }), next: end + mark.length };
}

/** Puts formatting around a text; code stays code and nothing else. */
function wrapped(inner: Rich, entity: Pick<Entity, 'type' | 'url'>): Rich {
  const codes = inner.entities.filter(({ type }) => type === 'code');
  const ends = [0, ...codes.flatMap(({ offset, length }) => [offset, offset + length]), inner.text.length];
  const around: Entity[] = [];
  for (let at = 0; at < ends.length; at += 2) {
    const [from = 0, to = 0] = [ends[at], ends[at + 1]];
    const words = inner.text.slice(from, to);
    const offset = from + words.length - words.trimStart().length;
    const length = words.trim().length;
    if (length > 0) around.push({ ...entity, offset, length });
  }
  return { text: inner.text, entities: [...around, ...inner.entities] };
}

function opens(source: string, at: number, mark: string): boolean {
  const after = source[at + mark.length] ?? ' ';
  return /\S/.test(after) && (mark !== '_' || !WORD.test(letterBefore(source, at)));
}

function closing(source: string, from: number, mark: string): number | undefined {
  for (let at = from; at < source.length; at += 1) {
    if (isEscape(source, at)) at += 1;
    else if (source[at] === '`') at = (codeAt(source, at)?.next ?? at + 1) - 1;
    else if (at > from && source.startsWith(mark, at) && closes(source, at, mark)) return at;
  }
  return undefined;
}

function closes(source: string, at: number, mark: string): boolean {
  const after = String.fromCodePoint(source.codePointAt(at + mark.length) ?? 32);
  return /\S/.test(source[at - 1] ?? ' ') && (mark !== '_' || !WORD.test(after));
}

/** The letter that ends here, whole. */
function letterBefore(source: string, at: number): string {
  return [...source.slice(Math.max(0, at - 2), at)].at(-1) ?? ' ';
}

function codeAt(source: string, at: number): Span | undefined {
  const end = source.indexOf('`', at + 1);
  const text = source.slice(at + 1, end);
  if (end < 0 || text.includes('\n') || text.trim() === '' || text !== text.trim()) return undefined;
  return { rich: { text, entities: [{ type: 'code', offset: 0, length: text.length }] }, next: end + 1 };
}

function linkAt(source: string, at: number, around: Around): Span | undefined {
  if (around.open.has('[') || around.endless.has('[')) return undefined;
  const end = closing(source, at + 1, ']');
  if (end === undefined) around.endless.add('[');
  if (end === undefined) return undefined;
  LINK.lastIndex = end;
  const url = LINK.exec(source)?.[1];
  if (url === undefined) return undefined;
  const inner = inline(source.slice(at + 1, end), new Set([...around.open, '[']));
  if (inner.text.trim() !== inner.text || inner.entities.some(({ type }) => type === 'code'))
    return undefined;
  return { rich: wrapped(inner, { type: 'text_link', url }), next: LINK.lastIndex || end + url.length + 3 };
}

const ENDS: Readonly<Record<string, string>> = {
  bold: '**',
  strikethrough: '~~',
  spoiler: '||',
  italic: '_',
  code: '`',
};

/** Writes a text as the Markdown that `parseMarkdown` reads; formatting that has no mark there is left out. */
export function writeMarkdown(rich: Rich): string {
  const blocks = inOrder(rich.entities).filter(({ type }) => type === 'pre' || type === 'blockquote');
  let source = '';
  let at = 0;
  for (const block of blocks) {
    if (block.offset < at) continue;
    source += writeInline(slice(rich, at, block.offset));
    at = block.offset + block.length;
    source += writeBlock(slice(rich, block.offset, at), block);
  }
  return source + writeInline(slice(rich, at));
}

function writeBlock(rich: Rich, block: Entity): string {
  if (block.type === 'pre') return `\`\`\`${block.language ?? ''}\n${rich.text}\n\`\`\``;
  return writeInline(rich).replace(/^/gm, '> ');
}

function writeInline({ text, entities }: Rich): string {
  const marked = inOrder(entities.filter(({ type }) => type in ENDS || type === 'text_link'));
  let source = '';
  for (let at = 0; at <= text.length; at += 1) {
    for (const one of marked.toReversed())
      if (one.offset + one.length === at)
        source += one.type === 'text_link' ? `](${one.url})` : ENDS[one.type];
    for (const one of marked)
      if (one.offset === at) source += one.type === 'text_link' ? '[' : ENDS[one.type];
    const letter = text[at] ?? '';
    const raw = marked.some(
      ({ type, offset, length }) => type === 'code' && at >= offset && at < offset + length,
    );
    source += !raw && SPECIAL.test(letter) ? `\\${letter}` : letter;
  }
  return source;
}
