-- Figures at the size of the country: a row names everything by small numbers, what it was entered with stands once for
-- all figures entered together, and the sums of each province are kept beside them (docs/decisions/0009).

-- One act of entering: a sheet that was saved, a consolidation, a file that was imported.
create sequence data_entry_key as integer;
create table data_entry (
    province_id smallint not null,
    key         integer not null default nextval('data_entry_key'),
    origin      uuid not null,
    at          timestamptz not null,
    by          uuid not null,
    primary key (province_id, key)
);
comment on table data_entry is 'fact: distributed by province_id';
comment on column data_entry.origin is 'the submission, consolidation or import that gave the figures';

insert into data_entry (province_id, origin, at, by)
select distinct province_id, origin, at, by from data_value
 union
select distinct province_id, origin, at, by from data_value_history;
create index on data_entry (province_id, origin);

-- kind × 1,000,000 + year × 100 + number: MONTH 1, QUARTER 2, HALF_YEAR 3, YEAR 4
create function period_key(kind text, start date) returns integer
    language sql immutable parallel safe
    return case kind when 'MONTH' then 1000000 when 'QUARTER' then 2000000 when 'HALF_YEAR' then 3000000 else 4000000 end
           + extract(year from start)::integer * 100
           + 1 + (extract(month from start)::integer - 1)
                 / case kind when 'MONTH' then 1 when 'QUARTER' then 3 when 'HALF_YEAR' then 6 else 12 end;

create function period_range(key integer) returns daterange
    language sql immutable parallel safe
    return daterange(
        make_date(key / 100 % 10000,
                  1 + (key % 100 - 1) * case key / 1000000 when 1 then 1 when 2 then 3 when 3 then 6 else 12 end, 1),
        (make_date(key / 100 % 10000,
                   1 + (key % 100 - 1) * case key / 1000000 when 1 then 1 when 2 then 3 when 3 then 6 else 12 end, 1)
         + make_interval(months => case key / 1000000 when 1 then 1 when 2 then 3 when 3 then 6 else 12 end))::date);

alter table data_value rename to data_value_before;
alter table data_value_history rename to data_value_history_before;
alter index data_value_pkey rename to data_value_before_pkey;
alter index data_value_history_pkey rename to data_value_history_before_pkey;

-- Columns in the order in which they take the least room. Keys of units, elements and breakdowns are never deleted, so
-- rows are not held by foreign keys, which would be checked one by one; what comes in is looked at before.
create table data_value (
    unit_key      integer not null,
    element_key   integer not null,
    period_key    integer not null,
    breakdown_key integer not null,
    reporter_key  integer not null,
    entry_key     integer not null,
    province_id   smallint not null,
    nature        "char" not null check (nature in ('A', 'E')),
    status        "char" not null check (status in ('D', 'S', 'A')),
    value         numeric not null,
    primary key (province_id, nature, element_key, period_key, unit_key, breakdown_key, reporter_key)
);
comment on table data_value is 'fact: distributed by province_id';
comment on column data_value.reporter_key is 'key of the contributing agency, 0 for the official figure of the unit itself';
comment on column data_value.nature is 'Actual: carried out up to the cut-off; Estimated for the whole period: never added together';
comment on column data_value.status is 'Draft, Submitted, Accepted';

insert into data_value
select unit_key, element_key, period_key(period_kind, period_start), breakdown_key, reporter_key,
       (select key from data_entry entry
         where entry.province_id = before.province_id and entry.origin = before.origin and entry.at = before.at
           and entry.by = before.by),
       province_id, left(nature, 1)::"char", left(status, 1)::"char", value
  from data_value_before before;

-- What a figure was before it was changed or taken away.
create table data_value_history (
    id            uuid not null default uuidv7(),
    replaced_at   timestamptz not null,
    replaced_by   uuid not null,
    unit_key      integer not null,
    element_key   integer not null,
    period_key    integer not null,
    breakdown_key integer not null,
    reporter_key  integer not null,
    entry_key     integer not null,
    province_id   smallint not null,
    nature        "char" not null,
    status        "char" not null,
    value         numeric not null,
    primary key (province_id, id)
);
comment on table data_value_history is 'fact: distributed by province_id';

insert into data_value_history
select id, replaced_at, replaced_by, unit_key, element_key, period_key(period_kind, period_start), breakdown_key,
       reporter_key,
       (select key from data_entry entry
         where entry.province_id = before.province_id and entry.origin = before.origin and entry.at = before.at
           and entry.by = before.by),
       province_id, left(nature, 1)::"char", left(status, 1)::"char", value
  from data_value_history_before before;
