package vn.binhquyen.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.binhquyen.testing.SignedInAs.person;

import jakarta.servlet.RequestDispatcher;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.request.ServletWebRequest;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTest {
    @Autowired
    Provinces provinces;

    @Autowired
    MockMvc mvc;

    @LocalServerPort
    int port;

    @Test
    void a_failure_gets_a_reference_that_stands_in_the_log_beside_what_was_thrown(CapturedOutput output) {
        Map<String, @Nullable Object> facts =
                new ErrorFacts().getErrorAttributes(failedWith(500), ErrorAttributeOptions.defaults());
        assertThat((String) facts.get("reference")).matches("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}");
        assertThat(output.getAll())
                .contains(String.valueOf(facts.get("reference")), "/plans/7", "the secret of the database");
        assertThat(facts.toString()).doesNotContain("the secret of the database", "Exception", "trace");
    }

    @Test
    void a_mistyped_address_is_no_failure_and_fills_no_log(CapturedOutput output) {
        Map<String, @Nullable Object> facts =
                new ErrorFacts().getErrorAttributes(failedWith(404), ErrorAttributeOptions.defaults());
        assertThat(facts).containsEntry("kind", ErrorKind.absent).doesNotContainKey("reference");
        assertThat(output.getAll()).doesNotContain("the secret of the database");
    }

    @Test
    void the_error_page_never_shows_what_was_thrown_even_when_asked_to() throws Exception {
        for (String accept : new String[] {"text/html", "application/json"}) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(address("/error?trace=true&message=true"))
                    .header("Accept", accept)
                    .build());
            assertThat(answer.body()).doesNotContain("Exception", "\tat ", "\"trace\"");
        }
    }

    @Test
    void a_refusal_keeps_the_frame_so_that_one_finds_the_way_back() throws Exception {
        var police = provinces.found().commune().policeOfficer();
        mvc.perform(get("/accounts").with(person(police)))
                .andExpect(status().isForbidden())
                .andExpect(content()
                        .string(allOf(
                                containsString("Bạn không có quyền làm việc này"),
                                containsString("bq-nav"),
                                not(containsString("AccessRefused")))));
    }

    @Test
    void a_part_of_a_page_gets_the_sentence_of_the_refusal_alone() throws Exception {
        var police = provinces.found().commune().policeOfficer();
        mvc.perform(get("/accounts").header("HX-Request", "true").with(person(police)))
                .andExpect(status().isForbidden())
                .andExpect(content()
                        .string(allOf(
                                containsString("Bạn không có quyền làm việc này"), not(containsString("<html")))));
    }

    @Test
    void an_address_that_makes_no_sense_is_not_found() throws Exception {
        var police = provinces.found().commune().policeOfficer();
        mvc.perform(get("/agencies/abc").with(person(police))).andExpect(status().isBadRequest());
        assertThat(ErrorKind.of(400)).isEqualTo(ErrorKind.absent);
    }

    @Test
    void an_upload_beyond_the_limit_is_told_so() throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write("--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.docx\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        body.write(new byte[31 * 1024 * 1024]);
        body.write("\r\n--grenze--\r\n".getBytes(StandardCharsets.US_ASCII));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address("/account/password"))
                .header("Content-Type", "multipart/form-data; boundary=grenze")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Tệp quá lớn");
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static ServletWebRequest failedWith(int status) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/plans/7");
        request.setAttribute(
                RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("the secret of the database"));
        return new ServletWebRequest(request);
    }
}
