-- The names of an agency, each in its time; agency.name is the one of today, for the queries of all rooms.
create table agency_name (
    agency_id    uuid not null references agency,
    unit_id      uuid not null references unit,
    name         text not null check (name <> ''),
    short_name   text,
    valid_during daterange not null check (not isempty(valid_during)),
    primary key (agency_id, valid_during),
    exclude using gist (agency_id with =, valid_during with &&),
    exclude using gist (unit_id with =, name with =, valid_during with &&)
);
insert into agency_name (agency_id, unit_id, name, short_name, valid_during)
select id, unit_id, name, short_name, valid_during from agency;

-- A name belongs to its time, so another agency may have borne it before.
alter table agency drop constraint agency_unit_id_name_valid_during_excl;

alter table agency_alias add column valid_during daterange not null default '(,)' check (not isempty(valid_during));

-- Which agency coordinated the programme in its unit, and when; agency.standing is the one of today.
create table agency_standing (
    agency_id    uuid not null references agency,
    unit_id      uuid not null references unit,
    valid_during daterange not null check (not isempty(valid_during)),
    primary key (agency_id, valid_during),
    exclude using gist (unit_id with =, valid_during with &&)
);
insert into agency_standing (agency_id, unit_id, valid_during)
select id, unit_id, valid_during from agency where standing;

-- Two records of one agency: the one that was too many points to the other and stays.
alter table agency add column merged_into uuid references agency check (merged_into <> id);
create index on agency (merged_into) where merged_into is not null;
