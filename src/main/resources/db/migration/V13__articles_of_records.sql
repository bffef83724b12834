-- Which articles a record rested on: a row for each while it did, in place of a list of all in every record of a call

create table call_article (
  call_id       uuid not null references call_record,
  article_id    uuid not null references source_article,
  from_version  bigint not null,
  until_version bigint check (until_version > from_version),
  primary key (call_id, article_id, from_version)
);
comment on table call_article is 'which articles told of a call, from which of its records until before which other';

insert into call_article (call_id, article_id, from_version, until_version)
with revision as (
  select call_id, version, case when record is null then '{}' else articles end as articles,
         row_number() over calls as n, lead(version) over calls as next
    from call_revision
  window calls as (partition by call_id order by version)
), told as (
  select call_id, version, next, article_id, n - row_number() over (partition by call_id, article_id order by version) as run
    from revision cross join unnest(articles) as article_id
)
select call_id, article_id, min(version), case when count(*) = count(next) then max(next) end
  from told
 group by call_id, article_id, run;

alter table call_revision drop column articles;
update call_record set articles = '{}' where record is null and articles <> '{}';
