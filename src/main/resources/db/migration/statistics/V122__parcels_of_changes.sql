-- Whether a parcel of changes has counted already is asked with every cell that is typed. By the form alone all the entries that
-- were ever made in it for the unit and period had to be read.
create index on data_entry (province_id, origin, change_id);
drop index data_entry_province_id_origin_idx;

-- And whether anything is locked in its period at all.
create index on period_lock (period_key) where lifted_at is null;
