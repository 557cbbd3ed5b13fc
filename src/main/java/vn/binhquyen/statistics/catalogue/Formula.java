package vn.binhquyen.statistics.catalogue;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.parser.ParseException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.catalogue.FormulaReader.Piece;

/**
 * How a figure is computed from others: {@code NQ28-1.1.NUM + POP[sex:female;age:60+] - 2 * (X / Y)}. Whether the elements and
 * options exist is the catalogue's question.
 */
public final class Formula {
    private final List<Piece> pieces;
    private final SortedSet<Term> terms;
    private final Expression expression;

    private Formula(List<Piece> pieces) {
        this.pieces = pieces;
        var found = new TreeSet<Term>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Figure(Term term)) {
                found.add(term);
            }
        }
        this.terms = Collections.unmodifiableSortedSet(found);
        this.expression = expression(pieces, new ArrayList<>(found));
    }

    /** @throws vn.binhquyen.kernel.Refused with the place where it is wrong */
    public static Formula parse(String text) {
        return new Formula(new FormulaReader(text).read());
    }

    /** The figures it asks for, each once. */
    public SortedSet<Term> terms() {
        return terms;
    }

    /** A part of it in reading order: a figure that it asks for, or a sign or number, of which the term is null. */
    public record Segment(String text, @Nullable Term term) {}

    public List<Segment> segments() {
        return pieces.stream()
                .map(piece -> new Segment(written(piece), piece instanceof Piece.Figure(Term term) ? term : null))
                .toList();
    }

    /** Empty where a term has no figure, or where it would have to divide by zero. */
    public Optional<BigDecimal> of(Function<Term, Optional<BigDecimal>> figures) {
        if (pieces.size() == 1 && terms.size() == 1) {
            return figures.apply(terms.first());
        }
        Map<String, BigDecimal> values = HashMap.newHashMap(terms.size());
        for (Term term : terms) {
            Optional<BigDecimal> figure = figures.apply(term);
            if (figure.isEmpty()) {
                return Optional.empty();
            }
            values.put(variable(values.size()), figure.get());
        }
        return evaluate(values);
    }

    private Optional<BigDecimal> evaluate(Map<String, BigDecimal> values) {
        try {
            BigDecimal value = expression.copy().withValues(values).evaluate().getNumberValue();
            return Optional.of(value.scale() < 0 ? value.setScale(0) : value);
        } catch (EvaluationException dividedByZero) {
            return Optional.empty();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Expression expression(List<Piece> pieces, List<Term> terms) {
        var text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece instanceof Piece.Figure(Term term) ? variable(terms.indexOf(term)) : written(piece));
        }
        var expression = new Expression(text.toString());
        try {
            expression.validate();
        } catch (ParseException e) {
            throw new IllegalStateException("Read but not understood: " + text, e);
        }
        return expression;
    }

    private static String variable(int place) {
        return "f" + place;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula formula && pieces.equals(formula.pieces);
    }

    @Override
    public int hashCode() {
        return pieces.hashCode();
    }

    /** Written in one way, whatever the blanks and signs it was typed with; reads as the same formula again. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        boolean complete = false;
        for (Piece piece : pieces) {
            boolean between = complete && piece instanceof Piece.Sign(char sign) && sign != ')';
            text.append(between ? " " + written(piece) + " " : written(piece));
            complete = !(piece instanceof Piece.Sign(char sign)) || sign == ')';
        }
        return text.toString();
    }

    private static String written(Piece piece) {
        return switch (piece) {
            case Piece.Figure(Term term) -> term.toString();
            case Piece.Number(String digits) -> digits;
            case Piece.Sign(char sign) -> String.valueOf(sign);
        };
    }
}
