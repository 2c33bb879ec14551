-- Files of articles (M3): what readers see is part of a version, as its texts are.

-- In their order, the same for every language.
alter table article_versions add column files bigint[] not null default '{}';

-- A file belongs to one article and stays as long as that does: an older version may have it.
create table article_files (
  file_id bigint primary key references files,
  article_id bigint not null references articles
);
create index article_files_article on article_files (article_id);
