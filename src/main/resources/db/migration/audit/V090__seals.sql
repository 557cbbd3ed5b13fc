-- What was recorded before entries bore a mark of their own: counted and digested once, so that it can be compared later.
create table audit_before_marks (
    province_id smallint primary key,
    entries     bigint not null,
    digest      bytea not null
);
insert into audit_before_marks (province_id, entries, digest)
select province_id, count(*),
       sha256(convert_to(string_agg(concat_ws('|', id, extract(epoch from at), account_id, actor_name, agency_id,
                                              action, thing, thing_id, detail), e'\n' order by id), 'UTF8'))
  from audit_entry
 group by province_id;

alter table audit_entry add column address text, add column mark bytea;
alter table audit_entry add constraint audit_entry_marked check (mark is not null) not valid;
create index on audit_entry (account_id, id);
create index on audit_entry (id);
comment on column audit_entry.mark is 'what the application signs the entry with; null for those in audit_before_marks';
comment on column audit_entry.address is 'network address from which the actor worked; null for work without a request';

-- Entries that no seal holds yet: written with the entry, taken out by the seal.
create table audit_unsealed (
    province_id smallint not null,
    entry_id    uuid not null,
    primary key (province_id, entry_id)
);

-- The chain of a province: each link seals one entry and the link before it.
create table audit_link (
    province_id smallint not null,
    number      bigint not null check (number > 0),
    entry_id    uuid not null,
    sealed_at   timestamptz not null,
    hash        bytea not null,
    primary key (province_id, number),
    unique (province_id, entry_id)
);

revoke update, delete, truncate on audit_entry, audit_link, audit_before_marks from binhquyen_app;
revoke insert on audit_before_marks from binhquyen_app;
revoke update, truncate on audit_unsealed from binhquyen_app;
