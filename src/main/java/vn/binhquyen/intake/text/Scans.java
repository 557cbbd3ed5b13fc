package vn.binhquyen.intake.text;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentText.Format;
import vn.binhquyen.intake.Reading.Reason;
import vn.binhquyen.intake.text.page.Page;
import vn.binhquyen.intake.text.page.PageLines;
import vn.binhquyen.intake.text.page.Rule;

/** Reads pictures of pages by Tesseract, a program that has to be installed with its Vietnamese data. */
public final class Scans {

    /** What installs the program on Debian and Ubuntu. */
    public static final String INSTALLATION = "apt-get install tesseract-ocr tesseract-ocr-vie";

    /** Property that names a file to be touched after each page, so that who waits sees that it goes on. */
    public static final String PROGRESS = "binhquyen.reading.progress";

    private static final int DOTS_PER_INCH = 300;
    private static final int MOST_PAGES = 60;
    private static final long LARGEST_PICTURE = 60_000_000;
    private static final int SECONDS_A_PAGE = 60;

    private Scans() {}

    /** Whether Tesseract and its Vietnamese data are there. */
    public static boolean canBeRead() {
        try {
            Process process = new ProcessBuilder("tesseract", "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            String languages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 && languages.lines().anyMatch("vie"::equals);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static DocumentText picture(FileKind kind, byte[] content) throws CannotRead {
        requireProgram(kind);
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new CannotRead(Reason.UNREADABLE);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream);
                int count = Math.min(MOST_PAGES, reader.getNumImages(true));
                var pages = new ArrayList<Page>();
                for (int i = 0; i < count; i++) {
                    if ((long) reader.getWidth(i) * reader.getHeight(i) > LARGEST_PICTURE) {
                        throw new CannotRead(Reason.TOO_LARGE);
                    }
                    pages.add(page(i + 1, count, reader.read(i)));
                }
                Format format = Format.valueOf(kind.name());
                return new DocumentText(format, true, ScannedHeadings.mend(PageLines.of(pages)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw new CannotRead(Reason.UNREADABLE, e);
        }
    }

    static DocumentText pages(PDDocument document) throws CannotRead, IOException {
        requireProgram(null);
        if (document.getNumberOfPages() > MOST_PAGES) {
            throw new CannotRead(Reason.TOO_LARGE);
        }
        var renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        var pages = new ArrayList<Page>();
        for (int i = 0; i < document.getNumberOfPages(); i++) {
            var box = document.getPage(i).getCropBox();
            double dots = box.getWidth() * box.getHeight() * DOTS_PER_INCH * DOTS_PER_INCH / 72 / 72;
            float resolution = dots > LARGEST_PICTURE ? 72 : DOTS_PER_INCH;
            if (dots > LARGEST_PICTURE * 16L) {
                throw new CannotRead(Reason.TOO_LARGE);
            }
            pages.add(page(
                    i + 1, document.getNumberOfPages(), renderer.renderImageWithDPI(i, resolution, ImageType.GRAY)));
        }
        return new DocumentText(Format.PDF, true, ScannedHeadings.mend(PageLines.of(pages)));
    }

    private static void requireProgram(@Nullable FileKind kind) throws CannotRead {
        if (!canBeRead()) {
            throw kind == null ? new CannotRead(Reason.NEEDS_OCR) : new CannotRead(Reason.NEEDS_OCR, kind);
        }
    }

    private static Page page(int number, int all, BufferedImage picture) throws IOException {
        List<Rule> rules = ScannedRules.take(picture);
        Path file = Files.createTempFile("binhquyen-page", ".png");
        try {
            ImageIO.write(picture, "png", file.toFile());
            var builder = new ProcessBuilder(
                    "tesseract", file.toString(), "stdout", "-l", "vie", "--dpi", String.valueOf(DOTS_PER_INCH), "tsv");
            builder.environment().put("OMP_THREAD_LIMIT", "1");
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String table;
            try {
                table = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (!process.waitFor(SECONDS_A_PAGE, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw new IOException("tesseract gave up on page " + number);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            } finally {
                process.destroyForcibly();
            }
            progress(number, all);
            return ScannedWords.page(number, picture.getWidth(), rules, table);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Writes "3/12" into the file of the one who waits; moved there, so that nobody reads the half of it. */
    private static void progress(int page, int all) throws IOException {
        String file = System.getProperty(PROGRESS);
        if (file != null) {
            Path written = Files.writeString(Path.of(file + ".new"), page + "/" + all);
            Files.move(written, Path.of(file), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Whether so few words stand on the pages that they must be pictures. */
    static boolean isScan(List<Page> pages) {
        long letters = pages.stream()
                .flatMap(page -> page.words().stream())
                .mapToLong(
                        word -> word.text().chars().filter(Character::isLetter).count())
                .sum();
        return letters < 30L * pages.size();
    }
}
