create table audit_entry (
    province_id smallint not null,
    id          uuid not null default uuidv7(),
    at          timestamptz not null,
    account_id  uuid not null,
    actor_name  text not null,
    agency_id   uuid not null,
    action      text not null,
    thing       text not null,
    thing_id    text not null,
    detail      jsonb not null,
    primary key (province_id, id)
);
create index on audit_entry (province_id, thing, thing_id, id);

-- What was recorded stays as it was recorded.
revoke update, delete, truncate on audit_entry from binhquyen_app;
