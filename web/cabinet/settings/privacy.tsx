import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnPrivacy } from '../../../contract/index.ts';
import { change } from '../../ui/api.ts';
import { fileSize } from '../../ui/format.ts';
import { useText } from '../../ui/i18n.tsx';
import { useMe } from '../data/me.tsx';
import { privacyQuery } from '../data/queries.ts';
import { ButtonRow, Group } from '../kit/group.tsx';
import { Problem } from '../kit/notice.tsx';
import { Sheet } from '../kit/sheet.tsx';
import { reasonWords } from '../words.ts';
import classes from './settings.module.css';

const DOOR = '/api/cabinet/privacy';

/** One's own data: a copy of it, and its end (M4, C4). */
export function Privacy() {
  const text = useText();
  const { format } = useMe();
  const { data } = useQuery(privacyQuery);
  const [erasing, setErasing] = useState(false);
  const copy = useCopy();
  const ready = data?.export?.state === 'ready' ? data.export : null;
  const making = data?.export?.state === 'asked';
  const hint = making
    ? text('cabinet-copy-making')
    : ready
      ? text('cabinet-copy-until', { at: format.absolute(ready.expires_at ?? ready.asked_at) })
      : text('cabinet-copy-hint');
  return (
    <>
      <Problem words={copy.error ? reasonWords(text, copy.error) : null} />
      <Group heading={text('cabinet-data')} hint={<span role="status">{hint}</span>}>
        <ButtonRow
          label={text(ready ? 'cabinet-copy-save' : 'cabinet-copy')}
          {...(ready?.size_bytes ? { value: fileSize(ready.size_bytes) } : {})}
          disabled={making || copy.isPending}
          onPress={() => {
            copy.mutate(ready ? 'save' : 'ask');
          }}
        />
      </Group>
      <Group>
        <ButtonRow
          danger
          opens
          label={text('cabinet-erase')}
          onPress={() => {
            setErasing(true);
          }}
        />
      </Group>
      {erasing && (
        <Erase
          onClose={() => {
            setErasing(false);
          }}
        />
      )}
    </>
  );
}

/** Asks for the copy, or opens the link that hands it out once. */
function useCopy() {
  const memory = useQueryClient();
  const { telegram } = useMe();
  return useMutation({
    mutationFn: async (what: 'ask' | 'save'): Promise<OwnPrivacy | null> => {
      if (what === 'ask') return change('OwnPrivacy', `${DOOR}/export`, {});
      const { url } = await change('CopyLink', `${DOOR}/export/link`, {});
      const address = new URL(url, window.location.href).href;
      if (telegram) telegram.openLink(address);
      else window.location.assign(address);
      return null;
    },
    onSuccess: (privacy) => {
      telegram?.feel('done');
      if (privacy) memory.setQueryData(privacyQuery.queryKey, privacy);
    },
  });
}

/** What goes, what stays and why; said yes to twice. */
function Erase({ onClose }: { onClose: () => void }) {
  const text = useText();
  const memory = useQueryClient();
  const [sure, setSure] = useState(false);
  const erase = useMutation({
    mutationFn: () => change('OwnPrivacy', `${DOOR}/erasure`, { sure: 'erase everything' }),
    onSuccess: (privacy) => {
      memory.setQueryData(privacyQuery.queryKey, privacy);
    },
  });
  return (
    <Sheet title={text('cabinet-erase')} onClose={onClose}>
      <Problem words={erase.error ? reasonWords(text, erase.error) : null} />
      {erase.isSuccess ? (
        <p role="status" className={classes.plain}>
          {text('cabinet-erase-going')}
        </p>
      ) : (
        <>
          <div className={classes.plain}>
            <p>{text('cabinet-erase-goes')}</p>
            <p>{text('cabinet-erase-stays')}</p>
            <p>{text('cabinet-erase-open')}</p>
          </div>
          <Group hint={<span role="status">{sure ? text('cabinet-erase-sure') : ''}</span>}>
            <ButtonRow
              danger
              disabled={erase.isPending}
              label={text(sure ? 'cabinet-erase-yes' : 'cabinet-erase-on')}
              onPress={() => {
                if (sure) erase.mutate();
                else setSure(true);
              }}
            />
          </Group>
        </>
      )}
    </Sheet>
  );
}
