package vn.binhquyen.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.UnitId;

@Component
class PlanRows {
    /** Who signed the newest version, and when. */
    record Signing(@Nullable String by, @Nullable OffsetDateTime at) {}

    /** Number and date of a version, as far as it has them. */
    record Numbered(
            String symbol,
            @Nullable Integer number,
            @Nullable LocalDate date) {}

    private final JdbcClient jdbc;

    PlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PlanHead head(PlanId id) {
        return jdbc.sql("select * from plan where id = :id")
                .param("id", id.value())
                .query(PlanRows::head)
                .optional()
                .orElseThrow(() -> new NotFound("plan", id));
    }

    PlanContent content(PlanId id, int no) {
        return jdbc.sql("select content from plan_version where plan_id = :id and no = :no")
                .param("id", id.value())
                .param("no", no)
                .query((row, n) -> ContentJson.read(row.getString("content")))
                .optional()
                .orElseThrow(() -> new NotFound("version " + no + " of plan", id));
    }

    /** Whether the version was issued, so that others than the writers may read it. */
    boolean wasIssued(PlanId id, int no) {
        return jdbc.sql("""
            select exists (select 1 from plan_version where plan_id = :id and no = :no and number is not null)
            """)
                .param("id", id.value())
                .param("no", no)
                .query(Boolean.class)
                .single();
    }

    PlanId insert(Actor actor, NewPlan plan, OffsetDateTime at) {
        PlanContent content = plan.content();
        PlanContent.Period period = content.period();
        UUID id = jdbc.sql("""
            insert into plan (unit_id, issuer_id, agency_id, kind, status, title, symbol, period_from, period_to,
                              parent_id, created_at, created_by, updated_at, updated_by)
            values (:unit, :issuer, :agency, :kind, 'DRAFT', :title, :symbol, :from, :to,
                    :parent, :at, :by, :at, :by)
            returning id
            """)
                .param("unit", plan.unit().value())
                .param("issuer", issuer(plan).value())
                .param("agency", actor.agency().value())
                .param("kind", content.documentType().name())
                .param("title", content.title())
                .param("symbol", plan.symbol())
                .param("from", period == null ? null : period.from())
                .param("to", period == null ? null : period.to())
                .param("parent", parent(content))
                .param("at", at)
                .param("by", actor.account().value())
                .query(UUID.class)
                .single();
        PlanId begun = new PlanId(id);
        insertVersion(actor, begun, 1, content, null, at);
        return begun;
    }

    /** Puts a version in work; unit, issuer and symbol are those of the plan. */
    void insertVersion(
            Actor actor, PlanId id, int no, PlanContent content, @Nullable String reason, OffsetDateTime at) {
        jdbc.sql("""
            insert into plan_version (plan_id, no, content, state, reason, unit_id, issuer_id, symbol,
                                      created_at, created_by, updated_at, updated_by)
            select id, :no, :content::jsonb, 'IN_WORK', :reason, unit_id, issuer_id, symbol, :at, :by, :at, :by
              from plan
             where id = :id
            """)
                .param("id", id.value())
                .param("no", no)
                .param("content", ContentJson.write(content))
                .param("reason", reason)
                .param("at", at)
                .param("by", actor.account().value())
                .update();
    }

    void updateContent(Actor actor, PlanHead head, PlanContent content, OffsetDateTime at) {
        jdbc.sql("""
            update plan_version
               set content = :content::jsonb, updated_at = :at, updated_by = :by
             where plan_id = :id and no = :no and state = 'IN_WORK'
            """)
                .param("id", head.id().value())
                .param("no", head.content())
                .param("content", ContentJson.write(content))
                .param("at", at)
                .param("by", actor.account().value())
                .update();
        if (head.inForce() == 0) {
            describe(head.id(), content);
        }
    }

    /** Writes into the plan's row what lists show of the content: of the draft before the first issue, then of what is in force. */
    void describe(PlanId id, PlanContent content) {
        PlanContent.Period period = content.period();
        jdbc.sql("""
            update plan
               set kind = :kind, title = :title, period_from = :from, period_to = :to, parent_id = :parent
             where id = :id
            """)
                .param("id", id.value())
                .param("kind", content.documentType().name())
                .param("title", content.title())
                .param("from", period == null ? null : period.from())
                .param("to", period == null ? null : period.to())
                .param("parent", parent(content))
                .update();
    }

    /** @throws Conflict where the plan was changed since the version that the actor saw; takes the row until the end of the transaction */
    PlanHead touch(Actor actor, PlanId id, long version, OffsetDateTime at) {
        return jdbc.sql("""
            update plan
               set version = version + 1, updated_at = :at, updated_by = :by
             where id = :id and version = :version
            returning *
            """)
                .param("id", id.value())
                .param("version", version)
                .param("at", at)
                .param("by", actor.account().value())
                .query(PlanRows::head)
                .optional()
                .orElseThrow(() -> new Conflict("plan", id));
    }

