import { IconAlertCircle, IconArrowDown, IconClock, IconPaperclip } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { OwnMessage } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { useMe } from '../data/me.tsx';
import { useNow } from '../data/now.ts';
import { type Outgoing, useOutgoing } from '../data/outgoing.ts';
import { conversationQuery } from '../data/queries.ts';
import { PlainButton } from '../kit/notice.tsx';
import { Skeleton } from '../kit/skeleton.tsx';
import { reasonWords } from '../words.ts';
import classes from './conversation.module.css';
import { Pictures } from './pictures.tsx';
import { SentFile } from './sent-file.tsx';

/** What was said, with the days between, and what is on its way. */
export function Conversation({ id }: { id: number }) {
  const text = useText();
  const query = useInfiniteQuery(conversationQuery(id));
  const { entries, retry, drop } = useOutgoing(id);
  const messages = [...(query.data?.pages ?? [])].reverse().flatMap((page) => page.messages);
  const { fresh, toEnd } = useEndInSight({
    first: messages[0]?.id ?? 0,
    last: messages.at(-1)?.id ?? 0,
    count: entries.length,
    ready: query.isSuccess,
  });
  if (query.isPending) return <Skeleton shape="bubbles" />;
  return (
    <div className={classes.talk}>
      {!query.data && <p className={classes.note}>{reasonWords(text, query.error)}</p>}
      {query.hasNextPage && (
        <div className={classes.earlier}>
          <PlainButton
            label={text('cabinet-earlier')}
            busy={query.isFetchingNextPage}
            onPress={() => void query.fetchNextPage()}
          />
        </div>
      )}
      <Pictures files={messages.flatMap(({ files }) => files)}>
        <div role="log" aria-label={text('cabinet-conversation')} className={classes.log}>
          {messages.map((message, index) => (
            <Fragment key={message.id}>
              <Day at={message.created_at} before={messages[index - 1]?.created_at} />
              <Message message={message} />
            </Fragment>
          ))}
          {entries.map((entry) => (
            <Waiting
              key={entry.key}
              entry={entry}
              onRetry={() => void retry(entry)}
              onDrop={() => {
                drop(entry.key);
              }}
            />
          ))}
        </div>
      </Pictures>
      {fresh && (
        <button type="button" className={classes.fresh} onClick={toEnd}>
          <IconArrowDown aria-hidden size="1.25rem" />
          {text('cabinet-fresh')}
        </button>
      )}
    </div>
  );
}

const NEAR_PX = 160;
const toBottom = (): void => {
  window.scrollTo(0, document.documentElement.scrollHeight);
};

interface Shown {
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly ready: boolean;
}

/** Keeps the newest words in sight for whoever is reading there; whoever reads further up is told that there are new ones, and what they
 * read stays where it is when earlier words come in above it. */
function useEndInSight({ first, last, count, ready }: Shown) {
  const [fresh, setFresh] = useState(false);
  const near = useRef(true);
  const seen = useRef({ first: 0, last: 0, height: 0 });
  useEffect(() => {
    const look = (): void => {
      const left = document.documentElement.scrollHeight - window.scrollY - window.innerHeight;
      near.current = left < NEAR_PX;
      if (near.current) setFresh(false);
    };
    window.addEventListener('scroll', look, { passive: true });
    // Pictures come, and what stands below grows: the end stays in sight.
    const watcher = new ResizeObserver(() => {
      if (near.current) toBottom();
    });
    watcher.observe(document.body);
    return () => {
      window.removeEventListener('scroll', look);
      watcher.disconnect();
    };
  }, []);
  useLayoutEffect(() => {
    if (!ready) return;
    const before = seen.current;
    const height = document.documentElement.scrollHeight;
    seen.current = { first, last, height };
    const earlier = first < before.first;
    if (earlier) window.scrollBy(0, height - before.height);
    else if (near.current || count > 0) toBottom();
    else if (last > before.last && before.last > 0) setFresh(true);
  }, [first, last, count, ready]);
  return { fresh, toEnd: toBottom };
}

function Day({ at, before }: { at: string; before: string | undefined }) {
  const text = useText();
  const { format } = useMe();
  const now = useNow();
  const key = format.dayKey(at);
  if (before !== undefined && key === format.dayKey(before)) return null;
  const words =
    key === format.dayKey(now)
      ? text('cabinet-today')
      : key === format.dayKey(now - 86_400_000)
        ? text('cabinet-yesterday')
        : format.day(at, now);
  return (
    <div className={classes.day}>
      <time dateTime={at}>{words}</time>
    </div>
  );
}

const ADDRESS = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/u;

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

function Message({ message }: { message: OwnMessage }) {
  const text = useText();
  const { format } = useMe();
  const own = message.author_kind === 'customer';
  const author = own
    ? text('cabinet-author-you')
    : (message.author_name ??
      text(message.author_kind === 'bot' ? 'cabinet-author-bot' : 'cabinet-author-staff'));
  return (
    <article className={own ? classes.own : classes.theirs}>
      <header className={own ? classes.spoken : classes.author}>{author}</header>
      {message.taken_back && <p className={classes.gone}>{text('cabinet-taken-back')}</p>}
      {message.text !== '' && (
        <div className={classes.words} dir="auto">
          {linked(message.text)}
        </div>
      )}
      {message.files.map((file) => (
        <SentFile key={file.id} file={file} />
      ))}
      <footer className={classes.stamp}>
        {message.edited_at !== null && !message.taken_back && <span>{text('cabinet-edited')}</span>}
        <time dateTime={message.created_at} title={format.absolute(message.created_at)}>
          {format.clock(message.created_at)}
        </time>
      </footer>
    </article>
  );
}

function Waiting(props: { entry: Outgoing; onRetry: () => void; onDrop: () => void }) {
  const text = useText();
  const { entry } = props;
  const { failure } = entry;
  return (
    <article className={classes.own} data-failed={failure !== null}>
      <header className={classes.spoken}>{text('cabinet-author-you')}</header>
      <div className={classes.words} dir="auto">
        {entry.text}
      </div>
      {entry.files.length > 0 && (
        <div className={classes.file}>
          <IconPaperclip aria-hidden size="1.25rem" />
          {text('cabinet-files')}: {entry.files.length}
        </div>
      )}
      {failure ? (
        <div className={classes.failed}>
          <p className={classes.why} role="alert">
            <IconAlertCircle aria-hidden size="1.25rem" />
            <span>{failure.message || text('cabinet-not-sent')}</span>
          </p>
          <button type="button" className={classes.act} onClick={props.onRetry}>
            {text('cabinet-retry')}
          </button>
          <button type="button" className={classes.act} onClick={props.onDrop}>
            {text('cabinet-drop')}
          </button>
        </div>
      ) : (
        <footer className={classes.stamp}>
          <IconClock aria-hidden size="1rem" />
          <span>{text('cabinet-sending')}</span>
        </footer>
      )}
    </article>
  );
}
