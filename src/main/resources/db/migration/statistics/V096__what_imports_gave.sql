-- What was reported and approved is not changed by a file: an import replaces only what an import gave.
alter table data_entry add column imported boolean not null default false;
