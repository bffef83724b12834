-- How far apart a call's first and last possible days can lie: what a list that ends on a day need not look beyond

create index call_key_width on call_key ((latest - earliest));
