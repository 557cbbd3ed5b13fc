package vn.binhquyen.statistics.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.statistics.IndicatorId;

/** The catalogue for readers: what holds for the whole country, and what units above and below the reader's defined. */
@Service
@Transactional(readOnly = true)
public class CatalogueEntries {
    public static final int PAGE = 30;
    private static final int EXPORT = 10_000;

    /** What holds for everybody, and what was defined in the line of the reader's unit. */
    private static final String LISTED = """
        with patterns as materialized (
            select array(select '%' || regexp_replace(word, '([%_\\\\])', '\\\\\\1', 'g') || '%'
                           from regexp_split_to_table(fold(:words), '\\s+') word) as all_words),
        own as materialized (select path from unit where id = :reader),
        """;

    private static final String PAGED = """
         where (unit_id is null or exists (select from own where own.path <@ unit.path or unit.path <@ own.path))
           and (:set::text is null or entry.collection = :set)
           and (not :unverified or not entry.verified)
           and case :use when 'USED' then entry.retired_on is null when 'RETIRED' then entry.retired_on is not null else true end
        """;

    private static final String AFTER = """
         where (:after::integer is null or (place, key) > (select place, key from listed where key = :after))
         order by place, key
         limit :limit
        """;

    private final JdbcClient jdbc;
    private final ElementRows elements;
    private final IndicatorRows indicators;
    private final DimensionRows dimensions;
    private final FormerVersions versions;

    CatalogueEntries(
            JdbcClient jdbc,
            ElementRows elements,
            IndicatorRows indicators,
            DimensionRows dimensions,
            FormerVersions versions) {
        this.jdbc = jdbc;
        this.elements = elements;
        this.indicators = indicators;
        this.dimensions = dimensions;
        this.versions = versions;
    }

