-- Roles as tables of permissions, and the audit log.

create table roles (
  name text primary key check (name ~ '^[a-z][a-z0-9_-]{0,31}$'),
  -- Names that the program does not know grant nothing.
  permissions text[] not null,
  updated_at timestamptz not null default now()
);
-- R1 to R8, each with what its work needs. Moderators' and editors' work has no screens yet, so they are granted nothing yet.
insert into roles (name, permissions) values
  ('l1', '{tickets.read,tickets.reply,tickets.note,tickets.resolve,tickets.assign}'),
  ('l2', '{tickets.read,tickets.reply,tickets.note,tickets.resolve,tickets.assign}'),
  ('vip', '{tickets.read,tickets.reply,tickets.note,tickets.resolve,tickets.assign}'),
  ('moderator', '{}'),
  ('editor', '{}'),
  ('analyst', '{tickets.read}'),
  ('compliance', '{audit.read}'),
  ('admin', '{tickets.read,tickets.reply,tickets.note,tickets.resolve,tickets.assign,queues.manage,staff.manage,roles.manage,audit.read}');
alter table staff add constraint staff_role foreign key (role) references roles (name);

create table audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- operator: whoever may run commands on the desk's machine.
  actor_kind text not null check (actor_kind in ('staff', 'operator', 'bot', 'system')),
  actor_id bigint,
  action text not null,
  object_kind text not null,
  object_id text not null,
  -- What changed and nothing else. Ids, never words.
  before jsonb,
  after jsonb,
  place text not null check (place in ('console', 'bot', 'cli', 'system')),
  address_hash text,
  -- The place in the chain and its hash, given after the commit by whoever seals.
  position bigint,
  hash bytea,
  check ((position is null) = (hash is null))
);
create unique index audit_entries_position on audit_entries (position) where position is not null;
create index audit_entries_unsealed on audit_entries (id) where position is null;
create index audit_entries_object on audit_entries (object_kind, object_id, id desc);
create index audit_entries_actor on audit_entries (actor_kind, actor_id, id desc);

create function only_seal() returns trigger language plpgsql as $$
begin
  if old.position is null and new.position is not null
    and to_jsonb(old) - 'position' - 'hash' = to_jsonb(new) - 'position' - 'hash' then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_entries_only_seal before update on audit_entries for each row execute function only_seal();
create trigger audit_entries_append_only before delete or truncate on audit_entries
  for each statement execute function refuse_change();

-- The chain's head. `address_key` makes hashes of addresses, so that equal ones are seen to be equal and no list of all addresses helps.
create table audit_chain (
  singleton boolean primary key default true check (singleton),
  position bigint not null default 0,
  hash bytea not null default decode(repeat('00', 32), 'hex'),
  address_key bytea not null default sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
);
insert into audit_chain default values;
create trigger audit_chain_stays before delete or truncate on audit_chain
  for each statement execute function refuse_change();
