-- Concierges: members of the staff who let the desk read and answer in chats of their own account, and tickets that are personal.

update roles set permissions = permissions || '{concierge.serve}' where name = 'vip';
update roles set permissions = permissions || '{concierge.serve,concierge.manage}' where name = 'admin';

create table concierges (
  staff_id bigint primary key references staff,
  -- The account, and the bot's own chat with its owner, by Telegram's numbers.
  account_id bigint not null,
  owner_chat_id bigint not null,
  -- Telegram's name of the connection; another one after every new connecting.
  connection text not null,
  rights text[] not null,
  -- off: their owner ended it; lost: Telegram no longer knows it, or they may no longer serve.
  state text not null check (state in ('connected', 'off', 'lost')),
  connected_at timestamptz not null,
  changed_at timestamptz not null
);
create unique index concierges_connection on concierges (connection);

create table concierge_settings (
  single boolean primary key default true check (single),
  -- Whose chats with a concierge come to the desk; all others stay private.
  lets_in text not null default 'vip' check (lets_in in ('vip', 'all'))
);
insert into concierge_settings default values;

-- The same person's chat with the bot and with a concierge have one number at Telegram's.
alter table chats
  add column concierge_id bigint references staff,
  -- Up to which message of the customer's the concierge has read, by Telegram's number.
  add column read_to bigint;
alter table chats drop constraint chats_telegram_chat_id_key;
create unique index chats_telegram on chats (telegram_chat_id) where concierge_id is null;
create unique index chats_concierge on chats (concierge_id, telegram_chat_id) where concierge_id is not null;

-- Whose personal matter a ticket is: in the chat with them, or in the bot's chat where they took it over by name.
alter table tickets add column concierge_id bigint references staff;
create index tickets_concierge on tickets (concierge_id, customer_id) where concierge_id is not null;

-- Its author deleted it: what it said is gone, that it was there is not.
alter table messages add column removed_at timestamptz;

-- Versions go with the words that were removed, and never else.
create function only_with_removed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (select from messages where id = old.message_id and removed_at is not null) then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
drop trigger message_versions_append_only on message_versions;
create trigger message_versions_append_only before update or delete on message_versions
  for each row execute function only_with_removed();

-- A photo of somebody of the staff, as Telegram knows the file; shown when they take a matter over.
alter table staff add column photo_file_id text;
