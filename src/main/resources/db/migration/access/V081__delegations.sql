-- Somebody acts in the post of an absent person for some days, with some of its roles.
create table delegation (
    id           uuid primary key default uuidv7(),
    post_id      uuid not null references post,
    account_id   uuid not null references account,
    roles        text[] not null check (cardinality(roles) > 0),
    valid_during daterange not null check (not isempty(valid_during) and not lower_inf(valid_during) and not upper_inf(valid_during)),
    reason       text not null,
    ended_at     timestamptz,
    ended_by     uuid,
    created_at   timestamptz not null,
    created_by   uuid not null,
    check ((ended_at is null) = (ended_by is null)),
    exclude using gist (post_id with =, account_id with =, valid_during with &&) where (ended_at is null)
);
create index on delegation (account_id);
