package vn.binhquyen.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class TemplatesTest {
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z:]+[^>]*?>", Pattern.DOTALL);

    @Test
    void no_condition_stands_beside_a_replacement_because_the_replacement_comes_first_and_the_condition_is_lost()
            throws Exception {
        assertThat(tags(tag -> tag.contains("th:replace=") && tag.matches("(?s).*\\sth:(if|unless|each)=.*")))
                .isEmpty();
    }

    @Test
    void no_template_has_a_style_or_a_script_that_the_content_security_policy_refuses() throws Exception {
        assertThat(tags(tag -> tag.matches("(?s).*\\s(th:)?(style|on[a-z]+|hx-on[^=]*)=.*")
                        || tag.matches("<style.*>")
                        || tag.matches("(?s)<script(?![^>]*src=).*>")))
                .isEmpty();
    }

    private static List<String> tags(Predicate<String> wrong) throws Exception {
        List<String> found = new ArrayList<>();
        for (Resource template :
                new PathMatchingResourcePatternResolver().getResources("classpath:/templates/**/*.html")) {
            Matcher tag = TAG.matcher(template.getContentAsString(StandardCharsets.UTF_8));
            while (tag.find()) {
                if (wrong.test(tag.group())) {
                    found.add(template.getFilename() + ": " + tag.group());
                }
            }
        }
        return found;
    }
}
