package vn.binhquyen.organization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The outlines of today's units as GeoJSON, by the code of the unit; for display only. */
@Component
public class Outlines {
    /** The day whose boundaries they are: part of their address, so that browsers may keep them. */
    public static final String STATE = "2026-04-30";

    private static final Pattern PROVINCE = Pattern.compile("\\d{2}");

    private final Set<String> provinces = CountryFiles.provinces().stream()
            .map(CountryFiles.ProvinceLine::code)
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> communes = CountryFiles.communes().stream()
            .map(CountryFiles.CommuneLine::code)
            .collect(Collectors.toUnmodifiableSet());

    /** Whether there is one of a unit that is there today. */
    public boolean has(Level level, String code) {
        return switch (level) {
            case PROVINCE -> provinces.contains(code);
            case COMMUNE -> communes.contains(code);
            case NATION, DISTRICT, VILLAGE -> false;
        };
    }

    /** All provinces, packed by gzip. */
    public byte[] provinces() {
        return read("provinces.geojson.gz").orElseThrow();
    }

    /** The communes of a province, packed by gzip; empty where there are none of that code. */
    public Optional<byte[]> communesOf(String province) {
        return PROVINCE.matcher(province).matches() ? read("communes/" + province + ".geojson.gz") : Optional.empty();
    }

    private static Optional<byte[]> read(String file) {
        try (@Nullable InputStream packed = CountryFiles.packed(file)) {
            return packed == null ? Optional.empty() : Optional.of(packed.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
