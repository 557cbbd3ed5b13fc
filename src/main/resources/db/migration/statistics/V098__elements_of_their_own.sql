-- What is counted stands on its own: other indicators, forms and programs name it by its code. It belongs to the unit that
-- defined it (the nation for all) and may be used there and below.
alter table data_element
    alter column indicator_id drop not null,
    alter column part drop not null,
    add column unit_id    uuid references unit,
    add column name_en    text,
    add column unit       text not null default '',
    add column kind       text not null default 'COUNT' check (kind in ('COUNT', 'AMOUNT', 'MEASURE', 'YES_NO')),
    add column over_time  text not null default 'SUM' check (over_time in ('SUM', 'LAST', 'AVERAGE')),
    add column over_units text not null default 'SUM' check (over_units in ('SUM', 'NONE')),
    add column sensitive  boolean not null default false,
    add column note       text not null default '',
    add column verified   boolean not null default true,
    add column retired_on date,
    add column version    bigint not null default 0,
    add constraint data_element_of_indicator check ((indicator_id is null) = (part is null));
comment on column data_element.unit_id is 'the unit that defined it and below which it may be used; null for the whole country';
comment on column data_element.over_units is 'NONE: a figure holds for its unit alone and is in no sum';
comment on column data_element.sensitive is 'small numbers of it could show who is meant: they are suppressed where they are published';
comment on column data_element.part is 'what it is in the reports of its indicator; null where no report asks for it';

update data_element set over_units = 'NONE', kind = 'MEASURE', over_time = 'LAST' where part = 'VALUE';

-- How an indicator is computed, from what it is known, and who answers for it.
alter table indicator
    add column unit_id      uuid references unit,
    add column collection   text not null default 'LOCAL',
    add column numerator    text,
    add column denominator  text,
    add column decimals     smallint not null default 1 check (decimals between 0 and 6),
    add column natural_low  numeric,
    add column natural_high numeric,
    add column definition   text not null default '',
    add column source       text not null default '',
    add column periodicity  text not null default '',
    add column responsible  text not null default '',
    add column verified     boolean not null default true,
    add column version      bigint not null default 0,
    add column retired_on   date,
    add check (natural_low <= natural_high);
comment on column indicator.unit_id is 'the unit that defined it; null for the whole country';
comment on column indicator.collection is 'the set it belongs to: NQ28 (national strategy), TKPTG (gender statistics), BLGD (domestic violence), LOCAL';
comment on column indicator.numerator is
    'sum of elements such as "NQ28-1.1.NUM + POP[sex:female]"; alone where there is no denominator; null where told in words';

update indicator
   set collection = case when code like 'NQ28-%' then 'NQ28' else 'LOCAL' end,
       numerator = case computation
                       when 'AS_REPORTED' then (select code from data_element where indicator_id = indicator.id and part = 'VALUE')
                       when 'NARRATIVE' then null
                       else (select code from data_element where indicator_id = indicator.id and part = 'NUMERATOR') end,
       denominator = case when computation = 'RATIO'
                          then (select code from data_element where indicator_id = indicator.id and part = 'DENOMINATOR') end;
update indicator set natural_low = 104, natural_high = 106 where code = 'NQ28-4.1';
update indicator set verified = false
 where code in ('NQ28-3.2b', 'NQ28-3.3', 'NQ28-3.4', 'NQ28-4.3', 'NQ28-5.2b', 'NQ28-5.3', 'NQ28-6.2', 'NQ28-6.3', 'NQ28-6.4');

-- What an entry of the catalogue was before it was changed.
create table catalogue_version (
    id       uuid primary key default uuidv7(),
    thing    text not null check (thing in ('ELEMENT', 'INDICATOR', 'DIMENSION')),
    code     text not null,
    version  bigint not null,
    content  jsonb not null,
    reason   text not null default '',
    at       timestamptz not null,
    by       uuid not null,
    unique (thing, code, version)
);
revoke update, delete, truncate on catalogue_version from binhquyen_app;

-- Whether the options of a dimension may be added to a total: only where each was given; those that were given (nobody
-- reports the fifty ethnic groups that don't live there); or never, where one person counts under several.
alter table breakdown_dimension
    add column adds text not null default 'ALL' check (adds in ('ALL', 'GIVEN', 'NEVER'));
update breakdown_dimension set adds = 'GIVEN' where code = 'ethnicity';
update breakdown_dimension set adds = 'NEVER' where code = 'violence';

-- Which combinations add up to which coarser ones. Written when a combination is met for the first time, with its coarser
-- ones: a combination of three dimensions has seven, whatever the number of their options.
create table breakdown_margin (
    breakdown_key integer not null references breakdown (key),
    margin_key    integer not null references breakdown (key),
    dropped       text[] not null,
    needed        integer not null check (needed > 0),
    primary key (breakdown_key, margin_key)
);
create index on breakdown_margin (margin_key);
comment on column breakdown_margin.dropped is 'the dimensions over which is added, in order';
comment on column breakdown_margin.needed is 'so many combinations must be given before they make the coarser one';

-- Takes combinations in, with all that they add up to; what is known already stays. Options of each in the order of words.
create function intern_breakdowns(combinations text[]) returns void
    language sql as $$
    with asked as (
        select string_to_array(each, ';') as options from unnest(combinations) each
    ), parts as (
        select distinct array(select options[i] from generate_subscripts(options, 1) i
                               where subset & (1 << (i - 1)) <> 0 order by options[i] collate "C") as combination
          from asked, generate_series(0, (1 << cardinality(options)) - 1) subset
    )
    insert into breakdown (key, combination, name_vi, name_en)
    select nextval('breakdown_key'), combination,
           string_agg(option.name_vi, ', ' order by dimension.place),
           string_agg(option.name_en, ', ' order by dimension.place)
      from parts
      join breakdown_option option on option.dimension || ':' || option.code = any(combination)
      join breakdown_dimension dimension on dimension.code = option.dimension
     where not exists (select 1 from breakdown where breakdown.combination = parts.combination)
     group by combination
    on conflict (combination) do nothing;

    with fine as (
        select key, combination
          from breakdown
         where cardinality(combination) > 0
           and not exists (select 1 from breakdown_margin where breakdown_key = key)
    ), dropped as (
        select fine.key, coarse.key as margin_key,
               array(select split_part(option, ':', 1) from unnest(fine.combination) option
                      where not option = any(coarse.combination) order by 1) as dimensions
          from fine
          join breakdown coarse on fine.combination @> coarse.combination
                               and cardinality(coarse.combination) < cardinality(fine.combination)
    )
    insert into breakdown_margin (breakdown_key, margin_key, dropped, needed)
    select key, margin_key, dimensions,
           (select coalesce(round(exp(sum(ln(options)))), 1)
              from (select count(*) as options
                      from breakdown_option
                      join breakdown_dimension kept on kept.code = dimension
                     where dimension = any(dimensions) and adds = 'ALL'
                     group by dimension) counted)::integer
      from dropped
     where not exists (select 1 from breakdown_dimension where code = any(dimensions) and adds = 'NEVER')
    on conflict do nothing;
$$;

-- The combinations that are known already.
select intern_breakdowns(array(select array_to_string(combination, ';') from breakdown where cardinality(combination) > 0));
