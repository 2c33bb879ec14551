import { IconFile, IconPaperclip, IconRefresh, IconX } from '@tabler/icons-react';
import { type ChangeEvent, lazy, Suspense, useState } from 'react';
import { fileSize } from '../../ui/format.ts';
import { type Text, useText } from '../../ui/i18n.tsx';
import { partOf } from '../data/parts.ts';
import { Problem } from '../kit/notice.tsx';
import { isPicture, openPicture } from '../mask/redraw.ts';
import { reasonWords } from '../words.ts';
import classes from './attach.module.css';
import { type Attached, type Attaching, LARGEST, MOST_FILES } from './attached.ts';
import { isCut } from './settle.ts';

const Mask = lazy(() => partOf(() => import('../mask/mask.tsx')));

/** A picture that is looked at before it goes. */
interface Looking {
  readonly file: File;
  readonly picture: ImageBitmap;
}

/** What is refused before anything leaves the phone, and why. */
function refusal(text: Text, file: File, many: number): string | null {
  if (many >= MOST_FILES) return text('cabinet-files-many', { most: MOST_FILES });
  if (file.size === 0) return text('cabinet-file-empty', { name: file.name });
  if (file.size > LARGEST) return text('cabinet-file-large', { name: file.name, size: fileSize(file.size) });
  return null;
}

/** A name that says what the picture is now. */
const renamed = (name: string, { type }: Blob): string =>
  `${name.replace(/\.[^.]*$/, '')}.${type === 'image/png' ? 'png' : 'jpg'}`;

/** Files that are chosen one after the other: each picture is shown before it goes, so that what is private can be covered (C2). */
export function useChoosing(attaching: Attaching) {
  const text = useText();
  const [queue, setQueue] = useState<readonly File[]>([]);
  const [looking, setLooking] = useState<Looking | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const next = async (files: readonly File[]): Promise<void> => {
    const [file, ...rest] = files;
    setQueue(rest);
    setLooking(null);
    if (!file) return;
    const why = refusal(text, file, attaching.latest.current.length);
    if (why !== null) setProblem(why);
    else if (isPicture(file)) {
      try {
        setLooking({ file, picture: await openPicture(file) });
        return;
      } catch {
        setProblem(text('cabinet-picture-broken', { name: file.name }));
      }
    } else attaching.add(file.name, file);
    await next(rest);
  };
  const mask = looking && (
    <Suspense fallback={null}>
      <Mask
        key={looking.file.name + String(looking.file.lastModified)}
        {...looking}
        onDone={(drawn) => {
          attaching.add(renamed(looking.file.name, drawn), drawn);
          void next(queue);
        }}
        onClose={() => void next(queue)}
      />
    </Suspense>
  );
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const chosen = [...(event.currentTarget.files ?? [])];
    event.currentTarget.value = '';
    setProblem(null);
    void next(chosen);
  };
  return { choose, mask, problem };
}

/** Chooses files: a button that looks like the others. */
export function FileButton(props: {
  label: string;
  small?: boolean;
  onChoose: (event: ChangeEvent<HTMLInputElement>) => void;
}) {
  return (
    <label className={props.small ? classes.clip : classes.button}>
      <IconPaperclip aria-hidden size="1.5rem" />
      <span className={props.small ? classes.spoken : undefined}>{props.label}</span>
      <input type="file" multiple className={classes.input} onChange={props.onChoose} />
    </label>
  );
}

/** Adds pictures and files to a question. */
export function Attach(props: {
  attaching: Attaching;
  label?: string | undefined;
  hint?: string;
  wrong: boolean;
}) {
  const text = useText();
  const { attaching } = props;
  const { choose, mask, problem } = useChoosing(attaching);
  return (
    <section className={classes.attach} data-field="files">
      {props.label && <h2 className={classes.heading}>{props.label}</h2>}
      <FileList attaching={attaching} />
      <Problem words={problem} />
      <FileButton label={text('cabinet-attach')} onChoose={choose} />
      {props.wrong && <p className={classes.wrong}>{text('cabinet-wrong-missing')}</p>}
      <p className={classes.hint}>{props.hint || text('cabinet-attach-hint')}</p>
      {mask}
    </section>
  );
}

/** Files on their way, each with how much of it is there. */
export function FileList({ attaching }: { attaching: Attaching }) {
  const text = useText();
  if (attaching.files.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={text('cabinet-files')}>
      {attaching.files.map((file) => (
        <FileRow key={file.key} file={file} attaching={attaching} />
      ))}
    </ul>
  );
}

function FileRow({ file, attaching }: { file: Attached; attaching: Attaching }) {
  const text = useText();
  const { name, failure } = file;
  return (
    <li className={classes.file}>
      {file.preview ? (
        <img className={classes.small} src={file.preview} alt="" />
      ) : (
        <span className={classes.small}>
          <IconFile aria-hidden size="1.5rem" />
        </span>
      )}
      <div className={classes.about}>
        <span className={classes.name}>{name}</span>
        <Going file={file} />
        {file.preview && <WhatIsIn file={file} attaching={attaching} />}
      </div>
      {failure ? (
        <button
          type="button"
          className={classes.act}
          aria-label={text('cabinet-file-again', { name })}
          onClick={() => {
            attaching.retry(file);
          }}
        >
          <IconRefresh aria-hidden size="1.375rem" />
        </button>
      ) : null}
      <button
        type="button"
        className={classes.act}
        aria-label={text('cabinet-file-remove', { name })}
        onClick={() => {
          attaching.remove(file.key);
        }}
      >
        <IconX aria-hidden size="1.375rem" />
      </button>
    </li>
  );
}

/** How far a file is. */
function Going({ file: { name, failure, id, part, bytes } }: { file: Attached }) {
  const text = useText();
  // What was cut goes on by itself: nothing to be alarmed about.
  if (isCut(failure))
    return (
      <span className={classes.size} role="status">
        {text('cabinet-file-waiting')}
      </span>
    );
  if (failure)
    return (
      <span className={classes.failed} role="alert">
        {reasonWords(text, failure)}
      </span>
    );
  if (id !== null) return <span className={classes.size}>{fileSize(bytes.size)}</span>;
  const percent = Math.round(part * 100);
  return (
    <progress
      className={classes.bar}
      max={100}
      value={percent}
      aria-label={text('cabinet-file-going', { name })}
    />
  );
}

/** What is in a picture, for whoever cannot see it (M5). */
function WhatIsIn({ file, attaching }: { file: Attached; attaching: Attaching }) {
  const text = useText();
  return (
    <input
      className={classes.words}
      type="text"
      maxLength={300}
      aria-label={text('cabinet-picture-words')}
      placeholder={text('cabinet-picture-words')}
      value={file.words}
      onChange={(event) => {
        attaching.describe(file.key, event.currentTarget.value);
      }}
    />
  );
}
