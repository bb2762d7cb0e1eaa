package org.dateline.geoparser.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dateline.geoparser.finding.MotionReader.Motion;
import org.dateline.geoparser.finding.PlacedMention.Manner;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;
import org.jspecify.annotations.Nullable;

/** Reads from the cues of a sentence which layer it speaks for at one of its places. */
final class LayerReader {

  private static final EventCue FLIGHT = new EventCue(CueKind.DISPLACEMENT, false, null, null);
  private static final EventCue DELIVERY = new EventCue(CueKind.SUPPLY, false, null, null);

  /** A force that comes or goes. */
  static final EventCue CHANGE =
      new EventCue(CueKind.SUPPLY, false, "Strategic developments", "Change to group/activity");

  private static final double WEAK = 0.5;
  private static final double SCENE = 0.7;

  /** "in Bamako" says more of what happens there than "Bamako residents". */
  private static final double LOCATED = 1.3;

  /** What a sentence says that names no place may have happened elsewhere. */
  private static final double IMPLIED = 0.5;

  /** Cues beyond a clause's edge count for less. */
  private static final double OTHER_CLAUSE = 0.35;

  /** What only colours a sentence must stand near a place to say something of it. */
  private static final double VAGUELY = 0.25;

  /** "Birao has since been captured": so many tokens may stand between. */
  private static final int PASSIVE = 5;

  /** "Faladié, a refugee camp on the outskirts of": so many tokens may stand between. */
  private static final int APPOSITION = 10;

  private final Story story;
  private final Document document;
  private final Reality reality;
  private final MotionReader motions;

  LayerReader(Story story, Reality reality, MotionReader motions) {
    this.story = story;
    this.document = story.document();
    this.reality = reality;
    this.motions = motions;
  }

  /**
   * What one mention says of its place.
   *
   * @param layer the layer its sentence speaks for, null when it speaks for none
   * @param strength how clearly
   * @param cue the cue that says so; null when there is none
   */
  record Reading(
      PlacedMention mention, @Nullable Layer layer, double strength, @Nullable CueHit cue) {}

  Reading read(PlacedMention mention) {
    Reading nothing = new Reading(mention, null, 0, null);
    if (!mention.isPlace() || isLandmark(mention) || isCompared(mention)) {
      return nothing;
    }
    if (story.isDateline(mention)) {
      return new Reading(mention, Layer.SCENES, VAGUELY, null);
    }
    EnumMap<Layer, Double> sums = new EnumMap<>(Layer.class);
    EnumMap<Layer, CueHit> clearest = new EnumMap<>(Layer.class);
    EnumMap<Layer, Boolean> firm = new EnumMap<>(Layer.class);
    EnumMap<Layer, Double> most = new EnumMap<>(Layer.class);
    double link = weight(mention);
    for (CueHit hit : eventsAt(mention)) {
      Layer layer = Objects.requireNonNull(hit.cue().kind().layer);
      boolean silent = !mention.isNamed() && !saysWithoutName(mention, hit);
      if (silent || overlaps(hit, mention)) {
        continue;
      }
      boolean taken = hit.cue().kind() == CueKind.SEIZE;
      firm.merge(layer, !hit.cue().weak() || taken, Boolean::logicalOr);
      double strength = link * strength(hit, mention);
      sums.merge(layer, strength, Double::sum);
      if (strength > most.getOrDefault(layer, 0.0)) {
        most.put(layer, strength);
        clearest.put(layer, hit);
      }
    }
    return sums.entrySet().stream()
        // Soldiers alone supply nobody.
        .filter(
            sum ->
                firm.getOrDefault(sum.getKey(), false)
                    || sum.getKey() != Layer.SUPPLY && sum.getValue() > VAGUELY)
        .max(Map.Entry.comparingByValue())
        .map(
            best ->
                new Reading(mention, best.getKey(), best.getValue(), clearest.get(best.getKey())))
        .orElse(nothing);
  }

  private double weight(PlacedMention mention) {
    if (mention.manner() == Manner.IMPLIED) {
      return IMPLIED;
    }
    return story.linkOf(mention) == Story.Link.IN ? LOCATED : 1;
  }

  /** A place that is not named is where something happened, no more than a scene otherwise. */
  private static boolean saysWithoutName(PlacedMention mention, CueHit hit) {
    Layer layer = hit.cue().kind().layer;
    boolean event = hit.cue().eventType() != null && layer != Layer.SUPPLY;
    boolean told = layer == Layer.DISPLACEMENT || layer == Layer.SCENES;
    return event || mention.manner() != Manner.IMPLIED && told;
  }

