package vn.binhquyen.intake.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of bodies that ended in the database. Two are the same by name; the rules try the longest name first. */
@Component
public class ObsoleteBodyRows extends RegisterRows<ObsoleteBody> {
    ObsoleteBodyRows(JdbcClient jdbc) {
        super(
                jdbc,
                new Shape(
                        "obsolete_body",
                        "null::text",
                        "name",
                        "last_day",
                        "name || ' ' || array_to_string(others, ' ') || ' ' || coalesce(successor, '')",
                        "lower(name) = lower(:name)",
                        "length(name) desc, name"));
    }

    @Override
    Map<String, @Nullable Object> values(ObsoleteBody body) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", body.name());
        values.put("others", body.others().toArray(String[]::new));
        values.put("last_day", body.lastDay());
        values.put("successor", body.successor());
        values.put("source", body.source());
        values.put("confirmed", body.confirmed());
        return values;
    }

    @Override
    ObsoleteBody entry(ResultSet row) throws SQLException {
        return new ObsoleteBody(
                row.getString("name"),
                List.of((String[]) row.getArray("others").getArray()),
                row.getObject("last_day", LocalDate.class),
                row.getString("successor"),
                row.getString("source"),
                row.getBoolean("confirmed"));
    }
}
