package vn.binhquyen.access.signin;

import java.io.Serializable;
import java.time.Instant;

/** Where and when a session was opened; kept in the session. */
record SignInPlace(String address, String device, Instant since) implements Serializable {
    static final String ATTRIBUTE = "signInPlace";
}
