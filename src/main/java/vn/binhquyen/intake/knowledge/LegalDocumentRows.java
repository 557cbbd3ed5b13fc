package vn.binhquyen.intake.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.Kept;
import vn.binhquyen.intake.LegalDocumentId;
import vn.binhquyen.intake.RegisterFilter;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;

/** The register of legal documents in the database. */
@Component
public class LegalDocumentRows {
    private final JdbcClient jdbc;

    LegalDocumentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<LegalDocument> all() {
        return jdbc.sql("select * from legal_document order by number, issued_on")
                .query((row, n) -> document(row))
                .list();
    }

    /** The first {@code limit} of the filter's order after its {@code after}. */
    public List<Kept<LegalDocumentId, LegalDocument>> find(RegisterFilter filter, LocalDate today, int limit) {
        return jdbc.sql("""
            with shown as (
                select *,
                       case :sort when 'NAME' then title
                                  when 'LAST_DAY' then coalesce(last_day::text, '9999')
                                  else lpad((date '3000-01-01' - coalesce(issued_on, date '1000-01-01'))::text, 7, '0') end as key
                  from legal_document
                 where (:type::text is null or type = :type)
                   and (:state::text is null
                        or :state = 'UNCONFIRMED' and not confirmed
                        or :state = 'OVER' and last_day < :today
                        or :state = 'IN_FORCE' and (last_day is null or last_day >= :today))
                   and (:words = '' or fold(number || ' ' || title || ' ' || issuer || ' ' || coalesce(replaced_by, ''))
                        like all (array(select '%' || regexp_replace(word, '([%_\\\\])', '\\\\\\1', 'g') || '%'
                                          from regexp_split_to_table(fold(:words), '\\s+') word))))
            select * from shown
             where :after::uuid is null
                or (key collate "vi-x-icu", id)
                   > (select key collate "vi-x-icu", id from shown where id = :after)
             order by key collate "vi-x-icu", id
             limit :limit
            """)
                .param("sort", filter.sort().name())
                .param("type", filter.type() == null ? null : filter.type().name())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("today", today)
                .param("words", filter.words().strip())
                .param("after", filter.after())
                .param("limit", limit)
                .query((row, n) -> kept(row))
                .list();
    }

    public Kept<LegalDocumentId, LegalDocument> one(LegalDocumentId id) {
        return jdbc.sql("select * from legal_document where id = :id")
                .param("id", id.value())
                .query((row, n) -> kept(row))
                .optional()
                .orElseThrow(() -> new NotFound("legal document", id));
    }

    /** Whether another entry has the same kind, number and date. */
    public boolean isTaken(LegalDocument document, @Nullable LegalDocumentId except) {
        return jdbc.sql("""
            select exists (
                select 1 from legal_document
                 where type = :type and number = :number and issued_on is not distinct from :issuedOn::date
                   and id is distinct from :except::uuid)
            """)
                .param("type", document.type().name())
                .param("number", document.number())
                .param("issuedOn", document.issuedOn())
                .param("except", except == null ? null : except.value())
                .query(Boolean.class)
                .single();
    }

    public LegalDocumentId insert(LegalDocument document, OffsetDateTime at, AccountId by) {
        return new LegalDocumentId(
                values(jdbc.sql("""
                    insert into legal_document (type, number, issued_on, issuer, title, in_force_from, last_day, replaced_by,
                           source, confirmed, created_at, created_by, updated_at, updated_by)
                    values (:type, :number, :issuedOn, :issuer, :title, :from, :lastDay, :replacedBy,
                            :source, :confirmed, :at, :by, :at, :by)
                    returning id
                    """), document, at, by).query(UUID.class).single());
    }

    public void update(LegalDocumentId id, LegalDocument document, long version, OffsetDateTime at, AccountId by) {
        int changed = values(jdbc.sql("""
            update legal_document
               set type = :type, number = :number, issued_on = :issuedOn, issuer = :issuer, title = :title,
                   in_force_from = :from, last_day = :lastDay, replaced_by = :replacedBy, source = :source,
                   confirmed = :confirmed, version = version + 1, updated_at = :at, updated_by = :by
             where id = :id and version = :version
            """), document, at, by)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Conflict("legal document", id);
        }
    }

    public void delete(LegalDocumentId id, long version) {
        int gone = jdbc.sql("delete from legal_document where id = :id and version = :version")
                .param("id", id.value())
                .param("version", version)
                .update();
        if (gone == 0) {
            throw new Conflict("legal document", id);
        }
    }

    private static StatementSpec values(StatementSpec sql, LegalDocument document, OffsetDateTime at, AccountId by) {
        return sql.param("type", document.type().name())
                .param("number", document.number())
                .param("issuedOn", document.issuedOn())
                .param("issuer", document.issuer())
                .param("title", document.title())
                .param("from", document.inForceFrom())
                .param("lastDay", document.lastDay())
                .param("replacedBy", document.replacedBy())
                .param("source", document.source())
                .param("confirmed", document.confirmed())
                .param("at", at)
                .param("by", by.value());
    }

    private static Kept<LegalDocumentId, LegalDocument> kept(ResultSet row) throws SQLException {
        return new Kept<>(new LegalDocumentId(row.getObject("id", UUID.class)), document(row), row.getLong("version"));
    }

    private static LegalDocument document(ResultSet row) throws SQLException {
        return new LegalDocument(
                DocumentType.valueOf(row.getString("type")),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("issuer"),
                row.getString("title"),
                row.getObject("in_force_from", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("replaced_by"),
                row.getString("source"),
                row.getBoolean("confirmed"));
    }
}
