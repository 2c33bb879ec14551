import { Loader, Menu, Skeleton, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconChevronDown, IconUserOff, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Session, StaffMember, Ticket } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { useAssign } from '../data/actions.ts';
import { staffQuery } from '../data/queries.ts';
import { useKeys } from '../parts/keys.ts';
import { Initials } from '../parts/person.tsx';
import { reasonWords, roleWords } from '../words.ts';
import classes from './assignee.module.css';

function Colleagues(props: { ticket: Ticket; me: number; give: (to: StaffMember | null) => void }) {
  const { ticket, me, give } = props;
  const text = useText();
  const staff = useQuery(staffQuery);
  if (staff.isPending) return <Skeleton height="2rem" m="xs" w="auto" />;
  if (!staff.data) {
    return (
      <Menu.Item closeMenuOnClick={false} onClick={() => void staff.refetch()}>
        {text('console-staff-failed')} {reasonWords(text, staff.error)}
      </Menu.Item>
    );
  }
  return staff.data.map((member) => (
    <Menu.Item
      key={member.id}
      leftSection={<Initials name={member.name} me={member.id === me} decorative />}
      rightSection={member.id === ticket.assignee?.id ? <IconCheck size="0.875rem" aria-hidden /> : null}
      onClick={() => {
        give(member);
      }}
    >
      {member.id === me ? text('console-assign-me', { name: member.name }) : member.name}
      <span className={classes.role}>{roleWords(text, member.role)}</span>
    </Menu.Item>
  ));
}

function useGive(ticket: Ticket) {
  const text = useText();
  const assign = useAssign(ticket.id);
  const give = (to: StaffMember | null): void => {
    if ((to?.id ?? null) === (ticket.assignee?.id ?? null)) return;
    assign.mutate(to, {
      onError: (error) =>
        notifications.show({
          color: 'red',
          title: text('console-assign-failed'),
          message: reasonWords(text, error),
        }),
    });
  };
  return { give, busy: assign.isPending };
}

function Face({ ticket, me }: { ticket: Ticket; me: number }) {
  const { assignee } = ticket;
  if (!assignee) return <IconUserPlus size="1rem" stroke={1.75} aria-hidden />;
  return <Initials name={assignee.name} me={assignee.id === me} decorative />;
}

function Choices(props: { ticket: Ticket; me: number; give: (to: StaffMember | null) => void }) {
  const text = useText();
  const { ticket, me, give } = props;
  return (
    <>
      <Colleagues ticket={ticket} me={me} give={give} />
      {ticket.assignee ? (
        <>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconUserOff size="1.125rem" stroke={1.75} aria-hidden />}
            onClick={() => {
              give(null);
            }}
          >
            {text('console-unassign')}
          </Menu.Item>
        </>
      ) : null}
    </>
  );
}

/** Whose ticket it is, and giving it to somebody (I takes it). */
export function AssigneeControl({ ticket, session }: { ticket: Ticket; session: Session }) {
  const text = useText();
  const [opened, setOpened] = useState(false);
  const { give, busy } = useGive(ticket);
  const me = session.staff.id;
  const allowed = session.permissions.includes('tickets.assign');
  useKeys([
    [
      'I',
      () => {
        if (allowed) give(session.staff);
      },
    ],
  ]);
  const name = ticket.assignee?.name ?? text('console-assignee-none');
  if (!allowed) {
    return (
      <span className={classes.control}>
        <Face ticket={ticket} me={me} />
        <span className={classes.name}>{name}</span>
      </span>
    );
  }
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton className={classes.control} data-button title={name}>
          <VisuallyHidden>{text('console-assignee', { name })}</VisuallyHidden>
          {busy ? <Loader size="1rem" /> : <Face ticket={ticket} me={me} />}
          <span className={classes.name} aria-hidden>
            {name}
          </span>
          <IconChevronDown size="0.875rem" stroke={1.75} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.list ?? ''}>
        {opened ? <Choices ticket={ticket} me={me} give={give} /> : null}
      </Menu.Dropdown>
    </Menu>
  );
}
