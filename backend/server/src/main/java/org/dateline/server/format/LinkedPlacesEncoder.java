package org.dateline.server.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.TimeSpan;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Linked Places format: GeoJSON with the members by which historians' gazetteers link places. All
 * properties stay where they are.
 */
final class LinkedPlacesEncoder implements Encoder {

  private static final String CONTEXT =
      "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld";

  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public Stream<byte[]> encode(Features features) {
    String head = "{\"type\":\"FeatureCollection\",\"@context\":\"" + CONTEXT + "\",\"features\":[";
    return Stream.of(
            Stream.of(ascii(head)),
            IntStream.range(0, features.all().size())
                .mapToObj(i -> place(features, features.all().get(i), i == 0 ? "\n" : ",\n")),
            Stream.of(ascii("]}\n")))
        .flatMap(pieces -> pieces);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] place(Features features, CollectionFeature feature, String separator) {
    ObjectNode json = (ObjectNode) JSON.readTree(feature.json());
    String name = Naming.of(features.schema(), feature);
    json.put(
        "@id", features.home() + UriUtils.encodePathSegment(feature.id(), StandardCharsets.UTF_8));
    JsonNode properties = json.path("properties");
    if (properties instanceof ObjectNode members) {
      members.put("title", name);
    }
    names(json.putArray("names"), name, properties.path("names"));
    if (properties.path("feature_role").isString()) {
      json.putArray("types").addObject().put("label", properties.path("feature_role").asString());
    }
    if (feature.when() != null) {
      when(json, feature.when());
    }
    if (properties.path("gazetteer_uri").isString()) {
      ObjectNode link = json.putArray("links").addObject();
      link.put("type", "closeMatch");
      link.put("identifier", properties.path("gazetteer_uri").asString());
    }
    if (properties.path("quote").isString()) {
      json.putArray("descriptions").addObject().put("value", properties.path("quote").asString());
    }
    return (separator + json).getBytes(StandardCharsets.UTF_8);
  }

  private static void names(ArrayNode names, String shown, JsonNode byLanguage) {
    names.addObject().put("toponym", shown);
    byLanguage
        .properties()
        .forEach(
            name ->
                names
                    .addObject()
                    .put("toponym", name.getValue().asString())
                    .put("lang", name.getKey()));
  }

  private static void when(ObjectNode json, TimeSpan when) {
    ObjectNode span = json.putObject("when").putArray("timespans").addObject();
    if (when.first().isAfter(Instant.MIN)) {
      span.putObject("start").put("earliest", day(when.first()));
    }
    if (when.last().isBefore(Instant.MAX)) {
      span.putObject("end").put("latest", day(when.last()));
    }
  }

  private static String day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
  }
}
