-- Bands are an index of what near_copy has, and cost as one: no key to check for each of them, none to find them without

alter table people_band drop constraint people_band_article_id_fkey;
drop index people_band_article;
comment on table people_band is 'where the texts that near_copy has are found by what they share; of use only with it';