    void setStatus(PlanId id, PlanStatus status, @Nullable String remark) {
        jdbc.sql("update plan set status = :status, remark = :remark where id = :id")
                .param("id", id.value())
                .param("status", status.name())
                .param("remark", remark)
                .update();
    }

    void setNewest(PlanId id, int no) {
        jdbc.sql("update plan set newest = :no where id = :id")
                .param("id", id.value())
                .param("no", no)
                .update();
    }

    int nextVersion(PlanId id) {
        return jdbc.sql("select max(no) + 1 from plan_version where plan_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    void setSymbol(PlanHead head, String symbol) {
        jdbc.sql("update plan set symbol = :symbol where id = :id")
                .param("id", head.id().value())
                .param("symbol", symbol)
                .update();
        jdbc.sql("update plan_version set symbol = :symbol where plan_id = :id and no = :no")
                .param("id", head.id().value())
                .param("no", head.content())
                .param("symbol", symbol)
                .update();
    }

    void abandon(PlanHead head) {
        jdbc.sql("update plan_version set state = 'ABANDONED' where plan_id = :id and no = :no")
                .param("id", head.id().value())
                .param("no", head.content())
                .update();
    }

    void sign(PlanHead head, @Nullable String by, @Nullable OffsetDateTime at) {
        jdbc.sql("update plan_version set signed_by = :by, signed_at = :at where plan_id = :id and no = :no")
                .param("id", head.id().value())
                .param("no", head.content())
                .param("by", by)
                .param("at", at)
                .update();
    }

    Signing signing(PlanHead head) {
        return jdbc.sql("select signed_by, signed_at from plan_version where plan_id = :id and no = :no")
                .param("id", head.id().value())
                .param("no", head.content())
                .query((row, n) ->
                        new Signing(row.getString("signed_by"), row.getObject("signed_at", OffsetDateTime.class)))
                .single();
    }

    Numbered numbering(PlanId id, int no) {
        return jdbc.sql("select symbol, number, issued_on from plan_version where plan_id = :id and no = :no")
                .param("id", id.value())
                .param("no", no)
                .query((row, n) -> new Numbered(
                        row.getString("symbol"),
                        row.getObject("number", Integer.class),
                        row.getObject("issued_on", LocalDate.class)))
                .single();
    }

    int highestNumber(PlanHead head, String symbol, int year) {
        return jdbc.sql("""
            select coalesce(max(number), 0)
              from plan_version
             where unit_id = :unit and issuer_id = :issuer and symbol = :symbol
               and extract(year from issued_on)::integer = :year
            """)
                .param("unit", head.unit().value())
                .param("issuer", head.issuer().value())
                .param("symbol", symbol)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    /**
     * Brings the newest version into force in the place of the one before. The number and date of the plan stay those of
     * its first version; an amendment has its own.
     *
     * @throws org.springframework.dao.DuplicateKeyException where the number is given
     */
    void putInForce(PlanHead head, Numbering numbering, String symbol) {
        jdbc.sql("update plan_version set state = 'SUPERSEDED' where plan_id = :id and state = 'IN_FORCE'")
                .param("id", head.id().value())
                .update();
        jdbc.sql("""
            update plan_version
               set state = 'IN_FORCE', symbol = :symbol, number = :number, issued_on = :date
             where plan_id = :id and no = :no
            """)
                .param("id", head.id().value())
                .param("no", head.content())
                .param("symbol", symbol)
                .param("number", numbering.number())
                .param("date", numbering.date())
                .update();
        jdbc.sql("""
            update plan
               set status = 'ISSUED', in_force = newest, remark = null,
                   symbol = case when number is null then :symbol else symbol end,
                   number = coalesce(number, :number),
                   issued_on = coalesce(issued_on, :date)
             where id = :id
            """)
                .param("id", head.id().value())
                .param("symbol", symbol)
                .param("number", numbering.number())
                .param("date", numbering.date())
                .update();
    }

    static UnitId issuer(NewPlan plan) {
        UnitId issuer = plan.issuer();
        return issuer == null ? plan.unit() : issuer;
    }

    private static @Nullable UUID parent(PlanContent content) {
        PlanContent.Parent parent = content.parent();
        return parent == null || parent.plan() == null ? null : parent.plan().value();
    }

    static PlanHead head(ResultSet row, int n) throws SQLException {
        UUID parent = row.getObject("parent_id", UUID.class);
        Integer from = row.getObject("period_from", Integer.class);
        Integer to = row.getObject("period_to", Integer.class);
        return new PlanHead(
                new PlanId(row.getObject("id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                new UnitId(row.getObject("issuer_id", UUID.class)),
                new AgencyId(row.getObject("agency_id", UUID.class)),
                PlanKind.valueOf(row.getString("kind")),
                PlanStatus.valueOf(row.getString("status")),
                row.getString("title"),
                row.getString("symbol"),
                row.getObject("number", Integer.class),
                row.getObject("issued_on", LocalDate.class),
                from == null || to == null ? null : new PlanContent.Period(from, to),
                parent == null ? null : new PlanId(parent),
                row.getInt("newest"),
                row.getInt("in_force"),
                row.getString("remark"),
                row.getLong("version"));
    }
}
