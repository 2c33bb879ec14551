-- Direct messages to a channel: one chat of Telegram's in which every person has a topic, and each topic is a conversation of its own (P1).
alter table chats
  alter column telegram_chat_id drop not null,
  add column direct_chat_id bigint,
  add column direct_topic_id bigint,
  add check (num_nonnulls(telegram_chat_id, direct_chat_id) = 1),
  add check ((direct_chat_id is null) = (direct_topic_id is null));
create unique index chats_direct on chats (direct_chat_id, direct_topic_id) where direct_topic_id is not null;
