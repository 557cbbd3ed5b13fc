package vn.binhquyen.intake.text;

import java.util.HashSet;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.jspecify.annotations.Nullable;

/** What the styles of a Word file say about a paragraph, where the paragraph itself is silent. */
final class WordStyles {

    private final @Nullable XWPFStyles styles;

    WordStyles(XWPFDocument document) {
        styles = document.getStyles();
    }

    boolean isBold(XWPFParagraph paragraph) {
        return inherited(paragraph.getStyle()).isPresent();
    }

    /** A run's own word counts before that of its character style and its paragraph's. */
    boolean isBold(XWPFRun run, boolean boldParagraph) {
        var properties = run.getCTR().getRPr();
        if (properties != null && properties.sizeOfBArray() > 0) {
            return run.isBold();
        }
        return boldParagraph || inherited(run.getStyle()).isPresent();
    }

    int headingLevel(XWPFParagraph paragraph) {
        XWPFStyle style = find(paragraph.getStyle());
        return style == null || style.getName() == null ? 0 : WordReader.headingLevel(style.getName());
    }

    /** The nearest style in the chain that says bold. */
    private Optional<XWPFStyle> inherited(@Nullable String id) {
        var seen = new HashSet<String>();
        XWPFStyle style = find(id);
        while (style != null && seen.add(style.getStyleId())) {
            var properties = style.getCTStyle().getRPr();
            if (properties != null && properties.sizeOfBArray() > 0) {
                Object value = properties.getBArray(0).getVal();
                boolean off = value != null && value.toString().matches("0|false|off");
                return off ? Optional.empty() : Optional.of(style);
            }
            style = find(style.getBasisStyleID());
        }
        return Optional.empty();
    }

    private @Nullable XWPFStyle find(@Nullable String id) {
        return styles == null || id == null || id.isEmpty() ? null : styles.getStyle(id);
    }
}
