import { IconPaperclip, IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { fileSize } from '../../ui/format.ts';
import { useText } from '../../ui/i18n.tsx';
import { type File, isShown, nameOf, save, usePicture, wordsFor } from '../files/picture.ts';
import { useLookAt } from './pictures.tsx';
import classes from './sent-file.module.css';

interface Props {
  readonly file: File;
  /** Below which address its bytes are; a message's, unless something else is said. */
  readonly at?: string;
}

const pathOf = ({ file, at = '/api/cabinet/attachments' }: Props): string => `${at}/${String(file.id)}`;

/** A file in a message or of an article: a picture is shown, and anything can be saved. */
export const SentFile = (props: Props) =>
  isShown(props.file) ? <Picture {...props} /> : <Save {...props} />;

function Picture(props: Props) {
  const { file } = props;
  const text = useText();
  const lookAt = useLookAt();
  const [broken, setBroken] = useState(false);
  const { address, failed } = usePicture(pathOf(props));
  const words = wordsFor(text, file);
  if (failed || broken)
    return (
      <div className={classes.none}>
        <IconPhotoOff aria-hidden size="1.5rem" />
        <span>{text('cabinet-picture-none')}</span>
        <Save {...props} />
      </div>
    );
  return (
    <figure className={classes.figure}>
      {address === null ? (
        <div className={classes.waiting} role="img" aria-label={words} />
      ) : (
        <button
          type="button"
          className={classes.open}
          aria-haspopup="dialog"
          onClick={() => {
            lookAt(pathOf(props));
          }}
        >
          <img
            className={classes.picture}
            src={address}
            alt={words}
            onError={() => {
              setBroken(true);
            }}
          />
        </button>
      )}
      {file.description && <figcaption className={classes.caption}>{file.description}</figcaption>}
    </figure>
  );
}

function Save(props: Props) {
  const { file } = props;
  const text = useText();
  const [busy, setBusy] = useState(false);
  const name = nameOf(text, file);
  const size = file.size_bytes === null ? '' : fileSize(file.size_bytes);
  return (
    <button
      type="button"
      className={classes.file}
      // Whoever says what they see on it presses it.
      aria-label={text('cabinet-file-save', { name: `${name} ${size}`.trim() })}
      aria-busy={busy}
      onClick={() => {
        setBusy(true);
        void save(pathOf(props), name).finally(() => {
          setBusy(false);
        });
      }}
    >
      <IconPaperclip aria-hidden size="1.25rem" />
      <span className={classes.name}>{name}</span> {size && <span className={classes.size}>{size}</span>}
    </button>
  );
}
