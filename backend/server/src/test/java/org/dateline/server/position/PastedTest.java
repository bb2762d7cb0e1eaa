package org.dateline.server.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

/** Grid references are compared with what GeographicLib's GeoConvert makes of them. */
class PastedTest {

  private static final double TEN_CENTIMETRES = 1e-6;

  private static Pasted.Positions positions(String text) {
    assertThat(Pasted.read(text)).as(text).containsInstanceOf(Pasted.Positions.class);
    return (Pasted.Positions) Pasted.read(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          12.53, -7.95                 | 12.53     | -7.95      | DECIMAL_DEGREES
          12.53 -7.95                  | 12.53     | -7.95      | DECIMAL_DEGREES
          12.53,-7.95                  | 12.53     | -7.95      | DECIMAL_DEGREES
          12.53;-7.95                  | 12.53     | -7.95      | DECIMAL_DEGREES
          12.53 / \u22127.95           | 12.53     | -7.95      | DECIMAL_DEGREES
          (12.53, -7.95)               | 12.53     | -7.95      | DECIMAL_DEGREES
          [12.53, -7.95]               | 12.53     | -7.95      | DECIMAL_DEGREES
          12,53 -7,95                  | 12.53     | -7.95      | DECIMAL_DEGREES
          12,53; -7,95                 | 12.53     | -7.95      | DECIMAL_DEGREES
          12,53, -7,95                 | 12.53     | -7.95      | DECIMAL_DEGREES
          12,53,-7,95                  | 12.53     | -7.95      | DECIMAL_DEGREES
          12,7                         | 12        | 7          | DECIMAL_DEGREES
          -7.95, 112.5                 | -7.95     | 112.5      | DECIMAL_DEGREES
          12.53N 7.95W                 | 12.53     | -7.95      | DECIMAL_DEGREES
          12.53° N, 7.95° W            | 12.53     | -7.95      | DECIMAL_DEGREES
          12.53°N, -7.95°W             | 12.53     | -7.95      | DECIMAL_DEGREES
          S 1.5, E 36.8                | -1.5      | 36.8       | DECIMAL_DEGREES
          1.5 S 36.8 E                 | -1.5      | 36.8       | DECIMAL_DEGREES
          36.8E 1.5S                   | -1.5      | 36.8       | DECIMAL_DEGREES
          Lat: 12.53, Lon: -7.95       | 12.53     | -7.95      | DECIMAL_DEGREES
          longitude -7.95 latitude 12.53 | 12.53   | -7.95      | DECIMAL_DEGREES
          {"lat": 12.53, "lng": -7.95} | 12.53     | -7.95      | DECIMAL_DEGREES
          12.53 north 7.95 west        | 12.53     | -7.95      | DECIMAL_DEGREES
          12,53 Nord, 7,95 Ouest       | 12.53     | -7.95      | DECIMAL_DEGREES
          48,2 Nord 16,37 Ost          | 48.2      | 16.37      | DECIMAL_DEGREES
          12°32'N 7°57'W               | 12.533333 | -7.95      | DEGREES_MINUTES_SECONDS
          12°32,5'N 7°57,25'W          | 12.541667 | -7.954167  | DEGREES_MINUTES_SECONDS
          12° 32' 10" N, 7° 57' 5" W   | 12.536111 | -7.951389  | DEGREES_MINUTES_SECONDS
          12°32′10.5″N 7°57′5″O        | 12.53625  | -7.951389  | DEGREES_MINUTES_SECONDS
          12º32’10’’N 7º57’05’’W       | 12.536111 | -7.951389  | DEGREES_MINUTES_SECONDS
          N12°32' W7°57'               | 12.533333 | -7.95      | DEGREES_MINUTES_SECONDS
          7°57'W 12°32'N               | 12.533333 | -7.95      | DEGREES_MINUTES_SECONDS
          12 32 10 N 7 57 5 W          | 12.536111 | -7.951389  | DEGREES_MINUTES_SECONDS
          N 12 32.5 W 7 57.25          | 12.541667 | -7.954167  | DEGREES_MINUTES_SECONDS
          12:32:10N 7:57:05W           | 12.536111 | -7.951389  | DEGREES_MINUTES_SECONDS
          12 deg 32 min 10 sec N, 7 deg 57 min W | 12.536111 | -7.95 | DEGREES_MINUTES_SECONDS
          12 32 10, -7 57 5            | 12.536111 | -7.951389  | DEGREES_MINUTES_SECONDS
          29PPP0828597442              | 12.639196 | -8.002904  | MGRS
          29P PP 08285 97442           | 12.639196 | -8.002904  | MGRS
          mgrs: 29p pp 0828597442      | 12.639196 | -8.002904  | MGRS
          29PPP0897                    | 12.639709 | -8.000927  | MGRS
          36PVC46371369                | 15.500027 | 32.500022  | MGRS
          56HLH3490052288              | -33.856802 | 151.215299 | MGRS
          33MWR3328924705              | -4.299998 | 15.300002  | MGRS
          29P 608286 1397443           | 12.639201 | -8.002899  | UTM
          29 N 608286 mE 1397443 mN    | 12.639201 | -8.002899  | UTM
          UTM zone 29N 608286E 1397443N | 12.639201 | -8.002899 | UTM
          29N E 608286 N 1397443       | 12.639201 | -8.002899  | UTM
          37S 247029 3711570           | 33.513797 | 36.276496  | UTM
          56S 334901 6252289           | -33.856798 | 151.215305 | UTM
          56 south 334901 6252289      | -33.856798 | 151.215305 | UTM
          32VKN9700                    | 60.390044 | 5.324895   | MGRS
          8FVC2222+22                  | 47.000063 | 8.000063   | PLUS_CODE
          4vcpPQGP+Q9                  | -41.273063 | 174.785938 | PLUS_CODE
          8FVC2222+22 Zug, Switzerland | 47.000063 | 8.000063   | PLUS_CODE
          Zug 8FVC2222+22              | 47.000063 | 8.000063   | PLUS_CODE
          62G20000+                    | 0.5       | -179.5     | PLUS_CODE
          geo:12.53,-7.95              | 12.53     | -7.95      | GEO_URI
          geo:12.53,-7.95,320;crs=wgs84;u=35 | 12.53 | -7.95    | GEO_URI
          geo:0,0?q=12.53,-7.95(a well) | 12.53    | -7.95      | GEO_URI
          """)
  void readsAnyNotation(String text, double lat, double lon, Notation notation) {
    Position first = positions(text).likeliestFirst().get(0);
    assertThat(first.lat()).isCloseTo(lat, within(2 * TEN_CENTIMETRES));
    assertThat(first.lon()).isCloseTo(lon, within(2 * TEN_CENTIMETRES));
    assertThat(first.notation()).isEqualTo(notation);
    assertThat(first.guessed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          https://www.google.com/maps/place/Bamako/@12.6,-8.02,12z/data=!3m1!4b1!4m6!3m5!1s0xe51!8m2!3d12.6392316!4d-8.0028892!16zL20 | 12.6392316 | -8.0028892
          https://www.google.ml/maps/place/12°32'00.0%22N+7°57'00.0%22W/@12.5333,-7.9522,17z | 12.533333 | -7.95
          https://www.google.com/maps?q=12.53,-7.95          | 12.53 | -7.95
          https://maps.google.com/?q=loc:12.53,-7.95&z=4     | 12.53 | -7.95
          https://maps.google.com/maps?q=12.53%2C-7.95+(a+well) | 12.53 | -7.95
          https://www.google.com/maps/search/?api=1&query=12.53%2C-7.95 | 12.53 | -7.95
          https://www.google.com/maps/search/12.53,+-7.95?entry=tts | 12.53 | -7.95
          https://www.google.com/maps/dir/12.1,-7.1/12.53,-7.95/@12.3,-7.5,9z | 12.53 | -7.95
          https://www.google.com/maps/place/8FVC2222%2B22     | 47.000063 | 8.000063
          https://plus.codes/8FVC2222+22                      | 47.000063 | 8.000063
          www.google.com/maps?ll=12.53,-7.95                  | 12.53 | -7.95
          https://www.openstreetmap.org/?mlat=12.53&mlon=-7.95#map=5/1.0/2.0 | 12.53 | -7.95
          https://maps.apple.com/?ll=12.53,-7.95&q=A%20well   | 12.53 | -7.95
          https://maps.apple.com/place?coordinate=12.53,-7.95&name=A%20well | 12.53 | -7.95
          maps.apple.com/?q=12.53,-7.95                       | 12.53 | -7.95
          https://yandex.com/maps/?ll=-7.95%2C12.53&z=9       | 12.53 | -7.95
          https://www.bing.com/maps?lat=12.53&lon=-7.95       | 12.53 | -7.95
          https://wikimapia.org/#lang=en&lat=12.53&lon=-7.95&z=12 | 12.53 | -7.95
          """)
  void readsLinksOfMaps(String link, double lat, double lon) {
    Position first = positions(link).likeliestFirst().get(0);
    assertThat(first.lat()).isCloseTo(lat, within(TEN_CENTIMETRES));
    assertThat(first.lon()).isCloseTo(lon, within(TEN_CENTIMETRES));
    assertThat(first.notation()).isEqualTo(Notation.MAP_LINK);
    assertThat(first.uncertaintyMetres()).isGreaterThanOrEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://www.google.com/maps/@12.5312,-7.9512,12z               | 4776
          https://www.google.com/maps/@12.5312,-7.9512,2000m/data=!3m1!1e3 | 500
          https://earth.google.com/web/@12.5312,-7.9512,331.5a,1000d,35y | 250
          https://www.openstreetmap.org/#map=17/12.5312/-7.9512      | 149
          https://www.openstreetmap.org/#map=17/12.5312/-7.9512&layers=N | 149
          https://www.bing.com/maps?cp=12.5312~-7.9512&lvl=12        | 10
          https://example.org/map#15.5/12.5312/-7.9512               | 422
          """)
  void saysThatAViewHasNoPin(String link, double metres) {
    Pasted.Positions read = positions(link);
    assertThat(read.note()).contains("no pin");
    Position middle = read.likeliestFirst().get(0);
    assertThat(List.of(middle.lat(), middle.lon())).containsExactly(12.5312, -7.9512);
    assertThat(middle.uncertaintyMetres()).isCloseTo(metres, within(1.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://maps.app.goo.gl/AbCdEfG      | short link: only maps.app.goo.gl knows
          https://goo.gl/maps/AbCdEfG          | short link: only goo.gl knows
          https://osm.org/go/xGoDf             | short link: only osm.org knows
          https://www.openstreetmap.org/go/0EE | short link
          https://maps.apple/p/xyz             | short link
          https://www.openstreetmap.org/node/1 | no position in this link of www.openstreetmap.org
          https://example.org/                 | no position in this link of example.org
          http://127.0.0.1:8080/admin?x=1      | no position in this link
          CWC8+R9                              | short plus code: add a place near it
          8FVC2+2                              | is no plus code
          29PPP082                             | 3 digits
          29PIP0828                            |
          61PPP0828                            | no zone 61P
          32XMM0828                            | no zone 32X
          29PAA0828                            | no square AA
          29PPA0828597442                      | no square PA
          61N 608286 1397443                   | no zone 61
          29P 99 1397443                       | east is 100000 to 900000
          29M 608286 1397443                   | does not lie in band M
          12°70'N 7°57'W                       | minutes and seconds must be below 60
          N12 N7                               | both numbers are for the same direction
          100, 200                             | latitude must be between -90 and 90
          100N 20E                             | latitude must be between -90 and 90
          geo:12.53                            | geo:12.53,-7.95
          geo:1,2;crs=moon-2011                | only wgs84
          """)
  void saysWhatIsWrongWhereNothingCanBeRead(String text, String note) {
    if (note == null) {
      assertThat(Pasted.read(text)).isEmpty();
      return;
    }
    assertThat(positions(text).likeliestFirst()).isEmpty();
    assertThat(positions(text).note()).contains(note);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          112.5, -7.95         | -7.95 | 112.5    | latitude must be between -90 and 90
          12.53, 352.05        | 12.53 | -7.95    | longitude must be between -180 and 180
          12.53N 352.05E       | 12.53 | -7.95    | longitude must be between -180 and 180
          29P 1397443 608286   | 12.639201 | -8.002899 | lies in no zone
          https://www.openstreetmap.org/#map=9/12.53/-367.95 | 12.53 | -7.95 | longitude
          """)
  void asksWhatWasMeant(String text, double lat, double lon, String note) {
    Pasted.Positions read = positions(text);
    assertThat(read.note()).contains(note);
    assertThat(read.likeliestFirst()).hasSize(1);
    Position meant = read.likeliestFirst().get(0);
    assertThat(meant.guessed()).isTrue();
    assertThat(meant.lat()).isCloseTo(lat, within(TEN_CENTIMETRES));
    assertThat(meant.lon()).isCloseTo(lon, within(TEN_CENTIMETRES));
  }

  @Test
  void offersTheOtherOrderWhereBothArePossible() {
    Pasted.Positions read = positions("12.53, -7.95");
    assertThat(read.likeliestFirst()).extracting(Position::lat).containsExactly(12.53, -7.95);
    assertThat(read.likeliestFirst()).extracting(Position::guessed).containsExactly(false, true);
    Envelope mali = new Envelope(-12, 4, 10, 25);
    assertThat(read.preferring(mali).likeliestFirst().get(0).lat()).isEqualTo(12.53);
    Pasted.Positions swapped = positions("-7.95, 12.53").preferring(mali);
    assertThat(swapped.likeliestFirst().get(0).lat()).isEqualTo(12.53);
    assertThat(swapped.likeliestFirst().get(0).guessed()).isTrue();
    assertThat(positions("12.53N 7.95W").likeliestFirst()).hasSize(1);
  }

  /** S is the southern hemisphere to some, the band of the Levant to others. */
  @Test
  void offersBothMeaningsOfTheLetterS() {
    List<Position> read = positions("37S 247029 3711570").likeliestFirst();
    assertThat(read).extracting(Position::guessed).containsExactly(false, true);
    assertThat(read.get(1).lat()).isCloseTo(-56.671394, within(2 * TEN_CENTIMETRES));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12, -8                     | 77000  | 80000
          12.5, -7.9                 | 7700   | 8000
          12.53, -7.95               | 770    | 800
          12.5312, -7.9512           | 7.7    | 8.0
          12°32'N 7°57'W             | 1280   | 1320
          12°32'10"N 7°57'05"W       | 21     | 22
          12°32'10.5"N 7°57'05.2"W   | 2.1    | 2.2
          29PPP0828597442            | 0.7    | 0.71
          29PPP082974                | 70.7   | 70.8
          29PPP09                    | 7071   | 7072
          29P 608286 1397443         | 0.7    | 0.71
          8FVC2222+22                | 8.3    | 8.5
          8FVC2222+22G               | 1.8    | 2.0
          8FVC0000+                  | 60000  | 70000
          geo:12.53123,-7.95123;u=35 | 35     | 35
          """)
  void knowsHowPreciselyItIsWritten(String text, double least, double most) {
    assertThat(positions(text).likeliestFirst().get(0).uncertaintyMetres()).isBetween(least, most);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bamako",
        "12.53",
        "",
        " ",
        "1, 2, 3",
        "1 2 3",
        "Paris 15",
        "Port Sudan",
        "Road 12",
        "2022-03",
        "N",
        "S E",
        "12",
        "1253, 795",
        "Est",
        "Nord",
        "+",
        "29",
        "29P",
        "29PPP",
        "36 Quai",
        "/",
        "@",
        "°"
      })
  void leavesNamesToTheGazetteer(String text) {
    assertThat(Pasted.read(text)).isEmpty();
  }

