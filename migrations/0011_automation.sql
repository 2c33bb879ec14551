-- Automation: tags and snoozing of tickets; rules as data, in versions; their timers and runs.

alter table tickets
  add column tags text[] not null default '{}',
  -- Out of the queue until then, or until the customer writes; null: in it.
  add column snoozed_until timestamptz,
  -- When the customer last wrote into it.
  add column last_customer_message_at timestamptz;
update tickets t set last_customer_message_at = coalesce(
  (select max(created_at) from messages m where m.ticket_id = t.id and m.author_kind = 'customer'), t.created_at);
create index tickets_tags on tickets using gin (tags) where tags <> '{}';

-- What is snoozed waits for nobody's hand, so it stands outside the order of work.
drop index tickets_next;
create index tickets_next on tickets (queue_id, work_class, waiting_since, topic_rank, id)
  where assignee_id is null and waiting_since is not null and snoozed_until is null;

-- When words that were written outside tickets came into one; null: as they were written.
alter table messages add column joined_at timestamptz;

create table automation_rules (
  id bigint generated always as identity primary key,
  -- Names a rule of the starter set; null: the desk's own.
  slug text unique,
  -- Rules act in this order.
  position integer not null,
  active boolean not null default false,
  version integer not null default 1,
  -- It fired too often and was switched off by the desk; null: not so.
  paused_at timestamptz,
  created_at timestamptz not null,
  -- A deleted rule stays with its versions, so that past runs can still be read.
  deleted_at timestamptz
);
create index automation_rules_order on automation_rules (position, id) where deleted_at is null;

-- Every save is a version, and no version changes.
create table automation_rule_versions (
  rule_id bigint not null references automation_rules,
  version integer not null check (version > 0),
  -- {"name": …, "trigger": …, "conditions": …, "actions": […]}
  spec jsonb not null,
  author_id bigint references staff,
  created_at timestamptz not null,
  primary key (rule_id, version)
);
create trigger automation_rule_versions_append_only before update or delete on automation_rule_versions
  for each row execute function refuse_change();
create trigger automation_rule_versions_stay before truncate on automation_rule_versions
  for each statement execute function refuse_change();

-- What a rule does some time after a moment of a ticket: its timer, which moves and goes with its reason.
create table automation_timers (
  rule_id bigint not null references automation_rules,
  ticket_id bigint not null references tickets,
  -- The moment from which time is counted.
  since timestamptz not null,
  due_at timestamptz not null,
  -- The rules whose doing that moment was.
  chain bigint[] not null default '{}',
  primary key (ticket_id, rule_id)
);
create index automation_timers_rule on automation_timers (rule_id);

create table automation_runs (
  id bigint generated always as identity primary key,
  rule_id bigint not null references automation_rules,
  version integer not null,
  ticket_id bigint not null references tickets,
  -- Which event of the ticket: a rule runs at most once for each.
  event_key text not null,
  trigger text not null,
  depth smallint not null,
  outcome text not null check (outcome in ('done', 'nothing', 'refused', 'limited')),
  -- What each action did, or why none was taken.
  details jsonb not null,
  at timestamptz not null,
  unique (ticket_id, rule_id, event_key)
);
create index automation_runs_rule on automation_runs (rule_id, at desc);
create index automation_runs_ticket on automation_runs (ticket_id, at desc);

update roles set permissions = permissions || '{automation.manage}' where name in ('admin', 'lead');