    /** A page, and one line more where there are more. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<ElementLine> elements(Actor reader, CatalogueFilter filter) {
        return elements(reader, filter, PAGE + 1);
    }

    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<ElementLine> allElements(Actor reader, CatalogueFilter filter) {
        return elements(reader, filter, EXPORT);
    }

    /** A page, and one line more where there are more. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<IndicatorLine> indicators(Actor reader, CatalogueFilter filter) {
        return indicators(reader, filter, PAGE + 1);
    }

    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<IndicatorLine> allIndicators(Actor reader, CatalogueFilter filter) {
        return indicators(reader, filter, EXPORT);
    }

    /** All dimensions in their order. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public Map<DimensionId, Kept<DimensionDraft>> dimensions() {
        return dimensions.all(null);
    }

    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public Kept<ElementDraft> element(ElementId id) {
        return elements.one(id);
    }

    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public Kept<IndicatorDraft> indicator(IndicatorId id) {
        return indicators.one(id);
    }

    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public Kept<DimensionDraft> dimension(DimensionId id) {
        return dimensions.one(id);
    }

    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<Former> former(ElementId id) {
        return versions.of("ELEMENT", id, elements.one(id).entry(), ElementDraft.class);
    }

    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<Former> former(IndicatorId id) {
        return versions.of("INDICATOR", id, indicators.one(id).entry(), IndicatorDraft.class);
    }

    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<Former> former(DimensionId id) {
        return versions.of("DIMENSION", id, dimensions.one(id).entry(), DimensionDraft.class);
    }

    /** The indicators that are computed from it. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<FormulaUse> uses(ElementId id) {
        String code = elements.one(id).entry().code();
        return indicators.naming(code).stream().filter(use -> use.names(code)).toList();
    }

    /** The forms in use that ask for it. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<FormUse> forms(ElementId id) {
        return jdbc.sql("""
            select distinct form.id, form.code, form.name_vi, form.name_en
              from figure_form form
              join figure_form_row on form_key = form.key
              join data_element element on element.key = element_key
             where element.id = :id and form.state = 'ACTIVE'
             order by form.code
            """)
                .param("id", id.value())
                .query((row, n) -> new FormUse(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("name_vi"),
                        row.getString("name_en")))
                .list();
    }

    /** With the names of what it asks for; of a text that is kept, which therefore is a formula. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public SpokenFormula inWords(String text) {
        Formula formula = Formula.parse(text);
        record Named(ElementId id, String nameVi, String nameEn) {}
        Map<String, Named> named = new HashMap<>();
        jdbc.sql("select id, code, name, coalesce(name_en, '') as name_en from data_element where code = any(:codes)")
                .param("codes", formula.terms().stream().map(Term::element).toArray(String[]::new))
                .query(row -> {
                    named.put(
                            row.getString("code"),
                            new Named(
                                    new ElementId(row.getObject("id", UUID.class)),
                                    row.getString("name"),
                                    row.getString("name_en")));
                });
        Map<String, DimensionDraft.Option> options = new HashMap<>();
        for (Kept<DimensionDraft> dimension : dimensions.all(null).values()) {
            dimension
                    .entry()
                    .options()
                    .forEach(option -> options.put(dimension.entry().code() + ":" + option.code(), option));
        }
        List<SpokenFormula.Word> words = new ArrayList<>();
        for (Formula.Segment segment : formula.segments()) {
            Term term = segment.term();
            Named element = term == null ? null : named.get(term.element());
            if (term == null || element == null) {
                words.add(new SpokenFormula.Word(segment.text(), null, "", "", List.of(), List.of()));
            } else {
                List<DimensionDraft.Option> by = term.options().stream()
                        .map(option -> Objects.requireNonNullElse(
                                options.get(option), new DimensionDraft.Option(option, option, option, false)))
                        .toList();
                words.add(new SpokenFormula.Word(
                        "",
                        element.id(),
                        element.nameVi(),
                        element.nameEn(),
                        by.stream().map(DimensionDraft.Option::nameVi).toList(),
                        by.stream().map(DimensionDraft.Option::nameEn).toList()));
            }
        }
        return new SpokenFormula(words);
    }

    private List<ElementLine> elements(Actor reader, CatalogueFilter filter, int limit) {
        return bind(LISTED + """
            listed as materialized (
                select entry.*, unit.name as owner_name,
                       case :sort when 'NAME' then fold(entry.name) else entry.code end as place
                  from data_element entry
                  left join unit on unit.id = entry.unit_id
            """ + PAGED + """
               and (:kind = '' or entry.kind = :kind)
               and (:words = ''
                    or fold(entry.code || ' ' || entry.name || ' ' || coalesce(entry.name_en, ''))
                        like all ((select all_words from patterns)::text[])))
            select * from listed
            """ + AFTER, reader, filter, limit)
                .query((row, n) -> new ElementLine(
                        new ElementId(row.getObject("id", UUID.class)), row.getInt("key"), ElementRows.kept(row, n)))
                .list();
    }

    private List<IndicatorLine> indicators(Actor reader, CatalogueFilter filter, int limit) {
        return bind(LISTED + """
            listed as materialized (
                select entry.id, entry.key, entry.code, entry.origin, entry.field, entry.name_vi, entry.name_en, entry.unit,
                       entry.direction, entry.computation, entry.per, entry.by_sex, entry.unit_id, entry.collection,
                       entry.numerator, entry.denominator, entry.decimals, entry.natural_low, entry.natural_high,
                       entry.definition, entry.source, entry.periodicity, entry.responsible, entry.verified, entry.version,
                       entry.retired_on, unit.name as owner_name,
                       case :sort when 'NAME' then fold(entry.name_vi) else coalesce(entry.code, '~') end as place
                  from indicator entry
                  left join unit on unit.id = entry.unit_id
            """ + PAGED + """
               and (:kind = '' or entry.computation = :kind)
               and (:words = ''
                    or fold(coalesce(entry.code, '') || ' ' || entry.name_vi || ' ' || entry.name_en)
                        like all ((select all_words from patterns)::text[])))
            select * from listed
            """ + AFTER, reader, filter, limit)
                .query((row, n) -> new IndicatorLine(
                        new IndicatorId(row.getObject("id", UUID.class)),
                        row.getInt("key"),
                        IndicatorRows.kept(row, n)))
                .list();
    }

    private JdbcClient.StatementSpec bind(String sql, Actor reader, CatalogueFilter filter, int limit) {
        return jdbc.sql(sql)
                .param("words", filter.words().strip())
                .param("reader", reader.unit().value())
                .param("set", filter.set() == null ? null : filter.set().name())
                .param("kind", filter.kind())
                .param("use", filter.use().name())
                .param("unverified", filter.unverified())
                .param("sort", filter.sort().name())
                .param("after", filter.after())
                .param("limit", limit);
    }
}
