package vn.binhquyen.statistics.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.UnitId;

/** The rules in the database. */
@Component
class RuleRows {
    private static final String SELECT = """
        select rule.*, owner.name as owner_name
          from figure_rule rule
          left join unit owner on owner.id = rule.unit_id
        """;

    private static final String KEY = """
        concat_ws('~', case :sort when 'SEVERITY' then case severity when 'ERROR' then '0' else '1' end
                                  when 'CHANGED' then to_char(9999999999 - extract(epoch from rule.updated_at), 'FM0000000000.000000')
                                  else '' end, rule.code) collate "C"
        """;

    private final JdbcClient jdbc;

    RuleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param next the cursor after the last rule; null where there is none */
    record Page(List<KeptRule> rules, @Nullable String next) {}

    List<Rule> active() {
        return jdbc.sql(SELECT + "where active order by rule.code").query(RuleRows::kept).list().stream()
                .map(KeptRule::rule)
                .toList();
    }

    /** Those that hold in the unit, or somewhere below it. */
    Page page(UnitId unit, RuleFilter filter, int size) {
        record Keyed(String key, KeptRule rule) {}
        List<Keyed> found = jdbc.sql("select rule.*, owner.name as owner_name, " + KEY + """
                   as sort_key
              from figure_rule rule
              left join unit owner on owner.id = rule.unit_id
              join unit me on me.id = :unit
             where (owner.id is null or owner.path @> me.path or me.path @> owner.path)
               and (:severity::text is null or severity = :severity)
               and (:active::boolean is null or active = :active)
               and not exists (
                   select 1
                     from regexp_split_to_table(fold(:words), '\\s+') word
                    where strpos(fold(concat_ws(' ', rule.code, question_vi, question_en, left_side, right_side)), word) = 0)
               and (:after::text is null or
            """ + KEY + """
                   > :after)
             order by sort_key
             limit :limit
            """)
                .param("unit", unit.value())
                .param("sort", filter.sort().name())
                .param(
                        "severity",
                        filter.severity() == null ? null : filter.severity().name())
                .param("active", filter.active())
                .param("words", filter.words())
                .param("after", filter.after())
                .param("limit", size + 1)
                .query((row, n) -> new Keyed(row.getString("sort_key"), kept(row, n)))
                .list();
        boolean more = found.size() > size;
        List<Keyed> shown = more ? found.subList(0, size) : found;
        return new Page(
                shown.stream().map(Keyed::rule).toList(), more ? shown.getLast().key() : null);
    }

    Map<String, KeptRule> withCodes(Collection<String> codes) {
        Map<String, KeptRule> found = new HashMap<>();
        jdbc.sql(SELECT + "where rule.code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(RuleRows::kept)
                .list()
                .forEach(rule -> found.put(rule.rule().code(), rule));
        return found;
    }

    KeptRule one(FigureRuleId id) {
        return jdbc.sql(SELECT + "where rule.id = :id")
                .param("id", id.value())
                .query(RuleRows::kept)
                .optional()
                .orElseThrow(() -> new NotFound("rule", id));
    }

    Optional<UnitId> owner(FigureRuleId id) {
        return Optional.ofNullable(one(id).rule().owner());
    }

    boolean isTaken(String code) {
        return jdbc.sql("select exists (select 1 from figure_rule where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    FigureRuleId insert(Rule rule, OffsetDateTime now, AccountId by) {
        return new FigureRuleId(of(rule, """
            insert into figure_rule (code, unit_id, question_vi, question_en, advice_vi, advice_en, severity, left_side,
                                     comparator, right_side, against, tolerance, updated_at, updated_by)
            values (:code, :owner, :questionVi, :questionEn, :adviceVi, :adviceEn, :severity, :left,
                    :comparator, :right, :against, :tolerance, :now, :by)
            returning id
            """)
                .param("code", rule.code())
                .param("owner", rule.owner() == null ? null : rule.owner().value())
                .param("now", now)
                .param("by", by.value())
                .query(UUID.class)
                .single());
    }

    void update(FigureRuleId id, Rule rule, long version, OffsetDateTime now, AccountId by) {
        int changed = of(rule, """
            update figure_rule
               set question_vi = :questionVi, question_en = :questionEn, advice_vi = :adviceVi, advice_en = :adviceEn,
                   severity = :severity, left_side = :left, comparator = :comparator, right_side = :right,
                   against = :against, tolerance = :tolerance, version = version + 1, updated_at = :now, updated_by = :by
             where id = :id and version = :version
            """)
                .param("id", id.value())
                .param("version", version)
                .param("now", now)
                .param("by", by.value())
                .update();
        requireChanged(changed, id);
    }

    void use(FigureRuleId id, boolean active, long version, OffsetDateTime now, AccountId by) {
        int changed = jdbc.sql("""
            update figure_rule
               set active = :active, version = version + 1, updated_at = :now, updated_by = :by
             where id = :id and version = :version
            """)
                .param("id", id.value())
                .param("active", active)
                .param("version", version)
                .param("now", now)
                .param("by", by.value())
                .update();
        requireChanged(changed, id);
    }

    private static void requireChanged(int changed, FigureRuleId id) {
        if (changed == 0) {
            throw new Conflict("rule", id);
        }
    }

    private JdbcClient.StatementSpec of(Rule rule, String sql) {
        return jdbc.sql(sql)
                .param("questionVi", rule.questionVi())
                .param("questionEn", rule.questionEn())
                .param("adviceVi", rule.adviceVi())
                .param("adviceEn", rule.adviceEn())
                .param("severity", rule.severity().name())
                .param("left", rule.left())
                .param("comparator", rule.comparator().symbol())
                .param("right", rule.right())
                .param("against", rule.against().name())
                .param("tolerance", rule.tolerance());
    }

    private static KeptRule kept(ResultSet row, int n) throws SQLException {
        UUID owner = row.getObject("unit_id", UUID.class);
        return new KeptRule(
                new FigureRuleId(row.getObject("id", UUID.class)),
                new Rule(
                        row.getString("code"),
                        owner == null ? null : new UnitId(owner),
                        row.getString("question_vi"),
                        row.getString("question_en"),
                        row.getString("advice_vi"),
                        row.getString("advice_en"),
                        Severity.valueOf(row.getString("severity")),
                        row.getString("left_side"),
                        Comparator.of(row.getString("comparator")),
                        row.getString("right_side"),
                        Rule.Against.valueOf(row.getString("against")),
                        row.getBigDecimal("tolerance")),
                row.getString("owner_name"),
                row.getBoolean("active"),
                row.getObject("updated_by") == null,
                row.getLong("version"));
    }
}
