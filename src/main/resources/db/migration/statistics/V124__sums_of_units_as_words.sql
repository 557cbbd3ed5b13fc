-- The sums of units as words (docs/decisions/0013): in arrays they take so much room that these were packed, and a whole one had
-- to be unpacked for each number of it. By province first, since one commune asks for many elements and periods. All are added
-- up anew; until then they are read from the figures.

alter table unit_rollup set (toast_tuple_target = 8160);
alter table unit_rollup
    drop column totals,
    drop column women,
    drop column men,
    drop column open,
    add column sums text,
    drop constraint unit_rollup_pkey,
    add primary key (province_id, element_key, period_key, nature);
comment on column unit_rollup.units is 'keys of units; null where the figures have to be read';
comment on column unit_rollup.sums is
    'of each unit, in the same order with commas between: total, women, men, as far as there are any, and what of them is not accepted yet: 1 the total, 2 the women, 4 the men';

update unit_rollup set units = null;
insert into rollup_due (province_id, element_key, period_key, in_bulk)
select distinct province_id, element_key, period_key, true from unit_rollup;
