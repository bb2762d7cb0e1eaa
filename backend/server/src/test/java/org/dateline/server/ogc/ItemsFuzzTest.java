package org.dateline.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.cql2.Sample;
import org.dateline.server.format.Format;
import org.dateline.server.format.Negotiation;
import org.dateline.server.problem.ProblemException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.util.UriUtils;

/**
 * Whatever a request for items asks, it is told which parameter or header is wrong, or it gets no
 * more than the limit, and its link to the next page leads to what comes right behind.
 */
@Timeout(60)
class ItemsFuzzTest {

  private static final FeatureCollection ALL = Sample.HANDFUL;

  @CsvSource(
      delimiter = '|',
      value = {
        "limit=2&offset=1&sortby=-people,name | application/geo+json",
        "limit=1&cursor=WyIwMDAwMDAwMDEiXQ | text/csv;q=0.5, */*;q=0.1",
        "limit=1&sortby=seen&f=json | image/png",
        "limit=1&sortby=-height,checked,day | text/html, application/xml;q=0.9",
        "bbox=-10,10,10,20&datetime=../2022-04-16T00:00:00Z&q=gao,ségou |",
        "bbox=1,2,3,4&bbox-crs=EPSG:3857&crs=http://www.opengis.net/def/crs/EPSG/0/3857 | */*",
        "properties=name,people&skipGeometry=true&name=Gao&checked=false |",
        "filter=people > 1&filter-lang=cql2-text&filter-crs=EPSG:4326&f=kml |",
        "datetime=2022-01-01/..&people=86633&seen=2022-04-16T10:00:00Z&f=fgb |",
      })
  @FuzzTest(maxDuration = "2m")
  void request(@NotNull String query, String accept) {
    try {
      ItemsPage page = ask(address(query), accept == null ? "" : accept);
      assertThat(page.features()).hasSizeLessThanOrEqualTo(page.asked().limit(page.format()));
      assertThat(ItemsJson.of(page).body()).isNotEmpty();
      Optional<String> next = page.next();
      if (next.isPresent()) {
        ItemsPage following = ask(URI.create(next.get()), "");
        assertThat(following.from()).isEqualTo(page.to());
        assertThat(following.matched()).isEqualTo(page.matched());
      }
    } catch (ProblemException e) {
      assertThat(e.type().status().is4xxClientError()).isTrue();
      assertThat(e.where()).matches("(?s)(query parameter .*|header Accept)");
    }
  }

  private static ItemsPage ask(URI address, String accept) {
    MockServerWebExchange exchange =
        MockServerWebExchange.from(
            MockServerHttpRequest.method(HttpMethod.GET, address)
                .header(
                    HttpHeaders.ACCEPT, accept.isEmpty() ? new String[0] : new String[] {accept}));
    Format format = Negotiation.choose(exchange, Format.of(ALL.schema()));
    return Items.of(exchange, ALL).page(ALL, format, "http://localhost");
  }

  private static URI address(String query) {
    StringBuilder address = new StringBuilder("http://localhost/items");
    char sign = '?';
    for (String parameter : List.of(query.split("&"))) {
      int equals = parameter.indexOf('=');
      address.append(sign).append(encoded(parameter.substring(0, Math.max(0, equals))));
      address.append('=').append(encoded(parameter.substring(equals + 1)));
      sign = '&';
    }
    return URI.create(address.toString());
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
