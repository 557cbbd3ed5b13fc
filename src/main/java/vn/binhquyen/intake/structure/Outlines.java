package vn.binhquyen.intake.structure;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.binhquyen.kernel.VietnameseText;

/** Makes the outline of the part of a document that is numbered: from its first main heading on. */
public final class Outlines {

    /** An item of a numbered list of bases. */
    private static final Pattern CITES = Pattern.compile(
            "^(?:Căn cứ|Thực hiện|Luật|Bộ luật|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Kết luận|Kế hoạch|Công"
                    + " văn|Hướng dẫn|Chương trình|Văn bản)(?!\\p{L})[^.;]{0,60}?(?:số"
                    + " )?\\d+[^\\s]*[/-]\\p{Lu}|^(?:Luật|Bộ luật)\\s\\p{Lu}[^.;]{0,80}(?:năm|ngày)\\s\\d");

    private static final int LONGEST_COUNTED = 60;

    private Outlines() {}

    /** The numbered tree of a whole document: its head and tail carry no labels and so make no difference to numbering. */
    public static Outline ofBody(List<Block> blocks) {
        return Outline.numbered(blocks.subList(firstSection(blocks), blocks.size()));
    }

    /** "1) Mục đích, yêu cầu" where offices number their parts so. */
    private static boolean isCountedHeading(Block block) {
        return block.label().kind() == Label.Kind.COUNTED
                && !block.text().startsWith("(")
                && block.body().length() <= LONGEST_COUNTED
                && !block.body().strip().matches("(?s).*[.;,]");
    }

    /**
     * Index of the first block that is a main heading; where a document lost those, of the first narrower one that is
     * about a part of a plan; the number of blocks where none is.
     */
    public static int firstSection(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean main = block.label().isPresent()
                    && (block.label().kind().compareTo(Label.Kind.DECIMAL) <= 0 || isCountedHeading(block))
                    && !CITES.matcher(block.body()).find();
            boolean plain = !block.label().isPresent() && (block.isHeading() || block.isUpperCase());
            if (main || plain) {
                return i;
            }
        }
        return IntStream.range(0, blocks.size())
                .filter(i -> isNarrowHeading(blocks.get(i)))
                .findFirst()
                .orElse(blocks.size());
    }

    private static boolean isNarrowHeading(Block block) {
        return block.label().kind() == Label.Kind.LETTER
                && Part.beginsWith(VietnameseText.fold(block.body()))
                && !CITES.matcher(block.body()).find();
    }
}
