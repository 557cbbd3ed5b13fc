-- What is measured: the measures of the national strategy (with a code), and local ones of a plan (with their origin).
create table indicator (
    id          uuid primary key default uuidv7(),
    key         integer generated always as identity unique,
    code        text unique,
    origin      uuid unique,
    place       smallint not null default 0,
    field       text not null,
    name_vi     text not null,
    name_en     text not null,
    unit        text not null,
    direction   text not null check (direction in ('UP', 'DOWN', 'TOWARD', 'NONE')),
    computation text not null check (computation in ('RATIO', 'COUNT', 'AS_REPORTED', 'NARRATIVE')),
    per         numeric not null default 100 check (per > 0),
    by_sex      boolean not null default false,
    binds       text[] not null,
    check ((code is null) <> (origin is null))
);
comment on column indicator.origin is 'the target of a plan that has no counterpart in the catalogue';
comment on column indicator.per is 'what the ratio is multiplied by: 100 for %, 1000, 100000, 1 for times';
comment on column indicator.by_sex is 'persons of both sexes are counted, so that women and men are given apart';
comment on column indicator.place is 'order in the catalogue';

-- The countable things. VALUE holds a ratio or a figure that was given as such: it is shown and never added.
create table data_element (
    id           uuid primary key default uuidv7(),
    key          integer generated always as identity unique,
    indicator_id uuid not null references indicator,
    part         text not null check (part in ('NUMERATOR', 'DENOMINATOR', 'VALUE')),
    name         text not null,
    unique (indicator_id, part)
);

-- Combinations of breakdowns that occur, each once.
create table breakdown (
    key         integer primary key,
    combination text[] not null unique,
    name_vi     text not null,
    name_en     text not null
);

insert into breakdown (key, combination, name_vi, name_en) values
    (0, '{}', 'Tổng số', 'Total'),
    (1, '{sex:female}', 'Nữ', 'Women'),
    (2, '{sex:male}', 'Nam', 'Men');

-- The one table of figures. A fact: the rules for facts hold (province in the key, no trigger, no identity).
create table data_value (
    province_id   smallint not null,
    unit_key      integer not null references unit (key),
    element_key   integer not null references data_element (key),
    period_kind   text not null check (period_kind in ('MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR')),
    period_start  date not null,
    nature        text not null check (nature in ('ACTUAL', 'ESTIMATED')),
    reporter_key  integer not null,
    breakdown_key integer not null references breakdown (key),
    value         numeric not null,
    status        text not null check (status in ('DRAFT', 'SUBMITTED', 'ACCEPTED')),
    origin        uuid not null,
    at            timestamptz not null,
    by            uuid not null,
    primary key (province_id, unit_key, period_kind, period_start, reporter_key, element_key, nature, breakdown_key)
);

comment on column data_value.reporter_key is 'key of the contributing agency, 0 for the official figure of the unit itself';
comment on column data_value.origin is 'the submission or consolidation that gave the figure';
comment on column data_value.nature is 'carried out up to the cut-off, or estimated for the whole period: never added together';

-- What a figure was before it was changed or taken away.
create table data_value_history (
    province_id   smallint not null,
    id            uuid not null default uuidv7(),
    unit_key      integer not null references unit (key),
    element_key   integer not null references data_element (key),
    period_kind   text not null,
    period_start  date not null,
    nature        text not null,
    reporter_key  integer not null,
    breakdown_key integer not null references breakdown (key),
    value         numeric not null,
    status        text not null,
    origin        uuid not null,
    at            timestamptz not null,
    by            uuid not null,
    replaced_at   timestamptz not null,
    replaced_by   uuid not null,
    primary key (province_id, id)
);

create index on data_value_history
    (province_id, unit_key, period_kind, period_start, reporter_key, element_key, nature, breakdown_key);

comment on table data_value is 'fact: distributed by province_id';
comment on table data_value_history is 'fact: distributed by province_id';

revoke update, delete, truncate on data_value_history from binhquyen_app;
