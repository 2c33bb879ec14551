import { useState } from 'react';
import type { OwnTicket } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { useAct } from '../data/acts.ts';
import { useMe } from '../data/me.tsx';
import { ButtonRow, Group, PlainRow, SwitchRow } from '../kit/group.tsx';
import { Problem } from '../kit/notice.tsx';
import { Sheet } from '../kit/sheet.tsx';
import { isEnded, reasonWords } from '../words.ts';

/** About a ticket, and what one rarely does with it. */
export function About({ ticket, onClose }: { ticket: OwnTicket; onClose: () => void }) {
  const text = useText();
  const { format } = useMe();
  const act = useAct(ticket.id);
  const [sure, setSure] = useState(false);
  const done = { onSuccess: onClose };
  const over = isEnded(ticket.status);
  return (
    <Sheet title={text('cabinet-ticket', { id: String(ticket.id) })} onClose={onClose}>
      <Problem words={act.error ? reasonWords(text, act.error) : null} />
      <Group hint={text('cabinet-notify-hint')}>
        <SwitchRow
          label={text('cabinet-notify')}
          on={ticket.notify}
          onChange={(on) => {
            act.mutate({ kind: 'notify', on });
          }}
        />
      </Group>
      <Group>
        {ticket.topic && (
          <PlainRow label={text('cabinet-topic')} value={`${ticket.topic.emoji} ${ticket.topic.title}`} />
        )}
        {ticket.assignee_name && <PlainRow label={text('cabinet-agent')} value={ticket.assignee_name} />}
        <PlainRow label={text('cabinet-opened')} value={format.absolute(ticket.created_at)} />
      </Group>
      {over && ticket.may_reopen && (
        <Group>
          <ButtonRow
            label={text('cabinet-reopen')}
            onPress={() => {
              act.mutate({ kind: 'reopen' }, done);
            }}
          />
        </Group>
      )}
      {!over && (
        <Group hint={sure ? text('cabinet-close-sure') : text('cabinet-close-hint')}>
          <ButtonRow
            danger={sure}
            disabled={act.isPending}
            label={text(sure ? 'cabinet-close-yes' : 'cabinet-close-ticket')}
            onPress={() => {
              if (sure) act.mutate({ kind: 'close' }, done);
              else setSure(true);
            }}
          />
        </Group>
      )}
    </Sheet>
  );
}
