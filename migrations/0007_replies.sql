-- Macros: ready texts in several languages that also act on a ticket (T1–T4).

create table macros (
  id bigint generated always as identity primary key,
  -- Names a macro of the starter library; null: the desk's own.
  slug text unique,
  -- The newest version, and the newest approved one, which is the one in use.
  version integer not null default 1,
  approved_version integer,
  approved_by bigint references staff,
  approved_at timestamptz,
  created_at timestamptz not null
);

-- Every save is a version, and no version changes.
create table macro_versions (
  macro_id bigint not null references macros,
  version integer not null check (version > 0),
  title text not null,
  -- A topic's slug; null: for all topics.
  topic text,
  place text not null check (place in ('ticket', 'channel')),
  -- {"en": "…", "az": "…"}
  texts jsonb not null,
  actions jsonb not null,
  author_id bigint references staff,
  created_at timestamptz not null,
  primary key (macro_id, version)
);
create trigger macro_versions_append_only before update or delete on macro_versions
  for each row execute function refuse_change();
create trigger macro_versions_stay before truncate on macro_versions
  for each statement execute function refuse_change();

-- Whether a version has to be approved before it is used.
create table reply_settings (
  singleton boolean primary key default true check (singleton),
  approval_required boolean not null default false
);
insert into reply_settings default values;

-- Whoever writes or approves macros reads them too.
update roles set permissions = permissions || '{macros.use}' where name in ('l1', 'l2', 'vip', 'editor', 'compliance', 'admin');
update roles set permissions = permissions || '{macros.edit}' where name in ('editor', 'admin');
update roles set permissions = permissions || '{macros.approve}' where name in ('compliance', 'admin');
