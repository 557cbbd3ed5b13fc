package vn.binhquyen.intake.structure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import vn.binhquyen.kernel.VietnameseText;

/** The tree of a document's body, made from labels first and from looks where there are none. */
public final class Outline {

    private static final int ENTITLING_RANK = Label.Kind.PART.ordinal() * 10 + 5;
    private static final int HEADING_RANK = Label.Kind.DECIMAL.ordinal() * 10 + 9;
    private static final int MAIN_RANK = Label.Kind.ROMAN.ordinal() * 10;
    private static final int TEXT_RANK = Label.Kind.NONE.ordinal() * 10;
    private static final int LONGEST_BARE = 12;
    private static final int LONGEST_BARE_TEXT = 200;
    private static final int LONGEST_NAME = 22;
    private static final int LONGEST_HEADING = 40;

    private final List<Node> roots;

    private Outline(List<Node> roots) {
        this.roots = roots;
    }

    /** The tree with the part of a plan to which each node belongs. */
    public static Outline of(List<Block> blocks) {
        Outline outline = numbered(blocks);
        outline.roots.forEach(root -> classify(root, Part.OTHER, true));
        return outline;
    }

    /** The tree alone, for those who only follow its numbers. */
    static Outline numbered(List<Block> blocks) {
        var roots = new ArrayList<Node>();
        Deque<Node> open = new ArrayDeque<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
            boolean entitles = i > 0 && entitles(blocks.get(i - 1), block);
            int rank = entitles
                    ? ENTITLING_RANK
                    : next != null && heads(block, next) ? HEADING_RANK : rankAmong(open, block);
            while (!open.isEmpty() && !holds(open.peek(), rank)) {
                open.pop();
            }
            var node = new Node(block, rank, open.peek());
            if (open.isEmpty()) {
                roots.add(node);
            } else {
                open.peek().add(node);
            }
            if (rank < TEXT_RANK) {
                open.push(node);
            }
        }
        return new Outline(List.copyOf(roots));
    }

    public List<Node> roots() {
        return roots;
    }

    public Stream<Node> all() {
        return roots.stream().flatMap(Node::all);
    }

    /** The topmost nodes of a part, in order. */
    public List<Node> partsOf(Part part) {
        return all().filter(node -> node.part() == part)
                .filter(node -> node.parent() == null || node.parent().part() != part)
                .toList();
    }

    private static boolean holds(Node above, int rank) {
        return rank < TEXT_RANK ? above.rank() < rank : above.isHeadingLike();
    }

    /** A label takes the rank of an open one of its kind; "1)" stands for "1." where nothing else counts around it. */
    private static int rankAmong(Deque<Node> open, Block block) {
        int rank = rank(block);
        if (block.label().kind() == Label.Kind.DASH) {
            return ofBullet(open, block, rank);
        }
        if (block.label().kind() != Label.Kind.COUNTED) {
            return rank;
        }
        boolean counted = false;
        for (Node node : open) {
            Label.Kind kind = node.label().kind();
            if (kind == Label.Kind.COUNTED) {
                return isBracketed(node.block()) == isBracketed(block) ? node.rank() : node.rank() + 1;
            }
            counted |= kind == Label.Kind.DECIMAL || kind == Label.Kind.LETTER;
        }
        return counted ? rank : Label.Kind.DECIMAL.ordinal() * 10 + 1;
    }

    private static boolean isBracketed(Block block) {
        return block.text().startsWith("(");
    }

    /** A bullet set as a heading, or of another shape than those below it, holds them. */
    private static int ofBullet(Deque<Node> open, Block block, int rank) {
        char shape = block.text().charAt(0);
        for (Node node : open) {
            if (node.label().kind() == Label.Kind.DASH && node.block().text().charAt(0) == shape) {
                return node.rank();
            }
        }
        Node above = open.peek();
        boolean nests = above != null && above.label().kind() == Label.Kind.DASH && above.isHeadingLike();
        return nests ? above.rank() + 1 : block.isHeading() ? rank - 1 : rank;
    }

    /** A bare line above a list, or the bare name of a body, names what follows it. */
    private static boolean heads(Block block, Block next) {
        String body = block.body().strip();
        boolean bare = !block.label().isPresent()
                && block.table() == null
                && !block.isBold()
                && !block.isHeading()
                && !block.isUpperCase()
                && block.pieces().size() == 1
                && Character.isUpperCase(body.charAt(0))
                && ".;,:/".indexOf(body.charAt(body.length() - 1)) < 0;
        if (!bare || body.length() > LONGEST_BARE_TEXT) {
            return false;
        }
        int words = words(body);
        Label.Kind below = next.label().kind();
        boolean overList = words <= LONGEST_BARE && (below == Label.Kind.DASH || below == Label.Kind.PLUS);
        boolean ofBody = words <= LONGEST_NAME && AgencyWords.beginAgency(body) && next.table() == null;
        return overList || ofBody;
    }

    /** "Phần thứ nhất" with its title on the line below. */
    private static boolean entitles(Block part, Block next) {
        boolean bare = part.label().kind() == Label.Kind.PART && part.body().isBlank();
        return bare
                && !next.label().isPresent()
                && next.table() == null
                && words(next.body()) <= LONGEST_HEADING
                && (next.isUpperCase() || next.isBold() || next.isHeading() || !endsOpenly(next.body()));
    }

    private static int rank(Block block) {
        if (block.table() != null) {
            return TEXT_RANK;
        }
        if (block.label().isPresent()) {
            return block.label().rank();
        }
        boolean brief = words(block.body()) <= LONGEST_HEADING && !endsOpenly(block.body());
        if (brief && block.isUpperCase()) {
            return MAIN_RANK;
        }
        if (block.isHeading()) {
            return block.firstLine().heading() == 1 ? MAIN_RANK : HEADING_RANK;
        }
        return brief && block.isBold() ? HEADING_RANK : TEXT_RANK;
    }

    /** The pieces into which blanks part a text. */
    private static int words(String text) {
        int pieces = 1;
        for (int i = 0; i < text.length(); i++) {
            pieces += Node.isSpace(text.charAt(i)) && (i == 0 || !Node.isSpace(text.charAt(i - 1))) ? 1 : 0;
        }
        return pieces;
    }

    private static boolean endsOpenly(String text) {
        return text.endsWith(".") || text.endsWith(";") || text.endsWith(",");
    }

    private static void classify(Node node, Part around, boolean top) {
        String title = node.foldedTitle();
        boolean heading = node.rank() < TEXT_RANK && node.label().kind() != Label.Kind.PLUS;
        Part part = around;
        if (heading && (top || around == Part.OTHER) && isNarrow(node)) {
            part = Part.ofHeading(title);
        } else if (heading
                && !node.children().isEmpty() | node.hasInline() | node.block().isBold()) {
            part = Part.ofSubheading(title, around).orElse(around);
        }
        boolean open = part == Part.TASKS || part == Part.OTHER;
        if (heading && open && (top || around == Part.OTHER) && namesAgencies(node)) {
            part = Part.ORGANISATION;
        }
        node.become(part);
        for (Node child : node.children()) {
            classify(child, part, false);
        }
    }

    private static boolean isNarrow(Node node) {
        return node.isHeadingLike() || node.hasInline() || node.label().kind().compareTo(Label.Kind.DECIMAL) <= 0;
    }

    private static boolean namesAgencies(Node node) {
        long named = node.children().stream()
                .filter(child -> AgencyWords.beginAgency(VietnameseText.squeeze(child.title())))
                .count();
        return named >= 3 && named * 2 > node.children().size();
    }
}
