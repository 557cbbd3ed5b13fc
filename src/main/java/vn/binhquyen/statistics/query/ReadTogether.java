package vn.binhquyen.statistics.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.binhquyen.statistics.query.DrawnTables.Found;
import vn.binhquyen.statistics.query.FigureQuery.What;

/** Reads everything at once where one thing is asked for, since the others will be too, and knows it for the rest of an answer. */
final class ReadTogether implements DrawnTables.Reader {
    private final DrawnTables.Reader reader;
    private final List<What> all;
    private final Map<FigureQuery, Found> known = new HashMap<>();

    /** @param all what will be asked for, one after the other */
    ReadTogether(DrawnTables.Reader reader, List<What> all) {
        this.reader = reader;
        this.all = all;
    }

    @Override
    public Found read(FigureQuery query) {
        Found found = known.computeIfAbsent(
                new FigureQuery(all, query.where(), query.when(), query.drawn(), query.nature()), reader::read);
        Set<What> asked = Set.copyOf(query.what());
        return new Found(
                found.readings().stream()
                        .filter(reading -> asked.contains(reading.what()))
                        .toList(),
                found.origins());
    }
}
