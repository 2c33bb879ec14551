-- Whose messages the desk remembers by Telegram's numbers: another bot counts from one again.
create table desk_bot (
  singleton boolean primary key default true check (singleton),
  bot_id bigint not null
);
