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
    private static final int LONGEST_HEADING = 40;

    private final List<Node> roots;

    private Outline(List<Node> roots) {
        this.roots = roots;
    }

    public static Outline of(List<Block> blocks) {
        var roots = new ArrayList<Node>();
        Deque<Node> open = new ArrayDeque<>();
        Block before = null;
        for (Block block : blocks) {
            int rank = before != null && entitles(before, block) ? ENTITLING_RANK : rank(block);
            before = block;
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
        roots.forEach(root -> classify(root, Part.OTHER, true));
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

    /** "Phần thứ nhất" with its title on the line below. */
    private static boolean entitles(Block part, Block next) {
        boolean bare = part.label().kind() == Label.Kind.PART && part.body().isBlank();
        return bare
                && !next.label().isPresent()
                && next.table() == null
                && next.body().split("\\s+", -1).length <= LONGEST_HEADING
                && (next.isUpperCase()
                        || next.isBold()
                        || next.isHeading()
                        || !next.body().matches("(?s).*[.;,]$"));
    }

    private static int rank(Block block) {
        if (block.table() != null) {
            return TEXT_RANK;
        }
        if (block.label().isPresent()) {
            return block.label().rank();
        }
        boolean brief = block.body().split("\\s+", -1).length <= LONGEST_HEADING
                && !block.body().matches("(?s).*[.;,]$");
        if (brief && block.isUpperCase()) {
            return MAIN_RANK;
        }
        if (block.isHeading()) {
            return block.firstLine().heading() == 1 ? MAIN_RANK : HEADING_RANK;
        }
        return brief && block.isBold() ? HEADING_RANK : TEXT_RANK;
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
        if (part == Part.TASKS && top && namesAgencies(node)) {
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
