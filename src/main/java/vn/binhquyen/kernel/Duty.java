package vn.binhquyen.kernel;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person has to do, as the list of their work shows it.
 *
 * @param kind names the sentences ({@code duty.<kind>.title}, {@code duty.<kind>.action} in the messages)
 * @param icon a symbol of the sprite {@code assets/icons.svg}
 * @param title arguments of the title's sentence
 * @param detail a line below the title, already in the user's words (a name, a title of a document); null where none
 * @param dueOn null where there is no date
 * @param decision whether others wait for it, so that it stands before what is merely due
 * @param link the page where it is done
 */
public record Duty(
        String kind,
        String icon,
        List<String> title,
        @Nullable String detail,
        @Nullable LocalDate dueOn,
        boolean decision,
        String link) {}
