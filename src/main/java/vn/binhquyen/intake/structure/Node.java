package vn.binhquyen.intake.structure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Place;
import vn.binhquyen.kernel.VietnameseText;

/** A paragraph in the tree of the document, with what stands under it. */
public final class Node {

    private static final int FEWEST_TOLD = 4;
    private static final int LONGEST_TITLE = 40;
    private static final Pattern SENTENCE_ENDS = Pattern.compile("[.;]\\s");

    private final Block block;
    private final int rank;
    private final List<Node> children = new ArrayList<>();
    private final @Nullable Node parent;
    private Part part = Part.OTHER;
    private int titleEnd = -1;
    private @Nullable String foldedTitle;

    Node(Block block, int rank, @Nullable Node parent) {
        this.block = block;
        this.rank = rank;
        this.parent = parent;
    }

    /** The words of a node and where they begin in the text of its block. */
    public record Words(String text, int from) {}

    public Block block() {
        return block;
    }

    public Label label() {
        return block.label();
    }

    public List<Node> children() {
        return Collections.unmodifiableList(children);
    }

    public @Nullable Node parent() {
        return parent;
    }

    public Part part() {
        return part;
    }

    /** What stands before the colon or is set in bold, without closing marks; the whole paragraph where nothing is. */
    public String title() {
        String words = block.text().substring(label().length(), titleEnd()).strip();
        return VietnameseText.withoutEnd(words, ".:;");
    }

    /** The words after the title in the same paragraph; empty where there are none. */
    public Words inline() {
        int from = titleEnd();
        while (from < block.text().length() && " :.".indexOf(block.text().charAt(from)) >= 0) {
            from++;
        }
        return new Words(block.text().substring(from), from);
    }

    public boolean hasInline() {
        return !inline().text().isBlank();
    }

    /** Whether it names what follows: styled as a heading, in capitals, ending in a colon, or short and without a stop. */
    public boolean isHeadingLike() {
        String body = block.body().strip();
        return block.isHeading()
                || block.isBold()
                || block.isUpperCase()
                || body.endsWith(":")
                || isBareHeading()
                || (label().isPresent() && !endsStatement(body) && words(body) <= LONGEST_TITLE);
    }

    /** Whether a line without label or type stands as a heading by its place. */
    public boolean isBareHeading() {
        return !label().isPresent() && rank < Label.Kind.NONE.ordinal() * 10;
    }

    /** The node and all beneath it, in the order of the document. */
    public Stream<Node> all() {
        var all = new ArrayList<Node>();
        gather(all);
        return all.stream();
    }

    private void gather(List<Node> all) {
        all.add(this);
        for (Node child : children) {
            child.gather(all);
        }
    }

    /** The node's paragraph and all beneath it, one a line, labels included. */
    public String wholeText() {
        var text = new StringBuilder(block.body());
        children.stream()
                .flatMap(Node::all)
                .forEach(node -> text.append('\n').append(node.block().text()));
        return text.toString();
    }

    /** From the first word after the label to the last word beneath. */
    public Place place() {
        return block.place();
    }

    /** The place of the title alone. */
    public Place titlePlace() {
        return block.place(label().length(), Math.max(label().length() + 1, titleEnd()));
    }

    /** The title, folded. */
    public String foldedTitle() {
        if (foldedTitle == null) {
            foldedTitle = VietnameseText.fold(VietnameseText.squeeze(title()));
        }
        return foldedTitle;
    }

    public boolean isWithin(Predicate<Node> condition) {
        for (Node node = parent; node != null; node = node.parent) {
            if (condition.test(node)) {
                return true;
            }
        }
        return false;
    }

    int rank() {
        return rank;
    }

    void add(Node child) {
        children.add(child);
    }

    void become(Part newPart) {
        part = newPart;
    }

    private int titleEnd() {
        if (titleEnd < 0) {
            titleEnd = findTitleEnd();
        }
        return titleEnd;
    }

    private int findTitleEnd() {
        String text = block.text();
        int bold = block.boldUntil();
        int start = label().length();
        if (bold > start && !block.isBold() && words(text.substring(start, bold)) >= 2) {
            return bold;
        }
        int colon = text.indexOf(':', start);
        boolean tells = colon > 0 && words(text.substring(colon + 1)) >= FEWEST_TOLD && endsStatement(text);
        if ((block.isHeading() || block.isBold()) && !tells) {
            return text.length();
        }
        boolean short_ = colon > 0 && words(text.substring(start, colon)) <= LONGEST_TITLE;
        boolean ofSentence =
                colon > 0 && SENTENCE_ENDS.matcher(text.substring(start, colon)).find();
        return short_ && !ofSentence ? colon : text.length();
    }

    private static boolean endsStatement(String text) {
        return text.endsWith(".") || text.endsWith(";");
    }

    private static int words(String text) {
        String words = text.strip();
        int count = words.isEmpty() ? 0 : 1;
        for (int i = 1; i < words.length(); i++) {
            count += isSpace(words.charAt(i)) && !isSpace(words.charAt(i - 1)) ? 1 : 0;
        }
        return count;
    }

    static boolean isSpace(char sign) {
        return sign == ' ' || ('\t' <= sign && sign <= '\r');
    }
}
