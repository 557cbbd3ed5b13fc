package vn.binhquyen.plan.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Refused;

/** Runs a command for a form: what is refused becomes an error of the form, shown with all that was typed. */
final class Attempt {
    private Attempt() {}

    /**
     * @param fieldOf the field at which a refusal is shown, by its code; others are shown on top
     * @return whether it was done; if not, the form has an error and the response its status
     */
    static boolean succeeds(
            BindingResult form, Map<String, String> fieldOf, HttpServletResponse response, Runnable command) {
        if (!form.hasErrors()) {
            try {
                command.run();
                return true;
            } catch (Refused refused) {
                @Nullable String field = fieldOf.get(refused.code());
                if (field == null) {
                    form.reject(refused.code(), refused.arguments().toArray(), null);
                } else {
                    form.rejectValue(field, refused.code(), refused.arguments().toArray(), null);
                }
            } catch (Conflict conflict) {
                form.reject("plan.conflict");
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                return false;
            }
        }
        response.setStatus(422);
        return false;
    }
}
