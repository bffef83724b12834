-- What people ruled, what changed and why, and reading the whole store anew

-- Articles: a later text of the same page supersedes an earlier one

alter table source_article add column superseded_by uuid references source_article;
comment on column source_article.superseded_by is 'the later text of the same page, which counts instead';
create index source_article_url on source_article (md5(url)) where url is not null and withdrawn_at is null;

-- Near-copies: a row for each band, so that looking for them costs the same however many texts share a phrase

create table article_band (
  band       bigint not null,
  article_id uuid not null references source_article,
  primary key (band, article_id)
);
comment on table article_band is 'hashes of a text of which near-copies share some';
create index article_band_article on article_band (article_id);
insert into article_band select distinct unnest(bands), id from source_article where withdrawn_at is null;
drop index source_article_bands;
alter table source_article drop column bands;

-- Leaders: two entries for one person

alter table leader add column merged_into text references leader;
comment on column leader.merged_into is 'whom a person ruled this one to be; its names and terms count as theirs';

-- Reports and calls: what finding the reports that a change can reach needs

alter table report drop constraint report_article_id_position_key;
alter table report add column background boolean not null default false;
comment on column report.background is 'whether the article mentions the call in passing, perhaps long after it';
update report set background = (facts ->> 'background')::boolean;
create index report_article on report (article_id);
drop index report_people;
create index report_days on report (md5(people_key), date_earliest) where date_earliest = date_latest;
create index report_wide on report (md5(people_key), date_earliest) where date_earliest < date_latest;
create index report_open on report (md5(people_key), background, published_on) where date_earliest is null;

alter table call_record
  add column anchor_first date,
  add column anchor_last date,
  add column previous_earliest date,
  add column previous_latest date,
  add column articles uuid[] not null default '{}',
  add column dissent text[] not null default '{}',
  add column rules_version text not null default '1',
  add check ((anchor_first is null) = (anchor_last is null));
comment on column call_record.anchor_first is 'the first of the days that made it; null when no report gives a day';
comment on column call_record.previous_earliest is 'bounds of the earlier contact that its reports name';
comment on column call_record.dissent is 'property:publisher of the claims against what was selected';
update call_record c
   set anchor_first = d.first, anchor_last = d.last
  from (select call_id, min(date_earliest) as first, max(date_earliest) as last
          from report where date_earliest = date_latest group by call_id) d
 where d.call_id = c.id;
update call_record c
   set articles = r.articles
  from (select call_id, array_agg(distinct article_id) as articles from report group by call_id) r
 where r.call_id = c.id;
