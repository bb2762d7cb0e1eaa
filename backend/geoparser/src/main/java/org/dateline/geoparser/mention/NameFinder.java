package org.dateline.geoparser.mention;

import java.util.ArrayList;
import java.util.List;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.NameScanner;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.text.Dictionary;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;

/**
 * Finds all stretches of a text that read like names of the gazetteer: longest and nested ones,
 * with the candidates that the way they are written allows.
 */
public final class NameFinder {

  /** Longest name looked for, in tokens. */
  private static final int LONGEST = 9;

  /** A possessive that lost its apostrophe is only undone for places as well known as this. */
  private static final long KNOWN_POPULATION = 100_000;

  /**
   * Words that belong to a name though written small: "golfe de Guinée", "Bamako airport". A unit's
   * word does not: "région de Ségou" names Ségou.
   */
  private static final long FEATURES =
      WordClass.bits(
          WordClass.RIVER,
          WordClass.LAKE,
          WordClass.SEA,
          WordClass.MOUNTAIN,
          WordClass.ISLAND,
          WordClass.LAND,
          WordClass.AIRPORT,
          WordClass.COMPASS);

  private static final long PERSONAL =
      WordClass.bits(WordClass.GIVEN_NAME, WordClass.SURNAME, WordClass.PARTICLE);

  private static final long PLACING =
      WordClass.bits(WordClass.LOCATIVE, WordClass.FROM, WordClass.TO);

  private final Gazetteer gazetteer;

  /** Makes a finder over a gazetteer. */
  public NameFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Returns the matches in order of their first token, longer ones first. */
  public List<NameMatch> find(Document document) {
    NameScanner scanner = gazetteer.scanner();
    List<NameMatch> found = new ArrayList<>();
    for (int i = 0; i < document.size(); i++) {
      Token token = document.token(i);
      if (!mayStart(document, i, token)) {
        continue;
      }
      int before = found.size();
      walk(document, i, scanner, found, false);
      if (hasClitic(document, i)) {
        walk(document, i, scanner, found, true);
      }
      if (token.shape() == Shape.CAPITAL && !isKnown(found.subList(before, found.size()))) {
        lostApostrophe(document, i, scanner, found);
      }
      reverse(found, before);
    }
    return found;
  }

