-- Quiet hours and what is held during them, surveys to a desk's taste, NPS, and low ratings as a list for a lead.

create table quiet_settings (
  single boolean primary key default true check (single),
  -- Times of day in the customer's zone, such as 22:00; both null: the desk keeps no quiet hours.
  quiet_from text default '22:00' check (quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  quiet_until text default '08:00' check (quiet_until ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  -- Whoever did something in the chat so recently is awake.
  awake_minutes integer not null default 30 check (awake_minutes between 0 and 720),
  -- What concerns tickets of these queues is told at any hour.
  waking_queues text[] not null default '{security-payments}',
  check ((quiet_from is null) = (quiet_until is null) and quiet_from <> quiet_until)
);
insert into quiet_settings default values;

-- {"from": "23:00", "until": "09:00"}: the customer's own; {"off": true}: none; null: the desk's.
alter table customers add column quiet_hours jsonb;

alter table chats
  -- When its customer last did something here.
  add column acted_at timestamptz,
  -- Whether anything is held for it, so that whoever reads the chat knows without a question of its own.
  add column holds boolean not null default false;

-- What waits until its customer wakes: never in the outbox, whose lanes would hold up the answers to somebody who writes at night.
create table held_messages (
  id bigint generated always as identity primary key,
  chat_id bigint not null references chats,
  ticket_id bigint references tickets,
  -- Takes the place of an earlier one in the same slot of the chat.
  slot text,
  -- The agent's message that this carries.
  message_id bigint references messages,
  notice jsonb not null,
  -- When the window opens, as far as is known now.
  release_at timestamptz not null,
  created_at timestamptz not null
);
create index held_messages_chat on held_messages (chat_id, id);
create unique index held_messages_slot on held_messages (chat_id, slot) where slot is not null;
create unique index held_messages_message on held_messages (message_id) where message_id is not null;

alter table messages drop constraint messages_delivery_check;
alter table messages add constraint messages_delivery_check
  check (delivery in ('held', 'pending', 'sent', 'failed', 'ambiguous'));

-- What the customer may do next, as the summary told them; three points at most.
alter table tickets add column next_steps text[] not null default '{}';

alter table aftercare_settings
  add column survey_enabled boolean not null default true,
  add column survey_style text not null default 'faces' check (survey_style in ('faces', 'stars')),
  add column nps_enabled boolean not null default true,
  -- After solving, and never within a day of a question about a rating.
  add column nps_hours integer not null default 72 check (nps_hours between 0 and 720),
  -- A customer is asked once in so many days.
  add column nps_days integer not null default 90 check (nps_days between 1 and 730),
  -- From this solved ticket of a customer on.
  add column nps_after integer not null default 2 check (nps_after between 1 and 100),
  -- Of those who could be asked.
  add column nps_share integer not null default 100 check (nps_share between 1 and 100);

-- How likely a customer recommends the desk, 0 to 10; it belongs to the customer, the ticket only gave the occasion.
create table nps (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customers,
  ticket_id bigint not null references tickets,
  asked_at timestamptz not null,
  score smallint check (score between 0 and 10),
  rated_at timestamptz,
  comment text
);
create index nps_customer on nps (customer_id, asked_at desc);
create index nps_ticket on nps (ticket_id);
create index nps_rated on nps (rated_at) where rated_at is not null;

-- Ratings that a lead reads and answers for.
create table low_ratings (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('csat', 'nps')),
  ticket_id bigint not null references tickets,
  nps_id bigint references nps,
  customer_id bigint not null references customers,
  -- Who had the ticket then.
  agent_id bigint references staff,
  score smallint not null,
  rated_at timestamptz not null,
  handled_at timestamptz,
  handled_by bigint references staff,
  note text,
  check ((handled_at is null) = (handled_by is null)),
  check ((kind = 'nps') = (nps_id is not null))
);
create unique index low_ratings_ticket on low_ratings (ticket_id) where kind = 'csat';
create unique index low_ratings_nps on low_ratings (nps_id) where nps_id is not null;
create index low_ratings_open on low_ratings (id) where handled_at is null;
insert into low_ratings (kind, ticket_id, customer_id, agent_id, score, rated_at)
  select 'csat', t.id, t.customer_id, t.assignee_id, a.score, a.rated_at from aftercare a join tickets t on t.id = a.ticket_id
  where a.score <= 2 and a.rated_at is not null order by a.rated_at;

update roles set permissions = permissions || '{surveys.read}' where name in ('analyst', 'admin');
update roles set permissions = permissions || '{surveys.manage}' where name = 'admin';
