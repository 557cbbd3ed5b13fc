package vn.binhquyen.statistics.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/**
 * Why a form can't be asked for as it stands: a message, and the place that has to be mended.
 *
 * @param section its place; null where it concerns the form as a whole
 * @param row its place in the section; null where it concerns the section as a whole
 */
public record FormFault(
        String code,
        List<Object> words,
        @Nullable Integer section,
        @Nullable Integer row) implements MessageSourceResolvable {
    public FormFault {
        words = List.copyOf(words);
    }

    static FormFault of(String code, Object... words) {
        return new FormFault(code, List.of(words), null, null);
    }

    static FormFault in(FormSection section, String code, Object... words) {
        return new FormFault(code, List.of(words), section.place(), null);
    }

    static FormFault in(FormSection section, FormRow row, String code, Object... words) {
        return new FormFault(code, List.of(words), section.place(), row.place());
    }

    /** The anchor of the place on the page of the design. */
    public String anchor() {
        return section == null ? "head" : row == null ? "s" + section : "s" + section + "r" + row;
    }

    @Override
    public String[] getCodes() {
        return new String[] {code};
    }

    @Override
    public Object[] getArguments() {
        return words.toArray();
    }
}
