-- A decision on reports knows the people whom they put on the call, so that it is found from them.

alter table decision_report add column people_id uuid;
update decision_report d set people_id = r.people_id from report r where r.id = d.report_id;
create index decision_report_people on decision_report (people_id);
comment on column decision_report.people_id is 'the people whom the report names; null where it was no longer there when this was noted';
