-- The cabinet: customers who are signed in, and what they have read.

create table customer_sessions (
  token_hash text primary key,
  customer_id bigint not null references customers,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index customer_sessions_customer on customer_sessions (customer_id);
create index customer_sessions_expiry on customer_sessions (expires_at);

-- What Telegram signed opens one session: whoever overhears it later gets none.
create table customer_launches (
  hash text primary key,
  at timestamptz not null
);
create index customer_launches_at on customer_launches (at);

-- Links for a browser outside Telegram; each works once.
create table customer_links (
  token_hash text primary key,
  customer_id bigint not null references customers,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Up to which message a customer has read their ticket in the cabinet.
create table ticket_reads (
  ticket_id bigint primary key references tickets,
  message_id bigint not null
);
