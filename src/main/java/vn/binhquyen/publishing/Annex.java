package vn.binhquyen.publishing;

import java.util.List;

/**
 * Content after the signature, starting on a new page with its own page numbers. Where a document has several, they are
 * numbered "Phụ lục I", "Phụ lục II"… in the order of the document.
 *
 * @param landscape for tables too wide for an upright page
 */
public record Annex(String title, boolean landscape, List<Block> body) {
    public Annex {
        body = List.copyOf(body);
    }
}
