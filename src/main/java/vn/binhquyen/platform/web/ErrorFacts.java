package vn.binhquyen.platform.web;

import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/**
 * What an error page knows: the kind of error, and for a failure of ours a reference that stands in the log too, so that
 * the user can name it and the administrator can find it. Never what was thrown.
 */
@Component
class ErrorFacts extends DefaultErrorAttributes {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorFacts.class);
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, @Nullable Object> facts = super.getErrorAttributes(request, ErrorAttributeOptions.defaults());
        ErrorKind kind = facts.get("status") instanceof Integer status ? ErrorKind.of(status) : ErrorKind.failure;
        facts.put("kind", kind);
        if (kind == ErrorKind.failure) {
            String reference = reference();
            LOG.error("{}: {} {}", reference, facts.get("status"), facts.get("path"), getError(request));
            facts.put("reference", reference);
        }
        return facts;
    }

    private String reference() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            reference.append(i == LENGTH / 2 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return reference.toString();
    }
}
