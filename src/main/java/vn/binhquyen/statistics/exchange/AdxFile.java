package vn.binhquyen.statistics.exchange;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period.Kind;
import vn.binhquyen.kernel.Refused;

/**
 * The XML of aggregate figures (IHE QRPH, "Aggregate Data Exchange"): groups of one unit and period, in them figures whose
 * further attributes are what they are broken down by.
 */
final class AdxFile {
    private final Consumer<GivenFigure> to;
    private int row;

    AdxFile(Consumer<GivenFigure> to) {
        this.to = to;
    }

    /** @throws Refused where it is no such file, with the line */
    void read(InputStream in) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        boolean found = false;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            String unit = "";
            String period = "";
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "adx" -> found = true;
                    case "group" -> {
                        unit = attribute(xml, "orgUnit");
                        period = period(attribute(xml, "period"));
                    }
                    case "dataValue" -> figure(xml, unit, period);
                    default -> {}
                }
            }
        } catch (XMLStreamException noXml) {
            throw new Refused(
                    "statistics.import.no-xml",
                    noXml.getLocation() == null ? 1 : noXml.getLocation().getLineNumber());
        }
        if (!found) {
            throw new Refused("statistics.import.no-adx");
        }
    }

    private void figure(XMLStreamReader xml, String unit, String period) {
        TreeSet<String> options = new TreeSet<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i);
            if (!name.equals("dataElement") && !name.equals("value")) {
                options.add(name + ":" + xml.getAttributeValue(i));
            }
        }
        to.accept(new GivenFigure(
                ++row,
                unit,
                attribute(xml, "dataElement"),
                period,
                String.join(";", options),
                attribute(xml, "value")));
    }

    private static String attribute(XMLStreamReader xml, String name) {
        @Nullable String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value.strip();
    }

    /** "2026-04-01/P3M" is the second quarter; what is no period of ours stays as it is, to be told with its row. */
    private static String period(String text) {
        return read(text).map(vn.binhquyen.kernel.Period::code).orElse(text);
    }

    private static Optional<vn.binhquyen.kernel.Period> read(String text) {
        int stroke = text.indexOf('/');
        if (stroke < 0) {
            return Optional.empty();
        }
        try {
            LocalDate start = LocalDate.parse(text.substring(0, stroke));
            long months = Period.parse(text.substring(stroke + 1)).toTotalMonths();
            for (Kind kind : Kind.values()) {
                if (kind.months() == months
                        && start.equals(vn.binhquyen.kernel.Period.containing(kind, start)
                                .start())) {
                    return Optional.of(vn.binhquyen.kernel.Period.containing(kind, start));
                }
            }
            return Optional.empty();
        } catch (DateTimeException noPeriod) {
            return Optional.empty();
        }
    }
}
