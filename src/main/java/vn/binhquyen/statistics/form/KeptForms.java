package vn.binhquyen.statistics.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The forms that were read last, for the desk, which needs one with every cell that is typed. What is in use is never changed,
 * so that one of the version that stands in the database is as good as if it were read anew; who has one asks for that.
 */
@Component
class KeptForms {
    private static final int MOST = 200;

    private final FormRows rows;
    private final Cache<FormId, FormDefinition> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();

    KeptForms(FormRows rows) {
        this.rows = rows;
    }

    /** Perhaps an older version. */
    Optional<FormDefinition> find(FormId id) {
        FormDefinition form = kept.getIfPresent(id);
        return form == null ? read(id) : Optional.of(form);
    }

    /** As it stands. */
    Optional<FormDefinition> read(FormId id) {
        Optional<FormDefinition> form = rows.find(id);
        form.ifPresentOrElse(found -> kept.put(id, found), () -> kept.invalidate(id));
        return form;
    }
}
