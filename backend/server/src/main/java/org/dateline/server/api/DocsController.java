package org.dateline.server.api;

import static org.dateline.server.http.QueryParameters.none;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.feature.Property;
import org.dateline.server.format.Format;
import org.dateline.server.http.Address;
import org.dateline.server.page.Pages;
import org.dateline.server.problem.ProblemType;
import org.dateline.server.publication.LayerDescription;
import org.dateline.server.publication.Published;
import org.dateline.server.publication.PublishedReport;
import org.dateline.server.publication.ReportCollection;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/** The API for people: examples that run, what each property and each problem means. */
@RestController
class DocsController {

  private static final List<String> SNIPPETS =
      List.of(
          "curl.sh",
          "leaflet.html",
          "qgis_layer.py",
          "python.py",
          "geopandas_areas.py",
          "sf.R",
          "cache.sh",
          "edit.sh");

  private final Pages pages;
  private final Published published;

  DocsController(Pages pages, Published published) {
    this.pages = pages;
    this.published = published;
  }

  /**
   * The model of the template {@code docs}.
   *
   * @param code the examples by the name of their file, without its suffix
   */
  private record DocsPage(
      String base,
      String version,
      String report,
      String layer,
      String oEmbed,
      Map<String, String> code,
      List<FormatRow> formats,
      List<Property> properties,
      List<PropertySchema> queryables,
      List<ApiTables.Counterpart> crosswalk,
      List<Problem> problems,
      List<ApiTables.Change> changes) {}

  /** A problem type as the page explains it. */
  private record Problem(String slug, String title, int status) {}

  /** A format of items and layers as the page lists it. */
  private record FormatRow(String title, String parameter, String type) {

    static FormatRow of(Format format) {
      return new FormatRow(format.title(), format.parameter(), format.type().toString());
    }
  }

  @GetMapping(path = "/api/docs", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<byte[]> docs(ServerWebExchange exchange) {
    none(exchange);
    String base = Address.of(exchange);
    Optional<PublishedReport> newest = published.current().reports().stream().findFirst();
    String report = newest.map(each -> each.report().id()).orElse("REPORT");
    String layer = newest.flatMap(DocsController::layer).orElse("fighting");
    Map<String, String> code = new LinkedHashMap<>();
    for (String file : SNIPPETS) {
      String name = file.substring(0, file.indexOf('.'));
      code.put(name, ApiTables.snippet(file, base, report, layer));
    }
    List<Problem> problems =
        Arrays.stream(ProblemType.values())
            .map(type -> new Problem(type.slug(), type.title(), type.status().value()))
            .toList();
    String oEmbed =
        UriComponentsBuilder.fromPath("/oembed")
            .queryParam("url", "{url}")
            .build(base + "/r/" + report)
            .toString();
    return pages
        .render(
            "docs",
            new DocsPage(
                base,
                OpenApi.VERSION,
                report,
                layer,
                oEmbed,
                code,
                Arrays.stream(Format.values()).map(FormatRow::of).toList(),
                Property.ALL,
                ReportCollection.PLACES.schema().properties().stream()
                    .filter(property -> property.type().isScalar())
                    .toList(),
                ApiTables.crosswalk(),
                problems,
                ApiTables.changes()))
        .toResponse();
  }

  /** A layer that has features and is drawn at first. */
  private static Optional<String> layer(PublishedReport report) {
    return report.found().stream()
        .map(feature -> LayerDescription.of(feature.layer()))
        .filter(LayerDescription::on)
        .map(LayerDescription::id)
        .findFirst();
  }
}