  /**
   * Returns the cues in a mention's sentence that may speak for a layer at its place and that the
   * report takes for real.
   */
  List<CueHit> eventsAt(PlacedMention mention) {
    int sentence = document.sentenceIndexOf(mention.first());
    List<CueHit> events = new ArrayList<>();
    for (CueHit hit : story.cuesIn(sentence)) {
      boolean taken = hit.cue().kind() != CueKind.SEIZE || isTaken(hit, mention, sentence);
      if (taken && hit.cue().kind().layer != null && !reality.isUnreal(hit, sentence)) {
        events.add(hit);
      }
    }
    boolean uncontested = events.stream().anyMatch(hit -> CueSense.UNCONTESTED.equals(hit.cue()));
    for (Motion motion : uncontested ? List.<Motion>of() : motions.motionsIn(sentence)) {
      boolean people = motion.type() == MovementType.DISPLACEMENT;
      if (people ? motion.driven() : isEndOf(motion, mention)) {
        CueHit verb = motion.verb();
        events.add(new CueHit(verb.first(), verb.end(), cueOf(motion.type())));
      }
    }
    return events;
  }

  /** "took the town of Rubaya": nothing stands between, and a force is there to take it. */
  private boolean isTaken(CueHit hit, PlacedMention mention, int sentence) {
    if (hit.cue().weak() && !story.has(sentence, CueKind.TROOPS)) {
      return false;
    }
    int governor = story.governorOf(mention);
    boolean object = governor >= hit.first() && governor < hit.end();
    int gap = hit.first() - mention.end();
    boolean subject =
        gap > 0 && gap <= PASSIVE && document.is(hit.first() - 1, WordClass.BE)
            || gap > 0 && gap <= PASSIVE && document.token(hit.first() - 1).lower().equals("été");
    return object || subject && !story.crossesClause(mention.end(), hit.first());
  }

  /** Whether something went from, to or into a place, not only while it was spoken of. */
  private boolean isEndOf(Motion motion, PlacedMention mention) {
    CueHit verb = motion.verb();
    return switch (story.linkOf(mention)) {
      case FROM, TO -> true;
      case DIRECT -> {
        int governor = story.governorOf(mention);
        yield governor >= verb.first() && governor < verb.end();
      }
      case IN -> verb.cue().kind() != CueKind.LEAVE || mention.first() > verb.end();
      case OF -> mention.first() > verb.end();
      default -> verb.cue().kind() == CueKind.SEND;
    };
  }

  private static EventCue cueOf(MovementType type) {
    return switch (type) {
      case DISPLACEMENT -> FLIGHT;
      case SUPPLY -> DELIVERY;
      case TROOP, WITHDRAWAL -> CHANGE;
    };
  }

  private static boolean overlaps(CueHit hit, PlacedMention mention) {
    return hit.first() < mention.end() && mention.first() < hit.end();
  }

  /** Returns how much a cue says of what happens at a place. */
  double strength(CueHit hit, PlacedMention mention) {
    int distance =
        hit.first() < mention.first()
            ? mention.first() - hit.end() + 1
            : hit.first() - mention.end() + 1;
    double strength = 1 / (1 + distance / 8.0);
    if (hit.cue().weak() && hit.cue().kind() != CueKind.SEIZE) {
      strength *= WEAK;
    }
    if (hit.cue().kind() == CueKind.SCENES && hit.cue().eventType() == null) {
      strength *= SCENE;
    }
    return crossesClause(hit, mention) ? strength * OTHER_CLAUSE : strength;
  }

  private boolean crossesClause(CueHit hit, PlacedMention mention) {
    return hit.first() < mention.first()
        ? story.crossesClause(hit.end(), mention.first())
        : story.crossesClause(mention.end(), hit.first());
  }

  /** "on the outskirts of Bamako", "30 km from Gao": said of another place, by way of this one. */
  private boolean isLandmark(PlacedMention mention) {
    boolean described = mention.mention().kind() == MentionKind.VAGUE;
    int nearest =
        described ? Math.min(mention.first() + 2, mention.end() - 1) : mention.first() - 1;
    for (int i = nearest;
        i >= mention.first() - 4 && document.sameSentence(i, mention.first());
        i--) {
      Token token = document.token(i);
      boolean landmark =
          token.is(WordClass.OUTSKIRTS)
              || token.is(WordClass.DISTANCE)
              || token.is(WordClass.BORDER) && described;
      if (landmark) {
        return hasOtherPlaceBefore(mention);
      }
    }
    return false;
  }

  private boolean hasOtherPlaceBefore(PlacedMention mention) {
    for (PlacedMention other : story.inSentence(document.sentenceIndexOf(mention.first()))) {
      int gap = mention.first() - other.end();
      if (other.isSite() && gap >= 0 && gap <= APPOSITION) {
        return true;
      }
    }
    return false;
  }

  /** "like Iraq", "another Mogadishu", "born in Kigali". */
  boolean isCompared(PlacedMention mention) {
    int before = mention.first() - 1;
    if (!document.sameSentence(mention.first(), before)) {
      return false;
    }
    Token token = document.token(before);
    boolean like =
        token.is(WordClass.LIKE) && document.token(before).lower().matches("like|unlike|comme");
    if (like || token.lower().equals("another") || token.lower().equals("autre")) {
      return true;
    }
    for (CueHit hit : story.cuesIn(document.sentenceIndexOf(before))) {
      if (hit.cue().kind() == CueKind.BIRTH
          && mention.first() - hit.end() <= 3
          && mention.first() >= hit.end()) {
        return true;
      }
    }
    return false;
  }
}
