package vn.binhquyen.plan.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.plan.PlanHead;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.Plans;
import vn.binhquyen.publishing.Documents;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.publishing.OfficialDocument;

/** A version of a plan as a file in the prescribed layout. */
@Controller
@RequestMapping("/plans/{id:[0-9a-f-]{36}}")
class PlanFileController {
    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Plans plans;
    private final Documents documents;
    private final PlanWords words;

    PlanFileController(Plans plans, Documents documents, PlanWords words) {
        this.plans = plans;
        this.documents = documents;
        this.words = words;
    }

    @GetMapping("/document.docx")
    ResponseEntity<byte[]> docx(
            @PathVariable PlanId id, @RequestParam(required = false) @Nullable Integer version, Actor actor) {
        OfficialDocument document = document(actor, id, version);
        return file(document, "docx", DOCX, documents.docx(document));
    }

    @GetMapping("/document.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable PlanId id, @RequestParam(required = false) @Nullable Integer version, Actor actor) {
        OfficialDocument document = document(actor, id, version);
        return file(document, "pdf", MediaType.APPLICATION_PDF, documents.pdf(document));
    }

    /** The asked version; without one, the version in force, or the newest of a plan that is not. */
    private OfficialDocument document(Actor actor, PlanId id, @Nullable Integer version) {
        if (version != null) {
            return plans.document(actor, id, version);
        }
        PlanHead head = plans.draft(actor, id).head();
        return plans.document(actor, id, head.inForce() > 0 ? head.inForce() : head.content());
    }

    private ResponseEntity<byte[]> file(OfficialDocument document, String ending, MediaType type, byte[] bytes) {
        String name = document.number() == null
                ? words.say("plan.download.draft", document.symbol())
                : "%02d-%s".formatted(document.number(), document.symbol());
        return Download.of(type, name + "." + ending, bytes);
    }
}
