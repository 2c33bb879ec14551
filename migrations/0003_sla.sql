-- Service levels: calendars, policies, escalation steps, the clocks of tickets and the log that they follow from.

-- A change of a calendar is a new version: what ran on an old one can always be counted again.
create table sla_calendars (
  id bigint generated always as identity primary key,
  slug text not null,
  version integer not null,
  -- {"timeZone": …, "week": {"mon": [["09:00", "13:00"], …]}, "holidays": [{"name": …, "from": …, "until": …}]}
  spec jsonb not null,
  created_at timestamptz not null,
  unique (slug, version)
);
create trigger sla_calendars_append_only before update or delete on sla_calendars
  for each row execute function refuse_change();

create table sla_policies (
  id bigint generated always as identity primary key,
  queue_id bigint not null references queues,
  -- null: every priority that has no policy of its own.
  priority text check (priority in ('low', 'normal', 'high', 'critical')),
  metric text not null check (metric in ('first_reply', 'next_reply', 'resolution')),
  target_minutes integer not null check (target_minutes > 0),
  -- For a ticket that was opened again; null: as above.
  reopened_minutes integer check (reopened_minutes > 0),
  -- null: round the clock.
  calendar text,
  -- When to warn, as a share of the target; null: never.
  warn_percent integer check (warn_percent between 1 and 99),
  pause_in_clarification boolean not null default true,
  active boolean not null default true,
  updated_at timestamptz not null,
  unique nulls not distinct (queue_id, priority, metric)
);

create table sla_escalations (
  id bigint generated always as identity primary key,
  -- null: any queue, any metric.
  queue_id bigint references queues,
  metric text check (metric in ('first_reply', 'next_reply', 'resolution')),
  moment text not null check (moment in ('start', 'warn', 'breach')),
  position integer not null default 0,
  -- {"do": "notify", "whom": …} | {"do": "raise_priority", "to": …} | {"do": "move_queue", "to": …} | {"do": "page_on_call"}
  action jsonb not null,
  active boolean not null default true,
  updated_at timestamptz not null
);

create table sla_clocks (
  ticket_id bigint not null references tickets,
  metric text not null check (metric in ('first_reply', 'next_reply', 'resolution')),
  instance integer not null,
  kind text not null check (kind in ('opened', 'reopened')),
  state text not null check (state in ('running', 'paused', 'fulfilled', 'cancelled')),
  started_at timestamptz not null,
  ended_at timestamptz,
  -- What applies, or applied when it ended: no later change of a policy or a priority touches it.
  policy_id bigint references sla_policies,
  priority text not null,
  queue_id bigint not null references queues,
  target_minutes integer,
  calendar_id bigint references sla_calendars,
  warn_percent integer,
  pauses boolean not null,
  applied_at timestamptz not null,
  -- Working time up to `since`, and since when more of it is running.
  spent_ms bigint not null,
  since timestamptz,
  warn_at timestamptz,
  deadline_at timestamptz,
  warned_at timestamptz,
  breached_at timestamptz,
  -- The ticket's status, as the log has followed it.
  status text not null,
  -- The escalation steps taken.
  escalated bigint[] not null default '{}',
  primary key (ticket_id, metric, instance)
);
create index sla_clocks_deadline on sla_clocks (deadline_at) where ended_at is null and deadline_at is not null;

create table sla_events (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets,
  metric text not null,
  instance integer not null,
  kind text not null check (
    kind in ('activate', 'apply_sla', 'pause', 'resume', 'fulfill', 'warn', 'breach', 'update_status', 'cancel', 'escalate')
  ),
  at timestamptz not null,
  data jsonb not null default '{}'
);
create index sla_events_ticket on sla_events (ticket_id, id);
create trigger sla_events_append_only before update or delete on sla_events
  for each row execute function refuse_change();

-- The earliest of a ticket's running deadlines, and whose it is.
alter table tickets
  add column next_deadline_at timestamptz,
  add column sla_metric text check (sla_metric in ('first_reply', 'next_reply', 'resolution')),
  add column sla_state text check (sla_state in ('running', 'paused', 'breached'));
