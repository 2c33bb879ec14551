import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { IncidentDetails } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { usePreferences } from '../../data/preferences.tsx';
import { StatusMark } from '../../parts/marks.tsx';
import { Ago } from '../../parts/moment.tsx';
import { useDraft, wrongWith } from '../parts/draft.ts';
import { Editor } from '../parts/editor.tsx';
import { OneOf } from '../parts/fields.tsx';
import { Loaded } from '../parts/page.tsx';
import { incidentQuery, incidentTicketsQuery, type News, useTell } from './data.ts';
import { WordsFields } from './declare.tsx';
import classes from './incidents.module.css';
import { filled, wordsIn } from './words.ts';

const STATUSES = ['investigating', 'identified', 'monitoring', 'resolved'] as const;

/** What was said, newest first. */
function Said({ incident }: { incident: IncidentDetails }) {
  const text = useText();
  const { language } = usePreferences();
  return (
    <section className={classes.said}>
      <h3>{text('settings-incident-said')}</h3>
      <ol>
        {incident.updates.map((update) => (
          <li key={update.id}>
            <p className={classes.meta}>
              {text(`settings-incident-status-${update.status}`)} · {update.author?.name} ·{' '}
              <Ago at={update.at} />
            </p>
            <p>{wordsIn(update.texts, language)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Tickets({ incident }: { incident: IncidentDetails }) {
  const text = useText();
  const tickets = useQuery(incidentTicketsQuery(incident.id));
  return (
    <section className={classes.said}>
      <h3>{text('settings-incident-tickets', { count: incident.counts.tickets })}</h3>
      <Loaded query={tickets}>
        {(list) => (
          <ul>
            {list.map(({ id, subject, status, requester }) => (
              <li key={id}>
                <Link to="/tickets/$ticket" params={{ ticket: String(id) }}>
                  № {id} · {requester} · {subject}
                </Link>{' '}
                <StatusMark status={status} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function Telling({ incident, may, close }: { incident: IncidentDetails; may: boolean; close: () => void }) {
  const text = useText();
  const { language } = usePreferences();
  const [key] = useState(() => crypto.randomUUID());
  const tell = useTell(incident.id, key);
  const over = incident.status === 'resolved';
  const { value, put, dirty } = useDraft<News>({ status: incident.status, texts: {} });
  const texts = filled(value.texts);
  const ends = value.status === 'resolved';
  return (
    <Editor
      size="lg"
      title={wordsIn(incident.title, language)}
      readOnly={!may || over}
      dirty={dirty}
      saving={tell.isPending}
      error={tell.error}
      fields={['texts']}
      invalid={Object.keys(texts).length === 0}
      saveWords={text(ends ? 'settings-incident-end' : 'settings-incident-tell')}
      close={close}
      save={() => {
        tell.mutate({ status: value.status, texts }, { onSuccess: close });
      }}
    >
      {may && !over ? (
        <>
          <OneOf
            label={text('settings-incident-now')}
            hint={ends ? text('settings-incident-end-hint') : undefined}
            value={value.status}
            choices={STATUSES.map((status) => ({
              value: status,
              label: text(`settings-incident-status-${status}`),
            }))}
            set={put('status')}
          />
          <WordsFields
            label={text('settings-incident-news')}
            hint={text(ends ? 'settings-incident-end-words' : 'settings-incident-text-hint')}
            value={value.texts}
            set={put('texts')}
            error={wrongWith(tell.error, 'texts')}
          />
        </>
      ) : null}
      <Said incident={incident} />
      <Tickets incident={incident} />
    </Editor>
  );
}

/** One incident: saying something new, ending it, its history and its tickets. */
export function IncidentSheet(props: { id: number; may: boolean; close: () => void }) {
  const incident = useQuery(incidentQuery(props.id)).data;
  return incident ? <Telling incident={incident} may={props.may} close={props.close} /> : null;
}
