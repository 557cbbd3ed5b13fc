package vn.binhquyen.intake.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.intake.DocumentType;

/** The register of legal documents in the database. Two are the same by kind, number and date. */
@Component
public class LegalDocumentRows extends RegisterRows<LegalDocument> {
    LegalDocumentRows(JdbcClient jdbc) {
        super(
                jdbc,
                new Shape(
                        "legal_document",
                        "type",
                        "title",
                        "issued_on",
                        "number || ' ' || title || ' ' || issuer || ' ' || coalesce(replaced_by, '')",
                        "type = :type and number = :number and issued_on is not distinct from :issued_on::date",
                        "number, issued_on"));
    }

    @Override
    Map<String, @Nullable Object> values(LegalDocument document) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("type", document.type().name());
        values.put("number", document.number());
        values.put("issued_on", document.issuedOn());
        values.put("issuer", document.issuer());
        values.put("title", document.title());
        values.put("in_force_from", document.inForceFrom());
        values.put("last_day", document.lastDay());
        values.put("replaced_by", document.replacedBy());
        values.put("source", document.source());
        values.put("confirmed", document.confirmed());
        return values;
    }

    @Override
    LegalDocument entry(ResultSet row) throws SQLException {
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
