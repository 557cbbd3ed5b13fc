package vn.binhquyen.monitoring.query;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.monitoring.Attainment;
import vn.binhquyen.organization.Level;
import vn.binhquyen.statistics.query.Drawn;
import vn.binhquyen.statistics.query.Mark;

/**
 * All that there is to say of an indicator in one unit.
 *
 * @param shown the figure that stands on top
 * @param series in the order of time, from the first that is known on
 * @param binding what the unit has to reach; null where nothing is aimed at
 * @param below the units below, the best first, then those that can't be ranked
 * @param belowLevel null where there is nothing below that could have figures
 */
public record IndicatorPage(
        Definition definition,
        List<Part> parts,
        Place unit,
        List<Place> above,
        Period period,
        Drawn drawn,
        BySex shown,
        @Nullable Attainment attainment,
        List<BySex> series,
        List<Aimed> targets,
        @Nullable Aimed binding,
        @Nullable Level belowLevel,
        List<Row> below) {

    /**
     * A unit as the page names it.
     *
     * @param code by which maps know it
     * @param living whether it is there today
     */
    public record Place(UnitId id, String code, String name, Level level, boolean living) {}

    /**
     * @param figures null where it gave nothing
     * @param rank from 1, the same for equals; null where it is not to be ranked
     */
    public record Row(
            Place unit,
            @Nullable BySex figures,
            @Nullable Integer rank,
            @Nullable Attainment attainment) {}

    /** The marks that occur, so that the page explains these. */
    public Set<Mark> marks() {
        Set<Mark> marks = new TreeSet<>();
        series.forEach(point -> marks.addAll(point.marks()));
        marks.addAll(shown.marks());
        below.forEach(row -> {
            BySex figures = row.figures();
            if (figures != null) {
                marks.addAll(figures.marks());
            }
        });
        return marks;
    }
}
