package org.dateline.server.page;

import java.util.List;
import org.dateline.server.http.Representation;
import org.dateline.server.page.ReportPage.Choice;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.dateline.server.publication.Published;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Tells a person in a browser, on a page and in words, what a program is told as problem details.
 */
@Component
@Order(-3) // before the problem details
class BrowserProblemHandler implements WebExceptionHandler {

  private final Published published;
  private final Pages pages;
  private final ProgramVersion version;

  BrowserProblemHandler(Published published, Pages pages, ProgramVersion version) {
    this.published = published;
    this.pages = pages;
    this.version = version;
  }

  /** The model of the template {@code missing}. */
  private record MissingPage(
      String title, String detail, @Nullable String hint, List<Choice> reports, String version) {}

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
    ProblemException problem = problemOf(exchange, thrown);
    ServerHttpResponse response = exchange.getResponse();
    if (problem == null || response.isCommitted() || !isPageForBrowser(exchange.getRequest())) {
      return Mono.error(thrown);
    }
    Representation page =
        pages.render(
            "missing",
            new MissingPage(
                problem.type().title(),
                problem.detail(),
                problem.hint(),
                reports(),
                version.value()));
    response.setStatusCode(problem.type().status());
    response.getHeaders().setContentType(page.type());
    response.getHeaders().setCacheControl("no-store");
    response.getHeaders().setContentLength(page.body().length);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(page.body())));
  }

  private static @Nullable ProblemException problemOf(
      ServerWebExchange exchange, Throwable thrown) {
    if (thrown instanceof ProblemException problem) {
      return problem;
    }
    boolean missing =
        thrown instanceof ErrorResponse known
            && known.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND);
    return missing
        ? new ProblemException(
            ProblemType.NOT_FOUND,
            "There is nothing at " + exchange.getRequest().getPath().value() + ".",
            null,
            "The reports are listed below.")
        : null;
  }

  private static boolean isPageForBrowser(ServerHttpRequest request) {
    String path = request.getPath().value();
    return !path.startsWith("/api")
        && !path.startsWith("/actuator")
        && request.getHeaders().getAccept().stream()
            .anyMatch(type -> MediaType.TEXT_HTML.equalsTypeAndSubtype(type));
  }

  private List<Choice> reports() {
    return published.ready()
        ? published.current().reports().stream()
            .map(r -> new Choice(r.report().id(), r.report().source().headline(), false))
            .toList()
        : List.of();
  }
}
