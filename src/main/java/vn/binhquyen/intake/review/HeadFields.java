package vn.binhquyen.intake.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.review.Field.Kind;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanEdit;
import vn.binhquyen.plan.PlanKind;

/** What a plan says of itself, as fields of text, and the edits that such fields mean. */
public final class HeadFields {

    public static final List<Field> ALL = List.of(
            Field.required("documentType", Kind.DOCUMENT_KIND),
            Field.optional("title", Kind.TEXT),
            Field.optional("periodFrom", Kind.YEAR),
            Field.optional("periodTo", Kind.YEAR),
            Field.optional("place", Kind.LINE),
            Field.optional("parent", Kind.LINE),
            Field.optional("authority", Kind.LINE),
            Field.optional("capacity", Kind.LINE),
            Field.optional("position", Kind.LINE),
            Field.optional("name", Kind.LINE));

    private HeadFields() {}

    public static Map<String, String> of(PlanContent content) {
        PlanContent.Period period = content.period();
        PlanContent.Parent parent = content.parent();
        PlanContent.Signatory signatory = content.signatory();
        return ItemFields.fields(
                "documentType", content.documentType(),
                "title", content.title(),
                "periodFrom", period == null ? null : period.from(),
                "periodTo", period == null ? null : period.to(),
                "place", content.place(),
                "parent", parent == null ? null : parent.text(),
                "authority", signatory == null ? null : signatory.authority(),
                "capacity", signatory == null ? null : signatory.capacity(),
                "position", signatory == null ? null : signatory.position(),
                "name", signatory == null ? null : signatory.name());
    }

    /** @throws Unfit where a text does not fit its field */
    public static List<PlanEdit> edits(PlanContent before, Map<String, String> fields) {
        Typed typed = new Typed(fields);
        List<PlanEdit> edits = new ArrayList<>();
        set(edits, "documentType", before.documentType(), typed.choice("documentType", PlanKind.class));
        set(edits, "title", before.title(), typed.text("title"));
        set(edits, "period", before.period(), period(typed));
        set(edits, "place", before.place(), typed.text("place"));
        set(edits, "parent", before.parent(), parent(before.parent(), typed.text("parent")));
        set(edits, "signatory", before.signatory(), signatory(before.signatory(), typed));
        return typed.checked(edits);
    }

    private static void set(List<PlanEdit> edits, String field, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            edits.add(new PlanEdit.SetField(null, field, now));
        }
    }

    /** One year alone is the whole period. */
    private static PlanContent.@Nullable Period period(Typed typed) {
        Integer from = typed.year("periodFrom");
        Integer to = typed.year("periodTo");
        if (from == null || to == null) {
            Integer only = from == null ? to : from;
            return only == null ? null : new PlanContent.Period(only, only);
        }
        if (to < from) {
            typed.unfit("periodTo", "period");
            return null;
        }
        return new PlanContent.Period(from, to);
    }

    private static PlanContent.@Nullable Parent parent(PlanContent.@Nullable Parent before, @Nullable String text) {
        return text == null ? null : new PlanContent.Parent(before == null ? null : before.plan(), text);
    }

    private static PlanContent.@Nullable Signatory signatory(PlanContent.@Nullable Signatory before, Typed typed) {
        String authority = typed.text("authority");
        String capacity = typed.text("capacity");
        String position = typed.text("position");
        String name = typed.text("name");
        boolean nobody = authority == null && capacity == null && position == null && name == null;
        return nobody
                ? null
                : new PlanContent.Signatory(authority, capacity, position, name, before == null ? null : before.at());
    }
}
