/** The picture of the rooms in ARCHITECTURE.md, drawn from the imports themselves. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from './steps.mjs';

const begin = '<!-- picture -->';
const end = '<!-- /picture -->';
const marked = new RegExp(`${begin}[\\s\\S]*${end}`);

/** @param {string} root @returns {Promise<string | undefined>} ARCHITECTURE.md as it should be; undefined when it has no place for the picture */
export async function pictured(root) {
  const file = join(root, 'ARCHITECTURE.md');
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  if (!marked.test(text)) return undefined;
  const { modules } = await cruise(root);
  return text.replace(marked, () => `${begin}\n${drawing(modules)}\n${end}`);
}

/** @param {string} root */
export async function drawPicture(root) {
  const text = await pictured(root);
  if (text !== undefined) writeFileSync(join(root, 'ARCHITECTURE.md'), text);
}

/** The rooms and who stands on whom; an arrow that a longer way says already is left out. @param {{source: string, dependencies: {resolved: string}[]}[]} modules */
export function drawing(modules) {
  const below = roomsBelow(modules);
  const reaches = (from, to) =>
    below.get(from)?.has(to) || [...(below.get(from) ?? [])].some((next) => reaches(next, to));
  const arrows = [...below].flatMap(([from, rooms]) =>
    [...rooms]
      .filter((to) => ![...rooms].some((between) => between !== to && reaches(between, to)))
      .map((to) => `  ${id(from)} --> ${id(to)}`),
  );
  return ['```mermaid', 'graph TD', ...groups(below.keys()), ...inOrder(arrows), '```'].join('\n');
}

/** Everybody stands on base; those arrows would hide the others. @returns {Map<string, Set<string>>} */
function roomsBelow(modules) {
  const below = new Map();
  for (const { source, dependencies } of modules) {
    const from = roomOf(source);
    if (!from) continue;
    const rooms = below.get(from) ?? new Set();
    below.set(from, rooms);
    for (const to of dependencies.map(({ resolved }) => roomOf(resolved))) {
      if (to && to !== from && !to.startsWith('base')) rooms.add(to);
    }
  }
  return below;
}

function groups(found) {
  const byFolder = new Map();
  for (const room of inOrder(found)) {
    const [folder, name] = room.split('/');
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), `${id(room)}[${name ?? folder}]`]);
  }
  return [...byFolder].flatMap(([folder, rooms]) =>
    rooms.length === 1 && rooms[0] === `${folder}[${folder}]`
      ? [`  ${rooms[0]}`]
      : [`  subgraph ${folder}`, ...rooms.map((room) => `    ${room}`), '  end'],
  );
}

/** app, contract and sandbox are one room each; the others are folders of rooms. Tests and benchmarks are not drawn. */
function roomOf(path) {
  if (/\.test\.tsx?$|config\.ts$/.test(path)) return undefined;
  const [folder, room, rest] = path.split('/');
  if (['app', 'contract', 'sandbox'].includes(folder)) return folder;
  if (['base', 'domain', 'edges', 'web'].includes(folder) && rest) return `${folder}/${room}`;
  return undefined;
}

function inOrder(texts) {
  return [...texts].sort((a, b) => (a < b ? -1 : 1));
}

function id(room) {
  return room.replaceAll(/[/-]/g, '_');
}
