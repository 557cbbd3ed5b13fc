package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.structure.Node;
import vn.binhquyen.intake.structure.Outline;
import vn.binhquyen.intake.structure.Part;

/** Why the plan is made and what it demands of those who carry it out. */
record Purposes(List<String> purposes, List<String> requirements) {

    static Purposes of(Outline outline, Map<String, Place> places) {
        var found = new Purposes(new ArrayList<>(), new ArrayList<>());
        outline.partsOf(Part.PURPOSES).forEach(part -> found.walk(part, false, places));
        return found;
    }

    private void walk(Node node, boolean around, Map<String, Place> places) {
        String title = node.foldedTitle();
        boolean demands = title.startsWith("yeu cau") || (around && !title.startsWith("muc dich"));
        boolean heading = title.matches("^(?:muc dich|yeu cau|quan diem).*")
                && node.label().kind().compareTo(vn.binhquyen.intake.structure.Label.Kind.DASH) < 0;
        if (heading && node.hasInline()) {
            Node.Words words = node.inline();
            add(
                    words.text(),
                    node.block().place(words.from(), node.block().text().length()),
                    demands,
                    places);
        } else if (!heading) {
            add(node.wholeText(), node.place(), demands, places);
            return;
        }
        node.children().stream()
                .filter(child -> child.part() == Part.PURPOSES)
                .forEach(child -> walk(child, demands, places));
    }

    private void add(String words, Place at, boolean demands, Map<String, Place> places) {
        List<String> list = demands ? requirements : purposes;
        places.put((demands ? "requirements/" : "purposes/") + list.size(), at);
        list.add(words.strip());
    }
}
