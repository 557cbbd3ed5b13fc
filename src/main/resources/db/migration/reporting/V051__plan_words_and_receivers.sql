-- A report asks for an indicator in the words of its plan; the catalogue's name stands beside it.
alter table reported_indicator add column name text;
comment on column reported_indicator.name is 'as the plan words it; null where the name of the indicator holds';

update reported_indicator
   set name = worded.text
  from indicator, plan_indicator worded
 where indicator.id = reported_indicator.indicator_id
   and worded.plan_id = reported_indicator.plan_id
   and worded.catalogue = indicator.code
   and worded.until is null
   and (select count(distinct coalesce(what, '')) from plan_target where indicator_id = worded.id) <= 1;

-- Who receives what is sent to a unit: its standing agency, or the authority itself where it has none.
create function receiving_agency(receiver uuid) returns text
    language sql stable
    return coalesce(
        (select name
           from agency
          where unit_id = receiver and standing
          order by upper(valid_during) desc nulls first
          limit 1),
        (select 'UBND ' || name from unit where id = receiver));
