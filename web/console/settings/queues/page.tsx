import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Queue } from '../../../../contract/index.ts';
import { type Text, useText } from '../../../ui/i18n.tsx';
import { sessionQuery } from '../../data/queries.ts';
import { useDraft, wrongWith } from '../parts/draft.ts';
import { Editor } from '../parts/editor.tsx';
import { MaybeDuration, OneOf } from '../parts/fields.tsx';
import { Loaded, Page, Part } from '../parts/page.tsx';
import { NoRows, Row, Rows } from '../parts/rows.tsx';
import { minutesWords } from '../parts/words.ts';
import { queuesQuery, useSaveQueue } from './data.ts';
import { People } from './people.tsx';
import { Rules } from './rules.tsx';

const WAYS = ['pull', 'round_robin', 'least_loaded'] as const;
const FIELDS = ['assignment', 'silent_minutes', 'offline_minutes'];
const WEEK_MINUTES = 10_080;

const wayWords = (text: Text, way: Queue['assignment']): string =>
  text(`settings-way-${way.replaceAll('_', '-')}`);

/** How a queue works, in a line. */
function queueWords(text: Text, { assignment, silent_minutes, offline_minutes }: Queue): string {
  const after = (key: string, minutes: number | null): string =>
    minutes === null ? '' : text(key, { time: minutesWords(text, minutes) });
  return [
    wayWords(text, assignment),
    after('settings-silent-after', silent_minutes),
    after('settings-offline-after', offline_minutes),
  ]
    .filter(Boolean)
    .join(' · ');
}

function QueueEditor({ queue, close }: { queue: Queue; close: () => void }) {
  const text = useText();
  const save = useSaveQueue();
  const { value, put, dirty } = useDraft<Queue>(queue);
  const wrong = (field: string): string | undefined => wrongWith(save.error, field);
  return (
    <Editor
      title={queue.name}
      dirty={dirty}
      saving={save.isPending}
      error={save.error}
      fields={FIELDS}
      invalid={value.silent_minutes === 0 || value.offline_minutes === 0}
      close={close}
      save={() => {
        save.mutate(value, { onSuccess: close });
      }}
    >
      <OneOf
        label={text('settings-way')}
        hint={text(`settings-way-hint-${value.assignment.replaceAll('_', '-')}`)}
        error={wrong('assignment')}
        value={value.assignment}
        choices={WAYS.map((way) => ({ value: way, label: wayWords(text, way) }))}
        set={put('assignment')}
      />
      <MaybeDuration
        label={text('settings-silent')}
        hint={text('settings-silent-hint')}
        error={wrong('silent_minutes')}
        usual={30}
        most={WEEK_MINUTES}
        value={value.silent_minutes}
        set={put('silent_minutes')}
      />
      <MaybeDuration
        label={text('settings-offline')}
        hint={text('settings-offline-hint')}
        error={wrong('offline_minutes')}
        usual={5}
        most={WEEK_MINUTES}
        value={value.offline_minutes}
        set={put('offline_minutes')}
      />
    </Editor>
  );
}

function Queues({ queues }: { queues: readonly Queue[] }) {
  const text = useText();
  const [open, setOpen] = useState<string | null>(null);
  const opened = queues.find(({ slug }) => slug === open);
  return (
    <Part title={text('settings-queues-part')} hint={text('settings-queues-hint')}>
      {queues.length === 0 ? (
        <NoRows>{text('settings-queues-none')}</NoRows>
      ) : (
        <Rows label={text('settings-queues-part')}>
          {queues.map((queue) => (
            <Row
              key={queue.slug}
              title={queue.name}
              detail={queueWords(text, queue)}
              open={() => {
                setOpen(queue.slug);
              }}
            />
          ))}
        </Rows>
      )}
      {opened ? (
        <QueueEditor
          queue={opened}
          close={() => {
            setOpen(null);
          }}
        />
      ) : null}
    </Part>
  );
}

/** How tickets find their queue and their agent (F4, Q5). */
export function QueuesPage() {
  const text = useText();
  const queues = useQuery(queuesQuery);
  const session = useQuery(sessionQuery).data;
  return (
    <Page title={text('settings-queues')} lead={text('settings-queues-lead')}>
      <Loaded query={queues}>
        {(known) => (
          <>
            <Queues queues={known} />
            <Rules queues={known} />
            {session?.permissions.includes('staff.manage') ? <People queues={known} /> : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}
