package vn.binhquyen.intake.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import vn.binhquyen.intake.Reading.Reason;

/**
 * A zip file looked through before anything reads it: one that unpacks to far more than its size, or whose XML asks for
 * entities, is refused.
 */
record Archive(Set<String> names, Map<String, byte[]> parts) {

    private static final long MOST_UNPACKED = 150L * 1024 * 1024;
    private static final long LARGEST_TEXT = 40L * 1024 * 1024;
    private static final long FREE = 2L * 1024 * 1024;
    private static final int MOST_ENTRIES = 5_000;
    private static final int DENSEST = 100;
    private static final Set<String> KEPT = Set.of(
            "content.xml",
            "styles.xml",
            "mimetype",
            "META-INF/manifest.xml",
            "[Content_Types].xml",
            "word/document.xml",
            "word/styles.xml",
            "word/numbering.xml",
            "word/footnotes.xml");

    static Archive open(byte[] content) throws CannotRead {
        var parts = new HashMap<String, byte[]>();
        long unpacked = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            byte[] buffer = new byte[16 * 1024];
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                String name = entry.getName();
                boolean text = name.endsWith(".xml") || name.endsWith(".rels");
                var kept = new ByteArrayOutputStream();
                long size = 0;
                boolean first = true;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    size += read;
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED
                            || (unpacked > FREE && unpacked / DENSEST > content.length)
                            || (text && size > LARGEST_TEXT)) {
                        throw new CannotRead(Reason.UNSAFE);
                    }
                    if (first && text) {
                        requireNoEntities(buffer, read);
                    }
                    first = false;
                    if (KEPT.contains(name)) {
                        kept.write(buffer, 0, read);
                    }
                }
                parts.put(name, kept.toByteArray());
                if (parts.size() > MOST_ENTRIES) {
                    throw new CannotRead(Reason.UNSAFE);
                }
                entry = zip.getNextEntry();
            }
        } catch (ZipException e) {
            boolean closed = String.valueOf(e.getMessage()).contains("encrypted");
            throw new CannotRead(closed ? Reason.PROTECTED : Reason.UNREADABLE, e);
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotRead(Reason.UNREADABLE, e);
        }
        if (parts.isEmpty()) {
            throw new CannotRead(Reason.UNREADABLE);
        }
        return new Archive(Set.copyOf(parts.keySet()), Map.copyOf(parts));
    }

    private static void requireNoEntities(byte[] buffer, int length) throws CannotRead {
        String head = new String(buffer, 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (head.contains("<!DOCTYPE") || head.contains("<!ENTITY")) {
            throw new CannotRead(Reason.UNSAFE);
        }
    }

    boolean holds(String name) {
        return names.contains(name);
    }

    String text(String name) {
        return new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }
}
