package org.dateline.server.ogc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.dateline.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * A place in an order as it stands in a link: the values and the key of the last feature of a page.
 * Whatever is added or removed meanwhile, the next page begins behind it: nothing comes twice and
 * nothing that stays is left out.
 */
final class Cursor {

  private static final JsonMapper JSON = new JsonMapper();

  private Cursor() {}

  static String of(SortOrder.Place place) {
    ArrayNode all = JSON.createArrayNode().add(place.key());
    for (Object value : place.values()) {
      if (value == null) {
        all.addNull();
      } else {
        all.add(value.toString());
      }
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  static SortOrder.Place parse(String text, SortOrder order) {
    try {
      JsonNode all =
          JSON.readTree(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
      if (all.isArray() && all.size() == order.keys().size() + 1 && all.get(0).isString()) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < order.keys().size(); i++) {
          JsonNode value = all.get(i + 1);
          values.add(
              value.isNull()
                  ? null
                  : Literals.of(order.keys().get(i).property(), value.asString()));
        }
        return new SortOrder.Place(values, all.get(0).asString());
      }
    } catch (IllegalArgumentException | JacksonException e) {
      // Told below.
    }
    throw ProblemException.parameter(
        "cursor",
        "It is none that a link \"next\" of this request has.",
        "Follow the link \"next\", or begin with offset=0.");
  }
}
