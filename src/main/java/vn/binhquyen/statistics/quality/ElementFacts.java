package vn.binhquyen.statistics.quality;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.DataElement.Kind;

/**
 * What a check has to know of an element.
 *
 * @param flow whether the figures of several periods add up
 * @param share whether it is given in percent
 * @param sensitive whether small numbers of it could show who is meant
 * @param denominator the element that it is a part of in an indicator; null where there is none
 */
record ElementFacts(
        int key,
        Kind kind,
        boolean flow,
        boolean share,
        boolean sensitive,
        @Nullable Integer denominator) {
    boolean adds() {
        return kind == Kind.COUNT || kind == Kind.AMOUNT;
    }
}
