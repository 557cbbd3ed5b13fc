package vn.binhquyen.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a thing stands from its id. Each room that has things to protect gives one bean for each kind of id.
 *
 * @param <I> the type of the id
 */
public interface Locator<I> {
    Class<I> idType();

    /**
     * The kind of thing that the id names. Where a right speaks of another kind, the id is only mentioned and gives no
     * place; null where it always does, as a unit or an agency.
     */
    default @Nullable Thing thing() {
        return null;
    }

    /** @throws NotFound where there is no such thing */
    Place locate(I id);

    /** All places of a thing that stands in several; a right over one of them is a right over it. */
    default List<Place> places(I id) {
        return List.of(locate(id));
    }
}
