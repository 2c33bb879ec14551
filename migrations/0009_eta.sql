-- When the next answer is promised, and what that is counted from.

alter table tickets
  -- How many waited before this one when its time was last looked at; null: it does not stand in a queue.
  add column ahead integer,
  -- Why the time is later than the target, or was moved, and until when nobody is on shift.
  add column eta_why text check (eta_why in ('busy', 'off_shift', 'expert', 'longer')),
  add column eta_opens_at timestamptz,
  -- How often a new time was told since the customer waits.
  add column eta_moves smallint not null default 0;

-- What a queue lately did and who serves it, as one job measured it.
create table queue_pace (
  queue_id bigint primary key references queues on delete cascade,
  measured_at timestamptz not null,
  -- Person-minutes that an answer takes.
  minutes_each double precision not null,
  -- Waiting tickets that nobody has, by class of work (0 to 3), and those of the people who serve this queue.
  waiting integer[] not null,
  owed integer not null,
  -- [{"from": …, "people": 2}, …]: how many serve it from when on; null: nobody knows.
  supply jsonb
);

-- The answers of the last hours, by queue.
create index sla_clocks_answered on sla_clocks (queue_id, ended_at) where state = 'fulfilled' and metric <> 'resolution';
