-- The period before the element: figures of a new period go to one place of each province in the index and fill its pages,
-- instead of to as many places as there are elements, each of which they split. All readers name both.

alter table data_value
    drop constraint data_value_pkey,
    add primary key (province_id, nature, period_key, element_key, unit_key, breakdown_key, reporter_key);
