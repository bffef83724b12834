-- A statement is found by any of its wordings.

drop index if exists statement_search;
alter table statement drop column search;
alter table statement add column search tsvector generated always as (
  to_tsvector('english', left(text, 200000))
  || jsonb_to_tsvector('english', jsonb_path_query_array(content, '$.variants[*].text'), '["string"]')) stored;
create index statement_search on statement using gin (search);
