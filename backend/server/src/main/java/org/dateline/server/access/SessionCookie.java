package org.dateline.server.access;

import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * The cookie of a signed-in browser. {@code SameSite=Lax}: a link from a mail to the map finds the
 * reader signed in, a form of another site does not.
 */
final class SessionCookie {

  static final String NAME = "dateline_session";

  private SessionCookie() {}

  static void set(ServerWebExchange exchange, String value, Duration age) {
    exchange
        .getResponse()
        .addCookie(
            ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure("https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme()))
                .maxAge(age)
                .build());
  }

  static void remove(ServerWebExchange exchange) {
    set(exchange, "", Duration.ZERO);
  }
}
