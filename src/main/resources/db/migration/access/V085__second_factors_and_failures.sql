-- The secret of the code generator, sealed with the keyset that lies outside the database.
create table second_factor (
    account_id   uuid primary key references account on delete cascade,
    secret       bytea not null,
    -- the last step of thirty seconds whose code was used: none is used twice
    last_step    bigint not null default 0,
    created_at   timestamptz not null,
    confirmed_at timestamptz
);

create table recovery_code (
    account_id uuid not null references account on delete cascade,
    hash       bytea not null,
    used_at    timestamptz,
    primary key (account_id, hash)
);

-- Devices on which an account was signed in to: they are never slowed down by what others try.
create table known_device (
    account_id   uuid not null references account on delete cascade,
    hash         bytea not null,
    last_used_at timestamptz not null,
    primary key (account_id, hash)
);

create index on sign_in_failure (username, at);

-- Failed sign-ins to accounts that exist: unlike what slows guessing down, they are kept.
create table failed_sign_in (
    id         uuid primary key default uuidv7(),
    account_id uuid not null references account on delete cascade,
    at         timestamptz not null,
    address    text not null,
    device     text not null,
    kind       text not null check (kind in ('PASSWORD', 'CODE'))
);
create index on failed_sign_in (account_id, id);
revoke update, delete, truncate on failed_sign_in from binhquyen_app;
