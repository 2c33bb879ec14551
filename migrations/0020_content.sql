-- Every kind of content, both ways: where a message came from, what it quotes, what it stands as in Telegram, and its files.

alter table messages
  -- What a message is besides its words: a place, a contact, a poll, … by its kind.
  add column details jsonb,
  -- Who wrote it first, where it was forwarded: {"kind", "name", "at"}.
  add column origin jsonb,
  -- The words of the answered message that it quotes.
  add column quote text,
  -- What people answered with one tap: {"customer:7": ["👍"]}.
  add column reactions jsonb,
  -- The words around an answer as its customer got them, with one character in its place.
  add column frame text,
  -- Taken back by whoever wrote it: nobody but the staff sees it any more.
  add column deleted_at timestamptz;
create index messages_album on messages (chat_id, media_group_id) where media_group_id is not null;

-- The messages in Telegram that one of ours stands as, where it is more than one: the pieces of a long answer, the items of an album.
create table message_parts (
  message_id bigint not null references messages,
  part smallint not null,
  -- The part with which it goes out in one call, as an album does.
  call smallint not null,
  chat_id bigint not null references chats,
  -- null: not sent yet.
  telegram_message_id bigint,
  text text not null default '',
  entities jsonb,
  delivery text check (delivery in ('pending', 'sent', 'failed', 'ambiguous')),
  primary key (message_id, part)
);
create unique index message_parts_telegram on message_parts (chat_id, telegram_message_id) where telegram_message_id is not null;

-- The files as they were before an edit put others in their place.
alter table message_versions add column files bigint[] not null default '{}';

-- Bytes that the desk keeps itself: what people uploaded, and what was fetched from Telegram.
create table files (
  id bigint generated always as identity primary key,
  -- Where the storage has it; null: its time was over and the bytes are gone.
  storage_key text unique,
  name text not null,
  -- By the bytes, not by what anybody says.
  mime_type text not null,
  -- As what it is sent: photo, video, voice, document, …
  kind text not null,
  size_bytes bigint not null,
  sha256 bytea not null,
  -- Whose upload it is; null: it was fetched.
  staff_id bigint references staff,
  customer_id bigint references customers,
  -- What Telegram calls it, once it was sent: sent again it needs no bytes.
  telegram_file_id text,
  telegram_kind text,
  created_at timestamptz not null
);
create index files_of_staff on files (staff_id, created_at) where staff_id is not null;
create index files_of_customers on files (customer_id, created_at) where customer_id is not null;
create index files_same on files (sha256) where telegram_file_id is not null;
create index files_kept on files (created_at) where storage_key is not null;

alter table attachments
  alter column file_id drop not null,
  alter column file_unique_id drop not null,
  -- The item of the message that it came in.
  add column telegram_message_id bigint,
  -- An edit put another one in its place.
  add column replaced_at timestamptz,
  add column stored_id bigint references files,
  -- A small picture of it: Telegram's own, and where we keep it.
  add column thumbnail_id text,
  add column thumbnail_stored_id bigint references files;
create index attachments_stored on attachments (stored_id) where stored_id is not null;
create index attachments_thumbnail_stored on attachments (thumbnail_stored_id) where thumbnail_stored_id is not null;
