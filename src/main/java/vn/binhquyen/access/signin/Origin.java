package vn.binhquyen.access.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a sign-in comes from.
 *
 * @param device the hash of the mark that an earlier sign-in left in the browser; null without one
 * @param agent what the browser calls itself
 */
record Origin(String address, @Nullable String device, String agent) implements Serializable {
    static final String COOKIE = "device";
    private static final int LONGEST_AGENT = 300;

    static Origin of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String mark = cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
        String agent = request.getHeader("User-Agent");
        return new Origin(
                request.getRemoteAddr(),
                mark == null ? null : hash(mark),
                agent == null ? "" : agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
    }

    static String hash(String mark) {
        return HexFormat.of().formatHex(Secrets.hash(mark));
    }

    @Override
    public String toString() {
        return address;
    }
}
