package org.dateline.server.report;

import java.util.List;
import java.util.Optional;
import org.dateline.geoparser.finding.Layer;
import org.dateline.geoparser.place.Precision;
import org.dateline.server.feature.Feature;
import org.locationtech.jts.geom.Envelope;

/**
 * The part of the world that a report's map opens with: the drawn places of the country the report
 * is about where something happened, and the others near them. A far end of a movement is left out;
 * it would shrink the story into a corner.
 */
public final class View {

  private static final double MARGIN = 0.06;
  private static final double MIN_DEGREES = 0.5;

  private View() {}

  /** Returns the box (degrees, lon lat) to open with, empty when nothing is drawn. */
  public static Optional<Envelope> of(Report report) {
    List<Feature> drawn =
        report.reading().features().stream()
            .filter(feature -> feature.drawn() && feature.route() == null)
            .toList();
    List<Feature> finerThanCountries =
        drawn.stream()
            .filter(feature -> feature.location().precision() != Precision.COUNTRY)
            .filter(feature -> feature.location().precision() != Precision.SUPRANATIONAL)
            .toList();
    return around(finerThanCountries.isEmpty() ? drawn : finerThanCountries, report);
  }

  private static Optional<Envelope> around(List<Feature> features, Report report) {
    if (features.isEmpty()) {
      return Optional.empty();
    }
    Envelope view = new Envelope();
    for (Feature feature : core(features, report)) {
      view.expandToInclude(feature.geometry().getEnvelopeInternal());
    }
    for (Feature feature : features) {
      Envelope wider = new Envelope(view);
      wider.expandToInclude(feature.geometry().getEnvelopeInternal());
      if (wider.getDiameter() <= 2 * Math.max(view.getDiameter(), MIN_DEGREES)) {
        view = wider;
      }
    }
    double missing = Math.max(0, MIN_DEGREES - Math.max(view.getWidth(), view.getHeight()));
    view.expandBy(view.getWidth() * MARGIN + missing / 2, view.getHeight() * MARGIN + missing / 2);
    return Optional.of(view.intersection(new Envelope(-180, 180, -90, 90)));
  }

  /** The places of the weightiest focus country that has any; else all. */
  private static List<Feature> core(List<Feature> features, Report report) {
    for (Reading.FocusCountry country : report.reading().focus()) {
      List<Feature> inside =
          features.stream()
              .filter(feature -> feature.location().countries().contains(country.iso2()))
              .toList();
      if (!inside.isEmpty()) {
        return events(inside);
      }
    }
    return features;
  }

  /**
   * Where something happened, when that is told. A capital that only speaks, days of travel from
   * the fighting, joins the view where it is near and is left to the frame's edge where it is not.
   */
  private static List<Feature> events(List<Feature> features) {
    List<Feature> events =
        features.stream().filter(feature -> feature.layer() != Layer.SCENES).toList();
    return events.isEmpty() ? features : events;
  }
}
