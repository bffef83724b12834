-- A planned call can be put off.

alter table call_record drop constraint call_record_status_check;
alter table call_record add constraint call_record_status_check
  check (status in ('PLANNED', 'POSTPONED', 'HAPPENED', 'CANCELLED', 'DENIED', 'DISPUTED'));
alter table report drop constraint report_status_check;
alter table report add constraint report_status_check
  check (status in ('PLANNED', 'POSTPONED', 'HAPPENED', 'CANCELLED', 'DENIED'));
