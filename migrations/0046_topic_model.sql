-- What the desk has learnt of its topics from its own tickets and the articles, so that every process reads the same (B2).

create table topic_models (
  singleton boolean primary key default true check (singleton),
  learnt bytea not null,
  examples integer not null,
  -- The newest ticket that it was learnt from; null: none.
  last_ticket_id bigint,
  learnt_at timestamptz not null
);
