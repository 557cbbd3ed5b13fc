-- Entering by hand. What is sent twice after a broken line counts once: the browser names each parcel of changes. A figure
-- that was sent in is changed only with a reason, which stands with the entry that changed it.
alter table data_entry
    add column reason    text check (reason <> ''),
    add column change_id uuid;
comment on column data_entry.reason is 'why figures were changed after they were sent in; null where they were not';
comment on column data_entry.change_id is 'how the browser called the parcel of changes; null where no browser gave it';

alter table data_value_history add column replacing_key integer;
comment on column data_value_history.replacing_key is
    'the entry that replaced the figure or took it away; null for what was replaced before this was kept';

-- What somebody says about a figure, or that it wants a second look. The last word about a cell says whether it is flagged.
create table entry_remark (
    id            uuid not null default uuidv7(),
    at            timestamptz not null,
    by            uuid not null,
    unit_key      integer not null,
    element_key   integer not null,
    period_key    integer not null,
    breakdown_key integer not null,
    province_id   smallint not null,
    flagged       boolean not null,
    text          text not null check (length(text) <= 2000),
    primary key (province_id, id)
);
comment on table entry_remark is 'fact: distributed by province_id';
create index on entry_remark (province_id, unit_key, period_key);
revoke update, delete, truncate on entry_remark from binhquyen_app;
