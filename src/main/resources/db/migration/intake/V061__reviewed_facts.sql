-- What somebody looked at in a draft and found right, or wrote; it holds as long as the item says the same.
create table reviewed_fact (
    plan_id    uuid not null references plan,
    item       uuid not null,
    seen       text not null,
    at         timestamptz not null,
    account_id uuid not null,
    primary key (plan_id, item)
);
comment on column reviewed_fact.seen is 'what the item said, as a digest';
