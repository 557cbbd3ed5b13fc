-- What a unit can be at its level: data, so that a reform adds rows, not code.
create table unit_kind (
    kind  text not null,
    level text not null check (level in ('NATION', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'VILLAGE')),
    primary key (kind, level)
);

insert into unit_kind (kind, level) values
    ('tỉnh', 'PROVINCE'), ('thành phố', 'PROVINCE'),
    ('huyện', 'DISTRICT'), ('quận', 'DISTRICT'), ('thị xã', 'DISTRICT'), ('thành phố', 'DISTRICT'),
    ('xã', 'COMMUNE'), ('phường', 'COMMUNE'), ('thị trấn', 'COMMUNE'), ('đặc khu', 'COMMUNE'),
    ('thôn', 'VILLAGE'), ('tổ dân phố', 'VILLAGE'), ('bản', 'VILLAGE'), ('làng', 'VILLAGE'), ('ấp', 'VILLAGE'),
    ('khu phố', 'VILLAGE'), ('khóm', 'VILLAGE'), ('buôn', 'VILLAGE'), ('khối phố', 'VILLAGE'), ('xóm', 'VILLAGE');

-- What a unit was, from when to when. The unit itself lives on through a new name, kind, level or parent.
create table unit_state (
    unit_id      uuid not null references unit,
    code         text not null,
    name         text not null,
    folded       text not null generated always as (fold(name || ' ' || code)) stored,
    kind         text,
    level        text not null,
    parent_id    uuid references unit,
    path         ltree not null,
    province_id  smallint not null,
    valid_during daterange not null check (not isempty(valid_during)),
    check ((level = 'NATION') = (parent_id is null)),
    check (parent_id <> unit_id),
    check (level in ('NATION', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'VILLAGE')),
    foreign key (kind, level) references unit_kind (kind, level),
    constraint unit_state_once exclude using gist (unit_id with =, valid_during with &&),
    constraint unit_state_code_once exclude using gist (code with =, level with =, valid_during with &&)
);
create index on unit_state using gist (path, valid_during);
create index on unit_state (parent_id);
comment on column unit_state.path is 'keys of the ancestors and of the unit itself, as they were then';
comment on column unit_state.province_id is 'the number of the province then; a number may name another province at another time';
comment on column unit_state.folded is 'what is searched: name and code without accents';

insert into unit_state (unit_id, code, name, kind, level, parent_id, path, province_id, valid_during)
select unit.id, code, name,
       (select kind from unit_kind
         where unit_kind.level = unit.level and lower(unit.name) like kind || ' %'
         order by length(kind) desc limit 1),
       level, parent_id, path, province_id, valid_during
  from unit;

-- A code may pass from one unit to another within the life of both: the states exclude each other, the lives can't.
alter table unit drop constraint unit_code_level_valid_during_excl;
comment on table unit is 'each unit with what is true of it today (of its last day, where it ended; of its first, where it is still to come); valid_during is its whole life, empty where it was called off before it began';

do $$
declare c text;
begin
    select conname into c from pg_constraint
     where conrelid = 'unit'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%isempty%';
    execute format('alter table unit drop constraint %I', c);
end
$$;

-- A change of units that somebody proposed, and what became of it.
create table reorganisation (
    id          uuid primary key default uuidv7(),
    kind        text not null check (kind in ('MERGE', 'SPLIT', 'RENAME', 'RELEVEL', 'MOVE')),
    unit_id     uuid not null references unit,
    on_date     date not null,
    legal_basis text,
    proposal    jsonb not null,
    state       text not null check (state in ('PROPOSED', 'DECIDED', 'UNDONE', 'DISCARDED')),
    version     bigint not null default 0,
    created_at  timestamptz not null,
    created_by  uuid not null,
    updated_at  timestamptz not null,
    updated_by  uuid not null
);
create index on reorganisation (unit_id);
comment on column reorganisation.unit_id is 'the lowest unit that holds all units of the change: who keeps it may decide';

-- What came of a unit. From and to are the same where the unit lives on, with another name, kind, level or parent.
create table succession (
    id                uuid primary key default uuidv7(),
    from_id           uuid not null references unit,
    to_id             uuid not null references unit,
    on_date           date not null,
    kind              text not null check (kind in ('MERGE', 'SPLIT', 'RENAME', 'RELEVEL', 'MOVE')),
    share             numeric check (share > 0 and share <= 1),
    legal_basis       text,
    source_note       text,
    reorganisation_id uuid references reorganisation,
    check ((kind in ('MERGE', 'SPLIT')) = (from_id <> to_id)),
    unique (from_id, to_id, on_date, kind)
);
create index on succession (to_id);
create index on succession (reorganisation_id);
comment on column succession.share is 'how much of the former unit went there; null where nobody knows';

-- A spreadsheet of villages between its preview and its confirmation.
create table village_upload (
    id        uuid primary key default uuidv7(),
    unit_id   uuid not null references unit,
    file_name text not null,
    content   bytea not null,
    at        timestamptz not null,
    by        uuid not null
);

-- The search goes through the states now.
drop index unit_fold_idx;

-- After a whole country was loaded the planner has to know its size at once.
grant maintain on unit, unit_state, succession to binhquyen_app;
