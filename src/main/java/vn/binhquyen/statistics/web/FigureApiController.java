package vn.binhquyen.statistics.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.exchange.FigureFormat;
import vn.binhquyen.statistics.exchange.FigureImports;
import vn.binhquyen.statistics.exchange.GivenFigure;

/** Where other programs send figures, in the forms and at the address that programs made for DHIS2 know. */
@RestController
class FigureApiController {
    private static final String CSV = "text/csv";
    private static final String ADX = "application/adx+xml";

    /** Two million figures take about 120 MB as CSV, three times as much as JSON. */
    private static final DataSize MOST = DataSize.ofMegabytes(512);

    private final FigureImports imports;
    private final MessageSource messages;

    FigureApiController(FigureImports imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    /** @param row number of the figure in the file, from 1 */
    record Wrong(int row, String code, String message) {}

    /** @param errors why nothing was taken; empty where all was */
    record Answer(int rows, int added, int changed, boolean dryRun, List<Wrong> errors) {}

    /**
     * All figures of the body or none.
     *
     * @param under the unit at or below which the figures are; without it one's own
     * @param dryRun only says whether they could be taken
     */
    @PostMapping(
            path = "/api/dataValueSets",
            consumes = {MediaType.APPLICATION_JSON_VALUE, CSV, ADX, MediaType.APPLICATION_XML_VALUE})
    ResponseEntity<Answer> take(
            Actor actor,
            @RequestParam @Nullable UUID under,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader("Content-Type") MediaType type,
            InputStream body,
            Locale locale)
            throws IOException {
        UnitId root = under == null ? actor.unit() : new UnitId(under);
        FigureImports.Report report = imports.take(actor, root, format(type), bounded(body, MOST), dryRun);
        List<Wrong> errors = report.errors().stream()
                .map(error -> new Wrong(
                        error.row(),
                        error.code(),
                        messages.getMessage(error.code(), new Object[] {error.value()}, locale)))
                .toList();
        return ResponseEntity.status(errors.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT)
                .body(new Answer(report.rows(), report.added(), report.changed(), dryRun, errors));
    }

    static InputStream bounded(InputStream body, DataSize most) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(body)
                .setMaxCount(most.toBytes() + 1)
                .setOnMaxCount((bytes, read) -> {
                    throw new Refused("statistics.import.too-large", most.toMegabytes());
                })
                .get();
    }

    /**
     * One figure, as forms of DHIS2 send it.
     *
     * @param de code of the element
     * @param pe the period
     * @param ou code of the unit, one's own or one below it
     * @param co the breakdown, such as sex:female; empty for the total
     */
    @PostMapping("/api/dataValues")
    @ResponseStatus(HttpStatus.CREATED)
    void take(
            Actor actor,
            @RequestParam String de,
            @RequestParam String pe,
            @RequestParam String ou,
            @RequestParam(defaultValue = "") String co,
            @RequestParam String value) {
        imports.takeOne(actor, actor.unit(), new GivenFigure(1, ou, de, pe, co, value));
    }

    private static FigureFormat format(MediaType type) {
        if (type.isCompatibleWith(MediaType.parseMediaType(CSV))) {
            return FigureFormat.CSV;
        }
        return type.getSubtype().endsWith("xml") ? FigureFormat.ADX : FigureFormat.JSON;
    }
}
