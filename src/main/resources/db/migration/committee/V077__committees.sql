create table committee (
    unit_id    uuid primary key references unit,
    name       text not null check (name <> ''),
    version    bigint not null default 0,
    created_at timestamptz not null,
    created_by uuid not null,
    updated_at timestamptz not null,
    updated_by uuid not null
);

-- What was decided about the membership, one decision after the other. One that was entered by mistake is taken back.
create table committee_decision (
    id         uuid primary key default uuidv7(),
    unit_id    uuid not null references committee,
    kind       text not null check (kind in ('ESTABLISH', 'CHANGE', 'DISSOLVE')),
    number     integer check (number > 0),
    symbol     text not null check (symbol <> ''),
    signed_on  date not null,
    valid_from date not null check (valid_from >= signed_on),
    signatory  text not null check (signatory <> ''),
    taken_back timestamptz,
    created_at timestamptz not null,
    created_by uuid not null
);
create unique index on committee_decision (unit_id, valid_from) where taken_back is null;

create table committee_seat (
    id           uuid primary key default uuidv7(),
    unit_id      uuid not null references committee,
    person       text not null check (person <> ''),
    position     text,
    agency_id    uuid references agency,
    account_id   uuid references account,
    role         text not null check (role in ('HEAD', 'DEPUTY', 'STANDING', 'MEMBER', 'SECRETARY')),
    valid_during daterange not null check (not isempty(valid_during)),
    opened_by    uuid not null references committee_decision,
    closed_by    uuid references committee_decision,
    check ((closed_by is null) = upper_inf(valid_during)),
    exclude using gist (unit_id with =, valid_during with &&) where (role = 'HEAD')
);
create index on committee_seat (unit_id);
create index on committee_seat (agency_id);
create index on committee_seat (account_id);
comment on column committee_seat.agency_id is 'the agency that the member stands for; null for a leader of the unit itself';
