-- A request that carries a key of its own is done once

create table kept_answer (
  key        text primary key check (length(key) <= 200),
  request    bytea not null,
  started_at timestamptz not null,
  status     smallint,
  headers    jsonb,
  body       bytea
);
comment on table kept_answer is 'answers to requests with an Idempotency-Key, for a day';
comment on column kept_answer.request is 'a hash of the request';
comment on column kept_answer.status is 'null while it is being served';
create index kept_answer_age on kept_answer (started_at);
