-- The desk: people on both sides, queues and topics, tickets and what is said in them.

create extension if not exists pg_trgm;

create table customers (
  id bigint generated always as identity primary key,
  telegram_id bigint unique,
  first_name text not null,
  last_name text,
  username text,
  language text not null,
  language_chosen boolean not null default false,
  time_zone text,
  is_vip boolean not null default false,
  unreachable_at timestamptz,
  created_at timestamptz not null
);

create index customers_names on customers using gin ((first_name || ' ' || coalesce(last_name, '') || ' ' || coalesce(username, '')) gin_trgm_ops);

create table consents (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customers,
  purpose text not null,
  version text not null,
  language text not null,
  text text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create unique index consents_current on consents (customer_id, purpose) where withdrawn_at is null;

-- A chat is known by our id; Telegram's id is an attribute that can change.
create table chats (
  id bigint generated always as identity primary key,
  telegram_chat_id bigint not null unique,
  kind text not null check (kind in ('private', 'group', 'supergroup', 'channel')),
  customer_id bigint references customers,
  dialogue jsonb,
  updated_at timestamptz not null
)
-- As for tickets: every message moves its dialogue on.
with (fillfactor = 70);
create index chats_customer on chats (customer_id);

create table staff (
  id bigint generated always as identity primary key,
  name text not null,
  role text not null,
  telegram_id bigint unique,
  language text not null default 'en',
  active boolean not null default true,
  created_at timestamptz not null
);

create table staff_login_links (
  token_hash text primary key,
  staff_id bigint not null references staff,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table staff_sessions (
  token_hash text primary key,
  staff_id bigint not null references staff,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index staff_sessions_staff on staff_sessions (staff_id);

create table queues (
  id bigint generated always as identity primary key,
  slug text not null unique,
  name text not null,
  first_reply_minutes integer not null check (first_reply_minutes > 0),
  resolution_minutes integer not null check (resolution_minutes > 0),
  position integer not null default 0
);

create table topics (
  id bigint generated always as identity primary key,
  slug text not null unique,
  emoji text not null,
  position integer not null default 0,
  queue_id bigint not null references queues,
  -- {"titles": {"en": …}, "prompts": {…}, "clarify": {…}}: what a customer reads, by language.
  texts jsonb not null,
  active boolean not null default true
);

create table tickets (
  -- The human number: № 1001 is the first.
  id bigint generated always as identity (start with 1001) primary key,
  customer_id bigint not null references customers,
  chat_id bigint references chats,
  topic_id bigint references topics,
  queue_id bigint not null references queues,
  status text not null check (status in ('accepted', 'in_progress', 'clarification', 'resolved', 'closed', 'reopened')),
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'critical')),
  -- Why it went straight to a person: a word of the customer's, or their wish.
  urgent_reason text,
  assignee_id bigint references staff,
  language text not null,
  subject text not null,
  outcome text check (outcome in ('answered', 'auto_resolved', 'closed_by_customer')),
  -- null: not asked yet.
  notify boolean,
  clarification text,
  summary text,
  -- The oldest customer message that no person has answered.
  waiting_since timestamptz,
  eta_at timestamptz,
  first_reply_at timestamptz,
  last_reply_at timestamptz,
  last_message_at timestamptz not null,
  resolved_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Counts changes, so that a screen knows whether it is behind.
  revision integer not null default 1
)
-- A ticket changes often: with room in its page, a change of what no index holds touches no index.
with (fillfactor = 70);
create index tickets_customer on tickets (customer_id, id desc);
create index tickets_waiting on tickets (waiting_since, id) where waiting_since is not null;
create index tickets_recent on tickets (last_message_at desc, id desc);
create index tickets_unassigned on tickets (last_message_at desc, id desc) where assignee_id is null and status not in ('resolved', 'closed');
create index tickets_open_recent on tickets (last_message_at desc, id desc) where status not in ('resolved', 'closed');
create index tickets_ended_recent on tickets (last_message_at desc, id desc) where status in ('resolved', 'closed');
create index tickets_subject on tickets using gin (subject gin_trgm_ops);
create index tickets_assignee on tickets (assignee_id, last_message_at desc, id desc);

create table ticket_events (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets,
  kind text not null,
  actor_kind text not null check (actor_kind in ('customer', 'staff', 'bot', 'system')),
  actor_id bigint,
  data jsonb not null default '{}',
  at timestamptz not null
);
create index ticket_events_ticket on ticket_events (ticket_id, id);

-- History is appended to, never rewritten.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger ticket_events_append_only before update or delete on ticket_events
  for each row execute function refuse_change();

create table messages (
  id bigint generated always as identity primary key,
  chat_id bigint not null references chats,
  -- null: words that are not in a ticket yet.
  ticket_id bigint references tickets,
  author_kind text not null check (author_kind in ('customer', 'staff', 'bot')),
  author_id bigint,
  visibility text not null default 'public' check (visibility in ('public', 'internal')),
  kind text not null,
  text text not null default '',
  entities jsonb,
  telegram_message_id bigint,
  media_group_id text,
  reply_to_id bigint references messages,
  delivery text check (delivery in ('pending', 'sent', 'failed', 'ambiguous')),
  delivery_error text,
  -- What Telegram sent, where we cannot show it fully.
  raw jsonb,
  -- The customer took these words back before they were in a ticket: they stay, but no ticket takes them.
  set_aside boolean not null default false,
  -- A key of the sender's, so that a repeated request adds nothing.
  request_key text,
  created_at timestamptz not null,
  edited_at timestamptz
);
create index messages_ticket on messages (ticket_id, id);
create index messages_loose on messages (chat_id, id) where ticket_id is null and author_kind = 'customer' and not set_aside;
create unique index messages_telegram on messages (chat_id, telegram_message_id) where telegram_message_id is not null;
create unique index messages_request on messages (author_id, request_key) where request_key is not null;

create table message_versions (
  message_id bigint not null references messages,
  version integer not null,
  text text not null,
  entities jsonb,
  at timestamptz not null,
  primary key (message_id, version)
);
create trigger message_versions_append_only before update or delete on message_versions
  for each row execute function refuse_change();

create table attachments (
  id bigint generated always as identity primary key,
  message_id bigint not null references messages,
  kind text not null,
  file_id text not null,
  file_unique_id text not null,
  file_name text,
  mime_type text,
  size_bytes bigint,
  width integer,
  height integer,
  duration_seconds integer
);
create index attachments_message on attachments (message_id);

-- Which updates have had their effects (exactly once), and which could not be understood.
create table updates (
  bot_id bigint not null,
  update_id bigint not null,
  received_at timestamptz not null,
  primary key (bot_id, update_id)
);
create index updates_received on updates (received_at);

create table failed_updates (
  bot_id bigint not null,
  update_id bigint not null,
  payload jsonb not null,
  error text not null,
  at timestamptz not null,
  primary key (bot_id, update_id)
);
