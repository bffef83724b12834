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
