-- The constraint that keeps the states of a unit apart has an index too, but one made for ranges: several times as slow for who
-- asks for the states of all communes.

create index on unit_state (unit_id);
