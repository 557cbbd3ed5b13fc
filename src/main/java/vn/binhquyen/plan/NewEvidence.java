package vn.binhquyen.plan;

/** A file that shows what was done. The kind is found from the bytes, whatever the name says. */
public record NewEvidence(TaskId task, String fileName, byte[] bytes) {
    @Override
    public String toString() {
        return "NewEvidence[" + task + ", " + fileName + ", " + bytes.length + " bytes]";
    }
}
