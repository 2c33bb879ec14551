-- What the people who work here are to be told in Telegram: all that waits for somebody becomes one message, and is then gone from here.

create table staff_notices (
  id bigint generated always as identity primary key,
  staff_id bigint not null references staff on delete cascade,
  ticket_id bigint not null references tickets,
  -- sla_start, sla_warn, sla_breach, or rule.
  reason text not null,
  metric text,
  words text,
  urgent boolean not null,
  at timestamptz not null
);
create index staff_notices_staff on staff_notices (staff_id, id);

alter table staff
  add column notices text not null default 'all' check (notices in ('all', 'urgent', 'none')),
  -- When somebody was last written to, so that a storm becomes a message a minute.
  add column noticed_at timestamptz;
