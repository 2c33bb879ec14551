-- What is written in a topic of a staff group before its number is known here: it waits for the number.
create table staff_early_words (
  id bigint generated always as identity primary key,
  group_id bigint not null references staff_groups,
  -- Telegram's number of the topic.
  thread_id bigint not null,
  arrival jsonb not null,
  at timestamptz not null
);
create index staff_early_words_thread on staff_early_words (group_id, thread_id, id);
