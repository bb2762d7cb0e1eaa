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
import org.dateline.geoparser.text.WordClass;
import org.jspecify.annotations.Nullable;

/** Puts each place of a text into the one layer that the weightiest of its sentences speaks for. */
final class PlaceFinder {

  /** Places farther apart are not read off one map. */
  private static final double STORY_METRES = 1_500_000;

  /** The words behind a name that say what it is are no longer than this, in tokens. */
  private static final int LONGEST_APPOSITION = 14;

  private final Story story;
  private final Document document;
  private final List<Movement> movements;
  private final LayerReader reader;
  private final Reality reality;

  /** Who is killed stands this near the verb, in tokens. */
  private static final int TARGET_REACH = 6;

  /** An event that is read at a place this strongly tells more of it than who left it. */
  private static final double EVENT_AT_PLACE = 0.95;

  PlaceFinder(Story story, LayerReader reader, Reality reality, List<Movement> movements) {
    this.story = story;
    this.document = story.document();
    this.reader = reader;
    this.reality = reality;
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
    List<Mention> all =
        mentions.stream().filter(PlacedMention::isNamed).map(PlacedMention::mention).toList();
    boolean wide =
        referent.precision() == Precision.COUNTRY
            || referent.precision() == Precision.SUPRANATIONAL;
    boolean named = mentions.stream().anyMatch(PlacedMention::isPlace);
    Movement movement = movementOf(referent);
    if (wide && movement != null) {
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
      boolean outweighed =
          eventsAt(readings, Layer.FIGHTING) > EVENT_AT_PLACE
              || eventsAt(readings, Layer.SCENES) > EVENT_AT_PLACE;
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

  /** Returns how strongly the sentences together say that an event of a layer was at the place. */
  private static double eventsAt(List<Reading> readings, Layer layer) {
    double sum = 0;
    for (Reading reading : readings) {
      CueHit cue = reading.cue();
      boolean event = cue != null && cue.cue().eventType() != null;
      sum += event && reading.layer() == layer ? reading.strength() : 0;
    }
    return sum;
  }

  /**
   * A place of which no sentence says anything is a scene where the story is, context elsewhere.
   */
  private PlaceFinding silent(Referent referent, List<PlacedMention> mentions, List<Mention> all) {
    List<String> countries = story.focus().countries();
    boolean here = !countries.isEmpty() && referent.countries().contains(countries.get(0));
    PlacedMention locative =
        mentions.stream()
            .filter(m -> m.isNamed() && m.isPlace() && story.linkOf(m) == Story.Link.IN)
            .filter(m -> !reality.isUnreal(document.sentenceIndexOf(m.first())))
            .filter(m -> !reader.isCompared(m))
            .findFirst()
            .orElse(null);
    return here && locative != null && !isArea(referent)
        ? drawn(referent, Layer.SCENES, FeatureRole.SCENE, all, locative, null)
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
    boolean force =
        movement.type() == MovementType.TROOP || movement.type() == MovementType.WITHDRAWAL;
    // A country that sends a force is not where something changed, one that it leaves is.
    boolean sender =
        referent.precision() == Precision.COUNTRY
            && origin == (movement.type() == MovementType.TROOP);
    EventCue event = force && !sender ? LayerReader.CHANGE : null;
    return new PlaceFinding(
        referent,
        layer,
        origin ? FeatureRole.ORIGIN : FeatureRole.DESTINATION,
        all,
        own,
        movement.sentence(),
        event == null ? null : event.eventType(),
        event == null ? null : event.subEventType(),
        near,
        isSensitive(all),
        description(all),
        movement.cue(),
        movement.date());
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
        referent,
        layer,
        role,
        all,
        evidence,
        evidence.sentence(),
        null,
        null,
        false,
        false,
        null,
        null,
        dateOf(story.placed(evidence)));
  }

  private PlaceFinding drawn(
      Referent referent,
      Layer layer,
      FeatureRole role,
      List<Mention> all,
      PlacedMention evidence,
      @Nullable CueHit hit) {
    Event event = event(layer, evidence, hit);
    return new PlaceFinding(
        referent,
        layer,
        role,
        all,
        evidence.mention(),
        story.passage(evidence),
        event.type(),
        event.subType(),
        true,
        isSensitive(all),
        description(all),
        hit == null ? null : document.span(hit.first(), hit.end()).of(document.text()),
        dateOf(evidence));
  }

  private @Nullable ReportDate dateOf(PlacedMention evidence) {
    return story.dateOf(document.sentenceIndexOf(evidence.first()));
  }

  private record Event(@Nullable String type, @Nullable String subType) {}

  /** ACLED's event of the sentence: that of the clearest cue of the layer that names one. */
  private Event event(Layer layer, PlacedMention placed, @Nullable CueHit clearest) {
    int sentence = document.sentenceIndexOf(placed.first());
    if (isParent(placed)) {
      return new Event(null, null);
    }
    CueHit best = null;
    double most = 0;
    for (CueHit hit : reader.eventsAt(placed)) {
      if (hit.cue().kind().layer == layer && hit.cue().eventType() != null) {
        double strength = reader.strength(hit, placed) * specific(hit);
        if (strength > most) {
          best = hit;
          most = strength;
        }
      }
    }
    boolean elsewhere =
        clearest != null
            && clearest.cue().eventType() == null
            && best != null
            && reader.strength(best, placed) * 3 < reader.strength(clearest, placed);
    best = elsewhere ? null : best;
    if (best == null) {
      return new Event(null, null);
    }
    String type = best.cue().eventType();
    String sub = best.cue().subEventType();
    if ("Attack".equals(sub) && hasForceAsTarget(best, sentence)) {
      return new Event("Battles", "Armed clash");
    }
    return new Event(type, sub);
  }

  /** Of two cues in one clause the one that says more exactly what happened counts. */
  private static double specific(CueHit hit) {
    String sub = hit.cue().subEventType();
    if (sub == null) {
      return 1;
    }
    return switch (sub) {
      case "Attack" -> 1;
      case "Armed clash", "Peaceful protest", "Change to group/activity" -> 1.2;
      case "Looting/property destruction", "Shelling/artillery/missile attack" -> 1.5;
      case "Remote explosive/landmine/IED" -> 1.7;
      default -> 2.2;
    };
  }

  /** "killed forty militants", "six soldiers were killed": between forces it is a battle. */
  private boolean hasForceAsTarget(CueHit attack, int sentence) {
    if (story.has(sentence, CueKind.PEOPLE)) {
      return false;
    }
    for (int i = attack.end(); i < attack.end() + TARGET_REACH; i++) {
      if (document.sameSentence(attack.first(), i) && isForce(i)) {
        return true;
      }
    }
    for (int i = attack.first() - 1; i > attack.first() - TARGET_REACH; i--) {
      boolean passive =
          document.sameSentence(attack.first(), i)
              && (document.is(i, WordClass.BE) || document.token(i).lower().equals("été"));
      for (int k = i - 1; passive && k > i - 3 && document.sameSentence(i, k); k--) {
        if (isForce(k)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isForce(int i) {
    return document.is(i, WordClass.FORCE) && !document.is(i, WordClass.ORGANISATION);
  }

  /** "the Makoko district of Lagos", "Solhan, in Yagha province": the event was in the part. */
  private boolean isParent(PlacedMention mention) {
    Story.Link link = story.linkOf(mention);
    if (link != Story.Link.OF && link != Story.Link.IN) {
      return false;
    }
    int governor = story.governorOf(mention);
    for (PlacedMention other : story.inSentence(document.sentenceIndexOf(mention.first()))) {
      int gap = governor - other.end();
      boolean behind = other.isSite() && gap >= 0 && gap <= 2;
      boolean apart =
          behind
              && (gap == 0
                  || document.is(other.end(), ',') && gap == 1
                  || document.is(other.end(), WordClass.DISTRICT)
                  || document.is(other.end(), WordClass.QUARTER));
      if (apart && !document.is(governor, WordClass.TO) || apart && link == Story.Link.OF) {
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
      boolean described = mention.kind() == MentionKind.VAGUE;
      if (described || !placed.isPlace() || hasCampBesides(placed)) {
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
