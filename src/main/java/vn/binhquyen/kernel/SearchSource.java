package vn.binhquyen.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A room whose things the search field finds. */
public interface SearchSource {
    /**
     * Things whose words contain all the given ones, in any order, with or without accents; at most {@code limit}, only
     * what the actor may see.
     */
    List<Hit> search(Actor actor, String words, int limit);

    /**
     * @param kind the message key of the heading it stands under, such as {@code search.plans}
     * @param detail a line below; null where none
     */
    record Hit(String kind, String title, @Nullable String detail, String link) {}
}
