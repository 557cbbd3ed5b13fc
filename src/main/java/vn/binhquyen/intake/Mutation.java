package vn.binhquyen.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Spoils a document in a way that chance decides: bytes changed, cut out, doubled, put in, or the end torn off. */
public final class Mutation {

    private static final int MOST_CHANGES = 8;
    private static final int LONGEST = 400;

    private final Random random;

    public Mutation(long seed) {
        random = new Random(seed);
    }

    /** Of an archive, a part is spoiled as often as the whole, so that its readers see broken contents too. */
    public byte[] of(byte[] content) {
        boolean archive = content.length > 4 && content[0] == 'P' && content[1] == 'K';
        if (archive && random.nextInt(4) > 0) {
            try {
                return part(content);
            } catch (IOException | IllegalArgumentException unreadable) {
                return bytes(content);
            }
        }
        return bytes(content);
    }

    private byte[] part(byte[] archive) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(archive));
                var to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] part = from.readAllBytes();
                boolean main = entry.getName().endsWith("document.xml")
                        || entry.getName().equals("content.xml");
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(random.nextInt(main ? 2 : 8) == 0 ? bytes(part) : part);
            }
        }
        return out.toByteArray();
    }

    private byte[] bytes(byte[] content) {
        byte[] spoiled = content.clone();
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes && spoiled.length > 1; i++) {
            spoiled = change(spoiled);
        }
        return spoiled;
    }

    private byte[] change(byte[] content) {
        int from = random.nextInt(content.length);
        int to = Math.min(content.length, from + 1 + random.nextInt(LONGEST));
        return switch (random.nextInt(7)) {
            case 0, 1 -> {
                content[from] = (byte) random.nextInt(256);
                yield content;
            }
            case 2 -> joined(Arrays.copyOf(content, from), Arrays.copyOfRange(content, to, content.length));
            case 3 -> joined(Arrays.copyOf(content, to), Arrays.copyOfRange(content, from, content.length));
            case 4 -> {
                byte[] noise = new byte[1 + random.nextInt(20)];
                random.nextBytes(noise);
                yield joined(
                        joined(Arrays.copyOf(content, from), noise), Arrays.copyOfRange(content, from, content.length));
            }
            case 5 -> {
                int other = random.nextInt(content.length);
                byte kept = content[from];
                content[from] = content[other];
                content[other] = kept;
                yield content;
            }
            default -> random.nextInt(5) == 0 ? Arrays.copyOf(content, Math.max(1, from)) : content;
        };
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }
}
