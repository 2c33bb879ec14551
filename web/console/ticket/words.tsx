import classes from './message.module.css';

const ADDRESS = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/u;

/** Words as they were written; addresses in them can be followed. */
export function Words({ words }: { words: string }) {
  return (
    <div className={classes.words} dir="auto">
      {words.split(ADDRESS).map((piece, index) =>
        index % 2 === 1 ? (
          <a
            key={`${String(index)}-${piece}`}
            href={piece}
            target="_blank"
            rel="noreferrer noopener nofollow"
          >
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </div>
  );
}
