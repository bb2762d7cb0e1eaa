package org.dateline.server.position;

import java.text.ParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mil.nga.mgrs.MGRS;
import mil.nga.mgrs.gzd.GridZones;

/** References of the Military Grid Reference System, from 100 km squares' tenths to the metre. */
final class MilitaryGrid {

  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:(?:MGRS|USNG)[: ]*)?(\\d{1,2}) ?([C-HJ-NP-X]) ?([A-HJ-NP-Z][A-HJ-NP-V])((?: ?\\d){2,10})",
          Pattern.CASE_INSENSITIVE);

  /** Squares reach beyond the edge of their band. */
  private static final double TOLERANCE_DEGREES = 1;

  private MilitaryGrid() {}

  static Optional<Pasted.Positions> read(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    return matcher.matches() ? Optional.of(read(matcher)) : Optional.empty();
  }

  private static Pasted.Positions read(Matcher matcher) {
    int zone = Integer.parseInt(matcher.group(1));
    char band = matcher.group(2).toUpperCase(Locale.ROOT).charAt(0);
    String square = matcher.group(3).toUpperCase(Locale.ROOT);
    String digits = matcher.group(4).replace(" ", "");
    String reference = zone + "" + band + " " + square + " " + digits;
    if (digits.length() % 2 != 0) {
      return Pasted.Positions.none(
          reference + " has " + digits.length() + " digits: east and north need the same number.");
    }
    if (zone < 1 || zone > 60 || GridZones.getGridZone(zone, band) == null) {
      return Pasted.Positions.none(reference + ": there is no zone " + zone + band + ".");
    }
    double cell = Math.pow(10, 5 - digits.length() / 2);
    MGRS corner;
    try {
      corner = MGRS.parse(reference);
    } catch (ParseException e) {
      return Pasted.Positions.none(reference + " is no reference of the military grid.");
    }
    double easting = corner.getUTMEasting() + cell / 2;
    double northing = corner.getUTMNorthing() + cell / 2;
    return Utm.position(zone, band >= 'N', easting, northing, cell, Notation.MGRS)
        .filter(position -> easting > 100_000 && Utm.isInBand(position, band, TOLERANCE_DEGREES))
        .map(Pasted.Positions::of)
        .orElseGet(
            () ->
                Pasted.Positions.none(
                    reference
                        + ": zone "
                        + zone
                        + band
                        + " has no square "
                        + square
                        + ". See whether zone and letters are right."));
  }
}
