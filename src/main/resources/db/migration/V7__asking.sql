-- Names are ranked in memory, where all that is known of people is held for reading: nothing is kept folded here.

drop index leader_name_folded;
alter table leader_name drop column folded;

-- Calls are asked for by who called, by subject, office and number of accounts

alter table call_record
  add column initiators text[] not null default '{}',
  add column topics text[] not null default '{}',
  add column offices text[] not null default '{}',
  add column origin_count integer not null default 0;
alter table call_revision
  add column initiators text[] not null default '{}',
  add column topics text[] not null default '{}',
  add column offices text[] not null default '{}',
  add column origin_count integer not null default 0;
comment on column call_record.initiators is 'who called: the leader, the state';
comment on column call_record.topics is 'its subjects, in lower case';
comment on column call_record.offices is 'offices of its participants on its date';

create function pg_temp.selected(record jsonb, property text) returns jsonb language sql immutable as
  $$ select record #> array['record', 'findings', property, 'selected'] $$;
create function pg_temp.strings(list jsonb, key text) returns text[] language sql immutable as
  $$ select coalesce(array_agg(distinct i ->> key order by i ->> key) filter (where i ->> key is not null), '{}')
       from jsonb_array_elements(case jsonb_typeof(list) when 'array' then list else '[]' end) i $$;
create function pg_temp.texts(list jsonb) returns text[] language sql immutable as
  $$ select coalesce(array_agg(distinct lower(i) order by lower(i)), '{}')
       from jsonb_array_elements_text(case jsonb_typeof(list) when 'array' then list else '[]' end) i $$;

update call_record set
  initiators = array_remove(array[pg_temp.selected(record, 'initiator') ->> 'leaderId',
                                  pg_temp.selected(record, 'initiator') ->> 'country'], null),
  topics = pg_temp.texts(pg_temp.selected(record, 'topic')),
  offices = pg_temp.strings(pg_temp.selected(record, 'participants') -> 'people', 'office'),
  origin_count = coalesce(cast(record #>> '{record,originCount}' as integer), 0)
where record is not null;
update call_revision set
  initiators = array_remove(array[pg_temp.selected(record, 'initiator') ->> 'leaderId',
                                  pg_temp.selected(record, 'initiator') ->> 'country'], null),
  topics = pg_temp.texts(pg_temp.selected(record, 'topic')),
  offices = pg_temp.strings(pg_temp.selected(record, 'participants') -> 'people', 'office'),
  origin_count = coalesce(cast(record #>> '{record,originCount}' as integer), 0)
where record is not null;
drop function pg_temp.selected(jsonb, text);
drop function pg_temp.strings(jsonb, text);
drop function pg_temp.texts(jsonb);

create index call_record_initiators on call_record using gin (initiators);
create index call_record_topics on call_record using gin (topics);
create index call_record_offices on call_record using gin (offices);
create index call_record_publishers on call_record using gin (publishers);
create index source_article_publisher on source_article (lower(publisher));

-- Every order of the list of calls has its index

drop index call_record_date;
create index call_record_date on call_record (coalesce(date_latest, date '0001-01-01') desc, id desc)
  where merged_into is null and emptied_at is null;
create index call_record_duration on call_record (coalesce(duration_best, -1) desc, id desc)
  where merged_into is null and emptied_at is null;
create index call_record_origins on call_record (origin_count desc, id desc)
  where merged_into is null and emptied_at is null;

-- Articles say why they may tell of less than they say

alter table source_article add column warnings text[] not null default '{}';
create index source_article_warnings on source_article using gin (warnings) where withdrawn_at is null and warnings <> '{}';

-- Words of an article find the call that it tells with them, where it tells of several

alter table report add column search tsvector generated always as (
  jsonb_to_tsvector('english', jsonb_path_query_array(content, '$.claims[*].text'), '["string"]')) stored;
