import { Button, Modal, Textarea, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLockOpenOff, IconStar, IconUserHeart } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Session, Ticket } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { greetingQuery, markSeen, useGoOnInBot, useTakeOver, useVip } from '../data/concierge.ts';
import { useNow } from '../data/now.ts';
import { gateOf } from '../parts/concierge.tsx';
import { reasonWords } from '../words.ts';
import classes from './concierge.module.css';

function useFailed(title: string): (error: unknown) => void {
  const text = useText();
  return (error) => {
    notifications.show({ color: 'red', title: text(title), message: reasonWords(text, error) });
  };
}

/** Above where one writes: that nothing gets through in a concierge's own chat, why, and the other way. Nothing while it is open. */
export function ConciergeGate({ ticket, session }: { ticket: Ticket; session: Session }) {
  const text = useText();
  const now = useNow();
  const failed = useFailed('console-concierge-not-moved');
  const goOn = useGoOnInBot(ticket.id);
  const { concierge } = ticket;
  if (!concierge?.own_chat) return null;
  const { closed } = gateOf(concierge, now);
  const mayServe = session.permissions.includes('concierge.serve');
  if (closed === null && mayServe) return null;
  const { name } = concierge;
  return (
    <div className={classes.gate} role="status">
      <IconLockOpenOff size="1rem" stroke={1.75} aria-hidden />
      <span className={classes.why}>
        {text(closed === null ? 'console-concierge-not-yours' : `console-concierge-${closed}`, { name })}
      </span>
      {closed !== null && ticket.knows_bot ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={goOn.isPending}
          onClick={() => {
            goOn.mutate(undefined, { onError: failed });
          }}
        >
          {text('console-concierge-go-on')}
        </Button>
      ) : null}
    </div>
  );
}

/** While somebody looks at a concierge's ticket, its customer sees that their words were read. */
export function useSeen(ticket: Ticket | undefined, session: Session): void {
  const own = ticket?.concierge?.own_chat === true && ticket.concierge.state === 'connected';
  const seen =
    own && session.permissions.includes('tickets.reply')
      ? `${String(ticket.id)} ${ticket.last_message_at}`
      : null;
  const id = ticket?.id ?? 0;
  useEffect(() => {
    if (seen !== null && document.visibilityState === 'visible') void markSeen(id).catch(() => undefined);
  }, [seen, id]);
}

function Greeting({ ticket, close }: { ticket: Ticket; close: () => void }) {
  const text = useText();
  const failed = useFailed('console-take-over-failed');
  const greeting = useQuery(greetingQuery(ticket.id));
  const takeOver = useTakeOver(ticket.id);
  const [typed, setTyped] = useState<string | null>(null);
  const [key] = useState(() => crypto.randomUUID());
  const words = typed ?? greeting.data?.text ?? '';
  return (
    <>
      <p className={classes.lead}>{text('console-take-over-lead', { name: ticket.requester.name })}</p>
      <Textarea
        autosize
        minRows={3}
        maxRows={10}
        data-autofocus
        disabled={greeting.isPending}
        label={text('console-take-over-words')}
        value={words}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <div className={classes.foot}>
        <Button variant="default" onClick={close}>
          {text('settings-cancel')}
        </Button>
        <Button
          disabled={words.trim() === ''}
          loading={takeOver.isPending}
          onClick={() => {
            takeOver.mutate({ text: words.trim(), request_key: key }, { onSuccess: close, onError: failed });
          }}
        >
          {text('console-take-over')}
        </Button>
      </div>
    </>
  );
}

/** Taking a matter over in the bot's chat, as a person with a name and a face. */
export function TakeOver({ ticket, session }: { ticket: Ticket; session: Session }) {
  const text = useText();
  const [opened, setOpened] = useState(false);
  const over = ticket.status === 'resolved' || ticket.status === 'closed';
  const may = (['tickets.reply', 'tickets.assign', 'macros.use'] as const).every((one) =>
    session.permissions.includes(one),
  );
  if (over || !may || ticket.concierge) return null;
  const close = (): void => {
    setOpened(false);
  };
  return (
    <>
      <Button
        className={classes.takeOver ?? ''}
        size="compact-sm"
        variant="default"
        leftSection={<IconUserHeart size="1rem" stroke={1.75} aria-hidden />}
        title={text('console-take-over-title')}
        onClick={() => {
          setOpened(true);
        }}
      >
        {text('console-take-over-short')}
      </Button>
      <Modal opened={opened} onClose={close} title={text('console-take-over-title')}>
        <Greeting ticket={ticket} close={close} />
      </Modal>
    </>
  );
}

/** Makes the customer a VIP, or an ordinary one again. */
export function VipSwitch({ ticket }: { ticket: Ticket }) {
  const text = useText();
  const failed = useFailed('console-vip-failed');
  const vip = useVip(ticket.id, ticket.requester.id);
  const { is_vip: is } = ticket.requester;
  return (
    <UnstyledButton
      className={classes.vip}
      aria-pressed={is}
      disabled={vip.isPending}
      onClick={() => {
        vip.mutate(!is, { onError: failed });
      }}
    >
      <IconStar size="0.875rem" stroke={1.75} aria-hidden />
      {text(is ? 'console-vip-end' : 'console-vip-make')}
    </UnstyledButton>
  );
}
