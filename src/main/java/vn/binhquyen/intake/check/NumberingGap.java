package vn.binhquyen.intake.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.structure.Label;
import vn.binhquyen.intake.structure.Label.Kind;
import vn.binhquyen.intake.structure.Node;
import vn.binhquyen.intake.structure.Outline;

/** Do parts, items, objectives or indicators skip or repeat a number, or change from letters to dashes on the way? */
final class NumberingGap implements Rule {

    private static final String VIETNAMESE = "abcdđeghiklmnopqrstuvxy";
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";

    @Override
    public String id() {
        return "numbering-gap";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        var doubts = new ArrayList<Doubt>();
        Outline outline = hand.outline();
        siblings(outline.roots(), doubts);
        outline.all().forEach(node -> siblings(node.children(), doubts));
        outline.all().filter(NumberingGap::changesToDashes).forEach(node -> {
            Node first = node.children().getFirst();
            doubts.add(new Doubt("style", "", first.place(), written(node.label())));
        });
        objectives(hand.plan(), doubts);
        return doubts;
    }

    private static void siblings(List<Node> nodes, List<Doubt> doubts) {
        Label last = Label.NONE;
        for (Node node : nodes) {
            Label label = node.label();
            boolean counted = label.isPresent()
                    && label.kind() != Kind.DASH
                    && label.kind() != Kind.PLUS
                    && label.kind() != Kind.PART;
            if (!counted) {
                continue;
            }
            if (last.kind() == label.kind() && !follows(last, label)) {
                Place at = node.titlePlace();
                doubts.add(new Doubt("", "", at, written(last), written(label)));
            }
            last = label;
        }
    }

    private static boolean changesToDashes(Node node) {
        return node.label().kind() == Kind.LETTER
                && !node.children().isEmpty()
                && node.children().getFirst().label().kind() == Kind.DASH
                && node.block().body().strip().matches("(?s).*[.;]$");
    }

    private static boolean follows(Label last, Label next) {
        return switch (next.kind()) {
            case ROMAN -> roman(next.text()) == roman(last.text()) + 1;
            case DECIMAL, COUNTED ->
                Integer.parseInt(next.last()) == Integer.parseInt(last.last()) + 1 || depth(next) != depth(last);
            case LETTER, CAPITAL -> followsIn(VIETNAMESE, last, next) || followsIn(LATIN, last, next);
            default -> true;
        };
    }

    private static boolean followsIn(String alphabet, Label last, Label next) {
        int at = alphabet.indexOf(Character.toLowerCase(last.text().charAt(0)));
        return at >= 0 && alphabet.indexOf(Character.toLowerCase(next.text().charAt(0))) == at + 1;
    }

    private static int depth(Label label) {
        return label.text().split("\\.", -1).length;
    }

    private static int roman(String text) {
        int total = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = value(text.charAt(i));
            total += i + 1 < text.length() && value(text.charAt(i + 1)) > value ? -value : value;
        }
        return total;
    }

    private static int value(char sign) {
        return sign == 'I' ? 1 : sign == 'V' ? 5 : 10;
    }

    private static String written(Label label) {
        return label.kind() == Kind.LETTER || label.kind() == Kind.COUNTED ? label.text() + ")" : label.text();
    }

    private static void objectives(ReadPlan plan, List<Doubt> doubts) {
        String last = null;
        for (int o = 0; o < plan.objectives().size(); o++) {
            var objective = plan.objectives().get(o);
            gap(last, objective.no(), "objectives/" + o, objective.at(), doubts);
            last = objective.no();
            String lastIndicator = null;
            for (int i = 0; i < objective.indicators().size(); i++) {
                var indicator = objective.indicators().get(i);
                gap(lastIndicator, indicator.no(), "objectives/" + o + "/indicators/" + i, indicator.at(), doubts);
                lastIndicator = indicator.no();
            }
        }
    }

    private static void gap(
            @Nullable String last, @Nullable String next, String path, @Nullable Place at, List<Doubt> doubts) {
        if (last == null || next == null || !last.matches("\\d+") || !next.matches("\\d+")) {
            return;
        }
        if (Integer.parseInt(next) != Integer.parseInt(last) + 1) {
            doubts.add(new Doubt("", path, at, last, next));
        }
    }
}
