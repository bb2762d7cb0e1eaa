package org.dateline.server.http;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Headers of every answer: what a page may load and do, and what caches must look at. A page loads
 * some hundred parts, which together would repeat 30 kB of what only its document needs to say.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE) // on what filters answer too
class AnswerHeaders implements WebFilter {

  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self';"
          + " form-action 'self'; frame-ancestors ";

  /** What other sites may show in a frame: it can change nothing and asks for nothing. */
  private static final String EMBED = "/embed/";

  /** Folders of what a page loads: no document, so that what documents may do is not said there. */
  private static final List<String> PARTS = List.of("/app/", "/vendor/", "/basemap/");

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    HttpHeaders headers = exchange.getResponse().getHeaders();
    String path = exchange.getRequest().getPath().value();
    headers.set("X-Content-Type-Options", "nosniff");
    if (path.endsWith(".svg") || PARTS.stream().noneMatch(path::startsWith)) {
      headers.set("Content-Security-Policy", POLICY + (path.startsWith(EMBED) ? "*" : "'self'"));
      headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
      headers.set("Cross-Origin-Opener-Policy", "same-origin");
      headers.set("Permissions-Policy", "camera=(), microphone=(), payment=()");
    }
    if ("https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme())) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    // The server compresses on request but does not say so to caches.
    headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    return chain.filter(exchange);
  }
}
