package org.dateline.geoparser.finding;

import java.util.ArrayList;
import java.util.List;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.WordClass;
import org.jspecify.annotations.Nullable;

/** Reads what moves where a sentence has a verb of motion: people, goods or a force. */
final class MotionReader {

  /** Who or what moves stands within so many tokens of the verb. */
  private static final int REACH = 24;

  /** What counts as far away as this many tokens when a clause's edge lies between. */
  private static final int CLAUSE = 12;

  /** "They" stands within so many tokens before the verb. */
  private static final int SUBJECT = 8;

  /** "They" that takes up the sentence before is among its first so many tokens. */
  private static final int OPENING = 4;

  /** So many sentences back may be told who they are. */
  private static final int MEMORY = 2;

  private final Story story;
  private final Reality reality;
  private final List<List<Motion>> motions = new ArrayList<>();

  MotionReader(Story story, Reality reality) {
    this.story = story;
    this.reality = reality;
  }

  /**
   * A motion that the report takes for real.
   *
   * @param verb the word that says so
   * @param continued whether it is said of someone or something that was told of before: "they"
   */
  record Motion(CueHit verb, MovementType type, boolean continued) {

    /** Returns whether the verb alone says that someone had to go. */
    boolean driven() {
      return verb.cue().kind() == CueKind.FLEE;
    }

    /** Returns whether it is no motion of its own but where one has ended: "they live in". */
    boolean stay() {
      return verb.cue().kind() == CueKind.STAY;
    }
  }

  /** Returns the motions of a sentence, in order. */
  List<Motion> motionsIn(int sentence) {
    while (motions.size() <= sentence) {
      motions.add(read(motions.size()));
    }
    return motions.get(sentence);
  }

  private List<Motion> read(int sentence) {
    List<Motion> found = new ArrayList<>();
    for (CueHit hit : story.cuesIn(sentence)) {
      MovementType type =
          isFromSomewhere(sentence, hit) ? MovementType.DISPLACEMENT : type(sentence, hit);
      if (type != null && !reality.isUnreal(hit, sentence)) {
        found.add(new Motion(hit, type, isContinued(sentence, hit)));
      }
    }
    return found;
  }

  /** "They reached", "most have gone to", "the refugees live in". */
  private boolean isContinued(int sentence, CueHit verb) {
    for (CueHit hit : story.cuesIn(sentence)) {
      int gap = verb.first() - hit.end();
      boolean again = hit.cue().kind() == CueKind.THEY || hit.cue().kind() == CueKind.PEOPLE;
      // "Venus de Gao, ils": a participle may open the sentence.
      boolean behind = opensSentence(verb) && gap < 0 && hit.first() - verb.end() <= SUBJECT;
      if (again && (behind || gap >= 0 && gap <= SUBJECT)) {
        return true;
      }
    }
    return isOfSomeNumber(verb);
  }

  private boolean opensSentence(CueHit verb) {
    Document document = story.document();
    return document.language().equals("fr")
        && verb.first() == document.sentenceOf(verb.first()).first();
  }

  /** "About 3,000 have reached": of people whom the sentence does not name. */
  private boolean isOfSomeNumber(CueHit verb) {
    Document document = story.document();
    int i = verb.first() - 1;
    while (document.sameSentence(i, verb.first())
        && verb.first() - i < SUBJECT
        && (document.is(i, WordClass.HAVE)
            || document.is(i, WordClass.BE)
            || document.is(i, WordClass.ADVERB))) {
      i--;
    }
    return document.sameSentence(i, verb.first())
        && i < verb.first() - 1
        && document.token(i).shape() == Shape.NUMBER;
  }

  /** "They live in", "the refugees are now in"; "they" opens the sentence or is people. */
  private boolean isStay(int sentence, CueHit verb) {
    int first = story.document().sentences().get(sentence).first();
    for (CueHit hit : story.cuesIn(sentence)) {
      boolean they = hit.cue().kind() == CueKind.THEY && hit.first() - first < OPENING;
      int gap = verb.first() - hit.end();
      if ((they || hit.cue().kind() == CueKind.PEOPLE) && gap >= 0 && gap <= SUBJECT) {
        return true;
      }
    }
    return false;
  }

  /** What moved in the sentences before, as "they" takes it up; the verb's own kind if nothing. */
  private CueKind moverBefore(int sentence, CueHit verb) {
    boolean event = false;
    for (int s = sentence - 1; s >= 0 && s >= sentence - MEMORY; s--) {
      List<Motion> before = motionsIn(s);
      if (!before.isEmpty()) {
        return switch (before.get(before.size() - 1).type()) {
          case DISPLACEMENT -> CueKind.PEOPLE;
          case SUPPLY -> CueKind.GOODS;
          case TROOP, WITHDRAWAL -> CueKind.TROOPS;
        };
      }
      for (CueHit hit : story.cuesIn(s)) {
        switch (hit.cue().kind()) {
          case PEOPLE, GOODS, TROOPS, PATIENTS -> {
            return hit.cue().kind();
          }
          default ->
              event |= hit.cue().kind().layer == Layer.FIGHTING && hit.cue().eventType() != null;
        }
      }
    }
    // Of nobody in particular, where something has happened: those who live there.
    return event ? CueKind.PEOPLE : verb.cue().kind();
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
      case STAY ->
          isStay(sentence, verb)
              ? switch (mover(sentence, verb)) {
                case PEOPLE -> MovementType.DISPLACEMENT;
                case GOODS -> MovementType.SUPPLY;
                case TROOPS -> MovementType.TROOP;
                default -> null;
              }
              : null;
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
    boolean untold = nearest == verb.cue().kind() && isContinued(sentence, verb);
    return untold ? moverBefore(sentence, verb) : nearest;
  }
}
