package vn.binhquyen.platform;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;
import vn.binhquyen.platform.database.Database;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.Catalogue;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.LocalIndicator;
import vn.binhquyen.statistics.form.CutOff;
import vn.binhquyen.statistics.form.FormDesign;
import vn.binhquyen.statistics.form.FormHead;
import vn.binhquyen.statistics.form.FormId;
import vn.binhquyen.statistics.form.FormRow;
import vn.binhquyen.statistics.form.FormSection;

/** Made-up figures of all communes of today: forty countable things of six cells each, eighteen shares among them. */
final class BenchFigures {
    private static final int SHARES = 18;
    private static final int COUNTS = 4;

    /** Of the form. */
    static final int ROWS = 20;

    private static final List<String> BREAKDOWNS = List.of(
            "sex:female;age:0-15",
            "sex:female;age:16-59",
            "sex:female;age:60+",
            "sex:male;age:0-15",
            "sex:male;age:16-59",
            "sex:male;age:60+");

    /** A commune: in files by its code, in the store by its key. */
    record Row(UnitId id, String unit, int unitKey, short province) {}

    record Element(String code, int key) {}

    private final List<IndicatorId> indicators;
    private final List<Element> elements;
    private final List<Row> communes;
    private final List<Breakdown> cells;
    private final FormId form;
    private final Database database;

    BenchFigures(ApplicationContext context, Actor actor, Database database) {
        this.database = database;
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        indicators = registered(context.getBean(Catalogue.class), actor, SHARES, COUNTS);
        elements = jdbc.sql("""
            select element.code, element.key
              from data_element element
              join indicator on indicator.id = indicator_id
             where field = 'bench' and part <> 'VALUE'
             order by element.key
            """)
                .query((row, n) -> new Element(row.getString(1), row.getInt(2)))
                .list();
        communes = jdbc.sql("""
            select unit.id, state.code, unit.key, state.province_id
              from unit_state state
              join unit on unit.id = state.unit_id
             where state.level = 'COMMUNE' and state.valid_during @> date '2026-05-01' and state.province_id between 1 and 99
             order by unit.key
            """)
                .query((row, n) -> new Row(
                        new UnitId(row.getObject(1, UUID.class)), row.getString(2), row.getInt(3), row.getShort(4)))
                .list();
        List<SortedSet<String>> combinations = BREAKDOWNS.stream()
                .<SortedSet<String>>map(cell -> new TreeSet<>(List.of(cell.split(";"))))
                .toList();
        Map<SortedSet<String>, Breakdown> known =
                context.getBean(Breakdowns.class).of(combinations);
        cells = combinations.stream()
                .map(each -> Objects.requireNonNull(known.get(each)))
                .toList();
        form = context.getBean(CurrentActor.class).as(actor, () -> form(context.getBean(FormDesign.class), actor));
        run("create table bench_value (like data_value including indexes)");
    }

    /** So many shares and counted things; shares have two terms. */
    static List<IndicatorId> registered(Catalogue catalogue, Actor actor, int shares, int counts) {
        List<IndicatorId> registered = new ArrayList<>();
        IntStream.rangeClosed(1, shares + counts)
                .forEach(i -> registered.add(catalogue.register(
                        actor,
                        new LocalIndicator(
                                actor.unit(),
                                UUID.randomUUID(),
                                "bench",
                                "Chỉ tiêu " + i,
                                i <= shares ? "%" : "người",
                                Direction.NONE,
                                true))));
        return registered;
    }

    /** The first half of the things, a row each, asked of every commune. */
    private FormId form(FormDesign design, Actor actor) {
        FormId id = design.begin(
                actor,
                new FormHead(
                        "BENCH",
                        actor.unit(),
                        "Biểu đo tốc độ",
                        "",
                        "",
                        Period.Kind.QUARTER,
                        CutOff.CALENDAR,
                        Set.of(Level.COMMUNE),
                        null,
                        10,
                        LocalDate.of(BenchStatisticsCommand.FIRST_YEAR, 1, 1)));
        List<FormRow> rows = IntStream.range(0, ROWS)
                .mapToObj(i -> new FormRow(i + 1, elements.get(i).key(), "", "", 0, List.of(), Set.of(), null, false))
                .toList();
        design.arrange(actor, id, List.of(new FormSection(1, "Mục", "", "", cells, null, rows)), 0);
        design.activate(actor, id, design.look(id).version());
        return id;
    }

    FormId form() {
        return form;
    }

    /** A share of two of the things. */
    IndicatorId indicator() {
        return indicators.getFirst();
    }

    List<Element> elements() {
        return elements;
    }

    /** The columns of a thing. */
    List<Breakdown> cells() {
        return cells;
    }

    List<Row> communes() {
        return communes;
    }

    private static int number(int unit, int element, int breakdown) {
        return Math.floorMod(unit * 31 + element * 7 + breakdown, 500);
    }

    /** All of one quarter, written by a thread of its own while it is read. */
    InputStream file(Period period) {
        PipedOutputStream end = new PipedOutputStream();
        try {
            InputStream begin = new PipedInputStream(end, 1 << 20);
            Thread.ofPlatform().daemon().start(() -> write(end, period));
            return begin;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(OutputStream end, Period period) {
        String quarter = period.year() + "Q" + period.number();
        try (Writer file = new BufferedWriter(new OutputStreamWriter(end, StandardCharsets.UTF_8), 1 << 16)) {
            file.append("period,orgunit,dataelement,categoryoptioncombo,value\n");
            for (Row commune : communes) {
                for (Element element : elements) {
                    for (int b = 0; b < BREAKDOWNS.size(); b++) {
                        file.append(quarter)
                                .append(',')
                                .append(commune.unit())
                                .append(',')
                                .append(element.code());
                        file.append(',').append(BREAKDOWNS.get(b)).append(',');
                        file.append(String.valueOf(number(commune.unitKey(), element.key(), b)))
                                .append('\n');
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void run(String sql) {
        try (var connection = database.owner().open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The same rows into a bare table of the same columns and key. */
    void bareCopy(Period period) {
        try (var connection = database.owner().open();
                Writer rows = new BufferedWriter(
                        new OutputStreamWriter(
                                new PGCopyOutputStream(
                                        connection.unwrap(PGConnection.class), "copy bench_value from stdin", 1 << 16),
                                StandardCharsets.US_ASCII),
                        1 << 16)) {
            StringBuilder line = new StringBuilder();
            for (Row commune : communes) {
                for (Element element : elements) {
                    for (int b = 0; b < BREAKDOWNS.size(); b++) {
                        line.setLength(0);
                        line.append(commune.unitKey())
                                .append('\t')
                                .append(element.key())
                                .append('\t')
                                .append(period.key());
                        line.append('\t')
                                .append(3 + b)
                                .append("\t0\t1\t")
                                .append(commune.province())
                                .append("\tA\tA\t");
                        line.append(number(commune.unitKey(), element.key(), b)).append('\n');
                        rows.append(line);
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
