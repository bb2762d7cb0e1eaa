package org.dateline.geoparser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.finding.Findings;
import org.dateline.geoparser.mention.LinearRecogniser;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.mention.NameFinder;
import org.dateline.geoparser.mention.NameMatch;
import org.dateline.geoparser.mention.Recognised;
import org.dateline.geoparser.mention.Recogniser;
import org.dateline.geoparser.mention.SecondLook;
import org.dateline.geoparser.place.Described;
import org.dateline.geoparser.place.DescribedPlaces;
import org.dateline.geoparser.place.RankingResolver;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.place.Referents;
import org.dateline.geoparser.place.Resolution;
import org.dateline.geoparser.place.Resolver;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Sentence;
import org.dateline.geoparser.text.Span;

/**
 * Geoparses with what is on this machine: text to tokens, tokens to names, names to places, places
 * to what the text says of them. One way, each step behind an interface of its own.
 */
public final class OfflineGeoparser implements Geoparser {

  /** Names the state of rules and weights; a stored answer of another version is made anew. */
  public static final String METHOD_VERSION = "2026.11.28";

  /** How sure a description is that was understood, and one that has no definite area. */
  private static final double DESCRIBED = 0.7;

  private final Gazetteer gazetteer;
  private final NameFinder finder;
  private final Recogniser recogniser;
  private final SecondLook secondLook;
  private final Resolver resolver;
  private final Referents referents;
  private final DescribedPlaces descriptions;

  /** Makes a geoparser over geodata. */
  public OfflineGeoparser(Geodata geodata) {
    gazetteer = geodata.gazetteer();
    finder = new NameFinder(gazetteer);
    recogniser = new LinearRecogniser();
    secondLook = new SecondLook(gazetteer);
    resolver = new RankingResolver(gazetteer);
    referents = new Referents(gazetteer);
    descriptions = new DescribedPlaces(geodata, referents);
  }

  @Override
  public String version() {
    return METHOD_VERSION;
  }

  @Override
  public Geoparse parse(String text, GeoparseOptions options) {
    Document document = Document.of(text, options.language(), finder::startsName);
    List<NameMatch> matches = finder.find(document);
    stopIfInterrupted();
    List<Recognised> names =
        secondLook.look(document, recogniser.recognise(document, matches), options.countryBias());
    stopIfInterrupted();
    List<Resolution> resolutions = resolver.resolve(document, names, options);
    stopIfInterrupted();
    Focus focus = focus(resolutions, options);
    List<Mention> mentions = new ArrayList<>();
    for (Resolution resolution : resolutions) {
      mentions.add(mention(document, resolution));
    }
    for (Described described : descriptions.find(document, resolutions, focus)) {
      mentions.add(mention(document, described));
    }
    mentions.sort(
        Comparator.comparingInt((Mention m) -> m.span().start())
            .thenComparingInt(m -> -m.span().end()));
    stopIfInterrupted();
    Findings findings = Findings.read(document, mentions, focus, options.date());
    return new Geoparse(
        text,
        document.language(),
        document.sentences().stream().map(Sentence::span).toList(),
        List.copyOf(mentions),
        findings.places(),
        findings.movements(),
        findings.claims(),
        focus,
        findings.date());
  }

  /** Gives up where the caller no longer waits for the answer. */
  private static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the thread that read the text was interrupted");
    }
  }

  private Mention mention(Document document, Resolution resolution) {
    NameMatch match = resolution.name().match();
    Span span = match.span(document);
    Place place = resolution.place();
    return new Mention(
        span,
        span.of(document.text()),
        resolution.name().kind(),
        false,
        document.sentenceOf(match.first()).span(),
        place == null ? null : referents.of(place),
        resolution.score(),
        resolution.reasons(),
        resolution.evidence(),
        resolution.alternatives(),
        resolution.margin(),
        resolution.notPlacedBecause());
  }

  private static Mention mention(Document document, Described described) {
    Span span = document.span(described.first(), described.end());
    Referent referent = described.referent();
    return new Mention(
        span,
        span.of(document.text()),
        described.definite() ? MentionKind.LITERAL : MentionKind.VAGUE,
        described.definite(),
        document.sentenceOf(described.first()).span(),
        referent,
        DESCRIBED,
        referent == null ? List.of() : List.of(described.why()),
        List.of(),
        List.of(),
        1,
        referent == null ? described.why() : null);
  }

  /** Weighs countries and units by how often, how early and in which sense they are named. */
  private Focus focus(List<Resolution> resolutions, GeoparseOptions options) {
    Map<String, Double> countries = new HashMap<>();
    Map<String, Double> units = new HashMap<>();
    for (String country : options.countryBias()) {
      countries.merge(country, 2.0, Double::sum);
    }
    int rank = 0;
    for (Resolution resolution : resolutions) {
      Place place = resolution.place();
      rank++;
      if (place == null || place.country().isEmpty()) {
        continue;
      }
      double sense =
          switch (resolution.name().kind()) {
            case LITERAL, VAGUE -> 1;
            case EMBEDDED, DEMONYM -> 0.5;
            case METONYMIC -> 0.4;
          };
      double weight = sense * (1 + 0.5 / (1 + rank * 0.2));
      countries.merge(place.country(), weight, Double::sum);
      if (!place.isCountry() && !place.admin1().isEmpty()) {
        gazetteer
            .firstLevel(place.country(), place.admin1())
            .ifPresent(unit -> units.merge(unit.id(), weight, Double::sum));
      }
    }
    return new Focus(heaviestFirst(countries), heaviestFirst(units));
  }

  private static List<String> heaviestFirst(Map<String, Double> weights) {
    return weights.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
