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

-- Words asked for: as web searches take them, and with * as beginnings of words. What is indexed are stems, which may be
-- shorter than the beginning asked for: negotiate is found as negoti, so negotiat* is tried with the usual endings too

create function text_query(q text) returns tsquery language sql immutable parallel safe as $$
  select case when q !~ '\w\*' then websearch_to_tsquery('english', q)
    else (
      select case when numnode(rest) = 0 then begun else rest && begun end
      from websearch_to_tsquery('english', regexp_replace(q, '-?\w+\*', ' ', 'g')) rest,
           to_tsquery('english', (
             select string_agg(case m[1] when '-' then '!' else '' end || '(' || m[2] || ':*' || (
                      select string_agg(' | ' || m[2] || ending, '') from unnest(array['e', 's', 'y', 'ed', 'ing', 'ion']) ending)
                      || ')', ' & ')
             from regexp_matches(q, '(-?)(\w+)\*', 'g') m)) begun)
    end $$;
comment on function text_query is 'words, "phrases", or, -not, and beginn*';

-- Statements are found by who was on the call, when it was, and who prints them

alter table statement
  add column participants text[] not null default '{}',
  add column date_earliest date,
  add column date_latest date,
  add column publishers text[] not null default '{}';
comment on column statement.publishers is 'in lower case';
update statement s set
  participants = c.participants, date_earliest = c.date_earliest, date_latest = c.date_latest,
  publishers = coalesce((select array_agg(distinct lower(v ->> 'publisher') order by lower(v ->> 'publisher'))
                           filter (where v ->> 'publisher' is not null)
                         from jsonb_array_elements(s.content -> 'variants') v), '{}')
from call_record c where c.id = s.call_id;
create index statement_participants on statement using gin (participants);
create index statement_publishers on statement using gin (publishers);
create index statement_day on statement (date_earliest);

-- The feed says what differs, and leaders keep what was known of them

alter table change add column differences jsonb not null default '[]';
comment on column change.differences is 'of what changed the properties that differ, before and after';
create index change_subject on change (subject, id, seq);

create table leader_revision (
  leader_id text not null references leader on delete cascade,
  version   bigint not null,
  at        timestamptz not null,
  kind      text not null,
  facts     jsonb,
  primary key (leader_id, version)
);
comment on table leader_revision is 'what was known of a leader, from the first change by a person on';
comment on column leader_revision.facts is 'null where it was removed';

-- Who is told of changes

create table webhook (
  id              uuid primary key,
  url             text not null check (length(url) <= 2000),
  secret          text not null,
  subjects        text[] not null,
  last_seq        bigint not null,
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null,
  leased_until    timestamptz,
  delivered_at    timestamptz,
  failing_since   timestamptz,
  last_error      text,
  disabled_at     timestamptz,
  version         bigint not null default 0,
  created_at      timestamptz not null,
  updated_at      timestamptz not null
);
comment on table webhook is 'addresses that changes are posted to; what is left to post is the feed after last_seq';
comment on column webhook.attempts is 'failed attempts at the change after last_seq';
create index webhook_due on webhook (next_attempt_at) where disabled_at is null;

-- Feeds whose entries come in as articles

create table feed_source (
  id            uuid primary key,
  url           text not null unique check (length(url) <= 2000),
  publisher     text check (length(publisher) <= 200),
  kind          text not null,
  minutes       integer not null check (minutes between 1 and 10080),
  etag          text,
  last_modified text,
  next_poll_at  timestamptz not null,
  leased_until  timestamptz,
  polled_at     timestamptz,
  articles      bigint not null default 0,
  failures      integer not null default 0,
  last_error    text,
  disabled_at   timestamptz,
  version       bigint not null default 0,
  created_at    timestamptz not null,
  updated_at    timestamptz not null
);
comment on table feed_source is 'RSS and Atom feeds that are polled';
comment on column feed_source.failures is 'polls in a row that failed';
create index feed_source_due on feed_source (next_poll_at) where disabled_at is null;
