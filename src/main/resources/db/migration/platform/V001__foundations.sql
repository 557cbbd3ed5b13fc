create extension if not exists ltree;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

-- The application works with the rights of this role; only the owner of the schema migrates.
do $$
begin
    if not exists (select 1 from pg_roles where rolname = 'binhquyen_app') then
        create role binhquyen_app nologin;
    end if;
    execute format('grant binhquyen_app to %I', current_user);
end
$$;

grant usage on schema public to binhquyen_app;
alter default privileges in schema public grant select, insert, update, delete on tables to binhquyen_app;
alter default privileges in schema public grant usage, select on sequences to binhquyen_app;

-- Text without accents and case, for search: "loi bac" finds "Lợi Bác".
create function fold(value text) returns text
    language sql immutable parallel safe strict
    return lower(unaccent('unaccent'::regdictionary, normalize(value, nfc)));

create table spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index on spring_session (expiry_time);
create index on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- One row, written when the installation has been prepared: with real data, or as the demonstration.
create table installation (
    singleton     boolean primary key default true check (singleton),
    demonstration boolean not null
);
