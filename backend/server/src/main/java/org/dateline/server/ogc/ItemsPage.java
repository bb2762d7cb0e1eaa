package org.dateline.server.ogc;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.format.Alternates;
import org.dateline.server.format.Features;
import org.dateline.server.format.Format;
import org.dateline.server.http.Representation;
import org.springframework.web.util.UriUtils;

/**
 * The features that a request asks for, and the addresses of what comes before and after.
 *
 * @param asked what was asked for
 * @param format that it was asked for in
 * @param base address of this server, without a trailing slash
 * @param features in the collection's order
 * @param matched how many features there are on all pages
 * @param from how many of them come before these
 * @param to the same with these
 */
record ItemsPage(
    FeatureCollection collection,
    Items asked,
    Format format,
    String base,
    List<CollectionFeature> features,
    int matched,
    int from,
    int to) {

  /** Returns the address of the collection. */
  String home() {
    return base + "/api/collections/" + collection.id();
  }

  /** Returns the address of these features. */
  String self() {
    return in(format, address("", ""));
  }

  /** Returns the address of the features after these, empty when there are none. */
  Optional<String> next() {
    if (to == matched || features.isEmpty()) {
      return Optional.empty();
    }
    String last = Cursor.of(asked.order().placeOf(features.get(features.size() - 1)));
    return Optional.of(in(format, address("cursor", last)));
  }

  /** Returns the address of the features before these, empty when there are none. */
  Optional<String> previous() {
    int start = Math.max(0, from - asked.limit(format));
    return from > 0
        ? Optional.of(in(format, address("offset", String.valueOf(start))))
        : Optional.empty();
  }

  private static String in(Format format, String address) {
    return address + (address.indexOf('?') < 0 ? '?' : '&') + "f=" + format.parameter();
  }

  /** Returns the address of a page that begins elsewhere. */
  private String address(String begin, String at) {
    Map<String, String> parameters = new LinkedHashMap<>(asked.given());
    if (!begin.isEmpty()) {
      parameters.remove("cursor");
      parameters.remove("offset");
      parameters.put(begin, at);
    }
    String items = home() + "/items";
    StringBuilder address = new StringBuilder(items);
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      address
          .append(address.length() == items.length() ? '?' : '&')
          .append(UriUtils.encode(parameter.getKey(), StandardCharsets.UTF_8))
          .append('=')
          .append(UriUtils.encode(parameter.getValue(), StandardCharsets.UTF_8));
    }
    return address.toString();
  }

  /** Returns the same features in other formats. */
  Alternates alternates() {
    return new Alternates(address("", ""), Format.of(collection.schema()), format);
  }

  /** Returns a tag that costs nothing: the bytes depend on nothing else. */
  String etag() {
    return '"'
        + Representation.hash(
            collection.hash() + base + collection.id() + asked.given() + format.parameter())
        + '"';
  }

  /** Returns the features for an encoder, as they are to be shown. */
  Features toEncode() {
    return asked.view().of(collection, home() + "/items/", features);
  }
}
