package vn.binhquyen.intake;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.logging.Level;

/** Prints samples: on A4 with a page number at the top and a running foot, with or without indents, justified or not. */
public final class PdfSample {

    public static final String INDENTED = "p { text-indent: 1.27cm; text-align: justify; margin: 0 0 6pt; } ";
    static final String RAGGED = "p { text-indent: 1cm; text-align: left; margin: 0; } ";
    static final String BLOCK = "p { text-align: justify; margin: 0 0 8pt; } ";
    static final String NARROW =
            "@page { size: 150mm 200mm; } p { text-indent: 1cm; text-align: justify; margin: 0; } ";

    private static final String PAGE = """
        @page { size: A4; margin: 2cm 2cm 2cm 3cm;
                @top-center { content: counter(page); font-size: 13pt; font-family: Serif; }
                @bottom-left { content: "Văn bản mẫu, không có giá trị pháp lý"; font-size: 9pt; font-family: Serif; } }
        body { font-family: Serif; font-size: 14pt; line-height: 1.25; }
        .side { width: 100%; } .side td { width: 50%; vertical-align: top; }
        .side p { text-indent: 0; text-align: left; margin: 0; font-size: 12pt; }
        .side p.middle { text-align: center; }
        .grid { border-collapse: collapse; width: 100%; } .grid td { border: 1px solid black; padding: 3pt; }
        .grid p { text-indent: 0; text-align: left; margin: 0; }
        """;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private PdfSample() {}

    /** Renews a printed sample from its markdown. */
    public static void main(String[] args) throws IOException {
        Files.write(Path.of(args[1]), of(Files.readString(Path.of(args[0])), INDENTED));
    }

    public static byte[] of(String markdown, String style) throws IOException {
        return print(HtmlSample.of(markdown, style + PAGE));
    }

    static byte[] print(String html) throws IOException {
        try (var out = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder();
            font(builder, "Regular", 400, FontStyle.NORMAL);
            font(builder, "Bold", 700, FontStyle.NORMAL);
            font(builder, "Italic", 400, FontStyle.ITALIC);
            font(builder, "BoldItalic", 700, FontStyle.ITALIC);
            builder.withHtmlContent(html, null);
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        }
    }

    static String page(String body) {
        return "<html><head><style>" + INDENTED + PAGE + "</style></head><body>" + body + "</body></html>";
    }

    private static void font(PdfRendererBuilder builder, String face, int weight, FontStyle style) {
        builder.useFont(
                () -> Objects.requireNonNull(
                        PdfSample.class.getResourceAsStream("/liberation/LiberationSerif-" + face + ".ttf")),
                "Serif",
                weight,
                style,
                true);
    }
}
