package org.dateline.geoparser.finding;

import java.util.ArrayList;
import java.util.List;
import org.dateline.geoparser.finding.MotionReader.Motion;
import org.dateline.geoparser.finding.Story.Link;
import org.dateline.geoparser.place.Precision;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds movements from one place to another. A sentence may tell both ends, or one of them where
 * the sentences before tell the other: "Thousands left A. Most of them reached B.", "B is full.
 * They come from A."
 */
final class MovementFinder {

  /** So many sentences may lie between the two ends. */
  private static final int MEMORY = 3;

  private final Story story;
  private final Document document;
  private final Reality reality;
  private final MotionReader motions;
  private final MovementEnds ends;
  private final List<Movement> movements = new ArrayList<>();

  /** What was last told to move, with the ends that are known; null before anything is. */
  private @Nullable Trail trail;

  /** Where something last happened that people flee from. */
  private @Nullable Trail struck;

  MovementFinder(Story story, Reality reality, MotionReader motions) {
    this.story = story;
    this.document = story.document();
    this.reality = reality;
    this.motions = motions;
    this.ends = new MovementEnds(story, reality);
  }

  /** What moves, and what is known of where from and where to, after a sentence. */
  private record Trail(
      MovementType type, List<PlacedMention> from, List<PlacedMention> to, int sentence) {}

  List<Movement> movements() {
    for (int s = 0; s < document.sentences().size(); s++) {
      PlacedMention blow = placeOfBlow(s);
      if (blow != null) {
        struck = new Trail(MovementType.DISPLACEMENT, List.of(blow), List.of(), s);
      }
      List<PlacedMention> places = ends.places(s);
      for (Motion motion : motions.motionsIn(s)) {
        follow(s, motion, places);
      }
    }
    return movements;
  }

  private void follow(int sentence, Motion motion, List<PlacedMention> places) {
    List<PlacedMention> from = ends.origins(sentence, motion, places);
    List<PlacedMention> to =
        ends.goals(sentence, motion, from.isEmpty() ? null : from.get(0), places);
    if (from.isEmpty() && hasUntold(sentence, Link.FROM, Link.DIRECT)
        || to.isEmpty() && hasUntold(sentence, Link.TO, Link.IN)) {
      // The end that is missing may be the place that nobody could tell.
      trail = null;
      return;
    }
    if (from.isEmpty() && !to.isEmpty()) {
      from = originBefore(sentence, motion);
    } else if (to.isEmpty() && !from.isEmpty()) {
      to = goalBefore(sentence, motion);
    } else if (to.isEmpty() && !motion.stay()) {
      from = leftBehind(sentence, motion);
    }
    for (PlacedMention start : from) {
      for (PlacedMention end : to) {
        add(sentence, motion, start, end);
      }
    }
    if (!from.isEmpty() || !to.isEmpty() && !motion.stay()) {
      trail = new Trail(motion.type(), from, to, sentence);
    }
  }

  private boolean hasUntold(int sentence, Link... links) {
    for (PlacedMention each : story.inSentence(sentence)) {
      if (each.isUntold() && List.of(links).contains(story.linkOf(each))) {
        return true;
      }
    }
    return false;
  }

  /** "Most of them have reached B": whoever they are was told to leave A. */
  private List<PlacedMention> originBefore(int sentence, Motion motion) {
    if (trail != null
        && isFresh(trail, sentence)
        && trail.type() == motion.type()
        && !trail.from().isEmpty()
        && motion.continued()) {
      return trail.from();
    }
    boolean flight = motion.type() == MovementType.DISPLACEMENT;
    boolean fled = flight && !motion.stay() && (motion.driven() || motion.continued());
    boolean retreat = motion.type() == MovementType.WITHDRAWAL;
    return (fled || retreat) && struck != null && isFresh(struck, sentence)
        ? struck.from()
        : List.of();
  }

