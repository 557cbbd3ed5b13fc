/** The ways in: password, second factor, passkey, OpenID provider, token; and the sessions that they open. */
@NullMarked
package vn.binhquyen.access.signin;

import org.jspecify.annotations.NullMarked;
