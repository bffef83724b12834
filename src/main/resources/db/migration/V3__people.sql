-- A set of people has one id: of its reports, its calls, its lock and its place in queues

alter table report add column people_id uuid generated always as (cast(md5(people_key) as uuid)) stored;
alter table call_record add column people_id uuid;
update call_record set people_id = cast(md5(people_key) as uuid);
alter table call_record alter column people_id set not null;
comment on column report.people_id is 'the set of people it puts on the call, as one id';

drop index report_days;
drop index report_wide;
drop index report_open;
create index report_people on report (people_id, article_id);
create index report_days on report (people_id, date_earliest) where date_earliest = date_latest;
create index report_wide on report (people_id, date_earliest) where date_earliest < date_latest;
create index report_open on report (people_id, background, published_on) where date_earliest is null;

drop index call_record_people;
drop index call_record_anchor;
drop index call_record_homeless;
drop index call_record_measured;
drop index call_record_happened;
alter table call_record drop column people_key;
create index call_record_anchor on call_record (people_id, anchor_last);
create index call_record_homeless on call_record (people_id) where anchor_first is null and merged_into is null and emptied_at is null;
create index call_record_measured on call_record (people_id, date_latest) where previous_earliest is not null;
create index call_record_happened on call_record (people_id, date_latest) where status = 'HAPPENED';

alter table rereading_people drop constraint rereading_people_pkey;
alter table rereading_people rename column hash to people_id;
alter table rereading_people drop column people_key;
alter table rereading_people add primary key (rereading_id, people_id);

drop index staged_reading_pending;
alter table staged_reading add column awaited uuid[] not null default '{}';
update staged_reading set awaited = (select coalesce(array_agg(cast(md5(k) as uuid)), '{}') from unnest(pending) k);
alter table staged_reading drop column pending;
alter table staged_reading rename column awaited to pending;
alter table staged_reading alter column pending drop default;
create index staged_reading_pending on staged_reading using gin (pending);

-- Near-copies are told among the texts that report on the same people: only there do they bear on a call

create table near_copy (
  people_id  uuid not null,
  article_id uuid not null references source_article,
  copy_of    uuid not null,
  primary key (people_id, article_id)
);
comment on table near_copy is 'of the texts that report on some people, which repeats which';
comment on column near_copy.copy_of is 'the first of the texts that repeat one another; its own id where it repeats none';
create index near_copy_family on near_copy (people_id, copy_of);
create index near_copy_article on near_copy (article_id);
insert into near_copy (people_id, article_id, copy_of)
  select p.people_id, p.article_id, first_value(p.article_id) over (partition by p.people_id, a.copy_of order by p.article_id)
    from (select distinct people_id, article_id from report) p
    join source_article a on a.id = p.article_id;

create table people_band (
  people_id  uuid not null,
  band       bigint not null,
  article_id uuid not null references source_article,
  primary key (people_id, band, article_id)
);
comment on table people_band is 'hashes of a text of which near-copies share some, among the texts that report on some people';
create index people_band_article on people_band (article_id, people_id);
insert into people_band (people_id, band, article_id)
  select n.people_id, b.band, b.article_id from near_copy n join article_band b on b.article_id = n.article_id;
drop table article_band;
drop index source_article_copy;
alter table source_article drop column copy_of;

-- Mergers of leaders are counted, so that a text read before one is read anew after it

alter table registry add column mergers bigint not null default 0;
