import { ActionIcon, Modal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { Attachment } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import classes from './attachments.module.css';

interface Props {
  readonly pictures: readonly Attachment[];
  /** Which one is open; null: none. */
  readonly at: number | null;
  readonly move: (at: number | null) => void;
}

/** A picture as large as the screen; the arrows go to its neighbours, Escape closes. */
export function Lightbox({ pictures, at, move }: Props) {
  const text = useText();
  const picture = at === null ? undefined : pictures[at];
  const many = pictures.length > 1;
  const step = (by: number): void => {
    if (at !== null) move((at + by + pictures.length) % pictures.length);
  };
  const keys = (event: KeyboardEvent): void => {
    if (!many) return;
    if (event.key === 'ArrowLeft') step(-1);
    if (event.key === 'ArrowRight') step(1);
  };
  const name = picture?.description ?? picture?.file_name ?? text('console-kind-photo');
  return (
    <Modal
      opened={picture !== undefined}
      onClose={() => {
        move(null);
      }}
      fullScreen
      title={name}
      onKeyDown={keys}
    >
      <div className={classes.stage}>
        {picture ? <img src={picture.url} alt={name} /> : null}
        {many ? (
          <>
            <ActionIcon
              className={classes.previous ?? ''}
              variant="default"
              size="2.75rem"
              radius="xl"
              aria-label={text('console-picture-previous')}
              onClick={() => {
                step(-1);
              }}
            >
              <IconChevronLeft size="1.25rem" aria-hidden />
            </ActionIcon>
            <ActionIcon
              className={classes.next ?? ''}
              variant="default"
              size="2.75rem"
              radius="xl"
              aria-label={text('console-picture-next')}
              onClick={() => {
                step(1);
              }}
            >
              <IconChevronRight size="1.25rem" aria-hidden />
            </ActionIcon>
          </>
        ) : null}
      </div>
    </Modal>
  );
}
