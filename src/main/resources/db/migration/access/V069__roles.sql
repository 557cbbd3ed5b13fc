alter table account_role drop constraint account_role_role_check;
alter table account_role add check (role in (
    'STANDING_OFFICER', 'CLERK', 'AGENCY_OFFICER', 'LEADER', 'CONSOLIDATOR', 'ADMINISTRATOR', 'STATISTICIAN',
    'CASE_WORKER', 'CASE_SUPERVISOR', 'INSPECTOR', 'SYSTEM_ADMINISTRATOR'));

-- Who kept the whole nation keeps the whole installation.
insert into account_role (account_id, role)
select account_id, 'SYSTEM_ADMINISTRATOR'
  from account_role
  join account on account.id = account_id
  join agency on agency.id = account.agency_id
  join unit on unit.id = agency.unit_id
 where role = 'ADMINISTRATOR' and unit.level = 'NATION';
