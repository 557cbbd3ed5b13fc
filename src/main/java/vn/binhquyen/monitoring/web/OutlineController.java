package vn.binhquyen.monitoring.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.organization.Outlines;

/** The outlines of units for maps. They change with the boundaries only, whose day is in their address. */
@Controller
class OutlineController {
    private static final String ADDRESS = "/outlines.geojson";
    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    private final Outlines outlines;

    OutlineController(Outlines outlines) {
        this.outlines = outlines;
    }

    static String provinces() {
        return ADDRESS + "?state=" + Outlines.STATE;
    }

    static String communes(String province) {
        return ADDRESS + "?province=" + province + "&state=" + Outlines.STATE;
    }

    /** @param province the code of the province whose communes are wanted; none for the provinces */
    @GetMapping(ADDRESS)
    ResponseEntity<byte[]> outlines(
            @RequestParam(required = false) @Nullable String province,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings)
            throws IOException {
        byte[] packed = province == null
                ? outlines.provinces()
                : outlines.communesOf(province)
                        .orElseThrow(() -> new NotFound("outlines of the communes of", province));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(GEO_JSON)
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable());
        return encodings.contains("gzip")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(packed)
                : answer.body(unpacked(packed));
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return stream.readAllBytes();
        }
    }
}
