-- What an endpoint makes of the texts of articles, where the operator has named one: as numbers, to compare questions with.

create table article_embeddings (
  model text not null,
  -- SHA-256 of the text that was sent: the same text is never asked for twice, in whichever article or version it stands.
  hash bytea not null,
  -- 32-bit floats, scaled to length 1; null: a process is asking for them.
  numbers bytea,
  -- Until then nobody else asks.
  claimed_until timestamptz not null,
  made_at timestamptz not null,
  primary key (model, hash)
);
