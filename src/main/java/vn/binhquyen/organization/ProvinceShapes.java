package vn.binhquyen.organization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The outlines of the provinces as paths of a drawing; for display only. */
@Component
public class ProvinceShapes {
    /** West, north, and how many units of the drawing a degree takes; a degree of longitude is shorter at 16° north. */
    private static final double WEST = 102.0;

    private static final double NORTH = 23.5;
    private static final double SCALE = 40;
    private static final double SHRINK = Math.cos(Math.toRadians(16));

    private final Map<String, String> paths;

    ProvinceShapes() {
        try (InputStream file = CountryFiles.open("provinces.geojson.gz")) {
            paths = new LinkedHashMap<>();
            for (JsonNode feature : JsonMapper.shared().readTree(file).get("features")) {
                StringBuilder path = new StringBuilder();
                JsonNode geometry = feature.get("geometry");
                if (geometry.get("type").asString().equals("Polygon")) {
                    polygon(geometry.get("coordinates"), path);
                } else {
                    geometry.get("coordinates").forEach(polygon -> polygon(polygon, path));
                }
                paths.put(feature.get("properties").get("code").asString(), path.toString());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The drawing's {@code viewBox}: the mainland and both archipelagos. */
    public static final String VIEW_BOX = "0 0 600 700";

    /** By the province's code of today. */
    public Map<String, String> paths() {
        return paths;
    }

    private static void polygon(JsonNode rings, StringBuilder path) {
        for (JsonNode ring : rings) {
            char step = 'M';
            for (JsonNode point : ring) {
                path.append(step)
                        .append(shown((point.get(0).asDouble() - WEST) * SCALE * SHRINK))
                        .append(' ')
                        .append(shown((NORTH - point.get(1).asDouble()) * SCALE));
                step = 'L';
            }
            path.append('Z');
        }
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
