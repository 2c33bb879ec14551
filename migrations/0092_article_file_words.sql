-- What is seen on the files of an article (M5), for whoever cannot see it: part of a version, as the files are.

-- {"<id of a file>": {"az": …, "en": …}}: by file, in the languages in which somebody wrote it.
alter table article_versions add column file_words jsonb not null default '{}';
