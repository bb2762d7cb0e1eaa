package org.dateline.geoparser.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dateline.geoparser.finding.LayerReader.Reading;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.place.Precision;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.place.Sphere;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Span;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;
import org.jspecify.annotations.Nullable;

/** Puts each place of a text into the one layer that the weightiest of its sentences speaks for. */
final class PlaceFinder {

  /** Places farther apart are not read off one map. */
  private static final double STORY_METRES = 1_500_000;

  /** The words behind a name that say what it is are no longer than this, in tokens. */
  private static final int LONGEST_APPOSITION = 14;

  private static final String EXCESSIVE = "Excessive force against protesters";

  private final Story story;
  private final Document document;
  private final List<Movement> movements;
  private final LayerReader reader;

  PlaceFinder(Story story, LayerReader reader, List<Movement> movements) {
    this.story = story;
    this.document = story.document();
    this.reader = reader;
    this.movements = movements;
  }

  List<PlaceFinding> places() {
    Map<String, List<PlacedMention>> byReferent = new LinkedHashMap<>();
    for (PlacedMention each : story.mentions()) {
      Referent referent = each.mention().referent();
      if (referent != null) {
        byReferent.computeIfAbsent(referent.id(), k -> new ArrayList<>()).add(each);
      }
    }
    return byReferent.values().stream().map(this::place).toList();
  }

  private PlaceFinding place(List<PlacedMention> mentions) {
    Referent referent = Objects.requireNonNull(mentions.get(0).mention().referent());
    List<Mention> all = mentions.stream().map(PlacedMention::mention).toList();
    boolean wide =
        referent.precision() == Precision.COUNTRY
            || referent.precision() == Precision.SUPRANATIONAL;
    boolean named = mentions.stream().anyMatch(PlacedMention::isPlace);
    Movement movement = movementOf(referent);
    if (wide && named && movement != null) {
      return movementEnd(referent, movement, layerOf(movement), all, false);
    }
    if (wide || !named) {
      boolean metonym = !wide && all.stream().allMatch(m -> m.kind() == MentionKind.METONYMIC);
      return metonym
          ? undrawn(referent, Layer.METONYMS, FeatureRole.METONYM, all)
          : undrawn(referent, Layer.CONTEXT, FeatureRole.CONTEXT, all);
    }
    List<Reading> readings = mentions.stream().map(reader::read).toList();
    EnumMap<Layer, Double> sums = new EnumMap<>(Layer.class);
    for (Reading reading : readings) {
      if (reading.layer() != null) {
        sums.merge(reading.layer(), reading.strength(), Double::sum);
      }
    }
    if (movement != null) {
      Layer layer =
          movement.type() == MovementType.DISPLACEMENT ? Layer.DISPLACEMENT : Layer.SUPPLY;
      double own = sums.getOrDefault(layer, 0.0) + 1.5;
      boolean outweighed = sums.values().stream().anyMatch(sum -> sum > own);
      if (!outweighed) {
        return movementEnd(referent, movement, layer, all, true);
      }
    }
    Layer best =
        sums.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(null);
    if (best == null) {
      return silent(referent, mentions, all);
    }
    Reading evidence =
        readings.stream()
            .filter(r -> r.layer() == best)
            .max((a, b) -> Double.compare(a.strength(), b.strength()))
            .orElseThrow();
    FeatureRole role =
        best == Layer.SCENES
            ? FeatureRole.SCENE
            : isArea(referent) ? FeatureRole.AREA : FeatureRole.PLACE;
    return drawn(referent, best, role, all, evidence.mention(), evidence.cue());
  }

  /**
   * A place of which no sentence says anything is a scene where the story is, context elsewhere.
   */
  private PlaceFinding silent(Referent referent, List<PlacedMention> mentions, List<Mention> all) {
    List<String> countries = story.focus().countries();
    boolean here = !countries.isEmpty() && referent.countries().contains(countries.get(0));
    PlacedMention locative =
        mentions.stream()
            .filter(m -> m.isPlace() && story.linkOf(m) == Story.Link.IN)
            .findFirst()
            .orElse(null);
    return here && locative != null && !isArea(referent)
        ? drawn(referent, Layer.SCENES, FeatureRole.SCENE, all, locative.mention(), null)
        : undrawn(referent, Layer.CONTEXT, FeatureRole.CONTEXT, all);
  }

