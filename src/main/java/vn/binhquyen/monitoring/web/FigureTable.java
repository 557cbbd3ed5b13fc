package vn.binhquyen.monitoring.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhquyen.monitoring.query.BySex;
import vn.binhquyen.monitoring.query.IndicatorPage;
import vn.binhquyen.monitoring.query.IndicatorPage.Place;
import vn.binhquyen.publishing.XlsxSheet;
import vn.binhquyen.publishing.XlsxSheet.Column;
import vn.binhquyen.publishing.XlsxSheet.Kind;
import vn.binhquyen.statistics.query.IndicatorReading;

/** What the page of an indicator shows, one figure a line: first the unit over time, then the units below. */
@Component
class FigureTable {
    /** Tells spreadsheets that the letters are Unicode. */
    private static final String MARK = "\uFEFF";

    private final MonitoringWords words;

    FigureTable(MonitoringWords words) {
        this.words = words;
    }

    XlsxSheet sheet(IndicatorPage page) {
        return new XlsxSheet(page.definition().name(words.english()), columns(), rows(page));
    }

    byte[] csv(IndicatorPage page) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(columns().stream().map(Column::header));
            for (List<@Nullable Object> row : rows(page)) {
                printer.printRecord(
                        row.stream().map(cell -> cell instanceof BigDecimal number ? number.toPlainString() : cell));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return (MARK + text).getBytes(StandardCharsets.UTF_8);
    }

    private List<Column> columns() {
        return List.of(
                new Column(words.say("monitoring.unit-code"), Kind.TEXT),
                new Column(words.say("monitoring.unit"), Kind.TEXT),
                new Column(words.say("monitoring.period"), Kind.TEXT),
                new Column(words.say("monitoring.by"), Kind.TEXT),
                new Column(words.say("monitoring.value"), Kind.NUMBER),
                new Column(words.say("monitoring.measured-in"), Kind.TEXT),
                new Column(words.say("monitoring.numerator"), Kind.NUMBER),
                new Column(words.say("monitoring.denominator"), Kind.NUMBER),
                new Column(words.say("monitoring.given"), Kind.NUMBER),
                new Column(words.say("monitoring.rank"), Kind.NUMBER),
                new Column(words.say("monitoring.remarks"), Kind.TEXT));
    }

    private List<List<@Nullable Object>> rows(IndicatorPage page) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        page.series().forEach(point -> add(rows, page, page.unit(), point, null));
        page.below().forEach(row -> {
            BySex figures = row.figures();
            if (figures != null) {
                add(rows, page, row.unit(), figures, row.rank());
            }
        });
        return rows;
    }

    private void add(
            List<List<@Nullable Object>> rows, IndicatorPage page, Place unit, BySex figures, @Nullable Integer rank) {
        add(rows, page, unit, "monitoring.all", figures.all(), rank);
        add(rows, page, unit, "monitoring.women", figures.women(), null);
        add(rows, page, unit, "monitoring.men", figures.men(), null);
    }

    private void add(
            List<List<@Nullable Object>> rows,
            IndicatorPage page,
            Place unit,
            String by,
            @Nullable IndicatorReading reading,
            @Nullable Integer rank) {
        if (reading == null) {
            return;
        }
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(unit.code());
        cells.add(unit.name());
        cells.add(words.period(reading.period()));
        cells.add(words.say(by));
        cells.add(reading.value());
        cells.add(page.definition().unit());
        cells.add(reading.numerator());
        cells.add(reading.denominator());
        cells.add(reading.given());
        cells.add(rank);
        cells.add(words.remarks(Set.copyOf(reading.marks()), null));
        rows.add(cells);
    }
}
