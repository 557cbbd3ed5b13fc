-- Rules by which figures are checked. A rule belongs to the unit that keeps it and holds there and below; those without a
-- unit hold in the whole country.
create table figure_rule (
    id          uuid primary key default uuidv7(),
    code        text not null unique check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
    unit_id     uuid references unit,
    question_vi text not null check (question_vi <> ''),
    question_en text not null default '',
    advice_vi   text not null default '',
    advice_en   text not null default '',
    severity    text not null check (severity in ('ERROR', 'WARNING')),
    left_side   text not null,
    comparator  text not null check (comparator in ('>=', '>', '<=', '<', '=')),
    right_side  text not null,
    against     text not null default 'SAME' check (against in ('SAME', 'PREVIOUS')),
    tolerance   numeric not null default 0 check (tolerance >= 0),
    active      boolean not null default true,
    version     bigint not null default 0,
    updated_at  timestamptz not null default now(),
    updated_by  uuid
);
create index on figure_rule (unit_id);
comment on column figure_rule.question_vi is 'what the figures have to answer with yes';
comment on column figure_rule.against is 'PREVIOUS: the right side is computed from the figures of the period before';
comment on column figure_rule.tolerance is 'by so much the sides may miss each other';
comment on column figure_rule.updated_by is 'null for a delivered rule that nobody changed';

-- Which sheets have to be looked at anew: written with the figures, taken out by who checks.
create table finding_due (
    id          uuid not null default uuidv7(),
    unit_key    integer not null,
    period_key  integer not null,
    province_id smallint not null,
    primary key (province_id, id)
);
comment on table finding_due is 'fact: distributed by province_id';

-- What is odd in the official figures of a unit and period, as of the last look.
create table figure_finding (
    id            uuid not null default uuidv7(),
    unit_key      integer not null,
    period_key    integer not null,
    element_key   integer not null,
    breakdown_key integer not null,
    other_key     integer not null default 0,
    weight        integer not null check (weight between 0 and 99999999),
    province_id   smallint not null,
    nature        "char" not null check (nature in ('A', 'E')),
    severity      "char" not null check (severity in ('E', 'W')),
    explained     boolean not null,
    check_code    text not null,
    figure        numeric,
    expected      numeric,
    rank          integer not null generated always as (
                      (case when explained then 2 else 0 end + case when severity = 'W' then 1 else 0 end) * 100000000
                      + 99999999 - weight) stored,
    primary key (province_id, unit_key, period_key, check_code, element_key, breakdown_key, nature)
);
create index on figure_finding (rank, id);
create index on figure_finding (province_id, rank, id);
comment on table figure_finding is 'fact: distributed by province_id';
comment on column figure_finding.element_key is '0 where it is about the whole sheet';
comment on column figure_finding.check_code is
    'RULE: and the code of a rule; WOMEN; PART: or SUM: and the dimensions; SHARE; FAR-PAST; FAR-PEERS; SAME-BEFORE; SAME-UNIT';
comment on column figure_finding.other_key is 'key of the unit that gave the same figures, else 0';
comment on column figure_finding.rank is 'worst first; what is explained comes after all that is not';

-- What a unit said about a finding. It holds as long as the figures are those it was said about.
create table finding_note (
    id            uuid not null default uuidv7(),
    unit_key      integer not null,
    period_key    integer not null,
    element_key   integer not null,
    breakdown_key integer not null,
    province_id   smallint not null,
    nature        "char" not null,
    check_code    text not null,
    figure        numeric,
    expected      numeric,
    note          text not null check (note <> ''),
    at            timestamptz not null,
    by            uuid not null,
    by_name       text not null,
    primary key (province_id, id)
);
create index on finding_note (province_id, unit_key, period_key);
comment on table finding_note is 'fact: distributed by province_id';
revoke update, delete, truncate on finding_note from binhquyen_app;

insert into finding_due (province_id, unit_key, period_key)
select distinct province_id, unit_key, period_key from data_value where reporter_key = 0;

-- From a day on the figures of a period stay as they are, in a unit and below it.
create table period_lock (
    id         uuid primary key default uuidv7(),
    unit_id    uuid not null references unit,
    period_key integer not null,
    form_code  text,
    from_day   date not null,
    reason     text not null check (reason <> ''),
    locked_at  timestamptz not null,
    locked_by  uuid not null,
    lifted_at  timestamptz,
    lifted_by  uuid,
    lifted_for text,
    version    bigint not null default 0,
    check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_for is null))
);
create index on period_lock (unit_id) where lifted_at is null;
comment on column period_lock.period_key is 'this period and the shorter ones in it';
comment on column period_lock.form_code is 'only what this form asks for, in any edition; null for all figures';

create table period_lock_exception (
    id            uuid primary key default uuidv7(),
    lock_id       uuid not null references period_lock,
    unit_id       uuid not null references unit,
    last_day      date not null,
    reason        text not null check (reason <> ''),
    given_at      timestamptz not null,
    given_by      uuid not null,
    taken_back_at timestamptz,
    taken_back_by uuid,
    check ((taken_back_at is null) = (taken_back_by is null))
);
create index on period_lock_exception (lock_id);
comment on table period_lock_exception is 'one unit may still write until the end of its last day';

-- The locks that stand on sheets on a day: those of the unit and of the units above it, from which it is not excepted.
create function locks_on(units integer[], periods integer[], today date)
    returns table (unit_key integer, period_key integer, lock_id uuid, form_code text)
    language sql stable as $$
    select asked.unit_key, asked.period_key, lock.id, lock.form_code
      from unnest(units, periods) as asked (unit_key, period_key)
      join period_lock lock on lock.lifted_at is null and lock.from_day <= today
                           and period_range(lock.period_key) @> period_range(asked.period_key)
      join unit on unit.key = asked.unit_key
      join unit owner on owner.id = lock.unit_id
     where (owner.path @> unit.path
            or (upper(unit.valid_during) <= today
                and exists (select 1 from units_passed_into(owner.id, today) former where former.id = unit.id)))
       and not exists (select 1 from period_lock_exception excepted
                        where excepted.lock_id = lock.id and excepted.unit_id = unit.id
                          and excepted.last_day >= today and excepted.taken_back_at is null);
$$;

create function form_asks_for(form text, element integer) returns boolean
    language sql stable as $$
    select exists (select 1
                     from figure_form_row
                     join figure_form on key = form_key
                    where element_key = element and code = form);
$$;
