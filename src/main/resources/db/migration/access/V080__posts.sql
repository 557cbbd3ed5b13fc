-- One person, several posts in time: the account keeps the person, a post says where, as what and from when to when.
alter table account add email text, add phone text;
create unique index on account (lower(email));

create table post (
    id           uuid primary key default uuidv7(),
    account_id   uuid not null references account on delete cascade,
    agency_id    uuid not null references agency,
    position     text,
    roles        text[] not null check (cardinality(roles) > 0 and roles <@ array[
        'STANDING_OFFICER', 'CLERK', 'AGENCY_OFFICER', 'LEADER', 'CONSOLIDATOR', 'ADMINISTRATOR', 'STATISTICIAN',
        'CASE_WORKER', 'CASE_SUPERVISOR', 'INSPECTOR', 'SYSTEM_ADMINISTRATOR']),
    valid_during daterange not null check (not isempty(valid_during) and not lower_inf(valid_during)),
    created_at   timestamptz not null,
    created_by   uuid not null,
    updated_at   timestamptz not null,
    updated_by   uuid not null,
    exclude using gist (account_id with =, agency_id with =, valid_during with &&)
);
create index on post (account_id);
create index on post (agency_id);
comment on table post is 'part of its account, whose version guards it too';

-- Until now every account held its one post since it was opened. One without roles gets the least.
insert into post (account_id, agency_id, position, roles, valid_during, created_at, created_by, updated_at, updated_by)
select account.id, account.agency_id, account.position, held.roles,
       daterange((account.created_at at time zone 'Asia/Ho_Chi_Minh')::date, null),
       account.created_at, account.created_by, account.updated_at, account.updated_by
  from account
  join lateral (select coalesce(array_agg(role order by role), array['AGENCY_OFFICER']) as roles
                  from account_role where account_id = account.id) held on true;

-- The post that the person last chose to act in.
alter table account add last_post_id uuid references post on delete set null;

drop table account_role;
alter table account drop column agency_id, drop column position;
