create table unit (
    id           uuid primary key default uuidv7(),
    key          integer generated always as identity unique,
    code         text not null,
    name         text not null,
    level        text not null check (level in ('NATION', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'VILLAGE')),
    parent_id    uuid references unit,
    path         ltree not null,
    province_id  smallint not null,
    valid_during daterange not null check (not isempty(valid_during)),
    version      bigint not null default 0,
    created_at   timestamptz not null,
    created_by   uuid not null,
    updated_at   timestamptz not null,
    updated_by   uuid not null,
    check ((level = 'NATION') = (parent_id is null)),
    exclude using gist (code with =, level with =, valid_during with &&)
);
create index on unit using gist (path);
create index on unit (parent_id);
create index on unit using gin (fold(name) gin_trgm_ops);
comment on column unit.province_id is 'the small number of the province, 0 for the nation: the distribution key of facts';
comment on column unit.path is 'keys of the ancestors and of the unit itself';

create table agency (
    id           uuid primary key default uuidv7(),
    key          integer generated always as identity unique,
    unit_id      uuid not null references unit,
    name         text not null,
    short_name   text,
    kind         text not null,
    standing     boolean not null default false,
    valid_during daterange not null check (not isempty(valid_during)),
    version      bigint not null default 0,
    created_at   timestamptz not null,
    created_by   uuid not null,
    updated_at   timestamptz not null,
    updated_by   uuid not null,
    exclude using gist (unit_id with =, name with =, valid_during with &&),
    exclude using gist (unit_id with =, valid_during with &&) where (standing)
);
create index on agency (unit_id);
create index on agency using gin (fold(name) gin_trgm_ops);

create table agency_alias (
    agency_id uuid not null references agency,
    alias     text not null,
    primary key (agency_id, alias)
);
