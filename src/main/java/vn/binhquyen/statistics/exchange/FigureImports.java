package vn.binhquyen.statistics.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;

/** Figures in bulk: all of a file or none. */
@Service
public class FigureImports {
    /** Bytes; more than ten thousand figures. */
    private static final int SMALL = 1 << 21;

    private final JdbcClient jdbc;
    private final NewFigures quick;
    private final StagedFigures staged;
    private final AuditLog audit;
    private final Clock clock;

    FigureImports(JdbcClient jdbc, NewFigures quick, StagedFigures staged, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.quick = quick;
        this.staged = staged;
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
     * @throws vn.binhquyen.kernel.Refused where it is no such file at all
     */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    @Transactional
    public Report take(Actor actor, UnitId root, FigureFormat format, InputStream file, boolean dry) {
        Origin origin = new Origin(
                UUID.randomUUID(), OffsetDateTime.now(clock), actor.account().value());
        try {
            byte[] beginning = file.readNBytes(SMALL);
            FigureCodes codes =
                    beginning.length < SMALL ? codesIn(format, beginning, root) : FigureCodes.load(jdbc, root, today());
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(beginning), file);
            if (dry) {
                return staged.foresee(codes, format, whole);
            }
            Report report = taken(origin, codes, format, whole);
            if (report.errors().isEmpty()) {
                audit.record(
                        actor,
                        "figures-imported",
                        "import",
                        origin.id(),
                        Map.of("rows", report.rows(), "added", report.added(), "changed", report.changed()));
            }
            return report;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Those that a small file names: all of the country's would take longer than the rest of the work. */
    private FigureCodes codesIn(FigureFormat format, byte[] file, UnitId root) throws IOException {
        FigureCodes.Words words = new FigureCodes.Words();
        format.read(
                new ByteArrayInputStream(file), given -> words.add(given.unit(), given.element(), given.breakdown()));
        return FigureCodes.load(jdbc, root, today(), words);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Report taken(Origin origin, FigureCodes codes, FigureFormat format, InputStream file) throws IOException {
        try (RereadFile content = new RereadFile(file)) {
            Optional<Report> quickly = quick.take(origin, codes, format, content.first());
            return quickly.isPresent() ? quickly.get() : staged.take(origin, codes, format, content.again());
        }
    }
}
