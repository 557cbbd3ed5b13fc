package vn.binhquyen.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.binhquyen.intake.NewReading;
import vn.binhquyen.intake.Readings;
import vn.binhquyen.intake.ScannedPages;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Thing;

/** Takes a document and leads on to its review; a document that can't be read comes back with a sentence. */
@Controller
@RequestMapping("/plans/new/document")
class UploadController {
    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Readings readings;
    private final ScannedPages pages;
    private final DraftWords words;
    private final Permits permits;

    UploadController(Readings readings, ScannedPages pages, DraftWords words, Permits permits) {
        this.readings = readings;
        this.pages = pages;
        this.words = words;
        this.permits = permits;
    }

    @GetMapping
    String ask(@RequestParam(defaultValue = "false") boolean issued, Actor actor, Model model) {
        if (!permits.allows(actor, Action.WRITE, Thing.PLAN, Place.of(actor.unit()))) {
            throw new AccessRefused(actor.account() + " may not begin a plan");
        }
        return page(issued, null, model);
    }

    @PostMapping
    String handIn(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean issued,
            @RequestParam(required = false) @Nullable UUID watch,
            Actor actor,
            Model model,
            HttpServletResponse response)
            throws IOException {
        if (file == null || file.isEmpty()) {
            response.setStatus(422);
            return page(issued, words.say("intake.upload.none"), model);
        }
        NewReading document = new NewReading(
                actor.unit(),
                Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                file.getBytes(),
                issued,
                watch == null ? null : watched(actor, watch));
        return switch (readings.handIn(actor, document, DraftWords.locale())) {
            case Readings.Outcome.Begun begun -> "redirect:/plans/" + begun.plan() + "/draft";
            case Readings.Outcome.Declined declined -> {
                response.setStatus(422);
                yield page(issued, declined.sentence(), model);
            }
        };
    }

    /** How far the scan was read that this person hands in; nothing while that is not known. */
    @GetMapping("/pages")
    ResponseEntity<String> pages(@RequestParam UUID watch, Actor actor) {
        return pages.of(watched(actor, watch))
                .map(count -> ResponseEntity.ok()
                        .contentType(PLAIN)
                        .body(words.say("intake.upload.page", count.read(), count.all())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private static String watched(Actor actor, UUID watch) {
        return actor.account() + " " + watch;
    }

    private static String page(boolean issued, @Nullable String refusal, Model model) {
        model.addAttribute("issued", issued);
        model.addAttribute("refusal", refusal);
        return "intake/upload";
    }
}
