create table account (
    id            uuid primary key default uuidv7(),
    username      text not null,
    name          text not null,
    position      text,
    password_hash text not null,
    agency_id     uuid not null references agency,
    active        boolean not null default true,
    version       bigint not null default 0,
    created_at    timestamptz not null,
    created_by    uuid not null,
    updated_at    timestamptz not null,
    updated_by    uuid not null
);
create unique index on account (lower(username));
create index on account (agency_id);

create table account_role (
    account_id uuid not null references account on delete cascade,
    role       text not null check (role in ('STANDING_OFFICER', 'CLERK', 'AGENCY_OFFICER', 'LEADER', 'CONSOLIDATOR', 'ADMINISTRATOR')),
    primary key (account_id, role)
);

-- Failed sign-ins by name and address, so that guessing is slowed down and nobody can lock somebody else out.
create table sign_in_failure (
    username text not null,
    address  text not null,
    at       timestamptz not null
);
create index on sign_in_failure (address, at);
