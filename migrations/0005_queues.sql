-- Queues that hand out work: who serves which, who is there, the order of work, and the rules that sort requests.

alter table staff
  -- The most open tickets that somebody is given at once.
  add column capacity integer not null default 20 check (capacity >= 0),
  -- The languages that somebody answers in; none: any.
  add column languages text[] not null default '{}',
  -- {"timeZone": …, "week": …, "holidays": …}; null: always at work.
  add column shifts jsonb,
  add column presence text not null default 'offline' check (presence in ('online', 'away', 'offline')),
  add column presence_at timestamptz not null default '-infinity',
  -- They said so themselves; otherwise they are offline only because no page of theirs is open.
  add column presence_chosen boolean not null default false,
  -- When a page of theirs was last open, by the wall clock.
  add column seen_at timestamptz,
  -- Counts up with each ticket that a queue gives them: the smallest is the next in turn.
  add column turn bigint not null default 0;
create sequence staff_turns;

-- Who serves which queues. Somebody without a row here serves all of them.
create table staff_queues (
  staff_id bigint not null references staff on delete cascade,
  queue_id bigint not null references queues on delete cascade,
  primary key (staff_id, queue_id)
);
create index staff_queues_queue on staff_queues (queue_id);

alter table queues
  -- pull: agents ask for the next ticket; the others give each ticket to somebody as soon as anybody is free.
  add column assignment text not null default 'pull' check (assignment in ('pull', 'round_robin', 'least_loaded')),
  -- A ticket goes back to its queue when its customer waits this long for its assignee; null: never.
  add column silent_minutes integer check (silent_minutes > 0),
  -- The same, once the assignee has been offline this long; null: never.
  add column offline_minutes integer check (offline_minutes > 0);

-- What decides the order of work stands on the ticket itself, so that one index serves it.
alter table tickets
  add column vip boolean not null default false,
  add column topic_rank integer not null default 2147483647,
  -- 0 critical of a VIP, 1 critical, 2 VIP, 3 all others.
  add column work_class smallint not null generated always as (
    case when priority = 'critical' then 0 else 2 end + case when vip then 0 else 1 end) stored,
  add column assigned_at timestamptz,
  -- From whom it went back to the queue: a queue does not give it to them again.
  add column returned_from bigint references staff;

create index tickets_next on tickets (queue_id, work_class, waiting_since, topic_rank, id)
  where assignee_id is null and waiting_since is not null;
create index tickets_held on tickets (assignee_id) where assignee_id is not null and status not in ('resolved', 'closed');

create function know_work_order() returns trigger language plpgsql as $$
begin
  new.vip := (select is_vip from customers where id = new.customer_id);
  new.topic_rank := coalesce((select position from topics where id = new.topic_id), 2147483647);
  return new;
end $$;
create trigger tickets_work_order before insert or update of customer_id, topic_id on tickets
  for each row execute function know_work_order();

create function follow_vip() returns trigger language plpgsql as $$
begin
  update tickets set vip = new.is_vip where customer_id = new.id and status not in ('resolved', 'closed');
  return null;
end $$;
create trigger customers_vip after update of is_vip on customers
  for each row when (old.is_vip is distinct from new.is_vip) execute function follow_vip();

create function follow_topic() returns trigger language plpgsql as $$
begin
  update tickets set topic_rank = new.position where topic_id = new.id and status not in ('resolved', 'closed');
  return null;
end $$;
create trigger topics_position after update of position on topics
  for each row when (old.position is distinct from new.position) execute function follow_topic();

update tickets set vip = c.is_vip from customers c where c.id = customer_id and c.is_vip;
update tickets set topic_rank = p.position from topics p where p.id = topic_id;

-- Sorted by position; of the rules that fit, the first that names a queue (or a priority) decides it.
create table routing_rules (
  id bigint generated always as identity primary key,
  position integer not null unique,
  conditions jsonb not null,
  outcome jsonb not null
);
insert into routing_rules (position, conditions, outcome) values
  (0, '{"reasons": ["payment_failed", "card_blocked", "fraud", "hacked", "security", "kyc"]}', '{"queue": "security-payments"}'),
  (1, '{"vip": true}', '{"queue": "vip"}');
