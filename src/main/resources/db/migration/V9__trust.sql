-- Keys of the API: hashed, and never deleted

create table api_key (
  id           uuid primary key,
  name         text not null check (length(name) between 1 and 200),
  role         text not null check (role in ('READER', 'CONTRIBUTOR', 'ANALYST', 'ADMIN')),
  hash         bytea not null unique check (length(hash) = 32),
  created_by   text,
  created_at   timestamptz not null,
  expires_at   timestamptz,
  revoked_at   timestamptz,
  revoked_by   text,
  last_used_at timestamptz
);
comment on column api_key.hash is 'SHA-256 of the key, which is kept nowhere';

-- Who did it

alter table change add column who text;
comment on column change.who is 'whose credential it was done with';
alter table leader_revision add column who text;

-- An archive is brought in table by table: what its rows refer to may come later

do $$
declare c record;
begin
  for c in select conrelid::regclass as relation, conname from pg_constraint
           where contype = 'f' and connamespace = current_schema()::regnamespace loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', c.relation, c.conname);
  end loop;
end $$;
