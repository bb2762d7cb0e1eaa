package org.dateline.geoparser.finding;

import java.util.ArrayList;
import java.util.List;
import org.dateline.geoparser.finding.Story.Link;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a sentence says moved from one place to another: "fled A ... says from B, a refugee
 * camp", "At B ... arrives from A", "withdrew from A to B".
 */
final class MovementFinder {

  /** A place farther from the verb than this, in tokens, does not belong to it. */
  private static final int REACH = 16;

  private final Story story;
  private final Document document;
  private final LayerReader reader;

  MovementFinder(Story story, LayerReader reader) {
    this.story = story;
    this.document = story.document();
    this.reader = reader;
  }

  List<Movement> movements() {
    List<Movement> movements = new ArrayList<>();
    for (int s = 0; s < document.sentences().size(); s++) {
      List<PlacedMention> places =
          story.inSentence(s).stream().filter(PlacedMention::isPlace).toList();
      if (places.size() < 2) {
        continue;
      }
      for (CueHit hit : story.cuesIn(s)) {
        Movement movement = movement(s, hit, places);
        if (movement != null && movements.stream().noneMatch(m -> sameEnds(m, movement))) {
          movements.add(movement);
        }
      }
    }
    return movements;
  }

  private static boolean sameEnds(Movement a, Movement b) {
    return id(a.from().referent()).equals(id(b.from().referent()))
        && id(a.to().referent()).equals(id(b.to().referent()));
  }

  private static String id(@Nullable Referent referent) {
    return referent == null ? "" : referent.id();
  }

  private @Nullable Movement movement(int sentence, CueHit verb, List<PlacedMention> places) {
    MovementType type = type(sentence, verb);
    if (type == null || reader.isUnreal(verb, sentence)) {
      return null;
    }
    PlacedMention from = origin(verb, places);
    PlacedMention to = from == null ? null : destination(verb, from, places);
    if (from == null || to == null || !fits(from, to)) {
      return null;
    }
    return new Movement(
        type,
        from.mention(),
        to.mention(),
        document.sentences().get(sentence).span(),
        document.span(verb.first(), verb.end()).of(document.text()));
  }

  private static boolean fits(PlacedMention from, PlacedMention to) {
    Referent origin = from.mention().referent();
    Referent goal = to.mention().referent();
    if (origin == null || goal == null || origin.id().equals(goal.id())) {
      return false;
    }
    boolean bothWide = !from.isSite() && !to.isSite();
    // Nothing moves from a country to a place within it; between two countries it may.
    boolean within =
        !from.isSite() && goal.countries().equals(origin.countries())
            || !to.isSite() && origin.countries().equals(goal.countries());
    return bothWide ? !origin.countries().equals(goal.countries()) : !within;
  }

  private @Nullable MovementType type(int sentence, CueHit verb) {
    boolean people =
        story.has(sentence, CueKind.PEOPLE) || story.has(sentence, CueKind.DISPLACEMENT);
    boolean troops = story.has(sentence, CueKind.TROOPS);
    boolean goods = story.has(sentence, CueKind.GOODS);
    return switch (verb.cue().kind()) {
      case FLEE -> {
        boolean driven = isFlight(verb) || story.has(sentence, CueKind.DISPLACEMENT);
        if (driven && (people || isFlight(verb)) && !(troops && !isFlight(verb))) {
          yield MovementType.DISPLACEMENT;
        }
        // "left", said of a force, is said of its withdrawal.
        boolean leaves = troops && story.has(sentence, CueKind.WITHDRAW);
        yield goods
            ? MovementType.SUPPLY
            : leaves
                ? null
                : troops ? MovementType.TROOP : people ? MovementType.DISPLACEMENT : null;
      }
      case WITHDRAW -> troops && !goods ? MovementType.WITHDRAWAL : null;
      case ARRIVE ->
          goods
              ? MovementType.SUPPLY
              : troops ? MovementType.TROOP : people ? MovementType.DISPLACEMENT : null;
      case SEND -> goods ? MovementType.SUPPLY : troops ? MovementType.TROOP : null;
      default -> null;
    };
  }

  /** "fled" says by itself that someone was driven out; "left" and "crossed" do not. */
  private boolean isFlight(CueHit verb) {
    String word = document.token(verb.first()).lower();
    return word.startsWith("fl")
        || word.startsWith("fui")
        || word.equals("fuyant")
        || word.equals("fuyaient");
  }

  private @Nullable PlacedMention origin(CueHit verb, List<PlacedMention> places) {
    boolean leaves = verb.cue().kind() == CueKind.FLEE || verb.cue().kind() == CueKind.WITHDRAW;
    PlacedMention best = null;
    for (PlacedMention place : places) {
      int distance = place.first() - verb.end();
      if (distance < -REACH || distance > REACH) {
        continue;
      }
      Link link = story.linkOf(place);
      boolean after = distance >= 0;
      boolean from =
          link == Link.FROM && !isWhereSomeoneSpeaks(place)
              || (link == Link.OF && isFrenchFrom(place, verb));
      boolean object = after && leaves && link == Link.DIRECT && governs(verb, place);
      if ((from && (after || verb.cue().kind() != CueKind.FLEE)) || object) {
        return place;
      }
      if (from && best == null) {
        best = place;
      }
    }
    return best;
  }

  private boolean governs(CueHit verb, PlacedMention place) {
    int governor = story.governorOf(place);
    return governor >= verb.first() && governor < verb.end();
  }

  /** "de" is "of" as often as "from": here it is "from" behind the verb or paired with "à". */
  private boolean isFrenchFrom(PlacedMention place, CueHit verb) {
    if (!document.language().equals("fr")) {
      return false;
    }
    int governor = story.governorOf(place);
    Token before =
        governor > 0 && document.sameSentence(governor, governor - 1)
            ? document.token(governor - 1)
            : null;
    boolean behindVerb = governor >= verb.end() && governor - verb.end() <= 1;
    boolean paired =
        document.sameSentence(place.first(), place.end())
            && (document.is(place.end(), WordClass.TO)
                || document.token(place.end()).lower().equals("vers"));
    return behindVerb || (paired && before != null && !before.is(WordClass.TOWN));
  }

  private @Nullable PlacedMention destination(
      CueHit verb, PlacedMention from, List<PlacedMention> places) {
    PlacedMention where = null;
    for (PlacedMention place : places) {
      if (place == from || Math.abs(place.first() - verb.end()) > 2 * REACH) {
        continue;
      }
      Link link = story.linkOf(place);
      boolean after = place.first() >= verb.end();
      boolean arrives = verb.cue().kind() == CueKind.ARRIVE;
      if (link == Link.TO && after) {
        return place;
      }
      if (arrives && after && link == Link.DIRECT && governs(verb, place)) {
        return place;
      }
      boolean located =
          link == Link.IN
              && (after || arrives || verb.cue().kind() == CueKind.SEND)
              && !isPartOf(place, from);
      if (where == null && (located || (link == Link.FROM && isWhereSomeoneSpeaks(place)))) {
        where = place;
      }
    }
    return where;
  }

  /** "Douentza in Mopti region": the second is where the first lies. */
  private boolean isPartOf(PlacedMention place, PlacedMention from) {
    int governor = story.governorOf(place);
    boolean french = document.language().equals("fr");
    boolean paired = french && governor >= 0 && document.is(governor, WordClass.TO);
    return place.first() > from.end() && governor >= 0 && governor <= from.end() + 1 && !paired;
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
