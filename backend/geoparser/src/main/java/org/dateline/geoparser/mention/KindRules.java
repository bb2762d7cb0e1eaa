package org.dateline.geoparser.mention;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.lexicon.Lexicon;
import org.dateline.geoparser.lexicon.WordClass;
import org.dateline.geoparser.text.ReportText;
import org.dateline.geoparser.text.Token;

/**
 * Tells a place from its government, people or team, and from a part of another name, by grammar.
 */
final class KindRules {

  private static final Set<String> AUXILIARIES =
      Set.of(
          "is",
          "was",
          "has",
          "had",
          "will",
          "would",
          "could",
          "should",
          "may",
          "might",
          "must",
          "seems",
          "seem",
          "appears",
          "can",
          "are",
          "were",
          "have",
          "does",
          "did",
          "est",
          "a",
          "va",
          "veut",
          "semble",
          "doit",
          "peut",
          "pourrait");
  private static final Set<String> BE = Set.of("is", "was", "are", "were", "est", "était");
  private static final Set<String> HAVE = Set.of("has", "had", "have", "a", "avait");

  private final ReportText text;
  private final List<Token> tokens;
  private final Lexicon lexicon;

  KindRules(ReportText text) {
    this.text = text;
    tokens = text.tokens();
    lexicon = text.lexicon();
  }

  MentionKind kind(NameSpan span, EnumSet<Feature> features) {
    if (features.contains(Feature.SEAT_OF_POWER)) {
      return MentionKind.METONYMIC;
    }
    if (isEmbedded(span, features)) {
      return MentionKind.EMBEDDED;
    }
    Place best = span.candidates().get(0).place();
    boolean state = best.isCountry() || best.featureCode().equals("PPLC");
    if (state && (isActor(span, best) || governsActor(span))) {
      return MentionKind.METONYMIC;
    }
    return MentionKind.LITERAL;
  }

  private boolean isEmbedded(NameSpan span, EnumSet<Feature> features) {
    if (features.contains(Feature.BEFORE_ORGANISATION)) {
      return true;
    }
    // "University of X", "Bank of X": a capitalised noun of organisations before "of".
    String of = lower(span.first() - 1, span);
    if (of.equals("of") || of.equals("de") || of.equals("du")) {
      int at = span.first() - 2;
      return text.sameSentence(at, span.first())
          && tokens.get(at).capitalised()
          && lexicon.is(WordClass.ORG_AFTER, tokens.get(at).lower());
    }
    return false;
  }

  /**
   * Whether a word before the name makes it an actor: "according to X", "against X", "support of
   * X".
   */
  private boolean governsActor(NameSpan span) {
    int at = span.first() - 1;
    String before = lower(at, span);
    if (before.equals("the") || before.equals("la") || before.equals("le") || before.equals("l'")) {
      at--;
      before = lower(at, span);
    }
    String twoBack = lower(at - 1, span);
    if (lexicon.is(WordClass.ATTRIBUTION, twoBack + "_" + before) || before.equals("selon")) {
      return true;
    }
    if (lexicon.is(WordClass.EXCLAIM, twoBack + "_" + before)
        || lexicon.is(WordClass.EXCLAIM, before)) {
      return true;
    }
    if (lexicon.is(WordClass.METONYMY_PREPOSITION, before)) {
      return !twoBack.equals("border") && !twoBack.equals("frontière") && !twoBack.equals("area");
    }
    if (before.equals("of") || before.equals("de") || before.equals("du") || before.equals("d'")) {
      return lexicon.is(WordClass.METONYMY_NOUN_OF, twoBack);
    }
    if (lexicon.is(WordClass.POWER_NOUN, before)) {
      return true;
    }
    return listsPowers(at, span);
  }

  /** "powers, such as X", "several countries, including X". */
  private boolean listsPowers(int at, NameSpan span) {
    String before = lower(at, span);
    int noun =
        before.equals("including") || before.equals("like")
            ? at - 1
            : before.equals("as") && lower(at - 1, span).equals("such") ? at - 2 : -1;
    if (noun >= 0 && lower(noun, span).equals(",")) {
      noun--;
    }
    String head = noun < 0 ? "" : lower(noun, span);
    return lexicon.is(WordClass.POWER_NOUN, head)
        || Set.of("countries", "governments", "nations", "pays").contains(head);
  }

  /** Whether the name is the subject of what only a state, its people or its leaders can do. */
  private boolean isActor(NameSpan span, Place place) {
    int at = span.end();
    String next = lower(at, span);
    String before = lower(span.first() - 1, span);
    boolean governed =
        lexicon.is(WordClass.LOCATIVE, before) || before.equals("from") || before.equals("de");
    if (next.equals("'s") || span.lostPossessive()) {
      int noun = next.equals("'s") ? at + 1 : at;
      return lexicon.is(WordClass.POLITICAL_NOUN, lower(noun, span))
          || (lexicon.is(WordClass.POLITICAL_NOUN, lower(noun + 1, span))
              && !lower(noun, span).equals("natural"));
    }
    if (governed) {
      return false;
    }
    if (next.equals(",")
        && (lower(at + 1, span).equals("which") || lower(at + 1, span).equals("qui"))) {
      return acts(at + 2, span);
    }
    if (next.equals(",") && AUXILIARIES.contains(lower(at + 1, span))) {
      return acts(at + 1, span) && place.isCountry();
    }
    return acts(at, span);
  }

  private boolean acts(int verb, NameSpan span) {
    String word = lower(verb, span);
    String next = lower(verb + 1, span);
    if (lexicon.is(WordClass.STATE_VERB, word)) {
      return !word.equals("lost") || !next.isEmpty();
    }
    if (!AUXILIARIES.contains(word)) {
      return false;
    }
    while (Set.of("no", "not", "now", "also", "still", "already", "longer", "increasingly", "pas")
        .contains(next)) {
      verb++;
      if (next.equals("longer") || next.equals("no")) {
        return true;
      }
      next = lower(verb + 1, span);
    }
    if (HAVE.contains(word)) {
      // "has been trapped" happens to a country; "has rejected" is done by a state.
      return !next.equals("been")
          && !next.equals("a")
          && !next.equals("an")
          && !next.equals("the")
          && (next.endsWith("ed") || lexicon.is(WordClass.STATE_VERB, next));
    }
    if (BE.contains(word)) {
      return next.endsWith("ing")
          || next.equals("after")
          || lexicon.is(WordClass.STATE_VERB, next) && !next.endsWith("ed");
    }
    return !next.equals("be") || word.equals("would");
  }

  private String lower(int token, NameSpan span) {
    return text.lower(token, span.first());
  }
}
