import {
  IconCamera,
  IconFile,
  IconMapPin,
  IconPaperclip,
  IconPhoto,
  IconUser,
  IconX,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import * as api from '../api.ts';
import { usePhone } from '../device/context.ts';
import { Menu, type MenuItem } from '../parts/menu.tsx';
import { useWords } from '../settings.tsx';
import { fileSize } from '../text.ts';
import { sampleScreenshot } from './attachments.ts';
import { useTalk } from './context.ts';
import type { Outbox } from './outbox.ts';

/** Where everybody stands when they share their place. */
const city = { latitude: 40.40926, longitude: 49.86709 };

/** A made-up number, always the same for one person. */
export const phoneNumber = (person: number): string =>
  `+99450${String(person % 10_000_000).padStart(7, '0')}`;

const useItems = (outbox: Outbox, pick: (asFiles: boolean) => void): MenuItem[] => {
  const say = useWords();
  const { person, attempt } = usePhone();
  const { place, thread } = useTalk();
  const there = thread === undefined ? {} : { thread };
  const contact = { phone_number: phoneNumber(person.id), first_name: person.first_name };
  const sample = async () => outbox.addFiles([await sampleScreenshot(new Date())], false);
  return [
    { label: say('attachPhoto'), icon: <IconPhoto size={20} />, run: () => pick(false) },
    { label: say('attachFile'), icon: <IconFile size={20} />, run: () => pick(true) },
    { label: say('attachSample'), icon: <IconCamera size={20} />, run: () => void sample() },
    {
      label: say('attachPlace'),
      icon: <IconMapPin size={20} />,
      run: () => void attempt(() => api.send(place, { location: city, ...there })),
    },
    {
      label: say('attachContact'),
      icon: <IconUser size={20} />,
      run: () => void attempt(() => api.send(place, { contact, ...there })),
    },
  ];
};

/** Opens the menu of what can be sent besides words. */
export function AttachButton({ outbox }: { outbox: Outbox }) {
  const say = useWords();
  const { present } = usePhone();
  const picker = useRef<HTMLInputElement>(null);
  const asFiles = useRef(false);
  const items = useItems(outbox, (files) => {
    asFiles.current = files;
    if (picker.current === null) return;
    picker.current.accept = files ? '' : 'image/*,video/*';
    picker.current.click();
  });
  return (
    <>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={say('attach')}
        onChange={(event) => {
          outbox.addFiles(event.target.files ?? [], asFiles.current);
          event.target.value = '';
        }}
      />
      <button
        type="button"
        className="icon-button"
        aria-label={say('attach')}
        aria-haspopup="menu"
        onClick={(event) => {
          const { left, top } = event.currentTarget.getBoundingClientRect();
          present(
            <Menu
              label={say('attach')}
              items={items}
              at={{ x: left, y: top - 236 }}
              onClose={() => present(undefined)}
            />,
          );
        }}
      >
        <IconPaperclip size={22} />
      </button>
    </>
  );
}

const useDrop = (outbox: Outbox) => {
  const anchor = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const add = useRef(outbox.addFiles);
  add.current = outbox.addFiles;
  useEffect(() => {
    const area = anchor.current?.closest<HTMLElement>('.conversation');
    if (area === null || area === undefined) return;
    const hover = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!area.contains(event.relatedTarget as Node | null)) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      add.current(event.dataTransfer?.files ?? [], false);
    };
    area.addEventListener('dragover', hover);
    area.addEventListener('dragleave', leave);
    area.addEventListener('drop', drop);
    return () => {
      area.removeEventListener('dragover', hover);
      area.removeEventListener('dragleave', leave);
      area.removeEventListener('drop', drop);
    };
  }, []);
  return { anchor, over };
};

/** The files that go with the next message; files can be dropped anywhere in the conversation. */
export function Tray({ outbox }: { outbox: Outbox }) {
  const say = useWords();
  const { anchor, over } = useDrop(outbox);
  return (
    <div ref={anchor}>
      {over ? <p className="drop-here">{say('dropHere')}</p> : null}
      {outbox.attachments.length === 0 ? null : (
        <ul className="tray">
          {outbox.attachments.map((one) => (
            <li key={one.key} className="tray-item">
              {one.preview === undefined ? (
                <span className="tray-file">
                  <IconFile size={22} aria-hidden />
                  <span className="tray-name">{one.file.name}</span>
                  <span className="file-sub">{fileSize(one.file.size)}</span>
                </span>
              ) : (
                <img src={one.preview} alt={one.file.name} />
              )}
              <button
                type="button"
                className="tray-remove"
                onClick={() => outbox.removeFile(one.key)}
                aria-label={say('removeFile', { name: one.file.name })}
              >
                <IconX size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