  @Test
  void aLinkMayHoldANameAndACodeItsPlace() {
    assertThat(Pasted.read("https://www.google.com/maps/place/Port+Sudan/"))
        .contains(new Pasted.PlaceName("Port Sudan"));
    assertThat(Pasted.read("https://maps.apple.com/?q=S%C3%A9gou"))
        .contains(new Pasted.PlaceName("Ségou"));
    assertThat(Pasted.read("cwc8+r9 Bamako, Mali"))
        .contains(new Pasted.ShortCode("CWC8+R9", "Bamako, Mali"));
    assertThat(Pasted.read("Bamako, CWC8+R9")).contains(new Pasted.ShortCode("CWC8+R9", "Bamako"));
    assertThat(Pasted.read("https://www.google.com/maps/search/CWC8%2BR9+Bamako"))
        .contains(new Pasted.ShortCode("CWC8+R9", "Bamako"));
    assertThat(PlusCode.nearest("9G8F+6X", 8.6, 47.4).lat()).isCloseTo(47.365563, within(1e-6));
  }

  @Test
  void invisibleMarksDoNotMatter() {
    Position read =
        positions("\u200e12.53\u00a0\u202f,\u3000\ufeff\u22127.95\u2069").likeliestFirst().get(0);
    assertThat(List.of(read.lat(), read.lon())).containsExactly(12.53, -7.95);
  }

