package org.dateline.server.api;

import static org.dateline.server.http.QueryParameters.none;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.dateline.server.feature.Credits;
import org.dateline.server.feature.Json;
import org.dateline.server.format.Alternates;
import org.dateline.server.format.Alternates.Alternate;
import org.dateline.server.format.Format;
import org.dateline.server.format.Negotiation;
import org.dateline.server.http.Address;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.http.Representation;
import org.dateline.server.page.Pages;
import org.dateline.server.publication.Published;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.json.JsonMapper;

/** What the API is: OGC API landing page, conformance and definition. */
@RestController
class ApiController {

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";

  private static final List<String> CONFORMS_TO =
      List.of(
          "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
          "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
          "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
          "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
          "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
          "http://www.opengis.net/spec/cql2/1.0/conf/case-insensitive-comparison",
          "http://www.opengis.net/spec/cql2/1.0/conf/accent-insensitive-comparison",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions-plus",
          "http://www.opengis.net/spec/cql2/1.0/conf/spatial-functions",
          "http://www.opengis.net/spec/cql2/1.0/conf/temporal-functions",
          "http://www.opengis.net/spec/cql2/1.0/conf/array-functions",
          "http://www.opengis.net/spec/cql2/1.0/conf/property-property",
          "http://www.opengis.net/spec/cql2/1.0/conf/arithmetic",
          "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/create-replace-delete",
          "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/update",
          "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/optimistic-locking-etags",
          "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/features");

  private static final String TITLE = "Dateline";
  private static final String DESCRIPTION =
      "Places, areas and movements of news reports on conflicts, each with the exact sentence that"
          + " names it.";
  private static final String ATTRIBUTION = Credits.GAZETTEER + ", Natural Earth";
  private static final List<Format> FORMATS = List.of(Format.JSON, Format.HTML);

  private final JsonMapper json;
  private final Published published;
  private final Pages pages;

  ApiController(JsonMapper json, Published published, Pages pages) {
    this.json = json;
    this.published = published;
    this.pages = pages;
  }

  /** The model of the template {@code api-landing}. */
  private record LandingPage(
      String title, String description, String attribution, List<Alternate> alternates) {}

  @GetMapping({"/api", "/api/"})
  ResponseEntity<byte[]> landing(ServerWebExchange exchange) {
    QueryParameters.of(exchange, Set.of("f"));
    String base = Address.of(exchange) + "/api";
    Alternates alternates = new Alternates(base, FORMATS, Negotiation.choose(exchange, FORMATS));
    if (alternates.given() == Format.HTML) {
      return pages
          .render(
              "api-landing", new LandingPage(TITLE, DESCRIPTION, ATTRIBUTION, alternates.others()))
          .toResponse();
    }
    byte[] body =
        Json.document(
            "",
            out -> {
              out.writeStartObject();
              out.writeStringProperty("title", TITLE);
              out.writeStringProperty("description", DESCRIPTION);
              out.writeStringProperty("version", OpenApi.VERSION);
              out.writeStringProperty("attribution", ATTRIBUTION);
              out.writeArrayPropertyStart("links");
              Json.link(out, "self", base, JSON, "This page");
              alternates.write(out);
              Json.link(out, "service-desc", base + "/openapi", OPEN_API, "The API definition");
              Json.link(out, "service-doc", base + "/docs", "text/html", "The API to read");
              Json.link(out, "describedby", base + "/schemas", JSON, "Schemas of the answers");
              Json.link(out, "conformance", base + "/conformance", JSON, "Standards kept to");
              Json.link(out, "data", base + "/collections", JSON, "Features over all reports");
              Json.link(out, "items", base + "/reports", JSON, "The reports");
              out.writeEndArray();
              out.writeEndObject();
            });
    return Representation.of(body, MediaType.APPLICATION_JSON).toResponse();
  }

  @GetMapping(path = "/api/conformance", produces = JSON)
  ResponseEntity<byte[]> conformance(ServerWebExchange exchange) {
    none(exchange);
    byte[] body =
        Json.document(
            "",
            out -> {
              out.writeStartObject();
              Json.texts(out, "conformsTo", CONFORMS_TO);
              out.writeEndObject();
            });
    return Representation.of(body, MediaType.APPLICATION_JSON).toResponse();
  }

  @GetMapping(
      path = "/api/openapi",
      produces = {OPEN_API, JSON})
  ResponseEntity<byte[]> definition(ServerWebExchange exchange) {
    none(exchange);
    byte[] body =
        OpenApi.of(json, Address.of(exchange), published.current().collections())
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    return Representation.of(body, MediaType.valueOf(OPEN_API)).toResponse();
  }
}
