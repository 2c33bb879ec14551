import { Button, SegmentedControl } from '@mantine/core';
import { IconCircleCheck, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Incident } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { usePreferences } from '../../data/preferences.tsx';
import { sessionQuery } from '../../data/queries.ts';
import { Ago } from '../../parts/moment.tsx';
import { Empty } from '../../parts/problem.tsx';
import { Loaded, Page } from '../parts/page.tsx';
import { Row, Rows, Tag } from '../parts/rows.tsx';
import { incidentsQuery } from './data.ts';
import { DeclareEditor } from './declare.tsx';
import { IncidentSheet } from './incident.tsx';
import { wordsIn } from './words.ts';

const VIEWS = ['open', 'all'] as const;

function IncidentRow({ incident, open }: { incident: Incident; open: () => void }) {
  const text = useText();
  const { language } = usePreferences();
  const { tickets, untold } = incident.counts;
  const detail = [
    text('settings-incident-tickets', { count: tickets }),
    untold > 0 ? text('settings-incident-untold', { count: untold }) : '',
  ];
  return (
    <Row
      title={wordsIn(incident.title, language)}
      detail={
        <>
          {detail.filter(Boolean).join(' · ')} · <Ago at={incident.declared_at} />
        </>
      }
      off={incident.status === 'resolved'}
      aside={
        <Tag tone={incident.status === 'resolved' ? 'ok' : 'warn'}>
          {text(`settings-incident-status-${incident.status}`)}
        </Tag>
      }
      open={open}
    />
  );
}

function IncidentList({ view, open }: { view: 'open' | 'all'; open: (id: number) => void }) {
  const text = useText();
  const incidents = useQuery(incidentsQuery(view));
  return (
    <Loaded query={incidents}>
      {(list) =>
        list.length === 0 ? (
          <Empty shape={IconCircleCheck} title={text('settings-incidents-none')}>
            {text('settings-incidents-none-words')}
          </Empty>
        ) : (
          <Rows label={text('settings-incidents')}>
            {list.map((incident) => (
              <IncidentRow
                key={incident.id}
                incident={incident}
                open={() => {
                  open(incident.id);
                }}
              />
            ))}
          </Rows>
        )
      }
    </Loaded>
  );
}

/** Known problems: what goes on, whom it concerns, what was said (U5). */
export function IncidentsPage() {
  const text = useText();
  const [view, setView] = useState<'open' | 'all'>('open');
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const may = useQuery(sessionQuery).data?.permissions.includes('incidents.manage') ?? false;
  const close = (): void => {
    setOpen(null);
  };
  return (
    <Page
      title={text('settings-incidents')}
      lead={text('settings-incidents-lead')}
      actions={
        may ? (
          <Button
            size="sm"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => {
              setOpen('new');
            }}
          >
            {text('settings-incident-new')}
          </Button>
        ) : undefined
      }
    >
      <SegmentedControl
        size="xs"
        mb="sm"
        aria-label={text('settings-incidents-show')}
        value={view}
        data={VIEWS.map((value) => ({ value, label: text(`settings-incidents-show-${value}`) }))}
        onChange={(value) => {
          setView(value === 'all' ? 'all' : 'open');
        }}
      />
      <IncidentList view={view} open={setOpen} />
      {open === 'new' ? <DeclareEditor close={close} /> : null}
      {typeof open === 'number' ? <IncidentSheet key={open} id={open} may={may} close={close} /> : null}
    </Page>
  );
}
