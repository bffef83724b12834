-- What the lean service keeps, taken from what Readout has stored

drop schema if exists peer cascade;
create schema peer;

create table peer.call as
  select id, status, medium, date_edtf, date_earliest, date_latest, duration_low, duration_best, duration_high, participants,
         topics, outcomes, origin_count, cardinality(articles) as article_count, version, created_at, updated_at
    from public.call_record where merged_into is null and emptied_at is null;
alter table peer.call add primary key (id);
create index on peer.call using gin (participants);
create index on peer.call (date_latest desc, id desc);

create table peer.participant as
  select c.id as call_id, p.position, p.id as leader_id, l.name, t.country, t.office
    from peer.call c cross join lateral unnest(c.participants) with ordinality as p (id, position)
    left join public.leader l on l.id = p.id
    left join public.leader_term t on t.leader_id = p.id and t.position = 0;
alter table peer.participant add primary key (call_id, position);

create table peer.article as
  select a.id, a.text, a.publisher, a.published_on, r.call_id
    from public.source_article a join public.report r on r.article_id = a.id and r.position = 0;
alter table peer.article
  add primary key (id),
  add column search tsvector generated always as (to_tsvector('english', text)) stored;
create index on peer.article using gin (search);

create table peer.statement as select id, call_id, text from public.statement;
alter table peer.statement
  add primary key (id),
  add column search tsvector generated always as (to_tsvector('english', text)) stored;
create index on peer.statement using gin (search);

create table peer.number as
  select row_number() over (order by md5(cast(id as text))) as n, id from peer.call order by md5(cast(id as text)) limit 20000;
alter table peer.number add primary key (n);

vacuum analyze;