  /** "They come from A": to where it was just said that they are. */
  private List<PlacedMention> goalBefore(int sentence, Motion motion) {
    boolean elsewhere =
        story.inSentence(sentence).stream()
            .anyMatch(
                p -> p.isSite() && story.linkOf(p) != Link.FROM && story.linkOf(p) != Link.OF);
    if (motion.verb().cue().kind() != CueKind.ARRIVE || elsewhere) {
      return List.of();
    }
    if (trail != null
        && isFresh(trail, sentence)
        && trail.type() == motion.type()
        && !trail.to().isEmpty()
        && motion.continued()) {
      return trail.to();
    }
    PlacedMention topic = sentence == 0 ? null : story.topicOf(sentence - 1);
    return topic != null && (motion.continued() || isSameParagraph(topic, sentence))
        ? List.of(topic)
        : List.of();
  }

  private boolean isSameParagraph(PlacedMention topic, int sentence) {
    for (int s = document.sentenceIndexOf(topic.first()) + 1; s <= sentence; s++) {
      if (document.token(document.sentences().get(s).first()).breaks() > 1) {
        return false;
      }
    }
    return true;
  }

  /** "Thousands left on foot": from the place that the text is at. */
  private List<PlacedMention> leftBehind(int sentence, Motion motion) {
    boolean leaves =
        switch (motion.verb().cue().kind()) {
          case FLEE, LEAVE, WITHDRAW -> true;
          default -> false;
        };
    if (!leaves) {
      return List.of();
    }
    boolean flight = motion.type() == MovementType.DISPLACEMENT;
    if (flight && struck != null && isFresh(struck, sentence)) {
      return struck.from();
    }
    PlacedMention topic = story.topicOf(sentence);
    return topic == null ? List.of() : List.of(topic);
  }

  private static boolean isFresh(Trail trail, int sentence) {
    return sentence - trail.sentence() <= MEMORY;
  }

  /** Returns where a sentence says that something happened which people flee; null if nowhere. */
  private @Nullable PlacedMention placeOfBlow(int sentence) {
    PlacedMention topic = story.topicOf(sentence);
    if (topic == null) {
      return null;
    }
    for (CueHit hit : story.cuesIn(sentence)) {
      boolean blow = hit.cue().kind().layer == Layer.FIGHTING && hit.cue().eventType() != null;
      if (blow && !reality.isUnreal(hit, sentence)) {
        return topic;
      }
    }
    return null;
  }

  private void add(int sentence, Motion motion, PlacedMention from, PlacedMention to) {
    Span words = document.span(motion.verb().first(), motion.verb().end());
    Span told = document.sentences().get(sentence).span();
    Movement movement =
        new Movement(
            motion.type(),
            from.mention(),
            to.mention(),
            covering(told, from.mention().sentence(), to.mention().sentence()),
            words.of(document.text()),
            story.dateOf(sentence));
    if (fits(from, to) && movements.stream().noneMatch(m -> sameEnds(m, movement))) {
      movements.add(movement);
    }
  }

  private static Span covering(Span told, Span from, Span to) {
    return new Span(
        Math.min(told.start(), Math.min(from.start(), to.start())),
        Math.max(told.end(), Math.max(from.end(), to.end())));
  }

  private static boolean sameEnds(Movement a, Movement b) {
    String from = id(a.from().referent());
    String to = id(a.to().referent());
    return from.equals(id(b.from().referent())) && to.equals(id(b.to().referent()))
        || from.equals(id(b.to().referent())) && to.equals(id(b.from().referent()));
  }

  private static String id(@Nullable Referent referent) {
    return referent == null ? "" : referent.id();
  }

  private static boolean fits(PlacedMention from, PlacedMention to) {
    Referent origin = from.mention().referent();
    Referent goal = to.mention().referent();
    if (origin == null || goal == null || origin.id().equals(goal.id())) {
      return false;
    }
    boolean wideOrigin = isWide(origin);
    boolean wideGoal = isWide(goal);
    // Nothing moves from a country to a place within it; between two countries it may.
    boolean within =
        wideOrigin && goal.countries().equals(origin.countries())
            || wideGoal && origin.countries().equals(goal.countries());
    return !within;
  }

  private static boolean isWide(Referent referent) {
    return referent.precision() == Precision.COUNTRY
        || referent.precision() == Precision.SUPRANATIONAL;
  }
}