  private static boolean isKnown(List<NameMatch> matches) {
    for (NameMatch match : matches) {
      for (Candidate candidate : match.candidates()) {
        Place place = candidate.place();
        if (candidate.kind() == NameKind.DEMONYM
            || place.isCountry()
            || place.isFirstLevel()
            || place.population() >= KNOWN_POPULATION) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns whether some name of the gazetteer starts with a word, or is it. */
  public boolean startsName(String word) {
    NameScanner scanner = gazetteer.scanner();
    scanner.restart();
    return scanner.advance(word) && (scanner.continues() || scanner.matches());
  }

  private static boolean mayStart(Document document, int i, Token token) {
    if (!token.isWord()) {
      return false;
    }
    if (isCurrency(document, i)) {
      return false;
    }
    if (token.shape() != Shape.LOWER) {
      return token.shape() == Shape.UPPER
          || !token.is(WordClass.FUNCTION)
          || mayBeArticle(document, i);
    }
    // Small letters start an adjective ("malien") or a generic word ("golfe de Guinée").
    return !token.is(WordClass.FUNCTION)
        && (!document.language().equals("en")
            || ((token.classes() & FEATURES) != 0 && !token.is(WordClass.COMPASS)));
  }

  /** "US$10,000". */
  private static boolean isCurrency(Document document, int i) {
    return document.is(i + 1, '$') && !document.token(i + 1).spaced();
  }

  /** "La Paz", "El Fasher", "Le Havre": an article may start a name. */
  private static boolean mayBeArticle(Document document, int i) {
    return i + 1 < document.size() && document.token(i + 1).isCapitalised();
  }

  /** Returns whether an elision or a possessive near the token may belong to a name. */
  private static boolean hasClitic(Document document, int start) {
    for (int i = start; i < Math.min(document.size(), start + 4); i++) {
      Token token = document.token(i);
      if (i > start && !token.spaced() && token.text().startsWith("'") && token.isWord()) {
        return true;
      }
      if (token.isWord() && token.text().endsWith("'")) {
        return true;
      }
      if (!token.isWord() && !token.is('-')) {
        return false;
      }
    }
    return false;
  }

  /**
   * Walks on from a token.
   *
   * @param joined whether tokens that an apostrophe parts are read as one: "d'Ivoire", "John's"
   */
  private void walk(
      Document document, int start, NameScanner scanner, List<NameMatch> found, boolean joined) {
    scanner.restart();
    int i = start;
    while (i < document.size() && i - start < LONGEST) {
      Token token = document.token(i);
      if (i > start) {
        if (token.breaks() > 1 || !document.sameSentence(start, i)) {
          return;
        }
        if (token.is('-')
            && !token.spaced()
            && i + 1 < document.size()
            && !document.token(i + 1).spaced()) {
          i++;
          continue;
        }
      }
      if (!token.isWord() && token.shape() != Shape.NUMBER) {
        return;
      }
      int end = i + 1;
      String text = token.text();
      if (joined) {
        while (end < document.size() && isJoin(document, end)) {
          text += document.token(end).text();
          end++;
        }
      }
      boolean continues = scanner.advance(text);
      if (scanner.matches() && (!joined || spansJoin(document, start, end))) {
        List<Candidate> allowed = allowed(document, start, end, scanner.candidates());
        if (isPossessive(document, end - 1) && hasMatch(found, start, end - 1)) {
          // "America's" is America's, unless a name is written so to the letter.
          allowed = allowed.stream().filter(Candidate::exact).toList();
        }
        if (!allowed.isEmpty()) {
          found.add(new NameMatch(start, end, 0, allowed));
        }
      }
      if (!continues) {
        return;
      }
      i = end;
    }
  }

  private static boolean isJoin(Document document, int i) {
    Token token = document.token(i);
    return token.isWord()
        && !token.spaced()
        && (token.text().startsWith("'") || document.token(i - 1).text().endsWith("'"));
  }

  private static boolean isPossessive(Document document, int i) {
    String text = document.token(i).text();
    return text.equals("'s") || text.equals("'");
  }

  private static boolean hasMatch(List<NameMatch> found, int start, int end) {
    for (int i = found.size() - 1; i >= 0 && found.get(i).first() == start; i--) {
      if (found.get(i).end() == end) {
        return true;
      }
    }
    return false;
  }

  private static boolean spansJoin(Document document, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (isJoin(document, i)) {
        return true;
      }
    }
    return false;
  }

  /** "Malis new course": a well-known name whose possessive has lost its apostrophe. */
  private void lostApostrophe(
      Document document, int at, NameScanner scanner, List<NameMatch> found) {
    Token token = document.token(at);
    String text = token.text();
    boolean nounFollows =
        document.sameSentence(at, at + 1)
            && document.token(at + 1).isWord()
            && !document.token(at + 1).is(WordClass.FUNCTION);
    // "Moskaus", "Ruslands": these languages have no apostrophe there that could get lost.
    boolean genitive = document.language().equals("de") || document.language().equals("nl");
    if (!text.endsWith("s")
        || text.length() < 5
        || !(genitive || (nounFollows && !document.hasApostrophes()))
        || Dictionary.of(document.language()).has(token.lower())
        || token.is(WordClass.GIVEN_NAME)) {
      return;
    }
    scanner.restart();
    scanner.advance(text.substring(0, text.length() - 1));
    if (!scanner.matches()) {
      return;
    }
    List<Candidate> known = scanner.candidates().stream().filter(c -> c.kind().isProper()).toList();
    if (isKnown(List.of(new NameMatch(at, at + 1, 1, known)))) {
      // An obscure place that happens to be spelt like the possessive is not meant.
      found.removeIf(match -> match.first() == at && match.end() == at + 1);
      found.add(new NameMatch(at, at + 1, 1, known));
    }
  }

  /** Returns those candidates that may be written the way the tokens are. */
  private static List<Candidate> allowed(
      Document document, int start, int end, List<Candidate> candidates) {
    Token first = document.token(start);
    boolean nameCase = isNameCase(document, start, end);
    List<Candidate> allowed = new ArrayList<>(candidates.size());
    if (end - start == 1 && first.shape() == Shape.UNCASED && isClassed(first)) {
      // "The city" is no Medina: without capitals, a common word cannot tell that it is a name.
      return List.of();
    }
    for (Candidate candidate : candidates) {
      boolean ok =
          switch (candidate.kind()) {
            case DEMONYM ->
                candidate.exact()
                    || (mayBeDemonym(document, first) && !isNameToTheLetter(candidates, candidate));
            case ABBREVIATION -> candidate.exact() || first.text().indexOf('.') >= 0;
            case NAME, PREFERRED, ALTERNATE, HISTORIC, METONYM ->
                (nameCase && !isShoutedWord(document, start, end, candidate))
                    || isCityWord(document, start, end, candidate);
          };
      if (ok) {
        allowed.add(candidate);
      }
    }
    return allowed;
  }

  /**
   * "Algerien" is German for the country, not the French adjective; "Indonesia" is no "indonesia".
   */
  private static boolean isNameToTheLetter(List<Candidate> candidates, Candidate demonym) {
    for (Candidate other : candidates) {
      if (other.kind().isProper()
          && other.exact()
          && other.place().id().equals(demonym.place().id())) {
        return true;
      }
    }
    return false;
  }

  /** Only English tells peoples by a capital: "polish" is no Pole there, "malien" is a Malian. */
  private static boolean mayBeDemonym(Document document, Token first) {
    return switch (first.shape()) {
      case CAPITAL -> true;
      case UPPER -> first.text().length() > 4;
      default -> !document.language().equals("en");
    };
  }

  private static boolean isClassed(Token token) {
    return (token.classes() & ~PERSONAL) != 0;
  }

  /** "in Essen", "nach Halle": a noun, but also a city that one may go to without an article. */
  private static boolean isCityWord(Document document, int start, int end, Candidate candidate) {
    Token token = document.token(start);
    return end - start == 1
        && token.shape() == Shape.LOWER
        && token.startsBig()
        && document.sameSentence(start, start - 1)
        && (document.token(start - 1).classes() & PLACING) != 0
        && !document.is(start - 1, WordClass.DETERMINER)
        && candidate.exact()
        && candidate.place().population() >= KNOWN_POPULATION;
  }

  /** A word of up to four capitals is an acronym, unless the name is written so or all are. */
  private static boolean isShoutedWord(Document document, int start, int end, Candidate candidate) {
    Token token = document.token(start);
    if (end - start != 1
        || token.shape() != Shape.UPPER
        || token.text().length() > 4
        || candidate.exact()) {
      return false;
    }
    // "KYIV, 4 March", "KYIV (Wire) -", "LOMÉ - ".
    boolean dateline =
        document.sentenceOf(start).first() == start
            && document.sameSentence(start, start + 1)
            && document.token(start + 1).shape() == Shape.PUNCTUATION;
    boolean shouting =
        (document.sameSentence(start, start + 1)
                && document.token(start + 1).shape() == Shape.UPPER
                && document.token(start + 1).text().length() > 2)
            || (document.sameSentence(start, start - 1)
                && document.token(start - 1).shape() == Shape.UPPER
                && document.token(start - 1).text().length() > 2);
    return !(dateline || (shouting && !token.is(WordClass.FUNCTION)));
  }

  private static boolean isNameCase(Document document, int start, int end) {
    boolean capital = false;
    for (int i = start; i < end; i++) {
      Token token = document.token(i);
      // "Schwarzes Meer": nouns both, and yet a name.
      boolean bigNoun = token.shape() == Shape.LOWER && end - start > 1 && token.startsBig();
      if (token.shape() == Shape.UNCASED || token.isCapitalised() || bigNoun) {
        capital |= !token.is(WordClass.FUNCTION) || token.shape() == Shape.UPPER || end - start > 1;
      } else if (token.shape() == Shape.LOWER) {
        boolean small =
            token.is(WordClass.FUNCTION)
                || token.is(WordClass.PARTICLE)
                || (token.classes() & FEATURES) != 0
                || (i > start && document.token(i - 1).is('-'))
                || token.text().length() <= 2
                || token.text().startsWith("'");
        if (!small) {
          return false;
        }
      }
    }
    return capital;
  }

  private static void reverse(List<NameMatch> found, int from) {
    List<NameMatch> tail = found.subList(from, found.size());
    tail.sort((a, b) -> b.end() - a.end());
  }
}
