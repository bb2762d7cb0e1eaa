package org.dateline.geoparser.mention;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dateline.geoparser.lexicon.Lexicon;
import org.dateline.geoparser.lexicon.WordClass;
import org.dateline.geoparser.text.ReportText;
import org.dateline.geoparser.text.Token;

/** Who is named in a text: after "Assimi Goïta" once, "Goïta" alone is a person. */
final class PersonMemory {

  private final BitSet inPerson = new BitSet();
  private final Set<String> surnames = new HashSet<>();

  /**
   * Reads a text.
   *
   * @param names where gazetteer names of several tokens stand, which are no persons
   */
  PersonMemory(ReportText text, List<NameSpan> names) {
    BitSet longNames = new BitSet();
    for (NameSpan span : names) {
      if (span.length() > 1) {
        longNames.set(span.first(), span.end());
      }
    }
    List<Token> tokens = text.tokens();
    Lexicon lexicon = text.lexicon();
    int i = 0;
    while (i < tokens.size()) {
      if (!tokens.get(i).capitalised()) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < tokens.size() && text.sameSentence(end, i) && continuesName(tokens, end)) {
        end++;
      }
      read(text, lexicon, i, end, longNames);
      i = end;
    }
  }

  /**
   * Whether a token goes on with a name of capitalised words: "Jean-Paul", "Ould", "al-Bashir",
   * "de".
   */
  private static boolean continuesName(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    if (token.capitalised() && !token.is("'s")) {
      return token.spaceBefore()
          || tokens.get(at - 1).is("-")
          || tokens.get(at - 1).form().endsWith("'");
    }
    boolean linked = at + 1 < tokens.size() && tokens.get(at + 1).capitalised();
    if (token.is("-")) {
      return !token.spaceBefore() && linked && !tokens.get(at + 1).spaceBefore();
    }
    return linked
        && Set.of("al", "el", "bin", "ibn", "ould", "ag", "van", "von", "de", "da", "dos", "ben")
            .contains(token.lower())
        && !Set.of("de", "da").contains(token.lower());
  }

  private void read(ReportText text, Lexicon lexicon, int first, int end, BitSet longNames) {
    List<Token> tokens = text.tokens();
    String before = text.lower(first - 1, first);
    if (before.equals(".")) {
      before = text.lower(first - 2, first);
    }
    boolean titled = lexicon.is(WordClass.TITLES, before);
    int start = first;
    while (start < end - 1
        && lexicon.is(WordClass.TITLES, tokens.get(start).lower().replace(".", ""))) {
      titled = true;
      start++;
    }
    int words = (int) tokens.subList(start, end).stream().filter(Token::word).count();
    boolean given = Lexicon.isGivenName(tokens.get(start).lower()) && !longNames.get(start);
    boolean initial =
        words > 1
            && tokens.subList(start, end).stream().anyMatch(t -> t.form().matches("\\p{Lu}\\."));
    boolean aged =
        words >= 2
            && text.lower(end, first).equals(",")
            && text.lower(end + 1, first).matches("\\d{1,2}")
            && text.lower(end + 2, first).equals(",");
    boolean speaks =
        words == 2
            && !longNames.get(start)
            && !longNames.get(end - 1)
            && (lexicon.is(WordClass.SAY, text.lower(end, first)));
    if (!((given && words > 1) || (titled && words > 0) || initial || aged || speaks)) {
      return;
    }
    if (words > 4 || lexicon.is(WordClass.ORG_AFTER, tokens.get(end - 1).lower())) {
      return;
    }
    inPerson.set(start, end);
    if (words > 1 || titled) {
      surnames.add(tokens.get(end - 1).lower());
    }
  }

  boolean isPerson(int token) {
    return inPerson.get(token);
  }

  boolean isSurname(String lower) {
    return surnames.contains(lower);
  }
}
