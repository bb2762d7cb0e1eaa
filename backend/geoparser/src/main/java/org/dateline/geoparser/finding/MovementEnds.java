package org.dateline.geoparser.finding;

import java.util.ArrayList;
import java.util.List;
import org.dateline.geoparser.finding.MotionReader.Motion;
import org.dateline.geoparser.finding.Story.Link;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.place.Precision;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a sentence where what moves comes from and goes to: "fled A ... says from B, a refugee
 * camp", "At B ... arrives from A", "the withdrawal from A to B and C".
 */
final class MovementEnds {

  /** A place farther from the verb than this, in tokens, does not belong to it. */
  private static final int REACH = 18;

  private final Story story;
  private final Document document;
  private final Reality reality;

  MovementEnds(Story story, Reality reality) {
    this.story = story;
    this.document = story.document();
    this.reality = reality;
  }

  /** Whoever sends a force is a place too: "Kenya sent four hundred police officers". */
  List<PlacedMention> places(int sentence) {
    return story.inSentence(sentence).stream()
        .filter(p -> p.isPlace() || isState(p) || p.isGenitive(document))
        .toList();
  }

  private static boolean isState(PlacedMention mention) {
    Referent referent = mention.mention().referent();
    return referent != null
        && !mention.nested()
        && referent.precision() == Precision.COUNTRY
        && mention.mention().kind() == MentionKind.METONYMIC;
  }

  /** Returns where a motion starts; empty when its sentence does not say. */
  List<PlacedMention> origins(int sentence, Motion motion, List<PlacedMention> places) {
    PlacedMention origin = motion.stay() ? null : origin(sentence, motion, places);
    return origin == null ? List.of() : story.listOf(origin);
  }

  private @Nullable PlacedMention origin(int sentence, Motion motion, List<PlacedMention> places) {
    CueHit verb = motion.verb();
    PlacedMention best = null;
    for (PlacedMention place : places) {
      if (Math.abs(place.first() - verb.end()) > REACH || !isFrom(sentence, place, verb)) {
        continue;
      }
      if (place.first() >= verb.end()) {
        return best == null || !isFromLink(best) ? place : best;
      }
      best = place;
    }
    return best == null ? home(sentence, motion, places) : best;
  }

  private boolean isFromLink(PlacedMention place) {
    return story.linkOf(place) == Link.FROM;
  }

  /** Returns whether a place is where the sentence says that someone or something comes from. */
  private boolean isFrom(int sentence, PlacedMention place, CueHit verb) {
    return switch (story.linkOf(place)) {
      case FROM -> !isWhereSomeoneSpeaks(place);
      case OF -> isFrenchFrom(place, verb);
      case DIRECT -> isLeft(sentence, verb, place);
      // "escaped the fighting in Khartoum".
      case IN ->
          verb.cue().kind() == CueKind.FLEE
              && place.first() > verb.end()
              && hasBetween(sentence, verb.end(), place.first());
      default -> false;
    };
  }

  /** "fled Gao", not "fled Gao; when troops left". */
  private boolean isLeft(int sentence, CueHit verb, PlacedMention place) {
    int from = Math.min(verb.end(), place.end());
    int to = Math.max(verb.first(), place.first());
    return isObjectOf(sentence, place, CueKind.FLEE, CueKind.LEAVE, CueKind.WITHDRAW)
        && !story.crossesClause(from, to);
  }

  private boolean hasBetween(int sentence, CueKind kind, int from, int to) {
    for (CueHit hit : story.cuesIn(sentence)) {
      if (hit.cue().kind() == kind && hit.first() >= from && hit.end() <= to) {
        return true;
      }
    }
    return false;
  }

  private boolean hasBetween(int sentence, int from, int to) {
    for (CueHit hit : story.cuesIn(sentence)) {
      boolean event = hit.cue().kind().layer == Layer.FIGHTING;
      if (event && hit.first() >= from && hit.end() <= to) {
        return to - from <= 8 && !story.crossesClause(from, to);
      }
    }
    return false;
  }

