package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan.BudgetLine;
import vn.binhquyen.intake.ReadPlan.BudgetSource;
import vn.binhquyen.intake.structure.Node;
import vn.binhquyen.intake.structure.Outline;
import vn.binhquyen.intake.structure.Part;
import vn.binhquyen.kernel.VietnameseText;

/** Where the money comes from. A sentence that names several sources gives a line for each. */
final class Budget {

    private static final Map<BudgetSource, Pattern> SOURCES = new LinkedHashMap<>();

    static {
        SOURCES.put(
                BudgetSource.STATE_BUDGET,
                Pattern.compile("ngan sach|du toan|kinh phi (?:su nghiep|chi thuong xuyen)"));
        SOURCES.put(BudgetSource.INTEGRATED, Pattern.compile("long ghep|long ghep"));
        SOURCES.put(
                BudgetSource.MOBILISED,
                Pattern.compile("huy dong|xa hoi hoa|tai tro|vien tro|dong gop|hop phap khac|van dong"));
    }

    private Budget() {}

    static List<BudgetLine> of(Outline outline) {
        var lines = new ArrayList<BudgetLine>();
        for (Node part : outline.partsOf(Part.BUDGET)) {
            if (part.hasInline()) {
                Node.Words words = part.inline();
                add(
                        lines,
                        words.text(),
                        part.block().place(words.from(), part.block().text().length()));
            }
            part.children().stream()
                    .filter(child -> child.part() == Part.BUDGET)
                    .forEach(child -> add(lines, child.wholeText(), child.place()));
        }
        return List.copyOf(lines);
    }

    private static void add(List<BudgetLine> lines, String words, Place at) {
        String folded = VietnameseText.fold(words);
        var sources = SOURCES.entrySet().stream()
                .filter(source -> source.getValue().matcher(folded).find())
                .map(Map.Entry::getKey)
                .toList();
        for (BudgetSource source : sources.isEmpty() ? List.of(BudgetSource.OTHER) : sources) {
            lines.add(new BudgetLine(source, words.strip(), at));
        }
    }
}