create index on data_value_history
    (province_id, nature, element_key, period_key, unit_key, breakdown_key, reporter_key);

drop table data_value_before;
drop table data_value_history_before;

revoke update, delete, truncate on data_value_history, data_entry from binhquyen_app;

-- Which sums of a province no longer hold: written with the figure, taken out by who adds up anew.
create table rollup_due (
    id          uuid not null default uuidv7(),
    element_key integer not null,
    period_key  integer not null,
    province_id smallint not null,
    primary key (province_id, id)
);
comment on table rollup_due is 'fact: distributed by province_id';

-- The sum of a province: each unit's own figure where it has one, else those below it.
create table data_rollup (
    element_key   integer not null,
    period_key    integer not null,
    breakdown_key integer not null,
    given         integer not null,
    open          integer not null,
    province_id   smallint not null,
    nature        "char" not null,
    total         numeric not null,
    primary key (element_key, period_key, province_id, nature, breakdown_key)
);
comment on table data_rollup is 'fact: distributed by province_id';
comment on column data_rollup.given is 'how many figures were added';
comment on column data_rollup.open is 'how many of them are not accepted yet';

insert into rollup_due (province_id, element_key, period_key)
select distinct province_id, element_key, period_key from data_value where reporter_key = 0;

-- Codes by which other programs name the countable things.
alter table data_element add column code text;
update data_element element
   set code = coalesce(indicator.code, 'DP-' || right(indicator.id::text, 12)) || '.' || left(part, 3)
  from indicator
 where indicator.id = indicator_id;
alter table data_element alter column code set not null;
create unique index on data_element (code);
comment on column data_element.code is 'NUM, DEN or VAL after the code of the indicator';

-- By what figures are broken down. A breakdown is a combination of options that occurred, never a product of all.
create table breakdown_dimension (
    code    text primary key,
    place   smallint not null unique,
    name_vi text not null,
    name_en text not null
);
create table breakdown_option (
    dimension text not null references breakdown_dimension,
    code      text not null,
    place     smallint not null,
    name_vi   text not null,
    name_en   text not null,
    primary key (dimension, code),
    unique (dimension, place)
);
create sequence breakdown_key as integer start 3;

insert into breakdown_dimension (code, place, name_vi, name_en) values
    ('sex', 1, 'Giới tính', 'Sex'),
    ('age', 2, 'Nhóm tuổi', 'Age group'),
    ('ethnicity', 3, 'Dân tộc', 'Ethnicity'),
    ('area', 4, 'Thành thị, nông thôn', 'Area'),
    ('disability', 5, 'Khuyết tật', 'Disability'),
    ('poverty', 6, 'Diện hộ nghèo', 'Poverty status'),
    ('violence', 7, 'Hình thức bạo lực', 'Form of violence');

insert into breakdown_option (dimension, code, place, name_vi, name_en) values
    ('sex', 'female', 1, 'Nữ', 'Women'),
    ('sex', 'male', 2, 'Nam', 'Men'),
    ('age', '0-15', 1, 'Dưới 16 tuổi', 'Under 16'),
    ('age', '16-59', 2, 'Từ 16 đến 59 tuổi', '16 to 59'),
    ('age', '60+', 3, 'Từ 60 tuổi trở lên', '60 and over'),
    ('ethnicity', 'kinh', 1, 'Kinh', 'Kinh'),
    ('ethnicity', 'minority', 2, 'Dân tộc thiểu số', 'Ethnic minorities'),
    ('area', 'urban', 1, 'Thành thị', 'Urban'),
    ('area', 'rural', 2, 'Nông thôn', 'Rural'),
    ('disability', 'yes', 1, 'Người khuyết tật', 'With a disability'),
    ('disability', 'no', 2, 'Không khuyết tật', 'Without a disability'),
    ('poverty', 'poor', 1, 'Hộ nghèo', 'Poor household'),
    ('poverty', 'near-poor', 2, 'Hộ cận nghèo', 'Near-poor household'),
    ('poverty', 'other', 3, 'Hộ khác', 'Other household'),
    ('violence', 'physical', 1, 'Bạo lực thân thể', 'Physical violence'),
    ('violence', 'mental', 2, 'Bạo lực tinh thần', 'Mental violence'),
    ('violence', 'sexual', 3, 'Bạo lực tình dục', 'Sexual violence'),
    ('violence', 'economic', 4, 'Bạo lực kinh tế', 'Economic violence');
