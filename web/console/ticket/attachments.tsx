import { UnstyledButton } from '@mantine/core';
import { IconDownload, IconFile, IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Attachment } from '../../../contract/index.ts';
import { fileSize } from '../../ui/format.ts';
import { useText } from '../../ui/i18n.tsx';
import { kindWords } from '../parts/kinds.ts';
import classes from './attachments.module.css';
import { Lightbox } from './lightbox.tsx';
import { Voice } from './voice.tsx';

const isPicture = ({ kind, mime_type: mime }: Attachment): boolean =>
  kind === 'photo' || (mime !== null && /^image\/(?:png|jpe?g|webp|gif|avif)$/u.test(mime));

const isFilm = ({ kind, mime_type: mime }: Attachment): boolean =>
  ['video', 'animation', 'video_note'].includes(kind) || (mime?.startsWith('video/') ?? false);

const isSound = ({ kind, mime_type: mime }: Attachment): boolean =>
  kind === 'voice' || kind === 'audio' || (mime?.startsWith('audio/') ?? false);

const downloadUrl = (url: string): string => `${url}${url.includes('?') ? '&' : '?'}download=1`;

interface PictureProps {
  readonly attachment: Attachment;
  /** One of several: a small picture of it is enough. */
  readonly small: boolean;
  readonly open: () => void;
}

function Picture({ attachment, small, open }: PictureProps) {
  const text = useText();
  const [broken, setBroken] = useState(false);
  const name = attachment.description ?? attachment.file_name ?? text('console-kind-photo');
  if (broken) {
    return (
      <span className={classes.broken}>
        <IconPhotoOff size="1.25rem" stroke={1.5} aria-hidden />
        {text('console-picture-failed')}
        <UnstyledButton
          className={classes.retry}
          onClick={() => {
            setBroken(false);
          }}
        >
          {text('console-try-again')}
        </UnstyledButton>
      </span>
    );
  }
  return (
    <UnstyledButton
      className={classes.picture}
      onClick={open}
      aria-label={text('console-picture-open', { name })}
    >
      <img
        src={(small && attachment.thumbnail_url) || attachment.url}
        alt={name}
        loading="lazy"
        width={attachment.width ?? undefined}
        height={attachment.height ?? undefined}
        onError={() => {
          setBroken(true);
        }}
      />
    </UnstyledButton>
  );
}

function FileLine({ attachment }: { attachment: Attachment }) {
  const text = useText();
  const name = attachment.file_name ?? kindWords(text, attachment.kind);
  return (
    <a
      className={classes.file}
      href={downloadUrl(attachment.url)}
      download={attachment.file_name ?? true}
      title={name}
    >
      <IconFile size="1.25rem" stroke={1.5} aria-hidden />
      <span className={classes.fileName}>{name}</span>
      {attachment.size_bytes === null ? null : (
        <span className={classes.size}>{fileSize(attachment.size_bytes)}</span>
      )}
      <IconDownload size="1rem" stroke={1.75} aria-label={text('console-download')} />
    </a>
  );
}

function Other({ attachment }: { attachment: Attachment }) {
  const text = useText();
  if (isSound(attachment)) return <Voice attachment={attachment} />;
  if (!isFilm(attachment)) return <FileLine attachment={attachment} />;
  return (
    <video
      className={classes.film}
      data-round={attachment.kind === 'video_note' || undefined}
      poster={attachment.thumbnail_url ?? undefined}
      src={attachment.url}
      controls
      preload="metadata"
      width={attachment.width ?? undefined}
      height={attachment.height ?? undefined}
      aria-label={kindWords(text, attachment.kind)}
    />
  );
}

/** The files of a message: pictures in place, sounds and films to play, the rest to save. */
export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  const [opened, setOpened] = useState<number | null>(null);
  if (attachments.length === 0) return null;
  const pictures = attachments.filter(isPicture);
  const others = attachments.filter((attachment) => !isPicture(attachment));
  return (
    <div className={classes.attachments}>
      {pictures.length > 0 ? (
        <div className={classes.pictures} data-many={pictures.length > 1 || undefined}>
          {pictures.map((picture, index) => (
            <Picture
              key={picture.id}
              attachment={picture}
              small={pictures.length > 1}
              open={() => {
                setOpened(index);
              }}
            />
          ))}
        </div>
      ) : null}
      {others.map((attachment) => (
        <Other key={attachment.id} attachment={attachment} />
      ))}
      <Lightbox pictures={pictures} at={opened} move={setOpened} />
    </div>
  );
}
