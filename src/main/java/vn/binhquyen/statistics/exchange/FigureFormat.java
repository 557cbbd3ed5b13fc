package vn.binhquyen.statistics.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import vn.binhquyen.kernel.Refused;

/** The forms in which figures come. Read as a stream: a file may be larger than the memory. */
public enum FigureFormat {
    /** {@code dataValueSets} of DHIS2. */
    JSON {
        @Override
        void read(InputStream in, Consumer<GivenFigure> to) throws IOException {
            try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
                new DataValueSet(json, to).read();
            } catch (StreamReadException noJson) {
                throw new Refused(
                        "statistics.import.no-json", noJson.getLocation().getLineNr());
            }
        }
    },
    /** With the columns of DHIS2: dataelement, period, orgunit, categoryoptioncombo, value. */
    CSV {
        @Override
        void read(InputStream in, Consumer<GivenFigure> to) throws IOException {
            Reader reader = new InputStreamReader(
                    BOMInputStream.builder().setInputStream(in).get(), StandardCharsets.UTF_8);
            try (CSVParser rows = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreHeaderCase(true)
                    .setIgnoreEmptyLines(true)
                    .setIgnoreSurroundingSpaces(true)
                    .get()
                    .parse(reader)) {
                if (!rows.getHeaderMap().keySet().containsAll(COLUMNS)) {
                    throw new Refused("statistics.import.no-columns", String.join(", ", COLUMNS));
                }
                int row = 0;
                for (CSVRecord record : rows) {
                    row++;
                    to.accept(new GivenFigure(
                            row,
                            cell(record, "orgunit"),
                            cell(record, "dataelement"),
                            cell(record, "period"),
                            cell(record, "categoryoptioncombo"),
                            cell(record, "value")));
                }
            } catch (UncheckedIOException | IllegalArgumentException | CSVException noCsv) {
                throw new Refused("statistics.import.no-csv");
            }
        }
    },
    /** ADX, the XML of aggregate figures (IHE QRPH). */
    ADX {
        @Override
        void read(InputStream in, Consumer<GivenFigure> to) {
            new AdxFile(to).read(in);
        }
    };

    /** Empty where the row ends before it. */
    private static String cell(CSVRecord record, String column) {
        return record.isSet(column) ? record.get(column) : "";
    }

    private static final List<String> COLUMNS = List.of("dataelement", "period", "orgunit", "value");

    /** @throws Refused where it is no such file at all */
    abstract void read(InputStream in, Consumer<GivenFigure> to) throws IOException;
}
