package org.dateline.geoparser.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.Focus;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.Geoparser;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.mention.NameFinder;
import org.dateline.geoparser.mention.NameMatch;
import org.dateline.geoparser.place.Referents;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The baseline that geoparsers are measured against: whatever the words around say, a name means
 * the most populous place that bears it.
 */
public final class MostPopulous implements Geoparser {

  private final Gazetteer gazetteer;
  private final Referents referents;
  private final Function<String, List<Span>> names;

  /**
   * Makes a baseline over names that another system finds.
   *
   * @param names returns where a text names places, UTF-16, in order and without overlap
   */
  public MostPopulous(Gazetteer gazetteer, Function<String, List<Span>> names) {
    this.gazetteer = gazetteer;
    this.names = names;
    this.referents = new Referents(gazetteer);
  }

  /** Makes a baseline that takes every capitalised name of the gazetteer for a place's. */
  static MostPopulous ofEveryName(Gazetteer gazetteer) {
    NameFinder finder = new NameFinder(gazetteer);
    return new MostPopulous(gazetteer, text -> everyName(finder, text));
  }

  private static List<Span> everyName(NameFinder finder, String text) {
    Document document = Document.of(text, null);
    List<NameMatch> longest = new ArrayList<>(finder.find(document));
    longest.sort(Comparator.comparingInt((NameMatch m) -> -m.length()));
    List<NameMatch> kept = new ArrayList<>();
    for (NameMatch match : longest) {
      if (document.token(match.first()).isCapitalised()
          && kept.stream().noneMatch(k -> k.overlaps(match))) {
        kept.add(match);
      }
    }
    return kept.stream()
        .map(match -> document.span(match.first(), match.end()))
        .sorted(Comparator.comparingInt(Span::start))
        .toList();
  }

  @Override
  public Geoparse parse(String text, GeoparseOptions options) {
    Span whole = new Span(0, text.length());
    List<Mention> mentions =
        names.apply(text).stream().map(span -> mention(text, span, whole)).toList();
    return new Geoparse(
        text,
        "en",
        List.of(whole),
        mentions,
        List.of(),
        List.of(),
        List.of(),
        new Focus(List.of(), List.of()),
        null);
  }

  private Mention mention(String text, Span span, Span sentence) {
    Place place = mostPopulous(span.of(text));
    return new Mention(
        span,
        span.of(text),
        MentionKind.LITERAL,
        false,
        sentence,
        place == null ? null : referents.of(place),
        1,
        place == null ? List.of() : List.of("the most populous place of this name"),
        List.of(),
        List.of(),
        1,
        place == null ? "the gazetteer has no place of this name" : null);
  }

  private @Nullable Place mostPopulous(String name) {
    return gazetteer.named(name).stream()
        .map(Candidate::place)
        .max(Comparator.comparingLong(Place::population))
        .orElse(null);
  }

  @Override
  public String version() {
    return "most-populous";
  }
}
