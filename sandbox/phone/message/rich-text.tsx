import { type ReactNode, useState } from 'react';
import { useTalk } from '../chat/context.ts';
import type { Entity } from '../data/model.ts';
import { usePhone } from '../device/context.ts';
import { useWords } from '../settings.tsx';

function Spoiler({ children }: { children: ReactNode }) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  if (open) return <span className="spoiler open">{children}</span>;
  return (
    <button type="button" className="spoiler" onClick={() => setOpen(true)} aria-label={say('showSpoiler')}>
      <span aria-hidden>{children}</span>
    </button>
  );
}

function Quote({ children, folds }: { children: ReactNode; folds: boolean }) {
  const [open, setOpen] = useState(!folds);
  return (
    <blockquote
      className={open ? 'quote' : 'quote folded'}
      dir="auto"
      onClick={() => folds && setOpen(!open)}
    >
      {children}
    </blockquote>
  );
}

const address = (entity: Entity, words: string): string => {
  if (entity.url !== undefined) return entity.url;
  if (entity.type === 'email') return `mailto:${words}`;
  if (entity.type === 'phone_number') return `tel:${words.replaceAll(/[^+\d]/g, '')}`;
  if (entity.type === 'mention') return `https://t.me/${words.slice(1)}`;
  return /^[a-z][a-z+.-]*:/i.test(words) ? words : `https://${words}`;
};

function Link({ href, children }: { href: string; children: ReactNode }) {
  const { follow } = useTalk();
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      onClick={(event) => {
        event.preventDefault();
        follow(href);
      }}
    >
      {children}
    </a>
  );
}

function Command({ words }: { words: string }) {
  const { say } = useTalk();
  return (
    <button type="button" className="command" onClick={() => say(words)}>
      {words}
    </button>
  );
}

function Code({ words }: { words: string }) {
  const say = useWords();
  const { toast } = usePhone();
  const copy = () => {
    void navigator.clipboard.writeText(words);
    toast(say('copied'));
  };
  return (
    <button type="button" className="code" onClick={copy} title={say('copy')}>
      <code>{words}</code>
    </button>
  );
}

interface Stretch {
  entity: Entity;
  words: string;
  children: ReactNode;
}

const linkLike = new Set(['url', 'text_link', 'email', 'phone_number', 'mention']);

const wrap = ({ entity, words, children }: Stretch): ReactNode => {
  if (linkLike.has(entity.type)) return <Link href={address(entity, words)}>{children}</Link>;
  switch (entity.type) {
    case 'bold':
      return <strong>{children}</strong>;
    case 'italic':
      return <em>{children}</em>;
    case 'underline':
      return <u>{children}</u>;
    case 'strikethrough':
      return <s>{children}</s>;
    case 'spoiler':
      return <Spoiler>{children}</Spoiler>;
    case 'code':
      return <Code words={words} />;
    case 'pre':
      return (
        <pre className="pre" dir="ltr" data-language={entity.language}>
          <code>{words}</code>
        </pre>
      );
    case 'blockquote':
    case 'expandable_blockquote':
      return <Quote folds={entity.type !== 'blockquote'}>{children}</Quote>;
    case 'bot_command':
      return <Command words={words} />;
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
      return <span className="tag">{children}</span>;
    default:
      return children;
  }
};

interface Span {
  text: string;
  from: number;
  to: number;
}

/** Draws a span whose entities nest: each outer one wraps what lies inside of it. */
const draw = ({ text, from, to }: Span, entities: readonly Entity[]): ReactNode[] => {
  const out: ReactNode[] = [];
  let at = from;
  let rest = entities;
  while (rest.length > 0) {
    const [entity, ...others] = rest as [Entity, ...Entity[]];
    const start = Math.max(at, entity.offset);
    const end = Math.min(to, entity.offset + entity.length);
    const inside = others.filter((other) => other.offset < end);
    rest = others.filter((other) => other.offset >= end);
    if (start >= end) continue;
    if (start > at) out.push(text.slice(at, start));
    const children = draw({ text, from: start, to: end }, inside);
    const words = text.slice(start, end);
    out.push(<span key={`${start}-${entity.type}`}>{wrap({ entity, words, children })}</span>);
    at = end;
  }
  if (at < to) out.push(text.slice(at, to));
  return out;
};

/** Text with its formatting. Entities count UTF-16 units, as strings here do. */
export function RichText({ text, entities }: { text: string; entities: readonly Entity[] | undefined }) {
  const inOrder = (entities ?? []).toSorted(
    (one, other) => one.offset - other.offset || other.length - one.length,
  );
  return <>{draw({ text, from: 0, to: text.length }, inOrder)}</>;
}
