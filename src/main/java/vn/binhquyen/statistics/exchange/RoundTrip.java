package vn.binhquyen.statistics.exchange;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Questions to the database that go there together, answered in their order: for a single figure the way there and back would
 * take longer than the answers.
 */
final class RoundTrip {
    private record Question(String sql, RowCallbackHandler answer) {}

    private final NamedParameterJdbcTemplate jdbc;
    private final List<Question> questions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    RoundTrip(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is answered at length goes last: the driver reads nothing before all questions are sent.
     *
     * @param sql one statement that answers with rows
     * @param parameters by name; what has the same name in several questions is the same
     */
    RoundTrip ask(String sql, Map<String, ?> parameters, RowCallbackHandler answer) {
        questions.add(new Question(sql, answer));
        this.parameters.putAll(parameters);
        return this;
    }

    void go() {
        String all = questions.stream().map(Question::sql).collect(Collectors.joining(";\n"));
        jdbc.execute(all, parameters, statement -> {
            statement.execute();
            for (Question question : questions) {
                read(statement, question.answer());
                statement.getMoreResults();
            }
            return questions.size();
        });
    }

    private static void read(PreparedStatement statement, RowCallbackHandler answer) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                answer.processRow(rows);
            }
        }
    }
}
