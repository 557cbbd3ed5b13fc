-- What an issued plan asks to be reported, as it stood when its newest version came into force.
create table reported_plan (
    plan_id           uuid primary key references plan,
    unit_id           uuid not null references unit,
    title             text not null,
    number_and_symbol text not null,
    issued_on         date not null,
    parent_plan_id    uuid references plan,
    ended             boolean not null default false
);

comment on column reported_plan.unit_id is 'the unit that issued the plan and to whose standing agency is reported';

create table reported_indicator (
    plan_id      uuid not null references reported_plan,
    indicator_id uuid not null references indicator,
    place        integer not null,
    no           text,
    objective    text not null,
    aims         jsonb not null,
    in_force     boolean not null default true,
    primary key (plan_id, indicator_id)
);

create table reported_indicator_owner (
    plan_id      uuid not null,
    indicator_id uuid not null,
    agency_id    uuid not null references agency,
    primary key (plan_id, indicator_id, agency_id),
    foreign key (plan_id, indicator_id) references reported_indicator
);

create table reporting_round (
    id           uuid primary key default uuidv7(),
    plan_id      uuid not null references reported_plan,
    unit_id      uuid not null references unit,
    title        text not null,
    kind         text not null check (kind in ('SIX_MONTH', 'YEAR', 'QUARTER', 'MONTH', 'AD_HOC', 'MID_TERM', 'FINAL')),
    period_kind  text not null check (period_kind in ('MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR')),
    period_start date not null,
    due_on       date not null,
    cut_off      date not null,
    send_up_on   date,
    withdrawn    boolean not null default false,
    version      bigint not null default 0,
    created_at   timestamptz not null,
    created_by   uuid not null,
    updated_at   timestamptz not null,
    updated_by   uuid not null,
    unique (plan_id, kind, period_kind, period_start)
);

create index on reporting_round (unit_id, due_on);
create index on reporting_round using gin (fold(title) gin_trgm_ops);
comment on column reporting_round.unit_id is 'the unit whose standing agency receives and consolidates';
comment on column reporting_round.due_on is 'the latest day on which a reporter owes';
comment on column reporting_round.send_up_on is 'by when the consolidated report is owed to the level above; null where nobody asked';

-- Who owes in a round. Being late is derived from due_on.
create table round_reporter (
    round_id  uuid not null references reporting_round,
    agency_id uuid not null references agency,
    due_on    date not null,
    primary key (round_id, agency_id)
);

create index on round_reporter (agency_id, due_on);

create table consolidation (
    id          uuid primary key default uuidv7(),
    round_id    uuid not null unique references reporting_round,
    state       text not null check (state in ('DRAFT', 'IN_APPROVAL', 'APPROVED', 'ISSUED', 'SENT')),
    edition     integer not null default 0,
    remark      text,
    number      integer check (number > 0),
    symbol      text not null,
    issued_on   date,
    version     bigint not null default 0,
    created_at  timestamptz not null,
    created_by  uuid not null,
    updated_at  timestamptz not null,
    updated_by  uuid not null,
    check ((number is null) = (issued_on is null)),
    check (state not in ('ISSUED', 'SENT') or number is not null)
);

-- One reporter's report: in a round, or arrived from a unit below that was not asked here.
create table submission (
    id                 uuid primary key default uuidv7(),
    round_id           uuid references reporting_round,
    receiver_id        uuid not null references unit,
    agency_id          uuid not null references agency,
    kind               text not null,
    period_kind        text not null,
    period_start       date not null,
    state              text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    edition            integer not null default 0,
    cut_off            date not null,
    official           boolean not null,
    consolidation_id   uuid references consolidation,
    first_submitted_at timestamptz,
    submitted_at       timestamptz,
    settled_at         timestamptz,
    version            bigint not null default 0,
    created_at         timestamptz not null,
    created_by         uuid not null,
    updated_at         timestamptz not null,
    updated_by         uuid not null,
    unique (round_id, agency_id),
    check (round_id is not null or consolidation_id is not null),
    check (state = 'DRAFT' or edition > 0)
);

create index on submission (receiver_id, state);
create index on submission (agency_id);
comment on column submission.official is 'its figures are those of the whole unit of the agency, not a part of them';

create table submission_section (
    submission_id uuid not null references submission,
    section       text not null,
    text          text not null,
    version       bigint not null,
    updated_at    timestamptz not null,
    updated_by    uuid not null,
    primary key (submission_id, section)
);

