-- What customers ask of their own data (C4): a copy of it, or that it goes.

create table privacy_requests (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customers,
  kind text not null check (kind in ('export', 'erasure')),
  -- ready: the copy can be fetched; done: it was fetched, its time is over, or the data is gone.
  state text not null default 'asked' check (state in ('asked', 'ready', 'done')),
  asked_at timestamptz not null,
  ready_at timestamptz,
  done_at timestamptz,
  -- Where the storage has the copy, and until when it is kept.
  storage_key text,
  size_bytes bigint,
  expires_at timestamptz,
  -- A link that hands it out, once.
  token_hash text unique,
  token_expires_at timestamptz,
  -- Bytes that are still to be removed from the storage.
  keys_left text[] not null default '{}'
);
create index privacy_requests_customer on privacy_requests (customer_id, id desc);
create unique index privacy_requests_open on privacy_requests (customer_id, kind) where state = 'asked';
create index privacy_requests_expiry on privacy_requests (expires_at) where state = 'ready';

-- Whose data is gone: what is left of them is a number.
alter table customers add column erased_at timestamptz;
