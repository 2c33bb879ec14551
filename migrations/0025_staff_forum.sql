-- The staff forum (P6): supergroups of the staff's in which each ticket is a topic. The topic is a mirror, never the store.

create table staff_groups (
  id bigint generated always as identity primary key,
  chat_id bigint not null unique references chats,
  title text not null,
  -- checking: Telegram is asked what the bot may do there; lacking: not all that it needs; lost: the bot is not in it any more.
  state text not null check (state in ('checking', 'works', 'lacking', 'lost')),
  -- What is missing: forum, admin, topics, pins.
  missing text[] not null default '{}',
  -- No ticket gets a new topic here.
  paused boolean not null default false,
  linked_by bigint references staff,
  linked_at timestamptz not null,
  unlinked_at timestamptz
);

-- Codes that link a group once, by their hashes.
create table staff_group_codes (
  code_hash text primary key,
  staff_id bigint not null references staff,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table staff_forum_settings (
  singleton boolean primary key default true check (singleton),
  -- Lines that begin with it stay among the staff.
  mark text not null default '//',
  -- How many topics a group has at most; the next ticket goes to the next group.
  most_topics integer not null default 2000
);
insert into staff_forum_settings default values;

create table staff_topics (
  ticket_id bigint primary key references tickets,
  group_id bigint not null references staff_groups,
  -- Telegram's number of it, never that of General (1); null while it is being made.
  thread_id bigint check (thread_id > 1),
  -- Counts up when it is made again: what is said of an earlier one no longer matters.
  generation integer not null default 1,
  -- As they were last asked for.
  name text not null,
  icon text not null,
  open boolean not null default true,
  -- The hash of the card as it was last asked for; null: it has none yet.
  card text,
  -- Whether the card stands and was asked to be pinned.
  pinned boolean not null default false,
  made_at timestamptz not null
);
create index staff_topics_group on staff_topics (group_id, thread_id);

-- A message of a ticket, and the one in the topic that stands for it: both ids of a bridge, and its direction.
create table staff_bridges (
  ticket_id bigint not null references staff_topics,
  message_id bigint not null references messages,
  -- topic: it was said elsewhere and is mirrored; customer: it was written in the topic and went to the customer; note: it stayed inside.
  direction text not null check (direction in ('topic', 'customer', 'note')),
  form text not null check (form in ('copy', 'words', 'summary', 'own')),
  -- Sent together: the first message of these.
  post bigint not null,
  state text not null check (state in ('waiting', 'there', 'failed')),
  -- Telegram's number of it in the group.
  group_message_id bigint,
  -- The version of the words that it shows.
  edited_at timestamptz,
  -- The delivery to the customer that the topic was told.
  told text,
  primary key (ticket_id, message_id)
);
create index staff_bridges_group_message on staff_bridges (ticket_id, group_message_id);

update roles set permissions = permissions || '{telegram.manage}' where name = 'admin';
