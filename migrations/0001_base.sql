-- What base/ needs: the outbox with its lanes and budgets, and the desk's movable clock.

create table outbox_lanes (
  lane text primary key,
  pending integer not null default 0,
  ready_at timestamptz not null default '-infinity',
  -- When everything that was sent would have gone out at the lane's steady pace.
  paced_until timestamptz not null default '-infinity',
  lease_until timestamptz,
  priority smallint not null default 0
);
create index outbox_lanes_ready on outbox_lanes (priority desc, ready_at) where pending > 0;

create table outbox (
  id bigint generated always as identity primary key,
  lane text not null,
  kind text not null,
  payload jsonb not null,
  -- Names the message on the other side, so that it can be edited later.
  key text,
  -- Send anew even where a message with this key stands already.
  fresh boolean not null default false,
  -- The lane's steady pace, and how many messages may go out ahead of it.
  pace_ms integer not null default 0,
  burst smallint not null default 1,
  priority smallint not null default 0,
  on_ambiguous text not null check (on_ambiguous in ('resend', 'hold')),
  -- Whom to tell how it went: {"message": 12}.
  ref jsonb,
  state text not null default 'pending' check (state in ('pending', 'sending', 'sent', 'failed', 'ambiguous')),
  attempts integer not null default 0,
  error text,
  created_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  done_at timestamptz
);
create index outbox_open on outbox (lane, id) where state in ('pending', 'sending');
create index outbox_key_open on outbox (key) where state = 'pending' and key is not null;
create index outbox_done on outbox (done_at) where state in ('sent', 'failed', 'ambiguous');

-- Where a keyed message stands on the other side.
create table outbox_keys (
  key text primary key,
  lane text not null,
  remote_id text not null,
  updated_at timestamptz not null default clock_timestamp()
);
create index outbox_keys_remote on outbox_keys (lane, remote_id);

-- When all processes together sent their latest messages, so that no second sees more than Telegram takes from one bot.
create table outbox_budgets (
  name text primary key,
  recent timestamptz[] not null
);

-- How far the desk's time is ahead of the wall clock. Only the sandbox moves it.
create table desk_clock (
  singleton boolean primary key default true check (singleton),
  offset_ms bigint not null default 0
);
insert into desk_clock default values;
