-- Keys for other programs; only the hash of one is kept.
create table api_token (
    id           uuid primary key default uuidv7(),
    account_id   uuid not null references account on delete cascade,
    name         text not null,
    hash         bytea not null unique,
    scopes       text[] not null check (cardinality(scopes) > 0),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    check (expires_at > created_at and expires_at <= created_at + interval '366 days')
);
create index on api_token (account_id);
