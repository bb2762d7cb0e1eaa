package org.dateline.server.position;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Links of Google Maps, OpenStreetMap, Apple Maps and others that hold a position. */
final class MapLink {

  /** A pin is not set more precisely than this, however many digits it is written with. */
  private static final double PIN_METRES = 10;

  /** What lies within this many pixels of the middle may be meant by who shares a view. */
  private static final int VIEW_PIXELS = 128;

  private static final double METRES_PER_PIXEL = 156_543;

  private static final Set<String> SHORTENERS =
      Set.of(
          "maps.app.goo.gl",
          "goo.gl",
          "g.co",
          "g.page",
          "maps.apple",
          "bit.ly",
          "t.co",
          "tinyurl.com",
          "binged.it",
          "her.is");
  private static final Pattern SHORT_PATH = Pattern.compile("(?:/maps)?/(?:go|-)/.*");

  private static final List<String> PINS =
      List.of("coordinate", "query", "q", "pt", "ll", "daddr", "destination");
  private static final List<String> VIEWS = List.of("center", "cp", "sll");

  private static final String NUMBER = "(-?\\d{1,3}(?:\\.\\d{1,20})?)";
  private static final Pattern GOOGLE_PIN = Pattern.compile("!3d" + NUMBER + "!4d" + NUMBER);
  private static final Pattern GOOGLE_VIEW =
      Pattern.compile(
          "/@"
              + NUMBER
              + ","
              + NUMBER
              + "(?:,[\\d.]{1,20}a)?(?:,(\\d{1,9}(?:\\.\\d{1,9})?)([zmd]))?");
  private static final Pattern HASH =
      Pattern.compile(
          "(?:.*&)?(?:map=)?(\\d{1,2}(?:\\.\\d{1,9})?)/" + NUMBER + "/" + NUMBER + ".*");
  private static final Pattern LABEL = Pattern.compile(" ?\\([^)]*\\)$");

  private MapLink() {}

  static Optional<Pasted> read(String text) {
    return LinkParts.of(text).map(MapLink::read);
  }

  private static Pasted read(LinkParts link) {
    if (SHORTENERS.contains(link.host()) || SHORT_PATH.matcher(link.path()).matches()) {
      return Pasted.Positions.none(
          "This is a short link: only "
              + link.host()
              + " knows where it leads, and nothing is asked of other sites from here. Open it,"
              + " then paste the address that the browser shows, or the coordinates.");
    }
    return pin(link)
        .or(() -> view(link))
        .or(() -> named(link))
        .orElseGet(
            () ->
                Pasted.Positions.none(
                    "There is no position in this link of "
                        + link.host()
                        + ". Paste the coordinates, or a link that has them in its address."));
  }

  private static Optional<Pasted> pin(LinkParts link) {
    return both(link, "mlat", "mlon")
        .or(() -> both(link, "lat", "lon"))
        .or(() -> both(link, "lat", "lng"))
        .or(() -> last(GOOGLE_PIN.matcher(LinkParts.decoded(link.path()))))
        .or(() -> parameter(link, PINS))
        .or(() -> segment(link))
        .map(pasted -> pasted instanceof Pasted.Positions at ? pin(at) : pasted);
  }

  private static Pasted pin(Pasted.Positions positions) {
    return positions.as(Notation.MAP_LINK, PIN_METRES);
  }

  private static Optional<Pasted> both(LinkParts link, String lat, String lon) {
    return link.query(lat).flatMap(north -> link.query(lon).map(east -> Degrees.pair(north, east)));
  }

  /** The last pin is the place that is shown; those before it lie on the way. */
  private static Optional<Pasted> last(Matcher pins) {
    return pins.results()
        .reduce((earlier, later) -> later)
        .map(pin -> Degrees.pair(pin.group(1), pin.group(2)));
  }

  private static Optional<Pasted> parameter(LinkParts link, List<String> names) {
    boolean lonFirst = link.host().startsWith("yandex.") || link.host().contains(".yandex.");
    return names.stream()
        .map(link::query)
        .flatMap(Optional::stream)
        .map(value -> lonFirst ? turned(value) : value)
        .map(MapLink::written)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String turned(String value) {
    String[] parts = LinkParts.decoded(value).split(",", 3);
    return parts.length < 2 ? value : parts[1] + "," + parts[0];
  }

  private static Optional<Pasted> segment(LinkParts link) {
    return link.segments().stream()
        .filter(segment -> !segment.startsWith("@"))
        .map(MapLink::written)
        .flatMap(Optional::stream)
        .reduce((earlier, later) -> later);
  }

  private static Optional<Pasted> view(LinkParts link) {
    Matcher google = GOOGLE_VIEW.matcher(LinkParts.decoded(link.path()));
    if (google.find()) {
      return Optional.of(
          view(
              Degrees.pair(google.group(1), google.group(2)),
              radius(google.toMatchResult(), Double.parseDouble(google.group(1)))));
    }
    Matcher hash = HASH.matcher(LinkParts.decoded(link.fragment()));
    if (hash.matches()) {
      double radius =
          radiusAt(Double.parseDouble(hash.group(1)), Double.parseDouble(hash.group(2)));
      return Optional.of(view(Degrees.pair(hash.group(2), hash.group(3)), radius));
    }
    return parameter(link, VIEWS)
        .filter(Pasted.Positions.class::isInstance)
        .map(pasted -> view((Pasted.Positions) pasted, 0));
  }

  private static Pasted view(Pasted.Positions middle, double radiusMetres) {
    Pasted.Positions positions = middle.as(Notation.MAP_LINK, Math.max(PIN_METRES, radiusMetres));
    return positions.note() != null
        ? positions
        : new Pasted.Positions(
            positions.likeliestFirst(),
            "This link has no pin: it shows the middle of the map that was shared.");
  }

  private static double radius(MatchResult view, double lat) {
    if (view.group(3) == null) {
      return 0;
    }
    double number = Double.parseDouble(view.group(3));
    return view.group(4).equals("z") ? radiusAt(number, lat) : number / 4;
  }

  private static double radiusAt(double zoom, double lat) {
    return VIEW_PIXELS * METRES_PER_PIXEL * Math.cos(Math.toRadians(lat)) / Math.pow(2, zoom);
  }

  private static Optional<Pasted> named(LinkParts link) {
    List<String> segments = link.segments();
    int place = Math.max(segments.indexOf("place"), segments.indexOf("search"));
    return Stream.of("query", "q", "daddr", "destination", "address")
        .map(link::query)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> segments.stream().skip(place + 1L).findFirst().filter(name -> place >= 0))
        .map(name -> LinkParts.decoded(name).strip())
        .filter(name -> !name.isEmpty() && !name.startsWith("@"))
        .map(Pasted.PlaceName::new);
  }

  /** Reads what stands for a place in a link: a position however written, or else a name. */
  static Pasted place(String value) {
    return written(value).orElseGet(() -> new Pasted.PlaceName(LinkParts.decoded(value).strip()));
  }

  private static Optional<Pasted> written(String value) {
    return LinkParts.decodings(value).stream()
        .map(text -> LABEL.matcher(text.replaceFirst("^loc:", "").replace('~', ',')).replaceAll(""))
        .map(String::strip)
        .map(Pasted::readWritten)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
