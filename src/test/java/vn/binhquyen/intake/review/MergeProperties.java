package vn.binhquyen.intake.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MergeProperties {
    private static final List<String> NAMES = List.of("text", "lead", "dueOn");

    @Provide
    Arbitrary<Map<String, String>> fields() {
        return Arbitraries.of("", "a", "b", "c").list().ofSize(NAMES.size()).map(values -> {
            Map<String, String> fields = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                fields.put(NAMES.get(i), values.get(i));
            }
            return fields;
        });
    }

    @Property
    void where_nobody_else_wrote_mine_is_saved(
            @ForAll("fields") Map<String, String> base, @ForAll("fields") Map<String, String> mine) {
        Merge merge = Merge.of(base, mine, base);
        assertThat(merge.fields()).isEqualTo(mine);
        assertThat(merge.clashes()).isEmpty();
        assertThat(merge.taken()).isEmpty();
    }

    @Property
    void where_i_wrote_nothing_theirs_stays(
            @ForAll("fields") Map<String, String> base, @ForAll("fields") Map<String, String> theirs) {
        Merge merge = Merge.of(base, base, theirs);
        assertThat(merge.fields()).isEqualTo(theirs);
        assertThat(merge.clashes()).isEmpty();
    }

    @Property
    void no_change_of_anybody_is_lost_unseen(
            @ForAll("fields") Map<String, String> base,
            @ForAll("fields") Map<String, String> mine,
            @ForAll("fields") Map<String, String> theirs) {
        Merge merge = Merge.of(base, mine, theirs);
        for (String field : NAMES) {
            boolean iChanged = !Objects.equals(mine.get(field), base.get(field));
            boolean theyChanged = !Objects.equals(theirs.get(field), base.get(field));
            if (theyChanged) {
                assertThat(merge.fields()).containsEntry(field, theirs.get(field));
            }
            if (iChanged && !Objects.equals(merge.fields().get(field), mine.get(field))) {
                assertThat(merge.clashes()).containsEntry(field, mine.get(field));
            }
        }
    }
}