  private static boolean isArea(Referent referent) {
    return switch (referent.precision()) {
      case REGION, VAGUE, DISTRICT, NATURAL -> true;
      default -> false;
    };
  }

  private @Nullable Movement movementOf(Referent referent) {
    for (Movement movement : movements) {
      if (isEnd(movement.from(), referent) || isEnd(movement.to(), referent)) {
        return movement;
      }
    }
    return null;
  }

  private static boolean isEnd(Mention end, Referent referent) {
    Referent other = end.referent();
    return other != null && other.id().equals(referent.id());
  }

  private static Layer layerOf(Movement movement) {
    return movement.type() == MovementType.DISPLACEMENT ? Layer.DISPLACEMENT : Layer.SUPPLY;
  }

  private PlaceFinding movementEnd(
      Referent referent, Movement movement, Layer layer, List<Mention> all, boolean mayBeDrawn) {
    boolean origin = isEnd(movement.from(), referent);
    Mention own = origin ? movement.from() : movement.to();
    Mention other = origin ? movement.to() : movement.from();
    boolean near = mayBeDrawn && isNear(referent, Objects.requireNonNull(other.referent()));
    String[] event =
        movement.type() == MovementType.TROOP || movement.type() == MovementType.WITHDRAWAL
            ? new String[] {"Strategic developments", "Change to group/activity"}
            : new String[] {null, null};
    return new PlaceFinding(
        referent,
        layer,
        origin ? FeatureRole.ORIGIN : FeatureRole.DESTINATION,
        all,
        own,
        event[0],
        event[1],
        near,
        isSensitive(all),
        description(all),
        movement.cue());
  }

  /** A far end of a movement is only where the line leads, no place of the story. */
  private boolean isNear(Referent end, Referent other) {
    List<String> countries = story.focus().countries();
    boolean home = !countries.isEmpty() && end.countries().contains(countries.get(0));
    return home || Sphere.metres(end.lon(), end.lat(), other.lon(), other.lat()) < STORY_METRES;
  }

  private PlaceFinding undrawn(
      Referent referent, Layer layer, FeatureRole role, List<Mention> all) {
    Mention evidence =
        all.stream().filter(m -> m.kind() == MentionKind.LITERAL).findFirst().orElse(all.get(0));
    return new PlaceFinding(
        referent, layer, role, all, evidence, null, null, false, false, null, null);
  }

  private PlaceFinding drawn(
      Referent referent,
      Layer layer,
      FeatureRole role,
      List<Mention> all,
      Mention evidence,
      @Nullable CueHit hit) {
    Event event = event(layer, evidence, hit);
    return new PlaceFinding(
        referent,
        layer,
        role,
        all,
        evidence,
        event.type(),
        event.subType(),
        true,
        isSensitive(all),
        description(all),
        hit == null ? null : document.span(hit.first(), hit.end()).of(document.text()));
  }

  private record Event(@Nullable String type, @Nullable String subType) {}

  /** ACLED's event of the sentence: that of the clearest cue of the layer that names one. */
  private Event event(Layer layer, Mention evidence, @Nullable CueHit clearest) {
    PlacedMention placed = story.placed(evidence);
    int sentence = document.sentenceIndexOf(placed.first());
    CueHit best = clearest != null && clearest.cue().eventType() != null ? clearest : null;
    int bestSpecific = best == null ? -1 : specific(best);
    for (CueHit hit : story.cuesIn(sentence)) {
      if (hit.cue().kind().layer == layer
          && hit.cue().eventType() != null
          && !reader.isUnreal(hit, sentence)
          && specific(hit) > bestSpecific) {
        best = hit;
        bestSpecific = specific(hit);
      }
    }
    if (best == null) {
      return new Event(null, null);
    }
    String type = best.cue().eventType();
    String sub = best.cue().subEventType();
    boolean attack = "Attack".equals(sub);
    if (attack && hasForceAsTarget(sentence)) {
      return new Event("Battles", "Armed clash");
    }
    if ("Protests".equals(type) && shootsAtProtesters(sentence)) {
      return new Event("Protests", EXCESSIVE);
    }
    return new Event(type, sub);
  }

  /** Of two cues in one sentence the one that says more exactly what happened counts. */
  private static int specific(CueHit hit) {
    String sub = hit.cue().subEventType();
    if (sub == null) {
      return 0;
    }
    return switch (sub) {
      case "Attack" -> 1;
      case "Armed clash", "Peaceful protest" -> 2;
      default -> 3;
    };
  }

