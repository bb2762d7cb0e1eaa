package org.dateline.server.api;

import static org.dateline.server.http.QueryParameters.none;

import org.dateline.server.feature.Json;
import org.dateline.server.http.Address;
import org.dateline.server.http.Representation;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.publication.Published;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schemas of the answers. */
@RestController
class SchemaController {

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final String SCHEMA = "application/schema+json";

  private final JsonMapper json;
  private final Published published;
  private final Schemas schemas;

  SchemaController(JsonMapper json, Published published, Schemas schemas) {
    this.json = json;
    this.published = published;
    this.schemas = schemas;
  }

  @GetMapping(path = "/api/schemas", produces = JSON)
  ResponseEntity<byte[]> list(ServerWebExchange exchange) {
    none(exchange);
    String base = Address.of(exchange) + "/api/schemas";
    byte[] body =
        Json.document(
            "",
            out -> {
              out.writeStartObject();
              out.writeArrayPropertyStart("links");
              Json.link(out, "self", base, JSON, "The schemas");
              for (String name : Schemas.names(published.current())) {
                Json.link(out, "item", base + "/" + name, SCHEMA, name);
              }
              out.writeEndArray();
              out.writeEndObject();
            });
    return Representation.of(body, MediaType.APPLICATION_JSON).toResponse();
  }

  @GetMapping(
      path = "/api/schemas/{name}",
      produces = {SCHEMA, JSON})
  ResponseEntity<byte[]> schema(@PathVariable String name, ServerWebExchange exchange) {
    none(exchange);
    ObjectNode schema =
        schemas
            .find(name, published.current())
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "There is no schema \"" + name + "\".", "They stand in /api/schemas."));
    return Representation.of(json.writeValueAsBytes(schema), MediaType.valueOf(SCHEMA))
        .toResponse();
  }
}
