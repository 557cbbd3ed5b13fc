package vn.binhquyen.intake.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.check.Rule.InHand;
import vn.binhquyen.intake.structure.Block;
import vn.binhquyen.kernel.Occurrences;
import vn.binhquyen.kernel.VietnameseText;

/**
 * Words of a plan: those of its items as they say now, then what the document says beside them.
 *
 * @param path of the item; empty beside the items
 * @param lower the words in lower case, since most rules ask for them so
 */
record Said(
        String path, String text, String lower, @Nullable Place at) {

    Said(String path, String text, @Nullable Place at) {
        this(path, text, VietnameseText.lower(text), at);
    }

    /** Words found, and where. */
    record Hit(Said said, String words, int from, @Nullable Place at) {

        /** The path of the item, told apart from other doubts about it by the words. */
        String subject(String about) {
            String slug = VietnameseText.fold(about).replaceAll("[^\\p{L}\\d]+", "-");
            return said.path().isEmpty() ? slug : said.path() + "/" + slug;
        }
    }

    static List<Said> all(ReadPlan plan, @Nullable DocumentText text, List<Block> paragraphs) {
        var all = new ArrayList<Said>();
        items(plan, all);
        if (text == null) {
            return List.copyOf(all);
        }
        Set<Integer> told = new HashSet<>();
        all.replaceAll(Said::firstParagraph);
        all.forEach(said -> {
            if (said.at() != null) {
                told.add(said.at().line());
            }
        });
        for (Block block : paragraphs) {
            boolean item = false;
            for (int line = block.firstLine().number(); line <= block.lastLine().number(); line++) {
                item |= told.contains(line);
            }
            if (!item) {
                all.add(new Said("", block.body(), block.place()));
            }
        }
        return List.copyOf(all);
    }

    static Words words(List<Said> said, @Nullable DocumentText text) {
        var words = new Words();
        if (text != null) {
            text.lines().forEach(line -> words.add(line.text()));
        }
        said.stream().filter(one -> text == null || !one.path().isEmpty()).forEach(one -> words.addLower(one.lower()));
        return words;
    }

    /**
     * All that matches outside the names of cited documents, in the order of the document.
     *
     * @param anyOf of these words one stands in all that matches, so that the pattern is not tried where none does
     */
    static List<Hit> find(InHand hand, Pattern pattern, List<String> anyOf) {
        var hits = new ArrayList<Hit>();
        for (Said said : hand.said()) {
            if (holdsAny(said.lower(), anyOf)) {
                Matcher match = pattern.matcher(said.lower());
                while (match.find()) {
                    said.addUncited(match, hand, hits);
                }
            }
        }
        return hits;
    }

    /** As {@link #find}. @param beginnings with one of these every match begins, so that it is tried only there */
    static List<Hit> findBegun(InHand hand, Pattern pattern, List<String> anyOf, List<String> beginnings) {
        var hits = new ArrayList<Hit>();
        for (Said said : hand.said()) {
            if (holdsAny(said.lower(), anyOf)) {
                var found = new Occurrences(pattern, said.lower(), beginnings);
                while (found.find()) {
                    said.addUncited(found.match(), hand, hits);
                }
            }
        }
        return hits;
    }

    private static boolean holdsAny(String text, List<String> anyOf) {
        for (String word : anyOf) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private void addUncited(Matcher match, InHand hand, List<Hit> hits) {
        if (!Citations.isCited(text, match.start())) {
            hits.add(hit(match.start(), match.end(), hand.text()));
        }
    }

    Hit hit(int from, int to, @Nullable DocumentText document) {
        return new Hit(this, text.substring(from, to), from, place(from, to, document));
    }

    private @Nullable Place place(int from, int to, @Nullable DocumentText document) {
        if (at == null || document == null) {
            return at;
        }
        String line = document.lines().get(at.line() - 1).text();
        int start = at.column() - 1 + from;
        int end = start + to - from;
        boolean same = end <= line.length() && line.substring(start, end).equals(text.substring(from, to));
        return same ? new Place(at.line(), start + 1, to - from) : at;
    }

    private Said firstParagraph() {
        int end = text.indexOf('\n');
        return end < 0 ? this : new Said(path, text.substring(0, end), at);
    }

    private static void items(ReadPlan plan, List<Said> all) {
        add(plan, "title", plan.title(), all);
        for (int i = 0; i < plan.purposes().size(); i++) {
            add(plan, "purposes/" + i, plan.purposes().get(i), all);
        }
        for (int i = 0; i < plan.requirements().size(); i++) {
            add(plan, "requirements/" + i, plan.requirements().get(i), all);
        }
        for (int o = 0; o < plan.objectives().size(); o++) {
            var objective = plan.objectives().get(o);
            all.add(new Said("objectives/" + o, objective.title(), objective.at()));
            for (int i = 0; i < objective.indicators().size(); i++) {
                var indicator = objective.indicators().get(i);
                all.add(new Said("objectives/" + o + "/indicators/" + i, indicator.text(), indicator.at()));
            }
        }
        for (int g = 0; g < plan.taskGroups().size(); g++) {
            var group = plan.taskGroups().get(g);
            all.add(new Said("taskGroups/" + g, group.title(), group.at()));
            for (int t = 0; t < group.tasks().size(); t++) {
                var task = group.tasks().get(t);
                all.add(new Said("taskGroups/" + g + "/tasks/" + t, task.text(), task.at()));
            }
        }
        for (int a = 0; a < plan.assignments().size(); a++) {
            var assignment = plan.assignments().get(a);
            all.add(new Said("assignments/" + a, assignment.agency(), assignment.at()));
            for (int t = 0; t < assignment.tasks().size(); t++) {
                var task = assignment.tasks().get(t);
                all.add(new Said("assignments/" + a + "/tasks/" + t, task.text(), task.at()));
            }
        }
        for (int b = 0; b < plan.budget().size(); b++) {
            var line = plan.budget().get(b);
            all.add(new Said("budget/" + b, line.text(), line.at()));
        }
        for (int r = 0; r < plan.recipients().size(); r++) {
            var recipient = plan.recipients().get(r);
            all.add(new Said("recipients/" + r, recipient.name(), recipient.at()));
        }
    }

    private static void add(ReadPlan plan, String path, @Nullable String text, List<Said> all) {
        if (text != null) {
            all.add(new Said(path, text, plan.places().get(path)));
        }
    }
}
