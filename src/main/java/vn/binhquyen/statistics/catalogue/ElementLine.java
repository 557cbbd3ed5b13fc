package vn.binhquyen.statistics.catalogue;

import org.jspecify.annotations.Nullable;

/** An element in a list. @param key by which the next page is asked for */
public record ElementLine(ElementId id, int key, Kept<ElementDraft> kept) {
    public ElementDraft entry() {
        return kept.entry();
    }

    public @Nullable String owner() {
        return kept.ownerName();
    }
}
