-- Uploads of customers' that come in pieces, so that one that breaks off goes on where it was. Unfinished ones are forgotten after a day.

create table started_uploads (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customers,
  name text not null,
  size_bytes bigint not null check (size_bytes > 0),
  received_bytes bigint not null default 0 check (received_bytes between 0 and size_bytes),
  -- What became of it, once all of it is there.
  file_id bigint references files,
  created_at timestamptz not null
);
create index started_uploads_customer on started_uploads (customer_id);
create index started_uploads_created on started_uploads (created_at);

create table upload_pieces (
  upload_id bigint not null references started_uploads on delete cascade,
  -- Where it begins.
  at bigint not null,
  bytes bytea not null,
  primary key (upload_id, at)
);
-- Pictures and films are packed already.
alter table upload_pieces alter column bytes set storage external;
