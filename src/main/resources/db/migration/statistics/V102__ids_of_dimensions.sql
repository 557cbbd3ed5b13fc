-- Dimensions are named by an id like everything else that somebody keeps; their code stays what combinations name.
alter table breakdown_dimension add column id uuid not null default uuidv7() unique;

-- Local indicators have no code, so former versions name the entry by its id too.
alter table catalogue_version rename column code to thing_id;
