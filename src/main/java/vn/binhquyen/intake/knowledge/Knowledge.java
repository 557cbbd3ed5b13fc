package vn.binhquyen.intake.knowledge;

import java.util.List;

/** The register of legal documents and the list of bodies that ended, from which the rules read. */
public record Knowledge(List<LegalDocument> documents, List<ObsoleteBody> bodies) {

    public static final Knowledge NONE = new Knowledge(List.of(), List.of());

    public Knowledge {
        documents = List.copyOf(documents);
        bodies = List.copyOf(bodies);
    }

    /** What is shipped, for reading without a database. */
    public static Knowledge shipped() {
        return ShippedKnowledge.KNOWLEDGE;
    }
}
