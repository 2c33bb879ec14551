import { IconPaperclip, IconPhotoOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { OwnMessage } from '../../../contract/index.ts';
import { readBytes } from '../../ui/api.ts';
import { fileSize } from '../../ui/format.ts';
import { useText } from '../../ui/i18n.tsx';
import { noteFailure } from '../data/connection.ts';
import classes from './sent-file.module.css';

type File = OwnMessage['files'][number];

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp']);
const isPicture = ({ kind, mime_type }: File): boolean =>
  kind === 'photo' || kind === 'sticker' || PICTURES.has(mime_type ?? '');

interface Props {
  readonly file: File;
  /** Below which address its bytes are; a message's, unless something else is said. */
  readonly at?: string;
}

const pathOf = ({ file, at = '/api/cabinet/attachments' }: Props): string => `${at}/${String(file.id)}`;

/** A file in a message or of an article: a picture is shown, and anything can be saved. */
export const SentFile = (props: Props) =>
  isPicture(props.file) ? <Picture {...props} /> : <Save {...props} />;

/** The address of bytes that only this page may read, for as long as they are shown. */
function useAddress(bytes: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!bytes) return;
    const made = URL.createObjectURL(bytes);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [bytes]);
  return address;
}

function Picture(props: Props) {
  const { file } = props;
  const text = useText();
  const [broken, setBroken] = useState(false);
  const query = useQuery({
    queryKey: ['file', pathOf(props)],
    queryFn: ({ signal }) => readBytes(pathOf(props), signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
  const address = useAddress(query.data);
  const words = file.description ?? file.file_name ?? text('cabinet-file', { kind: file.kind });
  if (query.error || broken)
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
        <img
          className={classes.picture}
          src={address}
          alt={words}
          onError={() => {
            setBroken(true);
          }}
        />
      )}
      {file.description && <figcaption className={classes.caption}>{file.description}</figcaption>}
    </figure>
  );
}

function Save(props: Props) {
  const { file } = props;
  const text = useText();
  const [busy, setBusy] = useState(false);
  const name = file.file_name ?? text('cabinet-file', { kind: file.kind });
  const size = file.size_bytes === null ? '' : fileSize(file.size_bytes);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const address = URL.createObjectURL(await readBytes(`${pathOf(props)}?download`));
      const link = document.createElement('a');
      Object.assign(link, { href: address, download: name });
      link.click();
      URL.revokeObjectURL(address);
    } catch (error) {
      noteFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <button
      type="button"
      className={classes.file}
      // Whoever says what they see on it presses it.
      aria-label={text('cabinet-file-save', { name: `${name} ${size}`.trim() })}
      aria-busy={busy}
      onClick={() => void save()}
    >
      <IconPaperclip aria-hidden size="1.25rem" />
      <span className={classes.name}>{name}</span> {size && <span className={classes.size}>{size}</span>}
    </button>
  );
}
