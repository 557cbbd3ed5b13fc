-- The sums of units as words (docs/decisions/0013): in arrays they take so much room that these were packed, and a whole one had
-- to be unpacked for each number of it. By province first, since one commune asks for many elements and periods.

create function pg_temp.sums(totals numeric[], women numeric[], men numeric[], open smallint[]) returns text
    language sql as $$
    select string_agg(format('%s %s %s %s', total, woman, man, open), ',' order by place)
      from unnest(totals, women, men, open) with ordinality as each (total, woman, man, open, place)
    $$;

alter table unit_rollup set (toast_tuple_target = 8160);
alter table unit_rollup
    alter column totals type text using pg_temp.sums(totals, women, men, open),
    alter column women type text using null,
    alter column men type text using null,
    alter column open type text using null,
    drop constraint unit_rollup_pkey,
    add primary key (province_id, element_key, period_key, nature);
alter table unit_rollup
    drop column women,
    drop column men,
    drop column open;
alter table unit_rollup rename column totals to sums;
comment on column unit_rollup.units is 'keys of units; null where the figures have to be read';
comment on column unit_rollup.sums is
    'of each unit, in the same order with commas between: total, women, men, as far as there are any, and what of them is not accepted yet: 1 the total, 2 the women, 4 the men';
