package org.dateline.server.http;

import java.net.URI;
import org.springframework.web.server.ServerWebExchange;

/** The address under which a client reached this server. */
public final class Address {

  private Address() {}

  /** Returns scheme, host and port as the client wrote them, without a trailing slash. */
  public static String of(ServerWebExchange exchange) {
    URI uri = exchange.getRequest().getURI();
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
