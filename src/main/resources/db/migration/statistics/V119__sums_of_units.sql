-- What each unit of a province gave of an element in a period, added up: in one row, since one row for each unit would take
-- as much room as the figures themselves (docs/decisions/0013).

create table unit_rollup (
    element_key integer not null,
    period_key  integer not null,
    province_id smallint not null,
    nature      "char" not null,
    units       integer[],
    open        smallint[],
    totals      numeric[],
    women       numeric[],
    men         numeric[],
    primary key (element_key, period_key, province_id, nature)
);
comment on table unit_rollup is 'fact: distributed by province_id';
comment on column unit_rollup.units is 'keys of units, each with the sums at its place; null where the figures have to be read';
comment on column unit_rollup.open is 'what is not accepted yet of each unit: 1 the total, 2 the women, 4 the men';

insert into unit_rollup (element_key, period_key, province_id, nature)
select distinct element_key, period_key, province_id, nature from data_rollup;
insert into rollup_due (province_id, element_key, period_key)
select distinct province_id, element_key, period_key from data_rollup;
