-- How far the changes have gone out to Kafka's topic; the one row is held by the instance that is sending.
create table change_topic (
    single   boolean primary key default true check (single),
    last_seq bigint not null
);

insert into change_topic (last_seq) values (0);
