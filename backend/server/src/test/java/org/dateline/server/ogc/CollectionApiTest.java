package org.dateline.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.dateline.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionApiTest extends RunningServer {

  private static final String ITEMS = "/api/collections/places/items";

  @ParameterizedTest
  @CsvSource({"places, Point", "areas, Polygon", "movements, LineString"})
  void eachCollectionHasOneKindOfGeometry(String collection, String kind) {
    List<String> types =
        JsonPath.read(
            get("/api/collections/" + collection + "/items?limit=1000"),
            "$.features[*].geometry.type");
    assertThat(types)
        .isNotEmpty()
        .allMatch(type -> type.equals(kind) || type.equals("Multi" + kind));
  }

  @Test
  void followingNextGivesEveryFeatureOnce() {
    String json = get(ITEMS + "?limit=2");
    int matched = JsonPath.read(json, "$.numberMatched");
    List<String> ids = new ArrayList<>(JsonPath.<List<String>>read(json, "$.features[*].id"));
    for (List<String> next = next(json); !next.isEmpty(); next = next(json)) {
      URI uri = URI.create(next.get(0));
      json = get(uri.getPath() + "?" + uri.getQuery());
      assertThat(JsonPath.<Integer>read(json, "$.numberMatched")).isEqualTo(matched);
      ids.addAll(JsonPath.read(json, "$.features[*].id"));
    }
    assertThat(ids).hasSize(matched).doesNotHaveDuplicates().hasSizeGreaterThan(2);
  }

  private static List<String> next(String json) {
    return JsonPath.read(json, "$.links[?(@.rel=='next')].href");
  }

  @Test
  void aBoxTakesWhatTouchesItAndNothingElse() {
    List<String> inside =
        JsonPath.read(get(ITEMS + "?bbox=-9,12,-2,16&limit=1000"), "$.features[*].id");
    List<List<Number>> points =
        JsonPath.read(
            get(ITEMS + "?bbox=-9,12,-2,16&limit=1000"), "$.features[*].geometry.coordinates");
    assertThat(inside).isNotEmpty();
    for (List<Number> point : points) {
      assertThat(point.get(0).doubleValue()).isBetween(-9.0, -2.0);
      assertThat(point.get(1).doubleValue()).isBetween(12.0, 16.0);
    }
    assertThat(JsonPath.<Integer>read(get(ITEMS + "?bbox=100,-60,101,-59"), "$.numberMatched"))
        .isZero();
  }

  @Test
  void aBoxAcrossTheAntimeridianIsTwoBoxes() {
    int everywhere = JsonPath.read(get(ITEMS), "$.numberMatched");
    int west = JsonPath.read(get(ITEMS + "?bbox=-180,-90,0,90"), "$.numberMatched");
    int without = JsonPath.read(get(ITEMS + "?bbox=170,-90,0,90"), "$.numberMatched");
    assertThat(without).isEqualTo(west).isLessThan(everywhere);
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer=scenes", "country=Mali", "status=unverified", "where_prec=1"})
  void aPropertySelectsByItsValue(String filter) {
    String[] parts = filter.split("=");
    List<Object> values =
        JsonPath.read(get(ITEMS + "?limit=1000&" + filter), "$.features[*].properties." + parts[0]);
    assertThat(values).isNotEmpty().allMatch(value -> String.valueOf(value).equals(parts[1]));
  }

  @Test
  void aFeatureIsTheSameAloneAndInAList() {
    String json = get(ITEMS + "?limit=1");
    String id = JsonPath.read(json, "$.features[0].id");
    String alone = get(ITEMS + "/" + id);
    assertThat(JsonPath.<Object>read(alone, "$.properties"))
        .isEqualTo(JsonPath.read(json, "$.features[0].properties"));
    assertThat(JsonPath.<List<String>>read(alone, "$.links[*].rel")).contains("self", "collection");
  }

  @Test
  void theSameRequestGetsTheSameBytes() {
    assertThat(get(ITEMS)).isEqualTo(get(ITEMS));
  }
}
