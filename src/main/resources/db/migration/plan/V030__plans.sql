create table plan (
    id          uuid primary key default uuidv7(),
    unit_id     uuid not null references unit,
    issuer_id   uuid not null references unit,
    agency_id   uuid not null references agency,
    kind        text not null check (kind in ('KE_HOACH', 'CHUONG_TRINH', 'DE_AN')),
    status      text not null check (status in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'ISSUED', 'AMENDING',
                    'AMENDMENT_IN_REVIEW', 'AMENDMENT_APPROVED', 'CLOSED', 'REVOKED', 'DISCARDED')),
    title       text,
    symbol      text not null check (symbol <> ''),
    number      integer check (number > 0),
    issued_on   date,
    period_from smallint,
    period_to   smallint,
    parent_id   uuid references plan,
    newest      integer not null default 1,
    in_force    integer not null default 0,
    remark      text,
    version     bigint not null default 0,
    created_at  timestamptz not null,
    created_by  uuid not null,
    updated_at  timestamptz not null,
    updated_by  uuid not null,
    check ((number is null) = (issued_on is null)),
    check ((in_force = 0) = (number is null)),
    check ((in_force = 0) = (status in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'DISCARDED'))),
    check (parent_id <> id),
    check (period_from <= period_to)
);
create index on plan (unit_id, updated_at desc, id desc);
create index on plan (parent_id);
create index on plan using gin (fold(title) gin_trgm_ops);
comment on column plan.unit_id is 'the unit that keeps the plan here';
comment on column plan.issuer_id is 'the unit that issues it: another one where the plan of the level above was registered';
comment on column plan.in_force is 'number of the version in force, 0 before the first is issued';

create table plan_version (
    plan_id     uuid not null references plan,
    no          integer not null check (no > 0),
    content     jsonb not null,
    state       text not null check (state in ('IN_WORK', 'IN_FORCE', 'SUPERSEDED', 'ABANDONED')),
    reason      text,
    unit_id     uuid not null references unit,
    issuer_id   uuid not null references unit,
    symbol      text not null,
    number      integer check (number > 0),
    issued_on   date,
    signed_by   text,
    signed_at   timestamptz,
    created_at  timestamptz not null,
    created_by  uuid not null,
    updated_at  timestamptz not null,
    updated_by  uuid not null,
    primary key (plan_id, no),
    check ((number is null) = (issued_on is null)),
    check ((state in ('IN_FORCE', 'SUPERSEDED')) = (number is not null))
);
-- Nghị định 30/2020/NĐ-CP, Article 15: numbers run from 1 January to 31 December within an issuer and a symbol.
create unique index plan_number_unique
    on plan_version (unit_id, issuer_id, symbol, (extract(year from issued_on)::integer), number);
create unique index on plan_version (plan_id) where state = 'IN_WORK';
create unique index on plan_version (plan_id) where state = 'IN_FORCE';

-- The living parts of plans in force, made from the version in force when it is issued.

create table plan_task (
    id         uuid primary key,
    plan_id    uuid not null references plan,
    position   integer not null,
    text       text not null,
    task_group text,
    objective  text,
    kind       text not null check (kind in ('ONCE', 'RECURRING', 'STANDING')),
    recurrence text check (recurrence in ('MONTH', 'QUARTER', 'SIX_MONTH', 'YEAR')),
    due_on     date,
    request    boolean not null,
    lead_name  text,
    until      integer
);
create index on plan_task (plan_id, position) where until is null;
create index on plan_task using gin (fold(text) gin_trgm_ops);
comment on column plan_task.until is 'the version that dropped it; null while it is in force';

create table plan_task_agency (
    task_id   uuid not null references plan_task,
    agency_id uuid not null references agency,
    role      text not null check (role in ('LEAD', 'COORDINATE')),
    decides   boolean not null,
    until     integer,
    primary key (task_id, agency_id)
);
create index on plan_task_agency (agency_id) where until is null;
comment on column plan_task_agency.decides is 'whether the state of the task follows from what this agency tells';

create table task_progress (
    id         uuid primary key default uuidv7(),
    task_id    uuid not null,
    agency_id  uuid not null,
    state      text not null check (state in ('NOT_STARTED', 'UNDER_WAY', 'DONE')),
    narrative  text not null,
    quantity   numeric check (quantity >= 0),
    unit       text,
    percentage smallint check (percentage between 0 and 100),
    at         timestamptz not null,
    account_id uuid not null,
    actor_name text not null,
    foreign key (task_id, agency_id) references plan_task_agency
);
create index on task_progress (task_id, agency_id, id desc);
revoke update, delete, truncate on task_progress from binhquyen_app;

create table task_evidence (
    id         uuid primary key default uuidv7(),
    task_id    uuid not null,
    agency_id  uuid not null,
    file_name  text not null,
    media_type text not null,
    bytes      bytea not null check (length(bytes) between 1 and 10485760),
    sha256     text not null,
    at         timestamptz not null,
    account_id uuid not null,
    actor_name text not null,
    foreign key (task_id, agency_id) references plan_task_agency,
    unique (task_id, agency_id, sha256)
);

create table plan_indicator (
    id             uuid primary key,
    plan_id        uuid not null references plan,
    position       integer not null,
    no             text,
    text           text not null,
    objective      text not null,
    direction      text not null check (direction in ('UP', 'DOWN', 'TOWARD', 'NONE')),
    catalogue      text,
    counts_persons boolean not null,
    until          integer
);
create index on plan_indicator (plan_id, position) where until is null;
create index on plan_indicator (catalogue);

create table plan_indicator_owner (
    indicator_id uuid not null references plan_indicator,
    agency_id    uuid not null references agency,
    primary key (indicator_id, agency_id)
);
create index on plan_indicator_owner (agency_id);

create table plan_target (
    id           uuid primary key,
    indicator_id uuid not null references plan_indicator,
    position     integer not null,
    what         text,
    comparator   text not null check (comparator in ('>=', '>', '<=', '<', '=', '~')),
    value        numeric not null,
    high         numeric check (high >= value),
    unit         text not null,
    baseline     numeric,
    by_year      smallint,
    frequency    text check (frequency in ('MONTH', 'QUARTER', 'SIX_MONTH', 'YEAR')),
    catalogue    text
);
create index on plan_target (indicator_id, position);

create table plan_child_asked (
    plan_id uuid not null references plan,
    unit_id uuid not null references unit,
    due_on  date,
    primary key (plan_id, unit_id)
);
create index on plan_child_asked (unit_id);
comment on table plan_child_asked is 'the units that a plan asks for a plan of their own, and by when';

-- The part of an agency in a task, with what it told last.
create view task_part as
    select part.task_id, part.agency_id, part.role, part.decides,
           coalesce(told.state, 'NOT_STARTED') as state,
           told.narrative, told.quantity, told.unit, told.percentage, told.at, told.actor_name
      from plan_task_agency part
      left join lateral (
           select *
             from task_progress
            where task_progress.task_id = part.task_id and task_progress.agency_id = part.agency_id
            order by id desc
            limit 1) told on true
     where part.until is null;

-- A task is done when all who decide have done their part, and under way as soon as one of them has begun.
create view task_state as
    select task.id as task_id, task.plan_id, decided.state,
           case when task.request or task.kind = 'STANDING' then null else task.due_on end as overdue_after
      from plan_task task
     cross join lateral (
           select case when bool_and(part.state = 'DONE') then 'DONE'
                       when bool_or(part.state <> 'NOT_STARTED') then 'UNDER_WAY'
                       else 'NOT_STARTED' end as state
             from task_part part
            where part.task_id = task.id and part.decides) decided
     where task.until is null;
