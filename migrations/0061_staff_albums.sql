-- The items of an album that somebody of the staff sends in a ticket's topic: they come one by one, and go to the customer together.
create table staff_album_items (
  chat_id bigint not null references chats,
  telegram_message_id bigint not null,
  ticket_id bigint not null references tickets,
  media_group_id text not null,
  -- Who sent it, by Telegram's number.
  telegram_id bigint not null,
  content jsonb not null,
  primary key (chat_id, telegram_message_id)
);
create index staff_album_items_ticket on staff_album_items (ticket_id);
