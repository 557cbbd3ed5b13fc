package vn.binhquyen.kernel;

/**
 * Finds where a thing stands from its id. Each room that has things to protect gives one bean for each kind of id.
 *
 * @param <I> the type of the id
 */
public interface Locator<I> {
    Class<I> idType();

    /** @throws NotFound where there is no such thing */
    Place locate(I id);
}
