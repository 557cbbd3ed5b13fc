-- A person who is asked to open an account. Of the code only the digest is kept; it is made when it is sent or printed.
create table invitation (
    id          uuid primary key default uuidv7(),
    name        text not null,
    position    text,
    email       text,
    phone       text,
    agency_id   uuid not null references agency,
    roles       text[] not null check (cardinality(roles) > 0),
    code_digest bytea unique,
    expires_at  timestamptz,
    sent_at     timestamptz,
    printed_at  timestamptz,
    failed_at   timestamptz,
    accepted_at timestamptz,
    account_id  uuid references account,
    revoked_at  timestamptz,
    created_at  timestamptz not null,
    created_by  uuid not null,
    check ((code_digest is null) = (expires_at is null)),
    check ((accepted_at is null) = (account_id is null))
);
create index on invitation (agency_id);
create unique index on invitation (lower(email)) where accepted_at is null and revoked_at is null;

-- A spreadsheet of people that was read and is looked through before anybody is invited.
create table invitation_sheet (
    id         uuid primary key default uuidv7(),
    file_name  text not null,
    rows       jsonb not null,
    created_at timestamptz not null,
    created_by uuid not null
);
