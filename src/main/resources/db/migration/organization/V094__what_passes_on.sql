-- Rights over a unit, and with them what belongs to it, pass to the units that took its place, and on from there. Said
-- once here: forward for one unit, back for lists.

create view unit_passed_on as
    select from_id, to_id, on_date from succession where from_id <> to_id;
comment on view unit_passed_on is 'each step by which one unit took the place of another, whole or in part';

create function unit_heirs(former uuid, today date) returns table (id uuid)
    language sql stable as $$
    with recursive heir (id) as (
        select former
         union
        select to_id from heir join unit_passed_on on from_id = heir.id where on_date <= today)
    select heir.id from heir;
$$;
comment on function unit_heirs is 'the unit and those that took its place until the day';

create function unit_and_former(heir uuid, today date) returns table (id uuid)
    language sql stable as $$
    with recursive former (id) as (
        select heir
         union
        select from_id from former join unit_passed_on on to_id = former.id where on_date <= today)
    select former.id from former;
$$;
comment on function unit_and_former is 'the unit and those whose place it took until the day';

create function units_passed_into(top uuid, today date) returns table (id uuid)
    language sql stable as $$
    with recursive former (id) as (
        select from_id
          from unit above
          join unit heir on above.path @> heir.path
          join unit_passed_on on to_id = heir.id and on_date <= today
          join unit gone on gone.id = from_id and not above.path @> gone.path
         where above.id = top
         union
        select from_id from former join unit_passed_on on to_id = former.id where on_date <= today)
    select former.id from former;
$$;
comment on function units_passed_into is
    'units that neither are the given one nor stand below it, but whose place was taken until the day by one that is or does';
