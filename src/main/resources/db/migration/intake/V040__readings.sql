-- A document that was handed in and became the draft of a plan: the file as it came, its text, what was read in it.
create table reading (
    plan_id        uuid primary key references plan,
    file_name      text not null,
    media_type     text not null,
    bytes          bytea not null,
    sha256         text not null,
    text           jsonb not null,
    read           jsonb not null,
    facts          integer not null,
    duration_ms    integer not null,
    already_issued boolean not null,
    created_at     timestamptz not null,
    created_by     uuid not null
);
comment on column reading.already_issued is 'whether who handed it in said that it is signed and numbered';

-- Doubts that somebody looked at and left as they are.
create table finding_answer (
    plan_id    uuid not null references plan,
    rule       text not null,
    subject    text not null,
    seen       text not null,
    reason     text not null check (reason <> ''),
    at         timestamptz not null,
    account_id uuid not null,
    actor_name text not null,
    primary key (plan_id, rule, subject)
);
comment on column finding_answer.subject is 'id of the doubtful item, or the name of a field of the plan itself';
comment on column finding_answer.seen is 'what the item said when it was answered: the answer holds as long as it says so';

-- Who has which draft open; rows are forgotten a minute after the last sign of life.
create table draft_presence (
    plan_id    uuid not null references plan,
    account_id uuid not null references account,
    name       text not null,
    seen_at    timestamptz not null,
    primary key (plan_id, account_id)
);

-- Items taken out of a draft, kept so that it can be undone.
create table draft_removal (
    id         uuid primary key default uuidv7(),
    plan_id    uuid not null references plan,
    list       text not null,
    parent     uuid,
    position   integer not null,
    item       jsonb not null,
    pointers   jsonb not null,
    at         timestamptz not null,
    account_id uuid not null
);
create index on draft_removal (plan_id, id desc);
