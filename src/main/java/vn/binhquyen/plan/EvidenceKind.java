package vn.binhquyen.plan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;
import vn.binhquyen.kernel.Refused;

/** The kinds of file that are kept as evidence, found from the bytes: documents, sheets and pictures. */
final class EvidenceKind {
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Set<String> PACKAGES = Set.of(WORD, SHEET);
    private static final Set<String> PLAIN =
            Set.of("application/pdf", "image/jpeg", "image/png", "application/msword", "application/vnd.ms-excel");
    private static final Tika TIKA = new Tika();

    private EvidenceKind() {}

    /**
     * @param fileName tells apart what begins with the same bytes (a Word file from a sheet), and nothing more
     * @throws Refused where the kind is none of those
     */
    static String of(byte[] bytes, String fileName) {
        String kind = TIKA.detect(bytes, fileName);
        if (PLAIN.contains(kind) || (PACKAGES.contains(kind) && isOfficePackage(bytes))) {
            return kind;
        }
        throw new Refused("plan.refused.evidence-kind", fileName);
    }

    /** Whether the archive begins as every file of Word and Excel since 2007: with its table of contents in sight. */
    private static boolean isOfficePackage(byte[] bytes) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("[Content_Types].xml")) {
                    return true;
                }
            }
            return false;
        } catch (IOException damaged) {
            return false;
        }
    }
}
