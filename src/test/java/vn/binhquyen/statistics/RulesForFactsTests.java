package vn.binhquyen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.testing.IntegrationTest;

/** The tables that grow with the country can be distributed by province; read from the catalog of the database. */
@IntegrationTest
class RulesForFactsTests {
    private static final List<String> FACTS = List.of(
            "audit_entry",
            "audit_link",
            "audit_unsealed",
            "audit_before_marks",
            "data_entry",
            "data_rollup",
            "data_value",
            "data_value_history",
            "entry_remark",
            "form_sheet",
            "figure_finding",
            "finding_due",
            "finding_note",
            "rollup_due",
            "unit_rollup");

    private final JdbcClient jdbc;

    @Autowired
    RulesForFactsTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void every_fact_exists() {
        assertThat(names("select relname from pg_class where relkind = 'r' and relname = any(:facts)"))
                .containsExactlyInAnyOrderElementsOf(FACTS);
    }

    @Test
    void a_table_that_has_the_number_of_a_province_in_its_key_is_known_as_a_fact() {
        assertThat(names("""
            select relname
              from pg_constraint
              join pg_class on pg_class.oid = conrelid
              join pg_attribute on attrelid = conrelid and attnum = any(conkey)
             where contype = 'p' and attname = 'province_id' and not relname = any(:facts)
            """)).isEmpty();
    }

    @Test
    void a_fact_has_the_number_of_its_province_and_never_without() {
        assertThat(names("""
            select fact
              from unnest(:facts::text[]) fact
             where not exists (
                 select 1
                   from pg_attribute
                  where attrelid = fact::regclass and attname = 'province_id'
                    and atttypid = 'smallint'::regtype and attnotnull)
            """)).isEmpty();
    }

    @Test
    void every_unique_key_of_a_fact_contains_the_province() {
        assertThat(names("""
            select indexrelid::regclass::text
              from pg_index
             where indrelid = any(:facts::regclass[]) and (indisunique or indisexclusion)
               and not exists (
                   select 1
                     from pg_attribute
                    where attrelid = indrelid and attname = 'province_id' and attnum = any(indkey::int2[]))
            """)).isEmpty();
    }

    @Test
    void no_table_of_reference_points_at_a_fact() {
        assertThat(names("""
            select conname
              from pg_constraint
             where contype = 'f' and confrelid = any(:facts::regclass[])
               and (not conrelid = any(:facts::regclass[])
                    or not exists (
                        select 1
                          from pg_attribute
                         where attrelid = conrelid and attname = 'province_id' and attnum = any(conkey)))
            """)).isEmpty();
    }

    @Test
    void no_key_of_a_fact_is_set_null_or_changed_by_what_it_points_at() {
        assertThat(names("""
            select conname
              from pg_constraint
             where contype = 'f' and conrelid = any(:facts::regclass[]) and (confdeltype in ('n', 'd') or confupdtype = 'c')
            """)).isEmpty();
    }

    @Test
    void a_fact_has_no_trigger_of_ours() {
        assertThat(names("select tgname from pg_trigger where tgrelid = any(:facts::regclass[]) and not tgisinternal"))
                .isEmpty();
    }

    @Test
    void a_fact_has_no_identity_column() {
        assertThat(names("""
            select attname from pg_attribute where attrelid = any(:facts::regclass[]) and attidentity <> ''
            """)).isEmpty();
    }

    private List<String> names(String sql) {
        return jdbc.sql(sql)
                .param("facts", FACTS.toArray(String[]::new))
                .query((row, n) -> row.getString(1))
                .list();
    }
}
