-- Which change brought a state, so that it can be taken back before it takes effect.
alter table unit_state add column reorganisation_id uuid references reorganisation;
create index on unit_state (reorganisation_id) where reorganisation_id is not null;
alter table unit add column reorganisation_id uuid references reorganisation;
create index on unit (reorganisation_id) where reorganisation_id is not null;
comment on column unit.reorganisation_id is 'the change in which the unit began; null where it was founded or loaded';
