package org.dateline.geoparser.finding;

import java.util.ArrayList;
import java.util.List;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.WordClass;
import org.jspecify.annotations.Nullable;

/** Reads what moves where a sentence has a verb of motion: people, goods or a force. */
final class MotionReader {

  /** Who or what moves stands within so many tokens of the verb. */
  private static final int REACH = 24;

  /** What counts as far away as this many tokens when a clause's edge lies between. */
  private static final int CLAUSE = 12;

  private final Story story;
  private final Reality reality;

  MotionReader(Story story, Reality reality) {
    this.story = story;
    this.reality = reality;
  }

  /**
   * A motion that the report takes for real.
   *
   * @param verb the word that says so
   * @param driven whether the verb alone says that someone had to go
   */
  record Motion(CueHit verb, MovementType type, boolean driven) {}

  /** Returns the motions of a sentence, in order. */
  List<Motion> motionsIn(int sentence) {
    List<Motion> motions = new ArrayList<>();
    for (CueHit hit : story.cuesIn(sentence)) {
      MovementType type =
          isFromSomewhere(sentence, hit) ? MovementType.DISPLACEMENT : type(sentence, hit);
      if (type != null && !reality.isUnreal(hit, sentence)) {
        motions.add(new Motion(hit, type, hit.cue().kind() == CueKind.FLEE));
      }
    }
    return motions;
  }

  /** "refugees from A live in B": the preposition says it. */
  private boolean isFromSomewhere(int sentence, CueHit hit) {
    Document document = story.document();
    return hit.cue().kind() == CueKind.PEOPLE
        && document.sameSentence(hit.first(), hit.end())
        && document.is(hit.end(), WordClass.FROM)
        && !document.is(hit.end(), WordClass.OF)
        && (story.has(sentence, CueKind.STAY) || story.has(sentence, CueKind.DISPLACEMENT));
  }

  private @Nullable MovementType type(int sentence, CueHit verb) {
    return switch (verb.cue().kind()) {
      case FLEE ->
          switch (mover(sentence, verb)) {
            case PATIENTS, GOODS -> null;
            case TROOPS -> MovementType.WITHDRAWAL;
            default -> MovementType.DISPLACEMENT;
          };
      case LEAVE ->
          switch (mover(sentence, verb)) {
            case GOODS -> MovementType.SUPPLY;
            case PEOPLE -> MovementType.DISPLACEMENT;
            case TROOPS -> isAlso(sentence, verb, CueKind.WITHDRAW) ? null : MovementType.TROOP;
            default -> null;
          };
      case WITHDRAW -> mover(sentence, verb) == CueKind.TROOPS ? MovementType.WITHDRAWAL : null;
      case ARRIVE, SEND ->
          switch (mover(sentence, verb)) {
            case GOODS -> MovementType.SUPPLY;
            case TROOPS -> isAlso(sentence, verb, CueKind.WITHDRAW) ? null : MovementType.TROOP;
            case PEOPLE ->
                verb.cue().kind() == CueKind.ARRIVE || story.has(sentence, CueKind.DISPLACEMENT)
                    ? MovementType.DISPLACEMENT
                    : null;
            default -> null;
          };
      default -> null;
    };
  }

  /** "by truck", "en camion": how they came, not what. */
  private boolean isVehicle(CueHit hit) {
    int before = hit.first() - 1;
    return hit.cue().kind() == CueKind.GOODS
        && story.document().sameSentence(before, hit.first())
        && (story.document().is(before, WordClass.BY)
            || story.document().is(before, WordClass.LOCATIVE));
  }

  private boolean isAlso(int sentence, CueHit verb, CueKind kind) {
    for (CueHit hit : story.cuesIn(sentence)) {
      if (hit.cue().kind() == kind && hit.first() == verb.first()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the kind of what stands nearest to the verb and can move; the verb's own if nothing.
   */
  private CueKind mover(int sentence, CueHit verb) {
    CueKind nearest = verb.cue().kind();
    double least = REACH;
    boolean transitive = verb.cue().kind() == CueKind.SEND || verb.cue().kind() == CueKind.WITHDRAW;
    for (CueHit hit : story.cuesIn(sentence)) {
      switch (hit.cue().kind()) {
        case GOODS, TROOPS, PEOPLE, PATIENTS -> {
          boolean after = hit.first() >= verb.end();
          if (hit.first() < verb.end() && verb.first() < hit.end() || isVehicle(hit)) {
            continue;
          }
          double distance = after ? hit.first() - verb.end() : verb.first() - hit.end();
          boolean edge =
              after
                  ? story.crossesClause(verb.end(), hit.first())
                  : story.crossesClause(hit.end(), verb.first());
          distance += edge ? CLAUSE : 0;
          distance += after == transitive ? 0 : after ? 6 : 1.5;
          if (distance < least) {
            least = distance;
            nearest = hit.cue().kind();
          }
        }
        default -> {}
      }
    }
    // "300 Syrians had gone back".
    if (nearest == verb.cue().kind() && story.namesAPeople(sentence)) {
      return CueKind.PEOPLE;
    }
    return nearest;
  }
}
