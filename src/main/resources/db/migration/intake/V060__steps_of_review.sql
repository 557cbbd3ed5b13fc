-- Items of a draft made from words of its document, put together or taken apart, kept so that it can be undone.
create table draft_step (
    id         uuid primary key default uuidv7(),
    plan_id    uuid not null references plan,
    before     jsonb not null,
    after      jsonb not null,
    at         timestamptz not null,
    account_id uuid not null
);
create index on draft_step (plan_id, id desc);
comment on column draft_step.before is 'the items as they were, each with its list and place; without those that were made';
comment on column draft_step.after is 'the items as the step left them; without those that it took out';
