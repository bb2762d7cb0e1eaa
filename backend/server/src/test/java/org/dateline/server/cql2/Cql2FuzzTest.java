package org.dateline.server.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a filter says, it is refused by what is wrong with it, or it selects: itself, with
 * something true beside it the same, and never a feature that its opposite selects too.
 */
@Timeout(60)
class Cql2FuzzTest {

  @ValueSource(
      strings = {
        "name = 'Gao' AND NOT (people < 1e5 OR height IS NULL)",
        "people / 2 + height ^ 2 % 3 div -1 BETWEEN 1 AND 2",
        "CASEI(name) LIKE casei('G%_\\%') OR ACCENTI(name) NOT IN (accenti('Ségou'), 'x')",
        "S_INTERSECTS(geom, POLYGON((-5 10, 5 10, 5 20, -5 10), (0 11, 1 11, 1 12, 0 11)))",
        "S_CROSSES(geometry, GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(0 0, 1 1)))",
        "S_TOUCHES(geom, BBOX(170, -30, -170, 10))",
        "T_DURING(INTERVAL(day, '..'), INTERVAL('2022-02-03', '2023-01-01T00:00:00Z'))",
        "seen >= DATE('2022-04-16') AND day <> TIMESTAMP('2022-04-16T12:00:00+02:00')",
        "S_INTERSECTS(geom, POINT(1 2, 3 4))",
        "S_OVERLAPS(geom, GEOMETRYCOLLECTION(POLYGON((0 0, 9 0, 9 9, 0 0)), POLYGON((1 0, 9 0, 9 9, 1 0))))",
        "A_CONTAINS(tags, ('a', 1, true, DATE('2022-01-01'))) AND checked = false",
      })
  @FuzzTest(maxDuration = "2m")
  void text(@NotNull String filter) {
    holdsTogether(Cql2.TEXT, filter, "NOT (" + filter + ")", "TRUE AND (" + filter + ")");
  }

  @ValueSource(
      strings = {
        "{\"op\":\"and\",\"args\":[{\"op\":\"=\",\"args\":[{\"property\":\"name\"},\"Gao\"]},true]}",
        "{\"op\":\"in\",\"args\":[{\"op\":\"+\",\"args\":[{\"property\":\"people\"},1.5]},[1,2]]}",
        "{\"op\":\"isNull\",\"args\":[{\"property\":\"tags\"}]}",
        "{\"op\":\"s_within\",\"args\":[{\"property\":\"geom\"},{\"bbox\":[1,2,3,4]}]}",
        "{\"op\":\"s_within\",\"args\":[{\"property\":\"geom\"},{\"bbox\":[5,2,3,2]}]}",
        "{\"op\":\"s_equals\",\"args\":[{\"property\":\"geom\"},{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[1,1],[0,0]]]]}]}",
        "{\"op\":\"t_after\",\"args\":[{\"property\":\"day\"},{\"interval\":[\"..\",{\"timestamp\":\"2022-01-01T00:00:00Z\"}]}]}",
        "{\"op\":\"like\",\"args\":[{\"op\":\"casei\",\"args\":[{\"property\":\"name\"}]},\"g%\"]}",
        "{\"op\":\"a_overlaps\",\"args\":[{\"property\":\"tags\"},[\"a\",{\"date\":\"2022-01-01\"}]]}",
      })
  @FuzzTest(maxDuration = "2m")
  void json(@NotNull String filter) {
    holdsTogether(
        Cql2.JSON,
        filter,
        "{\"op\":\"not\",\"args\":[" + filter + "]}",
        "{\"op\":\"and\",\"args\":[true," + filter + "]}");
  }

  private static void holdsTogether(Cql2 encoding, String filter, String not, String besideTrue) {
    try {
      List<String> taken = taken(encoding, filter);
      assertThat(Collections.disjoint(taken(encoding, not), taken)).isTrue();
      assertThat(taken(encoding, besideTrue)).isEqualTo(taken);
    } catch (InvalidFilterException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static List<String> taken(Cql2 encoding, String filter) {
    return Sample.taken(Sample.HANDFUL, Sample.filter(Sample.HANDFUL, encoding, filter));
  }
}
