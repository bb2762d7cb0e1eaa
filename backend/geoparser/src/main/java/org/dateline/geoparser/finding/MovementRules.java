package org.dateline.geoparser.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dateline.geoparser.lexicon.WordClass;
import org.dateline.geoparser.text.ReportText;
import org.dateline.geoparser.text.Token;
import org.jspecify.annotations.Nullable;

/** Finds movements: "fled A ... says from B", "at B ... arrives from A", "withdrew from A to B". */
final class MovementRules {

  private static final Set<String> TO =
      Set.of("to", "into", "towards", "toward", "for", "à", "vers", "jusqu'à", "au", "aux");
  private static final Set<String> FROM = Set.of("from", "de", "depuis", "d'", "du");
  private static final Set<String> TROOPS =
      Set.of(
          "troops",
          "soldiers",
          "mercenaries",
          "peacekeepers",
          "reinforcements",
          "contingent",
          "fighters",
          "instructors",
          "troupes",
          "soldats",
          "mercenaires",
          "renforts",
          "instructeurs",
          "combattants",
          "forces");

  private final ReportText text;
  private final SentenceMentions bySentence;
  private final List<Movement> movements = new ArrayList<>();

  MovementRules(ReportText text, SentenceMentions bySentence) {
    this.text = text;
    this.bySentence = bySentence;
  }

  List<Movement> movements() {
    for (int s = 0; s < text.sentences().size(); s++) {
      List<SentenceMentions.Placed> sites =
          bySentence.in(s).stream().filter(p -> p.isSite() || isFarCountry(p)).toList();
      if (sites.size() >= 2) {
        sentence(s, sites);
      }
    }
    return movements;
  }

  /** A country can be where something came from or went, though not where it happened. */
  private static boolean isFarCountry(SentenceMentions.Placed placed) {
    return placed.mention().referent() != null
        && placed.mention().kind() == org.dateline.geoparser.mention.MentionKind.LITERAL;
  }

  private void sentence(int s, List<SentenceMentions.Placed> sites) {
    int verb = -1;
    MovementType type = null;
    for (int i = text.firstToken(s); i < text.endToken(s); i++) {
      MovementType found = type(text.tokens().get(i), s);
      if (found != null) {
        verb = i;
        type = found;
        SentenceMentions.Placed from = origin(verb, type, sites);
        SentenceMentions.Placed to = from == null ? null : destination(verb, from, sites);
        if (from != null && to != null && add(type, from, to, s, verb)) {
          return;
        }
      }
    }
  }

  private boolean add(
      MovementType type,
      SentenceMentions.Placed from,
      SentenceMentions.Placed to,
      int s,
      int verb) {
    var origin = from.mention().referent();
    var goal = to.mention().referent();
    if (origin == null
        || goal == null
        || origin.id().equals(goal.id())
        || !(from.isSite() || to.isSite())) {
      return false;
    }
    // A place does not move to the country or region that it lies in.
    boolean within =
        goal.countries().equals(origin.countries()) && (!from.isSite() || !to.isSite());
    if (within) {
      return false;
    }
    movements.add(
        new Movement(
            type,
            from.mention(),
            to.mention(),
            text.sentences().get(s),
            text.tokens().get(verb).form()));
    return true;
  }

  private @Nullable MovementType type(Token token, int sentence) {
    String word = token.lower();
    if (text.lexicon().is(WordClass.WITHDRAW, word) && anyOf(sentence, TROOPS)) {
      return MovementType.WITHDRAWAL;
    }
    if (text.lexicon().is(WordClass.FLEE, word)) {
      return MovementType.DISPLACEMENT;
    }
    if (text.lexicon().is(WordClass.ARRIVE, word)) {
      if (has(sentence, WordClass.DISPLACEMENT)) {
        return MovementType.DISPLACEMENT;
      }
      if (!has(sentence, WordClass.SUPPLY)) {
        return null;
      }
      return anyOf(sentence, TROOPS)
              && !anyOf(
                  sentence,
                  Set.of(
                      "weapons",
                      "delivery",
                      "deliveries",
                      "armes",
                      "livraison",
                      "livraisons",
                      "ammunition",
                      "munitions"))
          ? MovementType.TROOP
          : MovementType.SUPPLY;
    }
    return null;
  }

  /** Behind "fled", or anywhere behind the verb after "from". */
  private SentenceMentions.@Nullable Placed origin(
      int verb, MovementType type, List<SentenceMentions.Placed> sites) {
    boolean flees = text.lexicon().is(WordClass.FLEE, text.tokens().get(verb).lower());
    for (SentenceMentions.Placed site : sites) {
      int distance = site.first() - verb;
      String preposition = bySentence.preposition(site);
      if (distance <= 0 || distance > 14) {
        continue;
      }
      if (flees && distance <= 6 && (preposition.isEmpty() || FROM.contains(preposition))) {
        return site;
      }
      if (FROM.contains(preposition)
          && !saysFrom(site)
          && (type != MovementType.DISPLACEMENT || !flees || distance <= 8)) {
        return site;
      }
    }
    return null;
  }

  /**
   * After "to", where someone speaks from, or where it arrives: a place after a locative before the
   * verb.
   */
  private SentenceMentions.@Nullable Placed destination(
      int verb, SentenceMentions.Placed from, List<SentenceMentions.Placed> sites) {
    for (SentenceMentions.Placed site : sites) {
      if (site == from || site.first() < verb) {
        continue;
      }
      String preposition = bySentence.preposition(site);
      if (TO.contains(preposition)
          || saysFrom(site)
          || (site.first() > from.first()
              && site.first() - from.end() < 10
              && text.lexicon().is(WordClass.LOCATIVE, preposition))) {
        return site;
      }
      boolean arrives = text.lexicon().is(WordClass.ARRIVE, text.tokens().get(verb).lower());
      if (arrives && text.lexicon().is(WordClass.LOCATIVE, preposition)) {
        return site;
      }
    }
    for (SentenceMentions.Placed site : sites) {
      if (site != from
          && site.first() < verb
          && text.lexicon().is(WordClass.LOCATIVE, bySentence.preposition(site))) {
        return site;
      }
    }
    return null;
  }

  /** "he says from X": where the one who speaks now is. */
  private boolean saysFrom(SentenceMentions.Placed site) {
    String preposition = bySentence.preposition(site);
    if (!preposition.equals("from") && !preposition.equals("depuis")) {
      return false;
    }
    int at = site.first() - 1;
    for (int steps = 0; steps < 6; steps++, at--) {
      if (text.lexicon().is(WordClass.SAY, text.lower(at, site.first()))) {
        return true;
      }
    }
    return false;
  }

  private boolean has(int sentence, WordClass words) {
    for (int i = text.firstToken(sentence); i < text.endToken(sentence); i++) {
      if (text.lexicon().is(words, text.tokens().get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private boolean anyOf(int sentence, Set<String> words) {
    for (int i = text.firstToken(sentence); i < text.endToken(sentence); i++) {
      if (words.contains(text.tokens().get(i).lower())) {
        return true;
      }
    }
    return false;
  }
}
