package org.dateline.geoparser.mention;

import java.util.HashSet;
import java.util.Set;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;

/**
 * The persons a text names, and its memory of them: once "Assimi Goïta" was told to be a person,
 * "Goïta" alone is one.
 */
final class PersonNames {

  private static final long NOT_A_NAME =
      WordClass.bits(
          WordClass.ORGANISATION,
          WordClass.RIVER,
          WordClass.LAKE,
          WordClass.DISTRICT,
          WordClass.REGION,
          WordClass.AIRPORT,
          WordClass.MONTH,
          WordClass.WEEKDAY,
          WordClass.COMPASS);

  private static final long PERSONAL =
      WordClass.bits(WordClass.GIVEN_NAME, WordClass.SURNAME, WordClass.PARTICLE);

  private final boolean[] person;
  private final Set<String> known = new HashSet<>();

  private PersonNames(int size) {
    person = new boolean[size];
  }

  /**
   * Finds the persons.
   *
   * @param placeRuns for each token that starts a run, whether the whole run is the name of a
   *     well-known place
   */
  static PersonNames of(Document document, Runs runs, boolean[] placeRuns) {
    PersonNames names = new PersonNames(document.size());
    names.uncased(document);
    for (int i = 0; i < document.size(); i = Math.max(i + 1, runs.end(i))) {
      Token token = document.token(i);
      if (token.isCapitalised()
          && !token.is(WordClass.FUNCTION)
          && !runs.shouted(i)
          && !placeRuns[i]) {
        int first = withoutTitles(document, i, runs.end(i));
        if (first < runs.end(i) && isPerson(document, i, first, runs.end(i))) {
          names.remember(document, first, runs.end(i));
        }
      }
    }
    return names;
  }

  /**
   * Finds persons in a script without capitals: a given name and the words after it that are of no
   * other class, "محمد المصري".
   */
  private void uncased(Document document) {
    for (int i = 0; i < document.size(); i++) {
      if (document.token(i).shape() == Shape.UNCASED && document.is(i, WordClass.GIVEN_NAME)) {
        int end = i + 1;
        while (end < i + 3 && document.sameSentence(i, end) && mayBeSurname(document.token(end))) {
          end++;
        }
        if (end > i + 1) {
          remember(document, i, end);
          i = end - 1;
        }
      }
    }
  }

  private static boolean mayBeSurname(Token token) {
    return token.shape() == Shape.UNCASED && (token.classes() & ~PERSONAL) == 0;
  }

  /**
   * Returns where a person's name starts in a run: behind its last title ("Oxford GP Dr Tia
   * MacGregor"), else at a given name that another word stands before ("Fargo Dennis Walaker").
   */
  private static int withoutTitles(Document document, int start, int end) {
    for (int i = end - 2; i >= start; i--) {
      if (document.is(i, WordClass.TITLE) && !document.is(i, WordClass.GIVEN_NAME)) {
        return i + 1;
      }
    }
    if (end - start > 2 && !document.is(start, WordClass.GIVEN_NAME)) {
      for (int i = start + 1; i < end - 1; i++) {
        if (document.is(i, WordClass.GIVEN_NAME)) {
          return i;
        }
      }
    }
    return document.is(start, WordClass.TITLE) ? start + 1 : start;
  }

  private static boolean isPerson(Document document, int start, int first, int end) {
    int length = words(document, first, end);
    Token last = document.token(end - 1);
    if (length > 4 || (last.classes() & NOT_A_NAME) != 0 || hasNumber(document, first, end)) {
      return false;
    }
    boolean titled =
        first > start
            || (document.is(start - 1, WordClass.TITLE) && document.sameSentence(start, start - 1));
    boolean given = document.is(first, WordClass.GIVEN_NAME) && first + 1 < end;
    boolean initial = hasInitial(document, first, end);
    if (titled || (length >= 2 && (given || initial))) {
      return true;
    }
    return length >= 2 && (speaks(document, start, end) || isDescribed(document, end));
  }

  private static int words(Document document, int first, int end) {
    int words = 0;
    for (int i = first; i < end; i++) {
      words += document.token(i).isWord() ? 1 : 0;
    }
    return words;
  }

  private static boolean hasNumber(Document document, int first, int end) {
    for (int i = first; i < end; i++) {
      if (document.token(i).shape() == Shape.NUMBER) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasInitial(Document document, int first, int end) {
    for (int i = first; i < end - 1; i++) {
      Token token = document.token(i);
      if (token.text().length() == 2 && token.text().endsWith(".") && token.isCapitalised()) {
        return true;
      }
    }
    return false;
  }

  /** "Idrissa Sall said", "nods Siriki Kouyaté". */
  private static boolean speaks(Document document, int start, int end) {
    boolean before =
        document.is(start - 1, WordClass.SAY)
            && document.sameSentence(start, start - 1)
            && document.token(start - 1).shape() == Shape.LOWER;
    boolean after = document.sameSentence(start, end) && document.is(end, WordClass.SAY);
    return before || after;
  }

  /** "..., 19, of", "..., who fled", "..., a spokesman", "..., chairman of". */
  private static boolean isDescribed(Document document, int end) {
    if (!document.is(end, ',') || !document.sameSentence(end - 1, end + 1)) {
      return false;
    }
    Token next = document.token(end + 1);
    if (next.lower().equals("who") || next.lower().equals("whom")) {
      return true;
    }
    if (next.shape() == Shape.NUMBER && next.text().length() == 2) {
      return true;
    }
    for (int i = end + 1; document.sameSentence(end, i) && i < end + 5; i++) {
      Token token = document.token(i);
      if (token.is(WordClass.ROLE) && token.shape() != Shape.CAPITAL) {
        return true;
      }
      if (!token.isWord() || (token.is(WordClass.FUNCTION) && !token.is(WordClass.DETERMINER))) {
        return false;
      }
    }
    return false;
  }

  private void remember(Document document, int first, int end) {
    for (int i = first; i < end; i++) {
      Token token = document.token(i);
      person[i] = true;
      if (token.shape() != Shape.LOWER
          && token.text().length() > 2
          && !token.is(WordClass.PARTICLE)) {
        known.add(token.lower());
      }
    }
  }

  /** Returns whether the token stands in a person's name. */
  boolean isPerson(int token) {
    return person[token];
  }

  /** Returns whether the word is part of the name of a person that the text introduces. */
  boolean knows(String lower) {
    return known.contains(lower);
  }
}
