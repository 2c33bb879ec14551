-- What follows after a ticket is solved, and while its customer is asked for something.

-- How long a desk waits, in hours; one row.
create table aftercare_settings (
  single boolean primary key default true check (single),
  -- The question about the rating, after solving; 0: at once.
  survey_hours integer not null default 0 check (survey_hours between 0 and 168),
  -- "Did it hold?", after solving.
  follow_up_hours integer not null default 48 check (follow_up_hours between 24 and 72),
  -- A solved ticket is closed, after solving; a day after "did it hold?" at the earliest.
  close_hours integer not null default 72 check (close_hours between 1 and 720),
  -- The customer is reminded of what they were asked for.
  remind_hours integer not null default 24 check (remind_hours between 1 and 168),
  -- A ticket whose customer never answered is closed, after the reminder.
  abandon_hours integer not null default 48 check (abandon_hours between 1 and 720)
);
insert into aftercare_settings default values;

create table aftercare (
  ticket_id bigint primary key references tickets,
  -- A ticket is asked about once, however often it is solved.
  survey_asked_at timestamptz,
  score smallint check (score between 1 and 5),
  rated_at timestamptz,
  comment text,
  -- The latest "did it hold?" and its answer.
  follow_up_asked_at timestamptz,
  held boolean,
  -- The latest reminder of what the customer was asked for.
  reminded_at timestamptz
);
create index aftercare_rated on aftercare (rated_at) where rated_at is not null;

alter table tickets drop constraint tickets_outcome_check;
alter table tickets add constraint tickets_outcome_check
  check (outcome in ('answered', 'auto_resolved', 'closed_by_customer', 'abandoned'));
