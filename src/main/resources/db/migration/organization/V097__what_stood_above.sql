-- What a unit above made holds for those below also after another took its place.
create function units_above_and_former(below uuid, today date) returns table (id uuid)
    language sql stable as $$
    with recursive above (id) as (
        select higher.id from unit lower join unit higher on higher.path @> lower.path where lower.id = below
         union
        select from_id from above join unit_passed_on on to_id = above.id where on_date <= today)
    select above.id from above;
$$;
comment on function units_above_and_former is
    'the unit, those above it, and those whose place one of them took until the day';

create function standing_mark(unit uuid) returns text
    language sql stable as $$
    select md5(coalesce(string_agg(agency_id::text || valid_during::text, ',' order by valid_during), ''))
      from agency_standing where unit_id = unit;
$$;
comment on function standing_mark is
    'changes whenever the standing role changes hands in the unit, for what day ever: who decides hands back what they saw';
