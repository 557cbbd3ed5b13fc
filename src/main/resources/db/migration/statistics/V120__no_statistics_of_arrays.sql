-- The rows of units are asked for by their key, never by what stands in their arrays. They change all day, so autovacuum would
-- sort the elements of all their arrays again and again, for statistics that no plan uses.

alter table unit_rollup
    alter column units set statistics 0,
    alter column open set statistics 0,
    alter column totals set statistics 0,
    alter column women set statistics 0,
    alter column men set statistics 0;
