package org.dateline.server.page;

import org.dateline.server.http.Address;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.http.Representation;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.dateline.server.publication.Published;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Tells sites that embed what they are given a link to, how to embed the map of a report. */
@RestController
class OEmbedController {

  private static final int LARGEST = 10_000;

  private final Published published;

  OEmbedController(Published published) {
    this.published = published;
  }

  /** Consumers add parameters of their own, which are left aside, as oEmbed wants it. */
  @GetMapping(path = "/oembed", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> oEmbed(ServerWebExchange exchange) {
    QueryParameters asked =
        QueryParameters.of(exchange, exchange.getRequest().getQueryParams().keySet());
    if (!asked.text("format").orElse("json").equals("json")) {
      throw new ProblemException(
          ProblemType.NOT_IMPLEMENTED,
          "oEmbed is answered as JSON only.",
          "query parameter format",
          "Leave it out, or ask with format=json.");
    }
    String base = Address.of(exchange);
    String url =
        asked
            .text("url")
            .orElseThrow(
                () ->
                    ProblemException.parameter(
                        "url",
                        "The parameter \"url\" is missing.",
                        "Give the address of a report's map, percent-encoded."));
    OEmbed.Asked map =
        OEmbed.Asked.of(base, url)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "\"" + url + "\" is not the map of a report on this server.",
                        "Such an address is " + base + "/r/ and the report's id."));
    byte[] body =
        new OEmbed(
                base,
                published.current().report(map.reportId()).report(),
                map.view(),
                Math.min(OEmbed.WIDTH, asked.integer("maxwidth", 1, LARGEST, OEmbed.WIDTH)),
                Math.min(OEmbed.HEIGHT, asked.integer("maxheight", 1, LARGEST, OEmbed.HEIGHT)))
            .json();
    return Representation.of(body, MediaType.APPLICATION_JSON).toResponse();
  }
}
