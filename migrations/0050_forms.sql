-- Forms of topics (M2): every version that customers have seen, and what they answered.

create table topic_forms (
  topic_id bigint not null references topics,
  version integer not null,
  -- The fields in their order; none: nothing is asked beside the words.
  fields jsonb not null,
  -- null: it came with the desk.
  author_id bigint references staff,
  created_at timestamptz not null,
  primary key (topic_id, version)
);
create trigger topic_forms_append_only before update or delete on topic_forms
  for each row execute function refuse_change();

create table ticket_answers (
  ticket_id bigint primary key references tickets,
  topic_id bigint not null,
  version integer not null,
  -- By the field's id, as the room of forms writes them.
  answers jsonb not null,
  foreign key (topic_id, version) references topic_forms (topic_id, version)
);
