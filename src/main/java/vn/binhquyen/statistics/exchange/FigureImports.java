package vn.binhquyen.statistics.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;

/** Figures from other programs: all of a file or none. */
@Service
public class FigureImports {
    /** Bytes; more than few figures. */
    private static final int SMALL = 1 << 21;

    /**
     * @param few so many figures at most go the way of few
     * @param together so many of many are looked at together
     * @param sample by so many units and elements it is guessed whether their figures are new
     */
    record Limits(int few, int together, int sample) {
        private ManyFigures.Rows rows(FigureFormat format, FigureCodes codes) {
            return new ManyFigures.Rows(format, codes, together, sample);
        }
    }

    private static final Limits USUAL = new Limits(4_000, 200_000, 500);

    private final NamedParameterJdbcTemplate jdbc;
    private final FewFigures few;
    private final ManyFigures many;
    private final AuditLog audit;
    private final Clock clock;

    FigureImports(NamedParameterJdbcTemplate jdbc, FewFigures few, ManyFigures many, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.few = few;
        this.many = many;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param rows how many figures the file gives
     * @param added how many there were not before
     * @param changed how many were another number
     * @param errors why nothing was taken; empty where all was
     */
    public record Report(int rows, int added, int changed, List<RowError> errors) {}

    /**
     * What is wrong with a row of the file.
     *
     * @param code key of the message that says it
     * @param value what stands there
     */
    public record RowError(int row, String code, String value) {}

    /** Of which act the figures of a file are: named by their entries. */
    record Origin(UUID id, OffsetDateTime at, UUID by) {}

    /**
     * Takes the figures of a file for the units at and below one.
     *
     * @param dry only looks whether it could be done
     * @throws Refused where it is no such file at all
     */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    @Transactional
    public Report take(Actor actor, UnitId root, FigureFormat format, InputStream file, boolean dry) {
        return take(actor, root, format, file, dry, USUAL);
    }

    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    @Transactional
    Report take(Actor actor, UnitId root, FigureFormat format, InputStream file, boolean dry, Limits limits) {
        try {
            byte[] beginning = file.readNBytes(SMALL);
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(beginning), file);
            if (beginning.length == SMALL) {
                FigureCodes all = FigureCodes.load(jdbc, root, today());
                return take(actor, limits.rows(format, all), whole, dry);
            }
            List<GivenFigure> figures = new ArrayList<>();
            format.read(new ByteArrayInputStream(beginning), figures::add);
            if (figures.size() <= limits.few()) {
                return take(actor, root, figures, dry);
            }
            FigureCodes named = FigureCodes.load(jdbc, root, today(), figures);
            return take(actor, limits.rows(format, named), whole, dry);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Takes one figure for a unit at or below one, with the words, checks and limits of a file.
     *
     * @throws Refused where something of it is wrong
     */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    @Transactional
    public void takeOne(Actor actor, UnitId root, GivenFigure figure) {
        take(actor, root, List.of(figure), false).errors().stream().findFirst().ifPresent(error -> {
            throw new Refused(error.code(), error.value());
        });
    }

    private Report take(Actor actor, UnitId root, List<GivenFigure> figures, boolean dry) {
        Origin origin = origin(actor);
        Report report = few.take(actor, root, origin, figures, dry);
        return dry ? report : recorded(actor, origin, report);
    }

    private Report take(Actor actor, ManyFigures.Rows rows, InputStream file, boolean dry) throws IOException {
        Origin origin = origin(actor);
        return dry ? many.foresee(rows, file) : recorded(actor, origin, many.take(origin, rows, file));
    }

    private Origin origin(Actor actor) {
        return new Origin(
                UUID.randomUUID(), OffsetDateTime.now(clock), actor.account().value());
    }

    private Report recorded(Actor actor, Origin origin, Report report) {
        if (report.errors().isEmpty()) {
            audit.record(
                    actor,
                    "figures-imported",
                    "import",
                    origin.id(),
                    Map.of("rows", report.rows(), "added", report.added(), "changed", report.changed()));
        }
        return report;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
