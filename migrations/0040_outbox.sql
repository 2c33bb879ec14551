-- The outbox at full strength: whose call is under way, limits by the minute, waits that mean the whole bot, and what did not arrive.

-- Processes that send. A sender that lives holds a lock; one whose lock is gone for good is forgotten, and what it was sending is free.
create table outbox_senders (
  id integer primary key,
  -- When its lock was first seen missing.
  missed_at timestamptz
);

alter table outbox_lanes
  add column sender integer,
  -- When the latest messages arrived, where the other side counts them by the minute.
  add column recent timestamptz[] not null default '{}';
-- Who waits longest, whatever their priority.
create index outbox_lanes_waiting on outbox_lanes (ready_at) where pending > 0;

alter table outbox
  -- How many messages it is to the other side's limits: an album is several, an answer to a press is none.
  add column weight smallint not null default 1,
  -- How many of its lane's may arrive in any minute.
  add column per_minute smallint,
  -- Why it did not arrive, for programs.
  add column code text,
  drop constraint outbox_state_check,
  add constraint outbox_state_check
    check (state in ('pending', 'sending', 'sent', 'failed', 'ambiguous', 'repeated', 'discarded'));
-- What did not arrive, or perhaps not, and waits for a person.
create index outbox_unsent on outbox (id) where state in ('failed', 'ambiguous');

-- Until when nothing may be sent at all.
alter table outbox_budgets add column paused_until timestamptz;
