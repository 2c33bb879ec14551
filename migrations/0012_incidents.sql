-- Incidents: one known outage collects its tickets, tells their customers, and is shown in a place for statuses (U5).

create table incidents (
  id bigint generated always as identity primary key,
  status text not null check (status in ('investigating', 'identified', 'monitoring', 'resolved')),
  -- {"en": "…"}: at least one language.
  title jsonb not null,
  -- {"topics": [slug], "queues": [slug], "words": ["…"]}; all empty: tickets come by hand only.
  rule jsonb not null,
  next_news_at timestamptz,
  declared_by bigint references staff,
  declared_at timestamptz not null,
  resolved_at timestamptz
);
create index incidents_open on incidents (id) where status <> 'resolved';

create table incident_updates (
  id bigint generated always as identity primary key,
  incident_id bigint not null references incidents,
  status text not null check (status in ('investigating', 'identified', 'monitoring', 'resolved')),
  -- {"en": "…"}: at least one language.
  texts jsonb not null,
  next_news_at timestamptz,
  author_id bigint references staff,
  -- A key of the sender's, so that a repeated request adds nothing.
  request_key text not null,
  at timestamptz not null,
  unique (author_id, request_key)
);
create index incident_updates_incident on incident_updates (incident_id, id);
create trigger incident_updates_append_only before update or delete on incident_updates
  for each row execute function refuse_change();

alter table tickets
  -- The incident that the ticket belongs to now, or belonged to when it was resolved.
  add column incident_id bigint references incidents,
  -- It waits for the end of that incident, and nobody is given it as work.
  add column held boolean not null default false;
create index tickets_incident on tickets (incident_id, id) where incident_id is not null;

-- Which tickets an incident has or had, and what their customers were told.
create table incident_tickets (
  incident_id bigint not null references incidents,
  ticket_id bigint not null references tickets,
  -- The latest update that the customer was told, or had no wish to hear.
  told bigint not null,
  attached_at timestamptz not null,
  -- It was something else: no rule brings it back.
  left_at timestamptz,
  primary key (incident_id, ticket_id)
);
create index incident_tickets_untold on incident_tickets (incident_id, told) where left_at is null;

-- Where statuses are posted: a chat, in a forum also a topic of it. One row; without a chat: nowhere.
create table status_place (
  singleton boolean primary key default true check (singleton),
  -- Counts changes: a message of the former place is never edited in the new one.
  version integer not null default 1,
  chat_id bigint references chats,
  thread_id bigint,
  -- Whether the first message arrived there.
  state text check (state in ('checking', 'works', 'refused')),
  problem text,
  check ((chat_id is null) = (state is null))
);
insert into status_place default values;

update roles set permissions = permissions || '{incidents.manage}' where name = 'admin';
