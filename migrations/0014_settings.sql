-- What a desk sets by itself: service levels, titles of macros by language, macros sent back to their author, and the tone gate.

update roles set permissions = permissions || '{sla.manage}' where name = 'admin';

-- {"az": "…", "ru": "…"}: titles besides `title`, which serves every language that has none of its own.
alter table macro_versions add column titles jsonb not null default '{}';

-- Whoever approves can send the newest version back instead, and say why.
alter table macros
  add column returned_version integer,
  add column returned_by bigint references staff,
  add column returned_at timestamptz,
  add column returned_why text,
  add check ((returned_version is null) = (returned_why is null));

-- Whether advice on tone must be followed before a macro is used.
alter table reply_settings add column tone_gate boolean not null default false;
