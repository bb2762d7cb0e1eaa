package org.dateline.geoparser.place;

import java.util.Set;
import org.dateline.geoparser.mention.NameMatch;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;

/**
 * Tells where an article belongs to a name: "the Ganges", "le Caire", but not "the Paris mayor".
 */
final class Articles {

  private static final Set<String> ENGLISH = Set.of("the");
  private static final Set<String> FRENCH =
      Set.of("le", "la", "l'", "les", "du", "des", "au", "aux");

  private Articles() {}

  /** Returns whether an article stands before a name and speaks of it, not of a noun behind it. */
  static boolean stands(Document document, NameMatch match) {
    int before = match.first() - 1;
    if (before < 0 || !document.sameSentence(before, match.first())) {
      return false;
    }
    boolean french = document.language().equals("fr");
    String word = document.token(before).lower();
    if (!(french ? FRENCH : ENGLISH).contains(word)) {
      return false;
    }
    return french || !qualifiesNoun(document, match);
  }

  /** "the Washington office", "the Geneva Conventions": English puts the noun behind the name. */
  private static boolean qualifiesNoun(Document document, NameMatch match) {
    int next = match.end();
    if (next >= document.size() || !document.sameSentence(match.first(), next)) {
      return false;
    }
    Token token = document.token(next);
    return token.isWord()
            && !token.is(WordClass.FUNCTION)
            && !token.is(WordClass.BE)
            && !token.is(WordClass.HAVE)
            && !token.is(WordClass.LOCATIVE)
            && !token.is(WordClass.AND)
            && token.shape() != Shape.NUMBER
        || token.is('-');
  }
}
