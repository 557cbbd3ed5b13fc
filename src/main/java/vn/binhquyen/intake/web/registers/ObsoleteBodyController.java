package vn.binhquyen.intake.web.registers;

import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.binhquyen.intake.Kept;
import vn.binhquyen.intake.ObsoleteBodyList;
import vn.binhquyen.intake.knowledge.ObsoleteBody;
import vn.binhquyen.kernel.Permits;

/** The list of bodies that ended. */
@Controller
@RequestMapping(ObsoleteBodyController.PATH)
class ObsoleteBodyController extends RegisterController<ObsoleteBody, ObsoleteBodyForm> {
    static final String PATH = "/obsolete-bodies";

    private final ObsoleteBodyList register;

    ObsoleteBodyController(ObsoleteBodyList register, Permits permits, MessageSource messages, Clock clock) {
        super(
                register,
                new Pages(PATH, "intake/registers/obsolete-bodies", "intake/registers/obsolete-body-form", "name"),
                permits,
                messages,
                clock);
        this.register = register;
    }

    @GetMapping("/export.xlsx")
    ResponseEntity<byte[]> sheet(Asked asked, Locale locale) {
        return sheets(locale).bodies(register.export(asked.filter()));
    }

    @Override
    ObsoleteBodyForm empty() {
        return ObsoleteBodyForm.empty();
    }

    @Override
    ObsoleteBodyForm filled(Kept<ObsoleteBody> kept) {
        return ObsoleteBodyForm.of(kept.entry(), kept.version());
    }
}
