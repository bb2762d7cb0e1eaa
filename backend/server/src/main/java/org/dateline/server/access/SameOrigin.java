package org.dateline.server.access;

import org.dateline.server.http.Address;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells whether a browser sent a request from a page of this site. For signing in, where there is
 * no session yet whose secret a token could be made from: otherwise another site could sign a
 * reader in as someone else.
 */
final class SameOrigin {

  private SameOrigin() {}

  /** Refuses what a browser says comes from another site; scripts say nothing and may. */
  static void require(ServerWebExchange exchange) {
    HttpHeaders headers = exchange.getRequest().getHeaders();
    String site = headers.getFirst("Sec-Fetch-Site");
    if (site != null) {
      if (!site.equals("same-origin") && !site.equals("none")) {
        throw Refusal.otherSite();
      }
      return;
    }
    String origin = headers.getOrigin();
    if (origin != null && !origin.equals(Address.of(exchange))) {
      throw Refusal.otherSite();
    }
  }

  /** Returns whether an address is a path of this site, so that nobody is sent elsewhere by it. */
  static boolean isPath(String address) {
    return address.startsWith("/")
        && !address.startsWith("//")
        && address.chars().noneMatch(c -> c == '\\' || c < ' ' || c == 127);
  }
}
