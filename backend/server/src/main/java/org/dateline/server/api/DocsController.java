package org.dateline.server.api;

import static org.dateline.server.http.QueryParameters.none;

import java.util.Arrays;
import java.util.List;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.feature.Property;
import org.dateline.server.http.Address;
import org.dateline.server.page.Pages;
import org.dateline.server.problem.ProblemType;
import org.dateline.server.publication.Published;
import org.dateline.server.publication.ReportCollection;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** The API for people: addresses to copy, what each property means, what each problem means. */
@RestController
class DocsController {

  private final Pages pages;
  private final Published published;

  DocsController(Pages pages, Published published) {
    this.pages = pages;
    this.published = published;
  }

  /** The model of the template {@code docs}. */
  private record DocsPage(
      String base,
      String report,
      List<Property> properties,
      List<PropertySchema> queryables,
      List<Problem> problems) {}

  /** A problem type as the page explains it. */
  private record Problem(String slug, String title, int status) {}

  @GetMapping(path = "/api/docs", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<byte[]> docs(ServerWebExchange exchange) {
    none(exchange);
    String report =
        published.current().reports().stream()
            .findFirst()
            .map(newest -> newest.report().id())
            .orElse("REPORT");
    List<Problem> problems =
        Arrays.stream(ProblemType.values())
            .map(type -> new Problem(type.slug(), type.title(), type.status().value()))
            .toList();
    return pages
        .render(
            "docs",
            new DocsPage(
                Address.of(exchange),
                report,
                Property.ALL,
                ReportCollection.PLACES.schema().properties().stream()
                    .filter(PropertySchema::queryable)
                    .toList(),
                problems))
        .toResponse();
  }
}
