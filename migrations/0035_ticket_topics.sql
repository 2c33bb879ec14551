-- Topics in the private chat, one for each ticket, where the bot has them.

-- What Telegram said of the bot when the desk started.
alter table desk_bot add column has_topics boolean not null default false;

create table ticket_topics (
  ticket_id bigint primary key references tickets,
  chat_id bigint not null references chats,
  -- Telegram's number; null: it is not made yet, or it could not be made, or it is gone.
  thread bigint,
  -- What it is called, as far as was asked for.
  name text not null
);
create unique index ticket_topics_thread on ticket_topics (chat_id, thread) where thread is not null;

-- So that whoever has the ticket knows without a question of its own whether it has a topic.
alter table tickets add column in_topic boolean not null default false;
