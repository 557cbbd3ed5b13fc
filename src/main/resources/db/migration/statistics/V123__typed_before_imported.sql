-- Sums of a large import are thousands. What a person typed meanwhile does not wait behind them.
alter table rollup_due add column in_bulk boolean not null default false;
comment on column rollup_due.in_bulk is 'of a large import or a change of units: everything else comes first';
