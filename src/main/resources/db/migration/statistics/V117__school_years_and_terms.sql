-- Two more kinds of periods: SCHOOL_YEAR 5, from September, and TERM 6, five years, as the terms of the People's Councils.

create or replace function period_key(kind text, start date) returns integer
    language sql immutable parallel safe
    return case kind
           when 'SCHOOL_YEAR'
           then 5000001 + (extract(year from start)::integer - (extract(month from start) < 9)::integer) * 100
           when 'TERM'
           then 6000001 + (extract(year from start)::integer - (extract(year from start)::integer - 1) % 5) * 100
           else case kind when 'MONTH' then 1000000 when 'QUARTER' then 2000000 when 'HALF_YEAR' then 3000000 else 4000000 end
                + extract(year from start)::integer * 100
                + 1 + (extract(month from start)::integer - 1)
                      / case kind when 'MONTH' then 1 when 'QUARTER' then 3 when 'HALF_YEAR' then 6 else 12 end
           end;

create or replace function period_range(key integer) returns daterange
    language sql immutable parallel safe
    return case key / 1000000
           when 5 then daterange(make_date(key / 100 % 10000, 9, 1), make_date(key / 100 % 10000 + 1, 9, 1))
           when 6 then daterange(make_date(key / 100 % 10000, 1, 1), make_date(key / 100 % 10000 + 5, 1, 1))
           else daterange(
               make_date(key / 100 % 10000,
                         1 + (key % 100 - 1) * case key / 1000000 when 1 then 1 when 2 then 3 when 3 then 6 else 12 end, 1),
               (make_date(key / 100 % 10000,
                          1 + (key % 100 - 1) * case key / 1000000 when 1 then 1 when 2 then 3 when 3 then 6 else 12 end, 1)
                + make_interval(months => case key / 1000000 when 1 then 1 when 2 then 3 when 3 then 6 else 12 end))::date)
           end;

create function period_kind(key integer) returns text
    language sql immutable parallel safe
    return (array['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR', 'SCHOOL_YEAR', 'TERM'])[key / 1000000];

alter table figure_form
    drop constraint figure_form_period_kind_check,
    add constraint figure_form_period_kind_check
        check (period_kind in ('MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR', 'SCHOOL_YEAR', 'TERM')),
    -- administrative reports of these do not exist
    add constraint figure_form_cut_off_of_kind
        check (cut_off <> 'ADMINISTRATIVE' or period_kind not in ('SCHOOL_YEAR', 'TERM'));
