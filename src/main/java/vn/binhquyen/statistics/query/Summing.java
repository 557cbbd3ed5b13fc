package vn.binhquyen.statistics.query;

/**
 * How the figures of units become one sum, said once in SQL. A unit counts by what it gave itself, or by what that adds up to
 * where it gave only parts of it; where it gave neither, those below it count. Units that gave the same combinations are added
 * first, and the coarser combinations made of the sums: the same as unit by unit, at a fraction of the work. Mostly all units
 * gave the same and none stands below another: then their figures are added as they are, without a look at each unit.
 */
final class Summing {
    /** What {@link #EVEN} needs, made of {@code figure}. */
    static final String COUNTED = """
        , tally as materialized (
            select root, nature, element_key, period_key, breakdown_key, sum(value) as total, count(*) as given,
                   count(*) filter (where status <> 'A') as open
              from figure
             group by root, nature, element_key, period_key, breakdown_key
        ), giving as materialized (
            select root, nature, element_key, period_key, array_agg(distinct unit_key) as units
              from figure
             group by root, nature, element_key, period_key
        )
        """;

    /**
     * Finds where the units all gave the same. Goes behind {@code tally} (root, nature, element_key, period_key,
     * breakdown_key, total, given, open), the sums as they are; {@code giving} (root, nature, element_key, period_key, units),
     * who gave anything; and {@code place} (unit_key, period_key, above), the keys of the units that stand above one or took
     * its place in the period.
     */
    static final String EVEN = """
        , giver as materialized (
            select distinct unit_key from (select distinct units from giving) each, unnest(units) unit_key
        ), line as materialized (
            select distinct place.unit_key, place.period_key, higher from place, unnest(above) higher
        ), below as materialized (
            select line.* from line where higher in (select unit_key from giver)
        ), even as materialized (
            select *, least(min(given) over sums, max(units) over sums) = greatest(max(given) over sums, max(units) over sums)
                      and not bool_or(layered) over sums as alike,
                   array_agg(breakdown_key) filter (where given is not null) over sums as gave
              from (select root, nature, element_key, period_key, breakdown_key, total, given, open,
                             null::bigint as units, false as layered
                        from tally
                     union all
                    select root, nature, element_key, period_key, null, null, null, null, cardinality(units),
                           units && array(select unit_key from below union select higher from below)
                      from giving) counted
            window sums as (partition by root, nature, element_key, period_key order by breakdown_key
                            rows between unbounded preceding and unbounded following)
        )
        """;

    /**
     * Goes behind those, and {@code figure} (root, nature, element_key, period_key, unit_key, breakdown_key, value, status) of
     * the units at or below each root, of which those may be left out that are alike. Written so that no plan can join figures
     * to places or to sums one by one, whatever it believes of their number.
     */
    static final String TABLES = """
        , sheet as materialized (
            select root, nature, element_key, period_key, unit_key,
                   array_agg(breakdown_key order by breakdown_key) as gave,
                   array_agg(value order by breakdown_key) as numbers,
                   array_agg((status <> 'A')::integer order by breakdown_key) as opens
              from figure
             where (select bool_or(not alike) from even)
               and (root, nature, element_key, period_key) not in (
                       select root, nature, element_key, period_key from even where alike)
             group by root, nature, element_key, period_key, unit_key
        ), covering as materialized (
            select root, nature, element_key, period_key, unit_key, target
              from sheet,
                   lateral (select unnest(gave) as target
                             union
                            select margin_key
                              from breakdown_margin
                             where breakdown_key = any(gave)
                             group by margin_key, dropped
                            having count(*) >= max(needed)) counts
             where unit_key = any(array(select distinct higher from below))
        ), covered as materialized (
            select distinct root, nature, element_key, covering.period_key, below.unit_key, target
              from covering
              join below on below.period_key = covering.period_key and below.higher = covering.unit_key
        ), counted as materialized (
            select sheet.*, case when unit_key in (select unit_key from covered) then unit_key end as apart
              from sheet
        ), part as materialized (
            select root, nature, element_key, period_key, gave, apart, breakdown_key, sum(value) as total,
                   count(*) as given, sum(open) as open
              from counted, unnest(gave, numbers, opens) as each (breakdown_key, value, open)
             group by root, nature, element_key, period_key, gave, apart, breakdown_key
             union all
            select root, nature, element_key, period_key, gave, null, breakdown_key, total, given, open
              from even
             where alike and given is not null
        ), made as (
            select root, nature, element_key, period_key, apart, breakdown_key, total, given, open
              from part
             union all
            (select distinct on (root, nature, element_key, period_key, gave, apart, margin_key)
                    root, nature, element_key, period_key, apart, margin_key, sum(total), max(given), max(open)
               from part
               join breakdown_margin using (breakdown_key)
              where not margin_key = any(gave)
              group by root, nature, element_key, period_key, gave, apart, margin_key, dropped
             having count(*) >= max(needed)
              order by root, nature, element_key, period_key, gave, apart, margin_key, cardinality(dropped), dropped)
        )
        """;

    /** Goes behind those tables. */
    static final String SELECT = """
        select root, nature, element_key, period_key, breakdown_key, sum(total) as total,
               sum(given)::integer as given, sum(open)::integer as open
          from made
         where not exists (
                   select 1 from covered
                    where covered.unit_key = made.apart and covered.root = made.root and covered.nature = made.nature
                      and covered.element_key = made.element_key and covered.period_key = made.period_key
                      and covered.target = made.breakdown_key)
         group by root, nature, element_key, period_key, breakdown_key
        """;

    private Summing() {}
}
