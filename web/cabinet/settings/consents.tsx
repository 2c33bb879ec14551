import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnSettings } from '../../../contract/index.ts';
import { drop } from '../../ui/api.ts';
import { useText } from '../../ui/i18n.tsx';
import { useMe } from '../data/me.tsx';
import { settingsQuery } from '../data/queries.ts';
import { ButtonRow, Group } from '../kit/group.tsx';
import { Problem } from '../kit/notice.tsx';
import { Sheet } from '../kit/sheet.tsx';
import { reasonWords } from '../words.ts';
import classes from './settings.module.css';

type Consent = OwnSettings['consents'][number];

/** What one agreed to, in its own words, and the way to take it back (B1, C3). */
export function Consents({ consents }: { consents: readonly Consent[] }) {
  const text = useText();
  const [asking, setAsking] = useState(false);
  const given = consents.some(({ withdrawn_at }) => withdrawn_at === null);
  return (
    <Group heading={text('cabinet-consents')} {...(given ? {} : { hint: text('cabinet-consent-none') })}>
      {consents.map((consent) => (
        <Given key={`${consent.purpose}.${consent.version}.${consent.given_at}`} consent={consent} />
      ))}
      {given && (
        <ButtonRow
          opens
          label={text('cabinet-withdraw')}
          onPress={() => {
            setAsking(true);
          }}
        />
      )}
      {asking && (
        <Withdraw
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </Group>
  );
}

function Given({ consent }: { consent: Consent }) {
  const text = useText();
  const { format } = useMe();
  return (
    <div className={classes.consent}>
      <p className={classes.agreed}>{consent.text}</p>
      <p className={classes.when}>
        {text('cabinet-consent-given', { at: format.absolute(consent.given_at) })}
        {consent.withdrawn_at !== null && (
          <>
            <br />
            {text('cabinet-consent-withdrawn', { at: format.absolute(consent.withdrawn_at) })}
          </>
        )}
      </p>
    </div>
  );
}

function Withdraw({ onClose }: { onClose: () => void }) {
  const text = useText();
  const memory = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => drop('OwnSettings', '/api/cabinet/consent'),
    onSuccess: (settings) => {
      memory.setQueryData(settingsQuery.queryKey, settings);
      onClose();
    },
  });
  return (
    <Sheet title={text('cabinet-withdraw')} onClose={onClose}>
      <Problem words={withdraw.error ? reasonWords(text, withdraw.error) : null} />
      <Group hint={text('cabinet-withdraw-hint')}>
        <ButtonRow
          danger
          disabled={withdraw.isPending}
          label={text('cabinet-withdraw-yes')}
          onPress={() => {
            withdraw.mutate();
          }}
        />
      </Group>
    </Sheet>
  );
}
