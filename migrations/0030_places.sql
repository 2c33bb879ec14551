-- The desk's own places in Telegram: a channel, a community group, and the group of the channel's comments (P1, P2, S6).

-- What people call the bot: links into it are made of this.
alter table desk_bot add column username text;

create table places (
  kind text primary key check (kind in ('channel', 'community', 'comments')),
  chat_id bigint not null unique references chats,
  title text not null,
  username text,
  is_forum boolean not null default false,
  -- The comments of a channel, or the channel of a group of comments, by Telegram's number.
  linked_chat bigint,
  -- What the bot is there, and may do there, by Telegram's names; as of `checked_at`.
  status text not null,
  rights text[] not null,
  checked_at timestamptz,
  -- Why it could not be looked at, in Telegram's words.
  problem text,
  set_by bigint references staff,
  set_at timestamptz not null
);

-- Where the bot became an administrator by the hand of somebody who may give the desk its places, until that chat is given one.
create table place_candidates (
  chat_id bigint primary key references chats,
  title text not null,
  at timestamptz not null
);

-- The topics of the community group. A row each; without a thread it is not there.
create table place_topics (
  id smallint primary key,
  slug text not null unique,
  -- The desk's own name of it; null: the usual one.
  name text,
  -- Its name is to be changed where it stands.
  renamed boolean not null default false,
  thread_id bigint check (thread_id > 1),
  state text not null default 'absent' check (state in ('absent', 'asked', 'there', 'failed')),
  problem text
);
insert into place_topics (id, slug) values (1, 'questions'), (2, 'statuses'), (3, 'faq');

-- What stands in the places: posts that are edited in place and sent anew when somebody deletes them.
create table place_posts (
  id bigint generated always as identity primary key,
  chat_id bigint not null references chats,
  -- help, accounts, or faq:<article>.
  slug text not null,
  state text not null default 'asked' check (state in ('asked', 'there', 'failed')),
  -- Telegram's number of it.
  message_id bigint,
  -- null: it is not to be pinned.
  pin text check (pin in ('asked', 'there', 'failed')),
  problem text,
  unique (chat_id, slug)
);

-- The words of the pinned posts, and who last said that they are still right.
create table place_texts (
  slug text primary key check (slug in ('help', 'accounts')),
  -- null: the usual words.
  text text,
  confirmed_by bigint references staff,
  confirmed_at timestamptz
);
insert into place_texts (slug) values ('help'), ('accounts');

-- Accounts that speak for the desk, besides its bot and its places (S6).
create table official_accounts (
  username text primary key,
  label text not null,
  position integer not null
);

-- Where the way to set the places up is shown, so that it follows what happens.
create table place_panels (
  chat_id bigint primary key references chats,
  staff_id bigint not null references staff,
  shown_at timestamptz not null
);

-- Words that somebody wrote in a group and may carry into the bot by a button, once, themselves (P2).
create table carried_words (
  id bigint generated always as identity primary key,
  token_hash text not null unique,
  chat_id bigint not null references chats,
  telegram_id bigint not null,
  -- What was written, taken apart: a list.
  contents jsonb not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index carried_words_person on carried_words (chat_id, telegram_id, asked_at desc);
create index carried_words_expiry on carried_words (expires_at);

update roles set permissions = permissions || '{places.manage}' where name in ('admin', 'editor');

-- The articles that the FAQ topic shows, by number, in their order.
create table place_faq (
  article_id bigint primary key,
  position integer not null
);