  static Stream<String> hostile() {
    String characters = "0123456789.,;:/-+ NSEWO\u00b0'\"abmPX!3d4d@?&=#%~()[]{}\u2212\ud83d\ud800";
    Random random = new Random(20_261_128);
    Stream<String> mixed =
        Stream.generate(
                () ->
                    random
                        .ints(1 + random.nextInt(2_000), 0, characters.length())
                        .mapToObj(at -> String.valueOf(characters.charAt(at)))
                        .reduce("", String::concat))
            .limit(150);
    Stream<String> repeated =
        Stream.of(
                "1 ",
                " ",
                "1,",
                "-",
                "N ",
                "12.5,",
                "lat ",
                "lat 1,lon ",
                "!3d1.5!4d2.5",
                "/@1,2",
                "%",
                "8FVC2222+22 ",
                "+",
                "(",
                "°",
                "1'",
                "https://",
                "a.",
                "29PPP",
                "0",
                "geo:",
                "&q=1",
                "map=1/")
            .flatMap(
                part ->
                    Stream.of("", "https://a.org/", "https://a.org/?q=", "geo:", "12.5, ")
                        .map(start -> start + part.repeat(2_000 / part.length())));
    return Stream.concat(mixed, repeated);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void isDoneWithHostileTextAtOnce(String text) {
    assertThatCode(() -> assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Pasted.read(text)))
        .doesNotThrowAnyException();
    Pasted.read(text)
        .filter(Pasted.Positions.class::isInstance)
        .map(Pasted.Positions.class::cast)
        .ifPresent(
            read ->
                assertThat(read.likeliestFirst())
                    .allMatch(at -> Position.isOnEarth(at.lon(), at.lat())));
  }
}
