package vn.binhquyen.plan;

/** A file kept to show what was done, with its bytes. */
public record EvidenceFile(Evidence evidence, byte[] bytes) {
    @Override
    public String toString() {
        return "EvidenceFile[" + evidence + "]";
    }
}
