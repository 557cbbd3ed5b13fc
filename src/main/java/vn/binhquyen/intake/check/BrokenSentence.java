package vn.binhquyen.intake.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.check.Said.Hit;
import vn.binhquyen.intake.structure.Block;
import vn.binhquyen.kernel.VietnameseText;

/** Does a sentence break off, a quotation or bracket stay open, or do words stand twice? */
final class BrokenSentence implements Rule {

    private static final int WHOLE_SENTENCE = 40;

    /** Longer than the last word that can break off, with what stands before it. */
    private static final int LONGEST_LAST = 12;

    private static final Pattern DOUBLED = Pattern.compile(
            "(?<!\\p{L})(?:(?<one>các|và|của|để|được|trong|về|với|cho|theo|tại|là|có|nhằm|từ|do|trên|cấp|số)\\s+\\k<one>"
                + "|(?<two>\\p{L}{2,}\\s\\p{L}{2,})\\s\\k<two>)(?!\\p{L})");
    private static final Pattern BREAKS_OFF = Pattern.compile(
            "(?:,|(?<!\\p{L})(?:và|của|với|để|trong|về|các|cho|theo|tại|nhằm|hoặc|những|do|bởi|thuộc))\\s*$");
    private static final Pattern ENUMERATOR = Pattern.compile("(?:^|[\\s“(;:])(?:\\p{L}|\\d{1,2}|[ivx]+)\\)$");

    @Override
    public String id() {
        return "broken-sentence";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        var doubts = new ArrayList<Doubt>();
        Set<Place> told = new HashSet<>();
        Map<Integer, Block> paragraphs = byLine(hand.paragraphs());
        for (Said said : hand.said()) {
            String whole = paragraphOf(said, paragraphs).orElse(said.text());
            int repeated = Words.repeated(said.lower());
            if (repeated >= 0) {
                Matcher doubled = DOUBLED.matcher(said.lower());
                if (doubled.find(repeated)) {
                    add("doubled", said.hit(doubled.start(), doubled.end(), hand.text()), told, doubts);
                }
            }
            int open = unclosed(whole);
            if (open >= 0) {
                String words = whole.substring(open, Math.min(whole.length(), open + 40))
                        .strip();
                int at = Math.max(0, said.text().indexOf(words));
                int to = Math.min(said.text().length(), at + words.length());
                Hit hit = said.hit(at, to, hand.text());
                add("open", new Hit(said, words, at, hit.at()), told, doubts);
            }
            if (said.text().length() > WHOLE_SENTENCE
                    && !said.path().startsWith("recipients/")
                    && breaksOff(whole.strip())) {
                int from = Math.max(0, said.text().length() - 30);
                add("ends", said.hit(from, said.text().length(), hand.text()), told, doubts);
            }
        }
        return doubts;
    }

    private static void add(String variant, Hit hit, Set<Place> told, List<Doubt> doubts) {
        if (hit.at() == null || told.add(hit.at())) {
            doubts.add(new Doubt(variant, hit.subject(variant), hit.at(), hit.words()));
        }
    }

    /** The paragraph in which the item still stands as it was read: a task may be one sentence of several. */
    private static Optional<String> paragraphOf(Said said, Map<Integer, Block> paragraphs) {
        return Optional.ofNullable(said.at())
                .map(at -> paragraphs.get(at.line()))
                .map(Block::body)
                .filter(words -> words.contains(said.text()));
    }

    private static Map<Integer, Block> byLine(List<Block> paragraphs) {
        Map<Integer, Block> byLine = new HashMap<>();
        for (Block block : paragraphs) {
            for (int line = block.firstLine().number(); line <= block.lastLine().number(); line++) {
                byLine.put(line, block);
            }
        }
        return byLine;
    }

    private static boolean breaksOff(String text) {
        return BREAKS_OFF
                .matcher(VietnameseText.lower(text.substring(Math.max(0, text.length() - LONGEST_LAST))))
                .find();
    }

    /** Position of a bracket or quotation mark without its partner, or -1; "a)" before an item has none. */
    private static int unclosed(String text) {
        int bracket = lonely(text, '(', ')');
        return bracket >= 0 ? bracket : lonely(text, '“', '”');
    }

    private static int lonely(String text, char opening, char closing) {
        var open = new ArrayList<Integer>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == opening) {
                open.add(i);
            } else if (text.charAt(i) == closing && !open.isEmpty()) {
                open.removeLast();
            } else if (text.charAt(i) == closing
                    && !ENUMERATOR.matcher(text.substring(0, i + 1)).find()) {
                return i;
            }
        }
        return open.isEmpty() ? -1 : open.getFirst();
    }
}
