package vn.binhquyen.publishing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who signs and with what authority (Decree 30/2020, Article 13).
 *
 * @param lines authority and position as printed one under the other: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ
 *     TỊCH"
 * @param name without academic title; absent until the signatory is known
 */
public record Signature(List<String> lines, @Nullable String name) {
    public Signature {
        lines = List.copyOf(lines);
    }
}
