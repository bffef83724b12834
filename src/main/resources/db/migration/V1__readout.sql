-- One record for every call between political leaders, made from every report of it.

create extension if not exists pg_trgm;

-- The registry: states, organisations, leaders

create table registry (
  only_row         boolean primary key default true check (only_row),
  resource_version text,
  revision         bigint not null default 0
);
insert into registry default values;

create table polity (
  code         text primary key check (code ~ '^[A-Z][A-Z_]{1,39}$'),
  organisation boolean not null,
  name         text not null check (length(name) between 1 and 200)
);

create table leader (
  id          text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 120),
  name        text not null check (length(name) between 1 and 200),
  wikidata_id text check (wikidata_id ~ '^Q[1-9][0-9]{0,11}$'),
  native_name text check (length(native_name) between 1 and 200),
  corrected   boolean not null default false,
  removed_at  timestamptz,
  version     bigint not null default 0,
  created_at  timestamptz not null,
  updated_at  timestamptz not null
);
comment on column leader.corrected is 'a person changed it through the API: a reload of the resources passes it by';
create unique index leader_wikidata on leader (wikidata_id) where removed_at is null;
create index leader_order on leader (name, id) where removed_at is null;

create table leader_name (
  leader_id text not null references leader on delete cascade,
  position  integer not null check (position >= 0),
  spelling  text not null check (length(spelling) between 1 and 200),
  folded    text not null,
  primary key (leader_id, position)
);
create index leader_name_folded on leader_name using gin (folded gin_trgm_ops);

create table leader_term (
  leader_id text not null references leader on delete cascade,
  position  integer not null check (position >= 0),
  country   text not null references polity,
  office    text not null check (office ~ '^[A-Z][A-Z_]{1,39}$'),
  title     text check (length(title) <= 300),
  started   text check (length(started) <= 40),
  ended     text check (length(ended) <= 40),
  source    text not null check (length(source) <= 300),
  primary key (leader_id, position)
);
create index leader_term_office on leader_term (country, office);

-- What came in

create table source_article (
  id              uuid primary key,
  identity        bytea not null check (octet_length(identity) = 32),
  text            text,
  given_reports   jsonb,
  url             text check (length(url) <= 2000),
  publisher       text check (length(publisher) <= 200),
  title           text check (length(title) <= 1000),
  language        text check (length(language) <= 35),
  kind            text not null check (kind in ('OFFICIAL_READOUT', 'WIRE', 'NEWS', 'AGGREGATOR', 'ANALYST_NOTE')),
  published_on    date,
  published_time  timestamptz,
  published_basis text not null check (published_basis in ('GIVEN', 'DATELINE', 'EXTERNAL_ID', 'UNKNOWN')),
  external_ids    text[] not null default '{}',
  copy_of         uuid not null,
  bands           bigint[] not null default '{}',
  withdrawn_at    timestamptz,
  version         bigint not null default 0,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  search          tsvector generated always as
                    (to_tsvector('english', left(coalesce(title, '') || ' ' || coalesce(text, ''), 200000))) stored,
  check (text is not null or given_reports is not null),
  check ((published_on is null) = (published_basis = 'UNKNOWN'))
);
comment on column source_article.identity is 'SHA-256 of what makes two postings the same article';
comment on column source_article.copy_of is 'the article whose text this one repeats; its own id when it repeats none';
create unique index source_article_identity on source_article (identity) where withdrawn_at is null;
create index source_article_order on source_article (created_at desc, id desc) where withdrawn_at is null;
comment on column source_article.bands is 'hashes of the text of which near-copies share some';
create index source_article_copy on source_article (copy_of);
create index source_article_bands on source_article using gin (bands) where withdrawn_at is null;
create index source_article_search on source_article using gin (search);

-- What was made of it

create table call_record (
  id              uuid primary key,
  people_key      text not null,
  status          text not null check (status in ('PLANNED', 'HAPPENED', 'CANCELLED', 'DENIED', 'DISPUTED')),
  medium          text not null check (medium in ('PHONE', 'VIDEO', 'UNSPECIFIED')),
  date_edtf       text,
  date_earliest   date,
  date_latest     date,
  duration_low    integer check (duration_low >= 0),
  duration_best   integer check (duration_best >= duration_low),
  duration_high   integer check (duration_high >= duration_best),
  participants    text[] not null,
  countries       text[] not null,
  publishers      text[] not null,
  outcomes        text[] not null,
  record          jsonb,
  merged_into     uuid references call_record,
  emptied_at      timestamptz,
  version         bigint not null default 0,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  check ((date_earliest is null) = (date_latest is null)),
  check (date_earliest <= date_latest),
  check (merged_into is distinct from id),
  check (record is not null or merged_into is not null or emptied_at is not null)
);
comment on table call_record is 'a call; record is what GET answers, the columns beside it are what lists filter and sort by';
create index call_record_date on call_record (date_latest desc nulls last, id desc) where merged_into is null and emptied_at is null;
create index call_record_updated on call_record (updated_at desc, id desc) where merged_into is null and emptied_at is null;
create index call_record_participants on call_record using gin (participants);
create index call_record_countries on call_record using gin (countries);
create index call_record_outcomes on call_record using gin (outcomes);
create index call_record_people on call_record (md5(people_key));

create table report (
  id            uuid primary key,
  article_id    uuid not null references source_article,
  position      integer not null check (position >= 0),
  call_id       uuid not null references call_record,
  people_key    text not null,
  status        text not null check (status in ('PLANNED', 'HAPPENED', 'CANCELLED', 'DENIED')),
  date_earliest date,
  date_latest   date,
    published_on  date,
  facts         jsonb not null,
  content       jsonb not null,
  version       bigint not null default 0,
  unique (article_id, position)
);
comment on column report.facts is 'what grouping needs to know of it, so that it need not be read whole';
create index report_call on report (call_id);
create index report_people on report (md5(people_key), date_earliest);

create table statement (
  id            uuid primary key,
  call_id       uuid not null references call_record,
  said_by       text not null,
  on_behalf_of  text,
  relayed_by    text,
  quote_type    text not null check (quote_type in ('DIRECT', 'INDIRECT', 'MIXED')),
  text          text not null,
  article_count integer not null check (article_count > 0),
  origin_count  integer not null check (origin_count > 0),
  content       jsonb not null,
  version       bigint not null default 0,
  created_at    timestamptz not null,
  search        tsvector generated always as (to_tsvector('english', left(text, 200000))) stored
);
create index statement_call on statement (call_id);
create index statement_order on statement (created_at desc, id desc);
create index statement_speaker on statement (md5(said_by));
create index statement_search on statement using gin (search);

create table statement_removal (
  call_id uuid not null references call_record,
  wording bytea not null check (octet_length(wording) = 32),
  primary key (call_id, wording)
);
comment on table statement_removal is 'wordings that a person ruled out as statements of a call';
