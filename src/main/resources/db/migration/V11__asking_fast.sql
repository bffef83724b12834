-- The calls of someone, or of a state, in the order of their days: what lists are asked for most

create table call_key (
  key      text not null,
  latest   date not null,
  call_id  uuid not null references call_record deferrable initially immediate,
  earliest date,
  primary key (key, latest, call_id) include (earliest)
);
comment on table call_key is 'live calls by who took part and by their states; kept by a trigger on call_record';
comment on column call_key.latest is 'the last day that it can have been, as lists of calls are sorted';
create index call_key_call on call_key (call_id);

create function call_keys(participants text[], countries text[]) returns setof text language sql immutable as
  $$ select 'p:' || p from unnest(participants) p union select 'c:' || c from unnest(countries) c $$;

create function keep_call_keys() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.participants, new.countries, new.date_earliest, new.date_latest, new.merged_into is null and new.emptied_at is null)
       is not distinct from
       (old.participants, old.countries, old.date_earliest, old.date_latest, old.merged_into is null and old.emptied_at is null) then
      return null;
    end if;
    delete from call_key where call_id = new.id;
  end if;
  if new.merged_into is null and new.emptied_at is null then
    insert into call_key (key, latest, call_id, earliest)
      select k, coalesce(new.date_latest, date '0001-01-01'), new.id, new.date_earliest
        from call_keys(new.participants, new.countries) k;
  end if;
  return null;
end $$;

insert into call_key (key, latest, call_id, earliest)
  select k, coalesce(c.date_latest, date '0001-01-01'), c.id, c.date_earliest
    from call_record c cross join call_keys(c.participants, c.countries) k
   where c.merged_into is null and c.emptied_at is null;

create trigger call_keys after insert or update on call_record for each row execute function keep_call_keys();

-- Tables that churn are swept before a fifth of them is dead

alter table call_record set (autovacuum_vacuum_scale_factor = 0.1, autovacuum_analyze_scale_factor = 0.05);
alter table statement set (autovacuum_vacuum_scale_factor = 0.1, autovacuum_analyze_scale_factor = 0.05);
alter table kept_answer set (autovacuum_vacuum_scale_factor = 0.05);
alter table webhook set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
