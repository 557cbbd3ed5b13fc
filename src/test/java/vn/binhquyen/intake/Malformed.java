package vn.binhquyen.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.binhquyen.intake.Reading.Reason;

/** Files that can't be read, made on the spot, each with the reason that its sender should hear. */
record Malformed(String what, String name, byte[] content, Reason reason) {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0};
    private static final byte[] JPG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16};

    @Override
    public String toString() {
        return what + " (" + name + ")";
    }

    static List<Malformed> all() {
        try {
            var all = new ArrayList<Malformed>();
            empty(all);
            disguised(all);
            damaged(all);
            closed(all);
            unsafe(all);
            otherKinds(all);
            noPlans(all);
            return all;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void empty(List<Malformed> all) throws IOException {
        all.add(new Malformed("no byte", "a.docx", new byte[0], Reason.EMPTY));
        all.add(new Malformed("no byte", "a.pdf", new byte[0], Reason.EMPTY));
        all.add(new Malformed("blank lines", "a.txt", bytes("\n \n\t\n"), Reason.EMPTY));
        all.add(new Malformed("comment only", "a.md", bytes("<!-- ghi chú -->\n"), Reason.EMPTY));
        all.add(new Malformed(
                "no words", "a.html", bytes("<html><body><script>1</script></body></html>"), Reason.EMPTY));
        all.add(new Malformed("Word file without words", "a.docx", WordSample.of(""), Reason.EMPTY));
        all.add(new Malformed("above the limit", "a.txt", new byte[20 * 1024 * 1024 + 1], Reason.TOO_LARGE));
        all.add(new Malformed("above the limit", "a.pdf", new byte[21 * 1024 * 1024], Reason.TOO_LARGE));
        all.add(new Malformed("too many lines", "a.txt", bytes("a\n".repeat(60_000)), Reason.TOO_LARGE));
    }

    private static void disguised(List<Malformed> all) {
        all.add(new Malformed("picture", "a.docx", PNG, Reason.DISGUISED));
        all.add(new Malformed("picture", "a.pdf", JPG, Reason.DISGUISED));
        all.add(new Malformed("picture", "a.txt", PNG, Reason.DISGUISED));
        all.add(new Malformed("program", "a.txt", bytes("MZ\u0001\u0000"), Reason.DISGUISED));
        all.add(new Malformed("text", "a.docx", bytes("Kế hoạch năm 2026"), Reason.UNREADABLE));
        all.add(new Malformed("text", "a.pdf", bytes("Kế hoạch năm 2026"), Reason.UNREADABLE));
        all.add(new Malformed("text", "a.odt", bytes("Kế hoạch năm 2026"), Reason.UNREADABLE));
    }

    private static void damaged(List<Malformed> all) throws IOException {
        byte[] word = Samples.bytes(Samples.COMMUNE_WORD);
        byte[] old = Samples.bytes("/samples/ke-hoach-xa-thuong-son-2026.doc");
        byte[] open = Samples.bytes("/samples/ke-hoach-xa-thuong-son-2026.odt");
        all.add(new Malformed("half a file", "a.docx", Arrays.copyOf(word, word.length / 2), Reason.UNREADABLE));
        all.add(new Malformed("half a file", "a.odt", Arrays.copyOf(open, open.length / 3), Reason.UNREADABLE));
        all.add(new Malformed("first sector only", "a.doc", Arrays.copyOf(old, 600), Reason.UNREADABLE));
        all.add(new Malformed("head only", "a.pdf", bytes("%PDF-1.7\nnothing more"), Reason.UNREADABLE));
        all.add(new Malformed(
                "archive's end only", "a.docx", Arrays.copyOf(bytes("PK\u0005\u0006"), 22), Reason.UNREADABLE));
        all.add(new Malformed(
                "broken XML", "a.docx", with(word, "word/document.xml", "<w:document"), Reason.UNREADABLE));
        all.add(new Malformed("broken XML", "a.odt", with(open, "content.xml", "<office:"), Reason.UNREADABLE));
        all.add(new Malformed("no body", "a.docx", without(word, "word/document.xml"), Reason.UNREADABLE));
        all.add(new Malformed("no text in any encoding", "a.txt", noise(), Reason.UNREADABLE));
        all.add(new Malformed("bytes of zero", "a.md", new byte[64], Reason.UNREADABLE));
    }

    private static byte[] noise() {
        byte[] noise = new byte[400];
        new Random(7).nextBytes(noise);
        noise[0] = (byte) 0xC3;
        noise[1] = '(';
        return noise;
    }

    private static void closed(List<Malformed> all) throws Exception {
        var word = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("matkhau");
            try (var data = encryptor.getDataStream(files)) {
                data.write(Samples.bytes(Samples.COMMUNE_WORD));
            }
            files.writeFilesystem(word);
        }
        all.add(new Malformed("password", "a.docx", word.toByteArray(), Reason.PROTECTED));
        var pdf = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("chu", "matkhau", new AccessPermission()));
            document.save(pdf);
        }
        all.add(new Malformed("password", "a.pdf", pdf.toByteArray(), Reason.PROTECTED));
        all.add(new Malformed(
                "password",
                "a.odt",
                with(
                        Samples.bytes("/samples/ke-hoach-xa-thuong-son-2026.odt"),
                        "META-INF/manifest.xml",
                        "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"),
                Reason.PROTECTED));
    }

    private static void unsafe(List<Malformed> all) throws IOException {
        byte[] word = Samples.bytes(Samples.COMMUNE_WORD);
        byte[] open = Samples.bytes("/samples/ke-hoach-xa-thuong-son-2026.odt");
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>";
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><d>&b;</d>";
        all.add(new Malformed(
                "entity that reads a file", "a.docx", with(word, "word/document.xml", entity), Reason.UNSAFE));
        all.add(new Malformed("entity that grows", "a.docx", with(word, "word/document.xml", laughs), Reason.UNSAFE));
        all.add(new Malformed(
                "entity in the types", "a.docx", with(word, "[Content_Types].xml", entity), Reason.UNSAFE));
        all.add(new Malformed("entity that reads a file", "a.odt", with(open, "content.xml", entity), Reason.UNSAFE));
        all.add(new Malformed(
                "bomb", "a.docx", with(word, "word/document.xml", "a".repeat(60 * 1024 * 1024)), Reason.UNSAFE));
        all.add(new Malformed("bomb", "a.odt", with(open, "content.xml", "a".repeat(60 * 1024 * 1024)), Reason.UNSAFE));
    }

    private static void otherKinds(List<Malformed> all) throws IOException {
        var sheet = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            book.createSheet("Chỉ tiêu");
            book.write(sheet);
        }
        var oldSheet = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook()) {
            book.createSheet("Chỉ tiêu");
            book.write(oldSheet);
        }
        all.add(new Malformed("spreadsheet", "a.xlsx", sheet.toByteArray(), Reason.UNSUPPORTED));
        all.add(new Malformed("spreadsheet", "a.docx", sheet.toByteArray(), Reason.UNSUPPORTED));
        all.add(new Malformed("old spreadsheet", "a.doc", oldSheet.toByteArray(), Reason.UNSUPPORTED));
        all.add(new Malformed("archive", "a.zip", zipped("ke-hoach.txt", "Kế hoạch"), Reason.UNSUPPORTED));
        all.add(new Malformed("rich text", "a.doc", bytes("{\\rtf1\\ansi K\\'e1}"), Reason.UNSUPPORTED));
        all.add(new Malformed("recording", "a.mp3", bytes("ID3\u0003"), Reason.UNSUPPORTED));
        all.add(new Malformed("data", "a.json", bytes("{\"a\": 1}"), Reason.UNSUPPORTED));
    }

    private static void noPlans(List<Malformed> all) throws IOException {
        all.add(new Malformed("letter", "a.txt", bytes("Kính gửi: Các thôn\n\nĐề nghị báo cáo."), Reason.NOT_A_PLAN));
        all.add(new Malformed(
                "decision",
                "a.docx",
                WordSample.of("**QUYẾT ĐỊNH**\n\n**Về việc khen thưởng**\n\nNội dung."),
                Reason.NOT_A_PLAN));
        all.add(new Malformed("story", "a.md", bytes("Ngày xửa ngày xưa, có một làng nhỏ."), Reason.NOT_A_PLAN));
        all.add(new Malformed(
                "page", "a.html", bytes("<html><body><p>Tin trong ngày</p></body></html>"), Reason.NOT_A_PLAN));
        all.add(new Malformed(
                "note", "a.pdf", PdfSample.print(PdfSample.page("<p>Giấy mời họp.</p>")), Reason.NOT_A_PLAN));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] zipped(String name, String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes(text));
        }
        return out.toByteArray();
    }

    private static byte[] without(byte[] archive, String name) {
        return rewritten(archive, name, null);
    }

    static byte[] with(byte[] archive, String name, String text) {
        return rewritten(archive, name, bytes(text));
    }

    private static byte[] rewritten(byte[] archive, String name, byte @org.jspecify.annotations.Nullable [] part) {
        var out = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new java.io.ByteArrayInputStream(archive));
                var to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                boolean changed = entry.getName().equals(name);
                if (!changed || part != null) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    to.write(changed ? part : from.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A PDF that runs a script when it is opened. */
    static byte[] withScript(byte[] pdf) throws IOException {
        var out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getDocumentCatalog()
                    .setOpenAction(
                            new org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript("app.alert('x')"));
            document.save(out);
        }
        return out.toByteArray();
    }
}
