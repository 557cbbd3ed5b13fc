package vn.binhquyen.statistics.query;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.lang3.EnumUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;
import vn.binhquyen.statistics.query.Questions.UnitName;

/**
 * Units as questions name them: one by its code or id; with a level or a kind behind a stroke all such units at or below it.
 * Programs name them by thousands, so they are found together.
 */
final class UnitWords {
    private final JdbcClient jdbc;
    private final LocalDate today;

    UnitWords(JdbcClient jdbc, LocalDate today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** @param group a level or kind; empty for the unit itself */
    private record Word(String unit, String group) {
        static Word of(String text) {
            int stroke = text.lastIndexOf('/');
            return stroke < 0
                    ? new Word(text.strip(), "")
                    : new Word(
                            text.substring(0, stroke).strip(),
                            text.substring(stroke + 1).strip());
        }
    }

    /** @throws Refused where a word names no unit, level or kind */
    Set<UnitName> read(List<String> texts, Drawn drawn, List<Period> when) {
        List<Word> words = texts.stream().map(Word::of).distinct().toList();
        Map<String, UnitName> named = named(words);
        for (Word word : words) {
            if (!named.containsKey(word.unit())) {
                throw new Refused("statistics.question.where", word.unit());
            }
        }
        Set<UnitName> found = new HashSet<>();
        words.stream()
                .collect(groupingBy(Word::group, mapping(word -> named.get(word.unit()), toList())))
                .forEach((group, units) ->
                        found.addAll(group.isEmpty() ? units : below(units, group(group), drawn, when)));
        return found;
    }

    /** Today or else as it was last; a code of several levels names the highest. */
    private Map<String, UnitName> named(List<Word> words) {
        Map<String, UnitName> found = new HashMap<>();
        jdbc.sql("""
            with asked as (
                select word, case when pg_input_is_valid(word, 'uuid') then word::uuid end as id
                  from unnest(:words::text[]) word
            ), met as (
                select word, state.* from asked join unit_state state on state.code = word
                 union all
                select word, state.* from asked join unit_state state on state.unit_id = id
            )
            select distinct on (word) word, unit.id, unit.key, unit.code, unit.name
              from met
              join unit on unit.id = met.unit_id
             order by word, not (met.valid_during @> :today), upper(met.valid_during) desc, nlevel(met.path)
            """)
                .param("words", words.stream().map(Word::unit).distinct().toArray(String[]::new))
                .param("today", today)
                .query(row -> {
                    found.put(row.getString("word"), unit(row, 0));
                });
        return found;
    }

    /** Units of a level; where a kind is named, only its: wards, rural communes, special zones. */
    private record Group(Level level, @Nullable String kind) {}

    private Group group(String name) {
        Level level = EnumUtils.getEnum(Level.class, name.toUpperCase(Locale.ROOT));
        if (level != null) {
            return new Group(level, null);
        }
        return jdbc
                .sql("select level, kind from unit_kind where fold(kind) = fold(:name)")
                .param("name", name)
                .query((row, n) -> new Group(Level.valueOf(row.getString("level")), row.getString("kind")))
                .list()
                .stream()
                .min(Comparator.comparing(Group::level))
                .orElseThrow(() -> new Refused("statistics.question.group", name));
    }

    /** Today's; or those that stood there at some time from the first of the periods to the last. */
    private List<UnitName> below(List<UnitName> tops, Group group, Drawn drawn, List<Period> when) {
        boolean then = drawn == Drawn.THEN;
        return jdbc.sql("""
            select distinct unit.id, unit.key, unit.code, unit.name
              from unit_state top
              join unit_state state on state.path <@ top.path
              join unit on unit.id = state.unit_id
             where top.unit_id = any(:tops) and state.valid_during && daterange(:from, :to, '[]')
               and state.level = :level and (:kind::text is null or state.kind = :kind)
            """)
                .param("tops", tops.stream().map(top -> top.id().value()).toArray(UUID[]::new))
                .param("level", group.level().name())
                .param("kind", group.kind())
                .param(
                        "from",
                        then ? Collections.min(when.stream().map(Period::start).toList()) : today)
                .param(
                        "to",
                        then ? Collections.max(when.stream().map(Period::end).toList()) : today)
                .query(UnitWords::unit)
                .list();
    }

    private static UnitName unit(ResultSet row, int n) throws SQLException {
        return new UnitName(
                new UnitId(row.getObject("id", UUID.class)),
                row.getInt("key"),
                row.getString("code"),
                row.getString("name"));
    }
}
