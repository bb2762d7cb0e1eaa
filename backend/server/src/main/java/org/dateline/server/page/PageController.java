package org.dateline.server.page;

import java.util.List;
import org.dateline.server.http.Address;
import org.dateline.server.http.Representation;
import org.dateline.server.publication.Publication;
import org.dateline.server.publication.Published;
import org.dateline.server.publication.PublishedReport;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * The map page: the first answer has the text and the list of places, so that it reads without
 * JavaScript. Query parameters belong to the page's own state and are left to it.
 */
@RestController
class PageController {

  private final Published published;
  private final Pages pages;
  private final ProgramVersion version;

  PageController(Published published, Pages pages, ProgramVersion version) {
    this.published = published;
    this.pages = pages;
    this.version = version;
  }

  /** The model of the template {@code empty}. */
  private record EmptyPage(String version) {}

  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<byte[]> newest(ServerWebExchange exchange) {
    Publication publication = published.current();
    List<PublishedReport> reports = publication.reports();
    return reports.isEmpty()
        ? pages.render("empty", new EmptyPage(version.value())).toResponse()
        : page("report", reports.get(0), publication, exchange).toResponse();
  }

  @GetMapping(path = "/r/{id}", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<byte[]> report(@PathVariable String id, ServerWebExchange exchange) {
    return page("report", id, exchange);
  }

  /** The map alone, for a frame on another site's page. */
  @GetMapping(path = "/embed/r/{id}", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<byte[]> embed(@PathVariable String id, ServerWebExchange exchange) {
    return page("embed", id, exchange);
  }

  private ResponseEntity<byte[]> page(String template, String id, ServerWebExchange exchange) {
    Publication publication = published.current();
    return page(template, publication.report(id), publication, exchange).toResponse();
  }

  private Representation page(
      String template,
      PublishedReport report,
      Publication publication,
      ServerWebExchange exchange) {
    String oEmbed = OEmbed.discovery(Address.of(exchange), report.report().id());
    return pages.render(template, ReportPage.of(report, publication, oEmbed, version.value()));
  }
}
