package vn.binhquyen.statistics.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import vn.binhquyen.kernel.Refused;

/** The JSON of DHIS2 for figures: what its head says of all of them counts where a figure does not say it itself. */
final class DataValueSet {
    private final JsonParser json;
    private final Consumer<GivenFigure> to;
    private final Map<String, String> head = new HashMap<>();
    private int row;

    DataValueSet(JsonParser json, Consumer<GivenFigure> to) {
        this.json = json;
        this.to = to;
    }

    /** @throws Refused where there are no dataValues, or something else among them */
    void read() {
        boolean found = false;
        if (json.nextToken() == JsonToken.START_OBJECT) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                JsonToken value = json.nextToken();
                if (name.equals("dataValues") && value == JsonToken.START_ARRAY) {
                    found = true;
                    for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
                        figure(next);
                    }
                } else {
                    take(name, value, head);
                }
            }
        }
        if (!found) {
            throw new Refused("statistics.import.no-figures");
        }
    }

    private void figure(JsonToken token) {
        if (token != JsonToken.START_OBJECT) {
            throw new Refused("statistics.import.no-figures");
        }
        Map<String, String> fields = new HashMap<>(head);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            take(name, json.nextToken(), fields);
        }
        if (Boolean.parseBoolean(fields.get("deleted"))) {
            throw new Refused("statistics.import.deleted", row + 1);
        }
        to.accept(new GivenFigure(
                ++row,
                fields.getOrDefault("orgUnit", ""),
                fields.getOrDefault("dataElement", ""),
                fields.getOrDefault("period", ""),
                fields.getOrDefault("categoryOptionCombo", ""),
                fields.getOrDefault("value", "")));
    }

    private void take(String name, JsonToken value, Map<String, String> fields) {
        if (value == JsonToken.VALUE_NULL) {
            fields.remove(name);
        } else if (value.isScalarValue()) {
            fields.put(name, json.getString());
        } else {
            json.skipChildren();
        }
    }
}
