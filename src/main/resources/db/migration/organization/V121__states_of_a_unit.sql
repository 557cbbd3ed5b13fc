-- The constraints that keep the states of a unit, and those with one code, apart have indexes too, but such as are made for
-- ranges: several times as slow for who asks for the states of all communes, and none for a list of codes.

create index on unit_state (unit_id);
create index on unit_state (code);