  /** Returns whether a place is what a verb of some kind, that is real, stands directly before. */
  private boolean isObjectOf(int sentence, PlacedMention place, CueKind... kinds) {
    int governor = story.governorOf(place);
    for (CueHit hit : story.cuesIn(sentence)) {
      if (hit.first() <= governor && governor < hit.end()) {
        for (CueKind kind : kinds) {
          if (hit.cue().kind() == kind && !reality.isUnreal(hit, sentence)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** "de" is "of" as often as "from": here it is "from" behind the verb or paired with "à". */
  private boolean isFrenchFrom(PlacedMention place, CueHit verb) {
    if (!document.language().equals("fr")) {
      return false;
    }
    int governor = story.governorOf(place);
    int behind = governor - verb.end();
    boolean adverb = behind == 2 && document.is(verb.end() + 1, WordClass.FUNCTION);
    boolean behindVerb =
        behind == 0
            || behind == 1
            || behind > 0
                && behind <= 4
                && !document.is(governor - 1, WordClass.TOWN)
                && isOnFoot(verb.end(), governor)
            || adverb;
    boolean paired =
        document.sameSentence(place.first(), place.end())
            && (document.is(place.end(), WordClass.TO)
                || document.token(place.end()).lower().equals("vers"));
    boolean town =
        governor > 0
            && document.sameSentence(governor, governor - 1)
            && document.is(governor - 1, WordClass.TOWN);
    return behindVerb || paired && !town;
  }

  /** "venus à pied de Bourzanga": nothing but how they came stands between. */
  private boolean isOnFoot(int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = document.token(i);
      if (!token.isWord() || token.is(WordClass.OF) || token.isCapitalised()) {
        return false;
      }
    }
    return true;
  }

  /** "residents of A have been evacuated", "half of A's people", "Kenya sent police". */
  private @Nullable PlacedMention home(int sentence, Motion motion, List<PlacedMention> places) {
    CueHit verb = motion.verb();
    boolean people = motion.type() == MovementType.DISPLACEMENT;
    boolean sent = verb.cue().kind() == CueKind.SEND || verb.cue().kind() == CueKind.ARRIVE;
    PlacedMention best = null;
    for (PlacedMention place : places) {
      if (place.first() >= verb.first() || verb.first() - place.end() > REACH) {
        continue;
      }
      boolean theirs =
          people && isHomeOfPeople(sentence, place) || isLeftBehind(sentence, motion, place);
      boolean sender =
          motion.type() == MovementType.TROOP
              && sent
              && (isState(place) || isCountry(place))
              && verb.first() - place.end() <= 4
              && !story.crossesClause(place.end(), verb.first())
              && story.linkOf(place) != Link.IN;
      if (theirs || sender) {
        best = place;
      }
    }
    return best == null && people ? struck(sentence, verb, places) : best;
  }

  /** "Mercenaries who had fought in A were sent to B", "After ten years in A, they returned". */
  private boolean isLeftBehind(int sentence, Motion motion, PlacedMention place) {
    boolean moved =
        motion.verb().cue().kind() == CueKind.ARRIVE && motion.type() == MovementType.DISPLACEMENT
            || motion.verb().cue().kind() == CueKind.SEND && motion.type() == MovementType.TROOP;
    int governor = story.governorOf(place);
    boolean opens = governor == document.sentences().get(sentence).first();
    return moved
        && !opens
        && story.linkOf(place) == Link.IN
        && !isWhereTheyStay(document.sentenceIndexOf(place.first()), place)
        && motion.verb().first() - place.end() <= 5;
  }

  private static boolean isCountry(PlacedMention place) {
    Referent referent = place.mention().referent();
    return referent != null && referent.precision() == Precision.COUNTRY;
  }

  private boolean isHomeOfPeople(int sentence, PlacedMention place) {
    int governor = story.governorOf(place);
    boolean of = governor > 0 && document.is(governor, WordClass.OF);
    for (CueHit hit : story.cuesIn(sentence)) {
      if (hit.cue().kind() != CueKind.PEOPLE) {
        continue;
      }
      if (of && hit.end() == governor) {
        return true;
      }
      int after = hit.first() - place.end();
      if (place.isGenitive(document) && after >= 0 && after <= 2) {
        return true;
      }
    }
    return false;
  }

  /** "Rockets hit A, sending thousands towards B": where the blow fell they come from. */
  private @Nullable PlacedMention struck(int sentence, CueHit verb, List<PlacedMention> places) {
    for (PlacedMention place : places) {
      boolean before = place.end() <= verb.first();
      Link link = story.linkOf(place);
      if (!before || link != Link.DIRECT && link != Link.IN && link != Link.NONE) {
        continue;
      }
      for (CueHit hit : story.cuesIn(sentence)) {
        boolean blow =
            hit.cue().kind().layer == Layer.FIGHTING
                && hit.cue().eventType() != null
                && !reality.isUnreal(hit, sentence);
        int distance = place.first() - hit.end();
        if (blow && distance >= 0 && distance <= 4 && isSubordinate(verb)) {
          return place;
        }
      }
    }
    return null;
  }

  /** "..., sending thousands", "..., forcing families". */
  private boolean isSubordinate(CueHit verb) {
    return document.is(verb.first() - 1, ',');
  }

  /**
   * Returns where a motion ends; empty when its sentence does not say.
   *
   * @param from where it starts; null when the sentence does not say
   */
  List<PlacedMention> goals(
      int sentence, Motion motion, @Nullable PlacedMention from, List<PlacedMention> places) {
    CueHit verb = motion.verb();
    List<PlacedMention> goals = new ArrayList<>();
    PlacedMention where = null;
    for (PlacedMention place : places) {
      boolean speaker =
          place.end() <= verb.first()
              && hasBetween(sentence, CueKind.CLAIM, place.end(), verb.first());
      if (place == from
          || speaker
          || isApart(verb, place) && !isWhereSomeoneSpeaks(place)
          || Math.abs(place.first() - verb.end()) > 2 * REACH
          || !isSolid(place)) {
        continue;
      }
      Link link = story.linkOf(place);
      boolean after = place.first() >= verb.end();
      boolean arrives = verb.cue().kind() == CueKind.ARRIVE;
      boolean object = link == Link.DIRECT && isObjectOf(sentence, place, CueKind.ARRIVE);
      boolean towards = link == Link.TO && (after || arrives);
      boolean fallenBack = after && isBehind(sentence, place, CueKind.WITHDRAW);
      if (towards || object || fallenBack) {
        goals.add(place);
        continue;
      }
      boolean brought = arrives || verb.cue().kind() == CueKind.SEND;
      boolean stays = isWhereTheyStay(sentence, place);
      boolean located =
          link == Link.IN
              && (after || brought || stays)
              && (brought || stays || isFrenchGoal(place, verb))
              && (from == null || !isPartOf(place, from));
      boolean behindFlight =
          link == Link.IN && after && motion.driven() && (from == null || !isPartOf(place, from));
      boolean home = motion.type() == MovementType.WITHDRAWAL && isCountry(place) && !after;
      if (where == null
          && (located
              || behindFlight
              || home
              || (link == Link.FROM && isWhereSomeoneSpeaks(place)))) {
        where = place;
      }
    }
    if (goals.isEmpty() && where != null) {
      goals.addAll(story.listOf(where));
    }
    return goals;
  }

  /** Behind a semicolon or colon the sentence speaks of something else. */
  private boolean isApart(CueHit verb, PlacedMention place) {
    for (int i = verb.end(); i < place.first(); i++) {
      if (document.is(i, ';') || document.is(i, ':')) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSolid(PlacedMention place) {
    return place.isPlace() || isState(place);
  }

  /** "fell back on Gao". */
  private boolean isBehind(int sentence, PlacedMention place, CueKind kind) {
    int governor = story.governorOf(place);
    for (CueHit hit : story.cuesIn(sentence)) {
      if (hit.cue().kind() == kind && hit.end() == governor && story.linkOf(place) == Link.IN) {
        return true;
      }
    }
    return false;
  }

  /** "sont arrivés à Gao": behind a verb of motion "à" is "to". */
  private boolean isFrenchGoal(PlacedMention place, CueHit verb) {
    int governor = story.governorOf(place);
    return document.language().equals("fr")
        && governor >= verb.end()
        && document.is(governor, WordClass.TO);
  }

  /** "now live in Gao", "sleep in a mosque in Atbara". */
  private boolean isWhereTheyStay(int sentence, PlacedMention place) {
    for (CueHit hit : story.cuesIn(sentence)) {
      int distance = place.first() - hit.end();
      boolean stay = hit.cue().kind() == CueKind.STAY || hit.cue().kind() == CueKind.ARRIVE;
      if (stay
          && distance >= 0
          && distance <= 12
          && !story.crossesClause(hit.end(), place.first())) {
        return true;
      }
    }
    return false;
  }

  /** "Douentza in Mopti region": the second is where the first lies. */
  private boolean isPartOf(PlacedMention place, PlacedMention from) {
    int governor = story.governorOf(place);
    boolean french = document.language().equals("fr");
    boolean paired = french && governor >= 0 && document.is(governor, WordClass.TO);
    int behind = document.is(from.end(), ',') ? from.end() + 1 : from.end();
    return place.first() > from.end() && governor >= 0 && governor <= behind && !paired;
  }

  /** "he says from Faladié": where the one who speaks, and fled, is now. */
  private boolean isWhereSomeoneSpeaks(PlacedMention place) {
    int governor = story.governorOf(place);
    for (int i = governor - 1; i >= governor - 4 && document.sameSentence(governor, i); i--) {
      if (document.is(i, WordClass.SAY)) {
        return true;
      }
      if (!document.token(i).isWord()) {
        return false;
      }
    }
    return false;
  }
}
