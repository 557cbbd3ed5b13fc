package vn.binhquyen.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.binhquyen.intake.NewReading;
import vn.binhquyen.intake.Readings;
import vn.binhquyen.kernel.Actor;

/** Takes a document and leads on to its review; a document that can't be read comes back with a sentence. */
@Controller
@RequestMapping("/plans/new/document")
class UploadController {
    private final Readings readings;
    private final DraftWords words;

    UploadController(Readings readings, DraftWords words) {
        this.readings = readings;
        this.words = words;
    }

    @GetMapping
    String ask(@RequestParam(defaultValue = "false") boolean issued, Model model) {
        return page(issued, null, model);
    }

    @PostMapping
    String handIn(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean issued,
            Actor actor,
            Model model,
            HttpServletResponse response)
            throws IOException {
        if (file == null || file.isEmpty()) {
            response.setStatus(422);
            return page(issued, words.say("intake.upload.none"), model);
        }
        NewReading document = new NewReading(
                actor.unit(), Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes(), issued);
        return switch (readings.handIn(actor, document, DraftWords.locale())) {
            case Readings.Outcome.Begun begun -> "redirect:/plans/" + begun.plan() + "/draft";
            case Readings.Outcome.Declined declined -> {
                response.setStatus(422);
                yield page(issued, declined.sentence(), model);
            }
        };
    }

    private static String page(boolean issued, @Nullable String refusal, Model model) {
        model.addAttribute("issued", issued);
        model.addAttribute("refusal", refusal);
        return "intake/upload";
    }
}
