-- What the rules know of the world outside a document. Reference tables that people edit in modest numbers.
create table legal_document (
    id            uuid primary key default uuidv7(),
    type          text not null,
    number        text not null check (number <> ''),
    issued_on     date,
    issuer        text not null check (issuer <> ''),
    title         text not null check (title <> ''),
    in_force_from date,
    last_day      date,
    replaced_by   text check (replaced_by <> ''),
    source        text not null check (source <> ''),
    confirmed     boolean not null,
    version       bigint not null default 0,
    created_at    timestamptz not null default now(),
    created_by    uuid,
    updated_at    timestamptz not null default now(),
    updated_by    uuid,
    unique nulls not distinct (type, number, issued_on),
    check (last_day >= coalesce(in_force_from, issued_on))
);
create index on legal_document using gin (fold(number || ' ' || title || ' ' || issuer) gin_trgm_ops);
comment on column legal_document.last_day is 'last day on which it held, or on which its programme ran; null while it holds';
comment on column legal_document.confirmed is 'false where a fact was not confirmed in a published text';
comment on column legal_document.created_by is 'null for what is shipped, as updated_by';

create table obsolete_body (
    id         uuid primary key default uuidv7(),
    name       text not null unique check (name <> ''),
    others     text[] not null default '{}',
    last_day   date not null,
    successor  text check (successor <> ''),
    source     text not null check (source <> ''),
    confirmed  boolean not null,
    version    bigint not null default 0,
    created_at timestamptz not null default now(),
    created_by uuid,
    updated_at timestamptz not null default now(),
    updated_by uuid
);
comment on column obsolete_body.others is 'further ways in which documents write it';
