package vn.binhquyen.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry as it stands in the database.
 *
 * @param at to the microsecond, as the database keeps it
 * @param address null for work without a request
 * @param detail JSON object
 */
record Recorded(
        short province,
        UUID id,
        OffsetDateTime at,
        UUID account,
        String actorName,
        UUID agency,
        String action,
        String thing,
        String thingId,
        @Nullable String address,
        String detail) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static Recorded of(ResultSet row) throws SQLException {
        return new Recorded(
                row.getShort("province_id"),
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class),
                row.getObject("account_id", UUID.class),
                row.getString("actor_name"),
                row.getObject("agency_id", UUID.class),
                row.getString("action"),
                row.getString("thing"),
                row.getString("thing_id"),
                row.getString("address"),
                row.getString("detail"));
    }

    /** All of it in one form, whatever order and spacing the database gives the detail. */
    byte[] signed() {
        List<Object> all = new ArrayList<>(List.of(
                province,
                id.toString(),
                at.withOffsetSameInstant(ZoneOffset.UTC).toString(),
                account.toString(),
                actorName,
                agency.toString(),
                action,
                thing,
                thingId,
                address == null ? "" : address));
        all.add(sorted(JSON.readTree(detail)));
        return JSON.writeValueAsString(all).getBytes(StandardCharsets.UTF_8);
    }

    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            var fields = new TreeMap<String, Object>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return fields;
        }
        return node.isArray() ? node.valueStream().map(Recorded::sorted).toList() : node;
    }
}
