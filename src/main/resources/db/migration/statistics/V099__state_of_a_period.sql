create function state_of_period(valid daterange, life daterange, from_day date, to_day date) returns boolean
    language sql immutable parallel safe
    return valid @> to_day or (upper(valid) = upper(life) and valid && daterange(from_day, to_day, '[]'));
comment on function state_of_period is
    'whether a unit counts for a period by this state of it: the one on the last day, or its last where it ended before';
