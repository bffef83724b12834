-- A call is stored once its record is made, after the reports that tell of it

alter table report alter constraint report_call_id_fkey deferrable initially deferred;
alter table call_record alter constraint call_record_merged_into_fkey deferrable initially deferred;