-- The note and the version of an indicator's figures; the figures themselves are values of statistics.
create table submission_figure (
    submission_id uuid not null references submission,
    indicator_id  uuid not null references indicator,
    note          text not null,
    version       bigint not null,
    updated_at    timestamptz not null,
    updated_by    uuid not null,
    primary key (submission_id, indicator_id)
);

create table submission_task (
    submission_id uuid not null references submission,
    task_id       uuid not null,
    place         integer not null,
    task          text not null,
    leads         boolean not null,
    due_on        date,
    state         text not null check (state in ('NOT_STARTED', 'UNDER_WAY', 'DONE')),
    percentage    integer check (percentage between 0 and 100),
    narrative     text not null,
    version       bigint not null,
    updated_at    timestamptz not null,
    updated_by    uuid not null,
    primary key (submission_id, task_id)
);

create table submission_annex (
    id            uuid primary key default uuidv7(),
    submission_id uuid not null references submission,
    name          text not null,
    media_type    text not null,
    bytes         bytea not null,
    removed       boolean not null default false,
    at            timestamptz not null,
    by            uuid not null
);

create index on submission_annex (submission_id);

-- What was sent, each time. Never changed.
create table submission_edition (
    submission_id uuid not null references submission,
    edition       integer not null,
    content       jsonb not null,
    at            timestamptz not null,
    by            uuid not null,
    by_name       text not null,
    primary key (submission_id, edition)
);

create table submission_remark (
    id            uuid primary key default uuidv7(),
    submission_id uuid not null references submission,
    edition       integer not null,
    place         text not null,
    remark        text not null,
    at            timestamptz not null,
    by            uuid not null,
    by_name       text not null
);

create index on submission_remark (submission_id, edition);
comment on column submission_remark.place is 'report, section:<name>, figure:<indicator> or task:<task>';

create table reminder (
    id        uuid primary key default uuidv7(),
    round_id  uuid not null references reporting_round,
    agency_id uuid not null references agency,
    note      text not null,
    at        timestamptz not null,
    by        uuid not null,
    by_name   text not null
);

create index on reminder (round_id, agency_id);

create table consolidation_section (
    consolidation_id uuid not null references consolidation,
    section          text not null,
    text             text not null,
    version          bigint not null,
    updated_at       timestamptz not null,
    updated_by       uuid not null,
    primary key (consolidation_id, section)
);

-- Which edition of which submission a section holds already; a later one is shown as not yet taken in.
create table consolidation_source (
    consolidation_id uuid not null references consolidation,
    section          text not null,
    submission_id    uuid not null references submission,
    edition          integer not null,
    primary key (consolidation_id, section, submission_id)
);

-- A figure that the consolidator set against the sum: what the sum was, and why.
create table consolidation_edit (
    consolidation_id uuid not null references consolidation,
    element_key      integer not null references data_element (key),
    breakdown_key    integer not null references breakdown (key),
    nature           text not null check (nature in ('ACTUAL', 'ESTIMATED')),
    value            numeric not null,
    was              numeric,
    reason           text not null check (reason <> ''),
    at               timestamptz not null,
    by               uuid not null,
    by_name          text not null,
    primary key (consolidation_id, element_key, breakdown_key, nature)
);

-- Whose figures are added for an indicator that both the unit's agencies and the units below gave.
create table consolidation_basis (
    consolidation_id uuid not null references consolidation,
    indicator_id     uuid not null references indicator,
    basis            text not null check (basis in ('AGENCIES', 'UNITS_BELOW', 'ALL')),
    primary key (consolidation_id, indicator_id)
);

-- What was approved, each time; number and date as it was issued. Content is never changed.
create table consolidation_edition (
    consolidation_id uuid not null references consolidation,
    edition          integer not null,
    content          jsonb not null,
    number           integer,
    issued_on        date,
    signed_by        text not null,
    signed_as        text,
    at               timestamptz not null,
    by               uuid not null,
    by_name          text not null,
    primary key (consolidation_id, edition)
);

-- A number is unique per issuer, symbol and year; plans keep their own register of another symbol.
create table report_number (
    unit_id uuid not null references unit,
    symbol  text not null,
    year    integer not null,
    number  integer not null check (number > 0),
    consolidation_id uuid not null references consolidation,
    primary key (unit_id, symbol, year, number)
);

revoke update, delete, truncate on submission_edition, submission_remark, reminder from binhquyen_app;
revoke delete, truncate on consolidation_edition from binhquyen_app;