  private boolean hasForceAsTarget(int sentence) {
    int first = document.sentences().get(sentence).first();
    int end = document.sentences().get(sentence).end();
    boolean force = false;
    boolean civilians = false;
    for (int i = first; i < end; i++) {
      Token token = document.token(i);
      force |= token.is(WordClass.FORCE) && !token.is(WordClass.ORGANISATION);
      civilians |=
          token.is(WordClass.TOWN)
              || token.lower().startsWith("civil")
              || token.lower().startsWith("villag");
    }
    return force && !civilians && story.has(sentence, CueKind.TROOPS);
  }

  private boolean shootsAtProtesters(int sentence) {
    for (CueHit hit : story.cuesIn(sentence)) {
      if ("Attack".equals(hit.cue().subEventType())) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String description(List<Mention> mentions) {
    for (Mention mention : mentions) {
      Span words = apposition(story.placed(mention));
      if (words != null) {
        return words.of(document.text());
      }
    }
    return null;
  }

  /** The words behind a name that say what it is: ", a refugee camp on the outskirts of Bamako". */
  private @Nullable Span apposition(PlacedMention mention) {
    int start = mention.end() + 1;
    if (!document.is(mention.end(), ',')
        || !document.sameSentence(mention.first(), start)
        || !document.is(start, WordClass.DETERMINER)) {
      return null;
    }
    int end = start;
    boolean noun = false;
    while (document.sameSentence(start, end)
        && end < start + LONGEST_APPOSITION
        && (document.token(end).isWord()
            || document.is(end, '-')
            || document.token(end).is('\''))) {
      noun |=
          isSiteNoun(end)
              || document.is(end, WordClass.TOWN)
              || document.is(end, WordClass.QUARTER)
              || document.is(end, WordClass.FACILITY)
              || document.is(end, WordClass.CAPITAL)
              || document.is(end, WordClass.REGION)
              || document.is(end, WordClass.DISTRICT)
              || document.is(end, WordClass.AREA);
      if (end > start
          && (document.is(end, WordClass.BE)
              || document.is(end, WordClass.HAVE)
              || document.is(end, WordClass.RELATIVE))) {
        break;
      }
      end++;
    }
    return noun && end - start >= 2 ? document.span(start, end) : null;
  }

  private boolean isSiteNoun(int i) {
    return document.is(i, WordClass.CAMP);
  }

  /** Returns whether a place is a camp or shelter, whose point could harm those who live there. */
  private boolean isSensitive(List<Mention> mentions) {
    for (Mention mention : mentions) {
      PlacedMention placed = story.placed(mention);
      if (!placed.isPlace() || hasCampBesides(placed)) {
        continue;
      }
      Span words = apposition(placed);
      if (words != null && hasCamp(placed.end(), words.end())) {
        return true;
      }
      int sentence = placed.first();
      boolean after =
          document.sameSentence(sentence, placed.end())
              && (isSiteNoun(placed.end())
                  || (document.sameSentence(sentence, placed.end() + 1)
                      && isSiteNoun(placed.end() + 1)
                      && !document.is(placed.end(), ',')));
      int governor = story.governorOf(placed);
      boolean before = hasCampBefore(placed, governor);
      if (after || before) {
        return true;
      }
    }
    return false;
  }

  /** "Faladié, a refugee camp on the outskirts of Bamako": the camp is not Bamako. */
  private boolean hasCampBesides(PlacedMention mention) {
    for (int i = mention.first() - 1;
        i >= mention.first() - 4 && document.sameSentence(i, mention.first());
        i--) {
      if (document.is(i, WordClass.OUTSKIRTS)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasCampBefore(PlacedMention mention, int governor) {
    for (int i = mention.first() - 1; i > governor && i >= mention.first() - 5; i--) {
      if (isSiteNoun(i)) {
        return true;
      }
    }
    // "the camp at Dadaab", "le camp de Mbera".
    return governor > 0
        && document.sameSentence(governor, governor - 1)
        && isSiteNoun(governor - 1)
        && mention.first() - governor <= 2;
  }

  private boolean hasCamp(int firstToken, int endOffset) {
    for (int i = firstToken; i < document.size() && document.token(i).start() < endOffset; i++) {
      if (isSiteNoun(i)) {
        return true;
      }
    }
    return false;
  }
}
