package org.dateline.server.position;

import com.google.openlocationcode.OpenLocationCode;
import com.google.openlocationcode.OpenLocationCode.CodeArea;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Open Location Codes, full or short, with or without the name of a place. */
public final class PlusCode {

  private static final String CODE = "([23456789CFGHJMPQRVWX0]{2,8}\\+[23456789CFGHJMPQRVWX]{0,7})";
  private static final Pattern FIRST =
      Pattern.compile(CODE + "(?:[ ,]+(\\S.*))?", Pattern.CASE_INSENSITIVE);
  private static final Pattern LAST =
      Pattern.compile("(.*[^ ,])[ ,]+" + CODE, Pattern.CASE_INSENSITIVE);

  private PlusCode() {}

  static Optional<Pasted> read(String text) {
    Matcher first = FIRST.matcher(text);
    if (first.matches()) {
      return Optional.of(read(first.group(1), Optional.ofNullable(first.group(2)).orElse("")));
    }
    Matcher last = LAST.matcher(text);
    return last.matches() ? Optional.of(read(last.group(2), last.group(1))) : Optional.empty();
  }

  private static Pasted read(String written, String place) {
    String code = written.toUpperCase(Locale.ROOT);
    if (OpenLocationCode.isFullCode(code)) {
      return Pasted.Positions.of(position(OpenLocationCode.decode(code)));
    }
    if (!OpenLocationCode.isShortCode(code)) {
      return Pasted.Positions.none(code + " is no plus code: see whether all of it is there.");
    }
    return place.isEmpty()
        ? Pasted.Positions.none(
            code
                + " is a short plus code: add a place near it, as in \""
                + code
                + " Bamako\", or paste the whole code.")
        : new Pasted.ShortCode(code, place);
  }

  /** Returns the position of a short code that is nearest to a point. */
  public static Position nearest(String shortCode, double lon, double lat) {
    return position(new OpenLocationCode(shortCode).recover(lat, lon).decode());
  }

  private static Position position(CodeArea area) {
    double lat = area.getCenterLatitude();
    return Position.ofCell(
        area.getCenterLongitude(),
        lat,
        Position.halfDiagonal(lat, area.getLongitudeWidth(), area.getLatitudeHeight()),
        Notation.PLUS_CODE);
  }
}
