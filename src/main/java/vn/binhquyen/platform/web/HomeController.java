package vn.binhquyen.platform.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.DutySource;

/** "Việc của tôi": what the person has to do, gathered from all rooms. */
@Controller
class HomeController {
    private final List<DutySource> sources;
    private final Clock clock;

    HomeController(List<DutySource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Actor actor, Model model, Locale locale) {
        LocalDate today = LocalDate.now(clock);
        String weekday = today.format(DateTimeFormatter.ofPattern("EEEE, dd/MM/yyyy", locale));
        model.addAttribute("today", weekday.substring(0, 1).toUpperCase(locale) + weekday.substring(1));
        model.addAttribute(
                "agenda",
                Agenda.of(
                        sources.stream()
                                .flatMap(source -> source.dutiesOf(actor, today).stream())
                                .toList(),
                        today));
        return "platform/home";
    }
}