update call_record
   set previous_earliest = (record #>> '{record,previousCall,earliest}')::date,
       previous_latest = (record #>> '{record,previousCall,latest}')::date
 where record is not null;
create index call_record_anchor on call_record (md5(people_key), anchor_last);
create index call_record_homeless on call_record (md5(people_key)) where anchor_first is null and merged_into is null and emptied_at is null;
create index call_record_measured on call_record (md5(people_key), date_latest) where previous_earliest is not null;
create index call_record_happened on call_record (md5(people_key), date_latest) where status = 'HAPPENED';
create index call_record_heir on call_record (merged_into);

-- What people ruled

create table decision (
  id        uuid primary key,
  kind      text not null check (kind in ('PROPERTY', 'SAME_CALL', 'DIFFERENT_CALLS', 'NOT_A_STATEMENT', 'SAME_LEADER')),
  call_id   uuid references call_record,
  property  text check (property is not null or kind <> 'PROPERTY'),
  value     jsonb not null,
  reason    text check (length(reason) <= 2000),
  who       text check (length(who) <= 200),
  made_at   timestamptz not null,
  undone_at timestamptz,
  undone_by text check (length(undone_by) <= 200)
);
comment on table decision is 'a person''s ruling; undone ones stay on record';
create index decision_order on decision (made_at desc, id desc);
create index decision_call on decision (call_id);
create unique index decision_property on decision (call_id, property) where kind = 'PROPERTY' and undone_at is null;

create table decision_report (
  decision_id uuid not null references decision,
  report_id   uuid not null,
  side        smallint not null check (side in (0, 1)),
  primary key (decision_id, report_id)
);
comment on table decision_report is 'the reports that a decision is on, or that were known when it was made';
create index decision_report_report on decision_report (report_id);

insert into decision (id, kind, call_id, value, made_at)
  select gen_random_uuid(), 'NOT_A_STATEMENT', call_id, jsonb_build_object('text', null, 'wordings', jsonb_agg(encode(wording, 'hex'))), now()
    from statement_removal group by call_id;
drop table statement_removal;

-- What changed

create table call_revision (
  call_id         uuid not null references call_record,
  version         bigint not null,
  updated_at      timestamptz not null,
  superseded_at   timestamptz,
  cause           jsonb not null,
  changed         text[] not null,
  status          text not null,
  medium          text not null,
  date_edtf       text,
  date_earliest   date,
  date_latest     date,
  duration_low    integer,
  duration_best   integer,
  duration_high   integer,
  participants    text[] not null,
  countries       text[] not null,
  publishers      text[] not null,
  articles        uuid[] not null,
  outcomes        text[] not null,
  dissent         text[] not null,
  rules_version   text not null,
  record          jsonb,
  evidence        jsonb,
  merged_into     uuid,
  emptied_at      timestamptz,
  created_at      timestamptz not null,
  primary key (call_id, version),
  check (superseded_at > updated_at)
);
comment on table call_revision is 'a call''s row as it was from updated_at until superseded_at';
comment on column call_revision.evidence is 'how the evidence of a large record is had from the next one''s; null for a record kept whole';
create index call_revision_time on call_revision (updated_at, superseded_at);
create index call_revision_participants on call_revision using gin (participants);

insert into call_revision
  select id, version, updated_at, null, '{"kind":"RULES"}', '{}', status, medium, date_edtf, date_earliest, date_latest,
         duration_low, duration_best, duration_high, participants, countries, publishers, articles, outcomes, dissent,
         rules_version, record, null, merged_into, emptied_at, created_at
    from call_record;

create table change (
  seq     bigint generated always as identity primary key,
  at      timestamptz not null,
  kind    text not null,
  subject text not null check (subject in ('CALL', 'SOURCE_ARTICLE', 'LEADER', 'DECISION')),
  id      text not null,
  version bigint,
  replaced_by text,
  cause   jsonb
);
comment on table change is 'what changed, numbered in the order of commits';

-- Reading the store anew

create table rereading (
  id            uuid primary key,
  scope         text not null check (scope in ('STORE', 'ARTICLES')),
  cause         jsonb not null,
  rules_version text not null,
  articles      bigint not null default 0,
  articles_read bigint not null default 0,
  differing     bigint not null default 0,
  people        bigint not null default 0,
  people_done   bigint not null default 0,
  calls_changed bigint not null default 0,
  failed        bigint not null default 0,
  started_at    timestamptz not null,
  read_at       timestamptz,
  finished_at   timestamptz
);

create table rereading_article (
  rereading_id uuid not null references rereading,
  article_id   uuid not null,
  primary key (rereading_id, article_id)
);
comment on table rereading_article is 'articles still to be read';

create table rereading_people (
  rereading_id uuid not null references rereading,
  hash         uuid not null,
  people_key   text not null,
  primary key (rereading_id, hash)
);
comment on table rereading_people is 'people whose calls are still to be settled';

create table staged_reading (
  article_id uuid primary key,
  reading    jsonb not null,
  pending    text[] not null
);
comment on table staged_reading is 'what reading an article anew found, until the calls of the people in pending have taken it up';
create index staged_reading_pending on staged_reading using gin (pending);

alter table report drop column version;
