-- The finished answer beside its evidence, sent as it is

alter table call_record
  add column answer text,
  add column answer_form integer;
comment on column call_record.answer is 'what GET answers; null where it is not made yet';
comment on column call_record.answer_form is 'which form of answers it has: another one than today''s is made anew';
create index call_record_answer_form on call_record (answer_form, id) where record is not null;
