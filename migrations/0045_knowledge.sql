-- The knowledge base: articles in several languages, what readers did with them, and what was looked for (M3, B4).

create table knowledge_sections (
  id bigint generated always as identity primary key,
  slug text not null unique,
  emoji text not null,
  -- {"en": "Payments", "az": "…"}
  titles jsonb not null,
  position integer not null default 0
);

create table articles (
  id bigint generated always as identity primary key,
  -- Names it in addresses and links; what it was called before stands in article_redirects.
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  section_id bigint not null references knowledge_sections,
  position integer not null default 0,
  -- Slugs of topics and of macros that belong to it.
  topics text[] not null default '{}',
  macros text[] not null default '{}',
  popular boolean not null default false,
  owner_id bigint references staff,
  review_on date,
  -- The newest version, and the published one, which readers see; null: none yet.
  version integer not null default 1,
  published_version integer,
  published_by bigint references staff,
  published_at timestamptz,
  -- The version that waits for whoever publishes.
  review_version integer,
  returned_version integer,
  returned_by bigint references staff,
  returned_why text,
  archived_at timestamptz,
  created_at timestamptz not null,
  -- When anything that readers or the search see changed last.
  changed_at timestamptz not null,
  check ((returned_version is null) = (returned_why is null))
);
create index articles_section on articles (section_id, position, id);
create index articles_changed on articles (changed_at);

-- Every save is a version, and no version changes.
create table article_versions (
  article_id bigint not null references articles,
  version integer not null check (version > 0),
  -- {"en": {"title": "…", "summary": "…", "keywords": ["…"], "body": "…"}}; bodies are Markdown.
  texts jsonb not null,
  author_id bigint references staff,
  created_at timestamptz not null,
  primary key (article_id, version)
);
create trigger article_versions_append_only before update or delete on article_versions
  for each row execute function refuse_change();
create trigger article_versions_stay before truncate on article_versions
  for each statement execute function refuse_change();

create table article_redirects (
  slug text primary key,
  article_id bigint not null references articles
);
create index article_redirects_article on article_redirects (article_id);

-- Whether an article helped its reader; the last word counts.
create table article_votes (
  article_id bigint not null references articles,
  customer_id bigint not null references customers on delete cascade,
  language text not null,
  helpful boolean not null,
  at timestamptz not null,
  primary key (article_id, customer_id)
);

-- Each time a customer was shown an article: as the bot's answer, or because they opened it.
create table article_reads (
  id bigint generated always as identity primary key,
  article_id bigint not null references articles,
  customer_id bigint references customers on delete set null,
  language text not null,
  place text not null check (place in ('bot', 'cabinet')),
  -- How sure the desk was that it answers; null: nobody asked.
  confidence real,
  at timestamptz not null,
  -- What the reader said; null: nothing.
  outcome text check (outcome in ('solved', 'not_solved', 'person')),
  decided_at timestamptz,
  -- The ticket that came of it.
  ticket_id bigint references tickets
);
create index article_reads_at on article_reads (at);
create index article_reads_customer on article_reads (customer_id, at desc);
create index article_reads_article on article_reads (article_id, at desc);
create index article_reads_ticket on article_reads (ticket_id) where ticket_id is not null;

-- What people looked for, without the numbers in it. `asker` is only there to see that somebody goes on typing.
create table knowledge_searches (
  id bigint generated always as identity primary key,
  asker bigint references customers on delete set null,
  place text not null check (place in ('bot', 'cabinet')),
  language text not null,
  words text not null,
  -- As it is counted: plain words in one space.
  plain text not null,
  found boolean not null,
  -- The first article, where one was surely right.
  article_id bigint references articles,
  at timestamptz not null
);
create index knowledge_searches_at on knowledge_searches (at);
create index knowledge_searches_asker on knowledge_searches (asker, at desc) where asker is not null;

-- Words that mean the same to this desk: {"card","plastic"}.
create table knowledge_synonyms (
  id bigint generated always as identity primary key,
  words text[] not null check (cardinality(words) between 2 and 20)
);

create table knowledge_settings (
  singleton boolean primary key default true check (singleton),
  -- Whether a version is published by whoever may approve it alone.
  approval_required boolean not null default false,
  -- Whether the bot answers from articles before a ticket is made, and from which probability on.
  bot_answers boolean not null default true,
  bot_confidence real not null default 0.75 check (bot_confidence between 0.5 and 0.99),
  -- Whether the bot asks "is it about …?" where words tell the topic.
  bot_topics boolean not null default true
);
insert into knowledge_settings default values;

update roles set permissions = permissions || '{knowledge.read}'
  where name in ('l1', 'l2', 'vip', 'moderator', 'editor', 'analyst', 'compliance', 'admin');
update roles set permissions = permissions || '{knowledge.edit}' where name in ('editor', 'admin');
update roles set permissions = permissions || '{knowledge.publish}' where name in ('editor', 'compliance', 'admin');
update roles set permissions = permissions || '{knowledge.approve}' where name in ('compliance', 'admin');
