-- Forms: which figures are asked for together, of whom, how often. An edition that is in use is never changed: a new one
-- takes its place from a day on, so that what was filled can always be read in the form it was filled in.
create table figure_form (
    id           uuid primary key default uuidv7(),
    key          integer generated always as identity unique,
    code         text not null check (code ~ '^[A-Z0-9][A-Z0-9./-]{0,39}$'),
    edition      smallint not null default 1 check (edition > 0),
    unit_id      uuid references unit,
    name_vi      text not null check (name_vi <> ''),
    name_en      text not null default '',
    help         text not null default '',
    period_kind  text not null check (period_kind in ('MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR')),
    cut_off      text not null check (cut_off in ('CALENDAR', 'ADMINISTRATIVE')),
    levels       text[] not null check (cardinality(levels) > 0
                                        and levels <@ array['NATION', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'VILLAGE']),
    agency_kind  text,
    due_days     smallint not null check (due_days between 0 and 180),
    valid_during daterange not null check (not isempty(valid_during) and not lower_inf(valid_during)),
    state        text not null check (state in ('DRAFT', 'ACTIVE', 'RETIRED')),
    version      bigint not null default 0,
    created_at   timestamptz not null,
    created_by   uuid not null,
    updated_at   timestamptz not null,
    updated_by   uuid not null,
    unique (code, edition),
    constraint figure_form_once exclude using gist (code with =, valid_during with &&) where (state <> 'DRAFT')
);
create unique index figure_form_one_draft on figure_form (code) where state = 'DRAFT';
create index on figure_form (unit_id);
comment on column figure_form.unit_id is 'the unit that asks, itself and those below it; null for the whole country';
comment on column figure_form.cut_off is 'CALENDAR: the whole period; ADMINISTRATIVE: from the 15th before it to the 14th of its last month';
comment on column figure_form.levels is 'the levels of the units that fill it';
comment on column figure_form.agency_kind is 'the kind of agency that fills it in each unit; null for the standing agency';
comment on column figure_form.due_days is 'so many days after the cut-off of the period it is due';
comment on column figure_form.valid_during is 'periods whose cut-off lies in it are asked for by this edition';

create table figure_form_section (
    form_key    integer not null references figure_form (key) on delete cascade,
    place       smallint not null check (place > 0),
    title_vi    text not null,
    title_en    text not null default '',
    help        text not null default '',
    column_keys integer[] not null check (cardinality(column_keys) > 0),
    total_key   integer references breakdown (key),
    primary key (form_key, place)
);
comment on column figure_form_section.column_keys is 'keys of the breakdowns that are asked for, in order';
comment on column figure_form_section.total_key is 'the breakdown that the columns add up to, as a computed last column; null for none';

create table figure_form_row (
    form_key           integer not null,
    section            smallint not null,
    place              smallint not null check (place > 0),
    element_key        integer not null references data_element (key),
    label_vi           text not null default '',
    label_en           text not null default '',
    indent             smallint not null default 0 check (indent between 0 and 3),
    total_of           smallint[] not null default '{}',
    closed_keys        integer[] not null default '{}',
    shown_if_element   integer references data_element (key),
    shown_if_breakdown integer references breakdown (key),
    required           boolean not null default false,
    primary key (form_key, section, place),
    foreign key (form_key, section) references figure_form_section on delete cascade,
    check ((shown_if_element is null) = (shown_if_breakdown is null))
);
create index on figure_form_row (element_key);
comment on column figure_form_row.label_vi is 'how the form calls the element; empty for its own name';
comment on column figure_form_row.total_of is 'places of the rows of the same section that it adds up; empty where it is filled in';
comment on column figure_form_row.closed_keys is 'columns that are not asked for in this row';
comment on column figure_form_row.shown_if_element is 'with the breakdown the cell of the form that must be above zero for the row to be asked for';

-- A form that a unit began to fill for a period. Its figures are ordinary ones, with its id as their origin.
create table form_sheet (
    form_key    integer not null,
    period_key  integer not null,
    unit_key    integer not null,
    province_id smallint not null,
    origin      uuid not null default uuidv7(),
    sent_at     timestamptz,
    sent_by     uuid,
    primary key (province_id, unit_key, period_key, form_key),
    check ((sent_at is null) = (sent_by is null))
);
comment on table form_sheet is 'fact: distributed by province_id';
comment on column form_sheet.origin is 'the origin of the figures that were given by this form';
comment on column form_sheet.sent_at is 'null while it is being filled, again after it was taken back';
