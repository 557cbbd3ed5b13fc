package vn.binhquyen.statistics.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.binhquyen.kernel.Refused;

/** Reads a formula from left to right and says at which character it is wrong, counted from one. */
final class FormulaReader {
    private static final int LONGEST = 2000;

    /** A dash belongs to a code where it stands between signs of it; with a blank beside it, it subtracts. */
    private static final Pattern CODE = Pattern.compile("\\p{Alpha}[\\p{Alnum}_]*(?:[.-]+[\\p{Alnum}_]+)*");

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");
    private static final Pattern OPTION = Pattern.compile("[a-z][a-z0-9-]*:[A-Za-z0-9][A-Za-z0-9+._-]*");

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();
    private int at;

    FormulaReader(String text) {
        this.text = text;
    }

    /** What a formula is put together from. */
    sealed interface Piece {
        record Figure(Term term) implements Piece {}

        record Number(String digits) implements Piece {}

        record Sign(char sign) implements Piece {}
    }

    List<Piece> read() {
        if (text.isBlank()) {
            throw new Refused("catalogue.formula.empty");
        }
        if (text.length() > LONGEST) {
            throw new Refused("catalogue.formula.long", LONGEST);
        }
        boolean complete = false;
        for (skipBlanks(); at < text.length(); skipBlanks()) {
            complete = complete ? readAfterFigure() : readFigure();
        }
        if (!complete) {
            throw new Refused("catalogue.formula.unfinished");
        }
        if (!open.isEmpty()) {
            throw new Refused("catalogue.formula.not-closed", open.getLast());
        }
        return List.copyOf(pieces);
    }

    /** Where a figure, a number or an opening bracket is due; whether it was one of the first two. */
    private boolean readFigure() {
        char next = text.charAt(at);
        if (next == '(') {
            open.add(at + 1);
            return sign('(', false);
        }
        if (next == '-' || next == '−') {
            return minus();
        }
        Matcher number = matcher(NUMBER);
        if (number.lookingAt()) {
            pieces.add(new Piece.Number(number.group().replace(',', '.')));
            at = number.end();
            return true;
        }
        Matcher code = matcher(CODE);
        if (!code.lookingAt()) {
            throw wrong("catalogue.formula.no-figure");
        }
        at = code.end();
        pieces.add(new Piece.Figure(new Term(code.group(), options())));
        return true;
    }

    /** A sign before a figure, never two in a row. */
    private boolean minus() {
        if (!pieces.isEmpty() && !pieces.getLast().equals(new Piece.Sign('('))) {
            throw wrong("catalogue.formula.no-figure");
        }
        return sign('-', false);
    }

    /** Where a sign of arithmetic or a closing bracket is due; whether the figure before it stays complete. */
    private boolean readAfterFigure() {
        return switch (text.charAt(at)) {
            case '+' -> sign('+', false);
            case '-', '−', '–' -> sign('-', false);
            case '*', '×', '·' -> sign('*', false);
            case '/', '÷' -> sign('/', false);
            case ')' -> {
                if (open.isEmpty()) {
                    throw wrong("catalogue.formula.not-opened");
                }
                open.removeLast();
                yield sign(')', true);
            }
            default -> throw wrong("catalogue.formula.no-sign");
        };
    }

    private boolean sign(char sign, boolean complete) {
        pieces.add(new Piece.Sign(sign));
        at++;
        return complete;
    }

    private SortedSet<String> options() {
        var options = new TreeSet<String>();
        if (at >= text.length() || text.charAt(at) != '[') {
            return options;
        }
        int end = text.indexOf(']', at);
        if (end < 0) {
            throw new Refused("catalogue.formula.filter-not-closed", at + 1);
        }
        at++;
        for (String each : text.substring(at, end).split(";", -1)) {
            String option = each.strip();
            if (!OPTION.matcher(option).matches()) {
                throw new Refused("catalogue.formula.option", at + 1, option);
            }
            if (options.stream().anyMatch(other -> Term.dimension(other).equals(Term.dimension(option)))) {
                throw new Refused("catalogue.formula.dimension-twice", at + 1, Term.dimension(option));
            }
            options.add(option);
            at += each.length() + 1;
        }
        at = end + 1;
        return options;
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Refused wrong(String key) {
        return new Refused(key, at + 1, text.substring(at, Math.min(text.length(), at + 12)));
    }
}
