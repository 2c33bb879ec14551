import { Fragment, type ReactNode, useState } from 'react';
import type { Entity } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import classes from './message.module.css';

const ADDRESS = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/u;
const SAFE = /^(?:https?|tg|mailto):/iu;

/** Words as they were written; addresses in them can be followed. */
const linked = (words: string): ReactNode =>
  words.split(ADDRESS).map((piece, index) =>
    index % 2 === 1 ? (
      <a key={`${String(index)}-${piece}`} href={piece} target="_blank" rel="noreferrer noopener nofollow">
        {piece}
      </a>
    ) : (
      piece
    ),
  );

function Spoiler({ children }: { children: ReactNode }) {
  const text = useText();
  const [shown, setShown] = useState(false);
  if (shown) return children;
  return (
    <button
      type="button"
      className={classes.spoiler}
      title={text('console-spoiler')}
      onClick={() => {
        setShown(true);
      }}
    >
      {children}
    </button>
  );
}

function Shown({ entity, children }: { entity: Entity; children: ReactNode }) {
  switch (entity.type) {
    case 'bold':
      return <strong>{children}</strong>;
    case 'italic':
      return <em>{children}</em>;
    case 'underline':
      return <u>{children}</u>;
    case 'strikethrough':
      return <s>{children}</s>;
    case 'code':
      return <code>{children}</code>;
    case 'pre':
      return <code className={classes.pre}>{children}</code>;
    case 'blockquote':
    case 'expandable_blockquote':
      return <span className={classes.blockquote}>{children}</span>;
    case 'spoiler':
      return <Spoiler>{children}</Spoiler>;
    case 'text_link':
      return SAFE.test(entity.url ?? '') ? (
        <a href={entity.url} target="_blank" rel="noreferrer noopener nofollow" title={entity.url}>
          {children}
        </a>
      ) : (
        children
      );
    default:
      return children;
  }
}

const SHOWN = new Set([
  ...['bold', 'italic', 'underline', 'strikethrough', 'code', 'pre'],
  ...['blockquote', 'expandable_blockquote', 'spoiler', 'text_link'],
]);

const BLOCKS = new Set(['pre', 'blockquote', 'expandable_blockquote']);

/** A stretch of the words, with what is shown in special ways inside it. */
function piecesOf(
  words: string,
  entities: readonly Entity[],
  [from, to]: readonly [number, number],
): ReactNode {
  const pieces: ReactNode[] = [];
  const isCode = (type: string): boolean => type === 'code' || type === 'pre' || type === 'text_link';
  let at = from;
  for (const [index, entity] of entities.entries()) {
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (start >= end) continue;
    const inner = entities.slice(index + 1).filter(({ offset }) => offset < end);
    const isBlock = BLOCKS.has(entity.type);
    // A block begins and ends a line by itself.
    const before = words.slice(at, start).replace(isBlock ? /\n$/u : /^$/u, '');
    pieces.push(
      <Fragment key={`before-${String(start)}`}>{linked(before)}</Fragment>,
      <Shown key={`${entity.type}-${String(start)}`} entity={entity}>
        {isCode(entity.type) && inner.length === 0
          ? words.slice(start, end)
          : piecesOf(words, inner, [start, end])}
      </Shown>,
    );
    at = isBlock && words[end] === '\n' ? end + 1 : end;
  }
  pieces.push(<Fragment key="rest">{linked(words.slice(at, to))}</Fragment>);
  return pieces;
}

/** Words as they were said, with their formatting. */
export function Words({ words, entities = [] }: { words: string; entities?: readonly Entity[] }) {
  const shown = entities
    .filter(({ type }) => SHOWN.has(type))
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  return (
    <div className={classes.words} dir="auto">
      {piecesOf(words, shown, [0, words.length])}
    </div>
  );
}
