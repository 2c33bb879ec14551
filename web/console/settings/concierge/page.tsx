import { Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ConciergeDesk } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { conciergeQuery, useLetsIn } from '../../data/concierge.ts';
import { useNow } from '../../data/now.ts';
import { usePreferences } from '../../data/preferences.tsx';
import { sessionQuery } from '../../data/queries.ts';
import { NotSaved } from '../parts/editor.tsx';
import { Loaded, Page, Part } from '../parts/page.tsx';
import { NoRows, Rows, Tag } from '../parts/rows.tsx';
import classes from './concierge.module.css';

type Member = ConciergeDesk['members'][number];

function State({ state, rights }: Member) {
  const text = useText();
  if (state !== 'connected') return <Tag tone="warn">{text(`settings-concierge-${state}`)}</Tag>;
  if (!rights.includes('reply')) return <Tag tone="warn">{text('settings-concierge-no-reply')}</Tag>;
  if (!rights.includes('read')) return <Tag>{text('settings-concierge-no-read')}</Tag>;
  return <Tag tone="ok">{text('settings-concierge-connected')}</Tag>;
}

function Members({ members }: { members: readonly Member[] }) {
  const text = useText();
  const { format } = usePreferences();
  const now = useNow();
  if (members.length === 0) return <NoRows>{text('settings-concierge-none')}</NoRows>;
  return (
    <Rows label={text('settings-concierge-members')}>
      {members.map((member) => (
        <li key={member.id} className={classes.member}>
          <span className={classes.name}>{member.name}</span>
          <span className={classes.since}>
            {text('settings-concierge-since', { day: format.day(member.connected_at, now) })}
          </span>
          <State {...member} />
        </li>
      ))}
    </Rows>
  );
}

function WhoIsLetIn({ desk, locked }: { desk: ConciergeDesk; locked: boolean }) {
  const text = useText();
  const save = useLetsIn();
  return (
    <>
      <Radio.Group
        value={save.isPending ? save.variables : desk.lets_in}
        onChange={(letsIn) => {
          save.mutate(letsIn === 'all' ? 'all' : 'vip');
        }}
        aria-label={text('settings-concierge-lets-in')}
      >
        <Stack gap="sm">
          {(['vip', 'all'] as const).map((one) => (
            <Radio
              key={one}
              value={one}
              disabled={locked}
              label={text(`settings-concierge-lets-${one}`)}
              description={text(`settings-concierge-lets-${one}-hint`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {save.error ? <NotSaved error={save.error} /> : null}
    </>
  );
}

/** Concierges: whose accounts are connected, and whose chats with them come to the desk (P5). */
export function ConciergePage() {
  const text = useText();
  const desk = useQuery(conciergeQuery);
  const locked = !useQuery(sessionQuery).data?.permissions.includes('concierge.manage');
  return (
    <Page title={text('settings-concierge')} lead={text('settings-concierge-lead')}>
      <Loaded query={desk}>
        {(read) => (
          <>
            <Part title={text('settings-concierge-members')} hint={text('settings-concierge-members-hint')}>
              <Members members={read.members} />
            </Part>
            <Part title={text('settings-concierge-lets-in')} hint={text('settings-concierge-lets-in-hint')}>
              <WhoIsLetIn desk={read} locked={locked} />
            </Part>
          </>
        )}
      </Loaded>
    </Page>
  );
}
