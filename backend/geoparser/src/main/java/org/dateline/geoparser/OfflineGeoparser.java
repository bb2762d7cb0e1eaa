package org.dateline.geoparser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.finding.FindingRules;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.mention.Recognised;
import org.dateline.geoparser.mention.Recogniser;
import org.dateline.geoparser.mention.VagueFinder;
import org.dateline.geoparser.mention.VagueMention;
import org.dateline.geoparser.place.AreaMaker;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.place.Referents;
import org.dateline.geoparser.place.Resolution;
import org.dateline.geoparser.place.Resolver;
import org.dateline.geoparser.place.VaguePlace;
import org.dateline.geoparser.text.LanguageDetector;
import org.dateline.geoparser.text.ReportText;
import org.dateline.geoparser.text.Span;

/** Geoparses with what is on this machine: text, names, places, findings, in that order. */
public final class OfflineGeoparser implements Geoparser {

  /** Names the state of the rules and weights; a stored answer of another version is made anew. */
  public static final String METHOD_VERSION = "2026.11.1";

  private final Geodata geodata;
  private final Recogniser recogniser;
  private final Resolver resolver;
  private final AreaMaker areas;

  /** Makes a geoparser over geodata. */
  public OfflineGeoparser(Geodata geodata) {
    this.geodata = geodata;
    recogniser = new Recogniser(geodata.gazetteer());
    resolver = new Resolver(geodata.gazetteer());
    areas = new AreaMaker(geodata);
  }

  @Override
  public String version() {
    return METHOD_VERSION;
  }

  @Override
  public Geoparse parse(String text, GeoparseOptions options) {
    String language =
        options.language() == null ? LanguageDetector.detect(text) : options.language();
    ReportText report = ReportText.of(text, language);
    List<Recognised> recognised = recogniser.recognise(report);
    List<Resolution> resolutions = resolver.resolve(report, recognised, options);
    Focus focus = focus(recognised, resolutions, options);
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < recognised.size(); i++) {
      mentions.add(named(report, recognised.get(i), resolutions.get(i)));
    }
    List<Place> places = resolutions.stream().map(Resolution::place).toList();
    for (VagueMention vague : VagueFinder.find(report, recognised)) {
      mentions.add(vague(report, vague, places, focus));
    }
    mentions.sort(
        Comparator.comparingInt((Mention m) -> m.span().start())
            .thenComparingInt(m -> -m.span().end()));
    FindingRules findings = new FindingRules(report, mentions, focus, options.date());
    return new Geoparse(
        text,
        language,
        report.sentences(),
        List.copyOf(mentions),
        findings.places(),
        findings.movements(),
        findings.claims(),
        focus,
        findings.date());
  }

  private Mention named(ReportText report, Recognised recognised, Resolution resolution) {
    Referent referent =
        recognised.facility() == null
            ? Referents.of(resolution.place(), geodata)
            : Referents.facility(resolution.place(), recognised.facility(), geodata);
    int start = report.tokens().get(recognised.first()).start();
    int end = report.tokens().get(recognised.end() - 1).end();
    Span span = new Span(start, lostPossessive(report, recognised, end));
    return new Mention(
        span,
        span.of(report.text()),
        recognised.kind(),
        false,
        report.sentences().get(report.sentenceOf(recognised.first())),
        referent,
        recognised.probability() * resolution.probability(),
        resolution.reasons(),
        resolution.alternatives(),
        resolution.margin(),
        null);
  }

  /** The s of a possessive whose apostrophe was lost is no part of the name. */
  private static int lostPossessive(ReportText report, Recognised recognised, int end) {
    return recognised.lostPossessive() ? end - 1 : end;
  }

  private Mention vague(ReportText report, VagueMention vague, List<Place> places, Focus focus) {
    Span span =
        new Span(
            report.tokens().get(vague.first()).start(), report.tokens().get(vague.end() - 1).end());
    String country = focus.countries().isEmpty() ? "" : focus.countries().get(0);
    AreaMaker.Made made = areas.make(vague.place(), places, country);
    Referent referent = made.referent();
    boolean capital = vague.place() instanceof VaguePlace.CapitalOf;
    return new Mention(
        span,
        span.of(report.text()),
        capital ? MentionKind.LITERAL : MentionKind.VAGUE,
        capital,
        report.sentences().get(report.sentenceOf(vague.first())),
        referent,
        referent == null ? 0.5 : 0.7,
        referent != null && referent.howMade() != null ? List.of(referent.howMade()) : List.of(),
        List.of(),
        1,
        made.reason());
  }

  /** Countries and units by how often and how early they are named; a demonym says half as much. */
  private Focus focus(
      List<Recognised> recognised, List<Resolution> resolutions, GeoparseOptions options) {
    Map<String, Double> countries = new HashMap<>();
    Map<String, Double> units = new HashMap<>();
    for (String country : options.countryBias()) {
      countries.merge(country, 2.0, Double::sum);
    }
    for (int i = 0; i < recognised.size(); i++) {
      Place place = resolutions.get(i).place();
      double weight =
          switch (recognised.get(i).kind()) {
            case LITERAL, VAGUE -> 1;
            case EMBEDDED, DEMONYM -> 0.5;
            case METONYMIC -> 0.4;
          };
      weight *= 1 + 0.5 / (1 + i * 0.2);
      if (!place.country().isEmpty()) {
        countries.merge(place.country(), weight, Double::sum);
        if (!place.isCountry() && !place.admin1().isEmpty()) {
          double unitWeight = weight;
          geodata
              .gazetteer()
              .firstLevel(place.country(), place.admin1())
              .ifPresent(unit -> units.merge(unit.id(), unitWeight, Double::sum));
        }
      }
    }
    return new Focus(ranked(countries), ranked(units));
  }

  private static List<String> ranked(Map<String, Double> weights) {
    return weights.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }
}
