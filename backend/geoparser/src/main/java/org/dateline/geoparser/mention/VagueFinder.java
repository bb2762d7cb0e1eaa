package org.dateline.geoparser.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dateline.geoparser.lexicon.Lexicon;
import org.dateline.geoparser.lexicon.WordClass;
import org.dateline.geoparser.place.VaguePlace;
import org.dateline.geoparser.text.ReportText;
import org.dateline.geoparser.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Finds places that are described, not named: "the tri-border area", "northern Mali", "30 km south
 * of Gao".
 */
public final class VagueFinder {

  private static final Set<String> AREA =
      Set.of("area", "region", "zone", "areas", "regions", "district", "frontier");
  private static final Set<String> KILOMETRES =
      Set.of(
          "km",
          "kms",
          "kilometres",
          "kilometers",
          "kilomètres",
          "kilometre",
          "kilometer",
          "miles",
          "mile");
  private static final Set<String> OF = Set.of("of", "de", "du", "d'", "from");
  private static final double KM_PER_MILE = 1.609344;

  private final ReportText text;
  private final List<Token> tokens;
  private final Lexicon lexicon;
  private final Map<Integer, Integer> mentionAt = new HashMap<>();
  private final List<Recognised> mentions;
  private final List<VagueMention> found = new ArrayList<>();

  private VagueFinder(ReportText text, List<Recognised> mentions) {
    this.text = text;
    this.mentions = mentions;
    tokens = text.tokens();
    lexicon = text.lexicon();
    for (int i = 0; i < mentions.size(); i++) {
      if (mentions.get(i).nestedIn() == null) {
        mentionAt.putIfAbsent(mentions.get(i).first(), i);
      }
    }
  }

  /** Returns what is described in a text, in order. */
  public static List<VagueMention> find(ReportText text, List<Recognised> mentions) {
    return new VagueFinder(text, mentions).run();
  }

  private List<VagueMention> run() {
    for (int i = 0; i < tokens.size(); i++) {
      VagueMention mention = at(i);
      if (mention != null) {
        found.add(mention);
        i = mention.end() - 1;
      }
    }
    return found;
  }

  private @Nullable VagueMention at(int i) {
    if (!tokens.get(i).word()) {
      return null;
    }
    VagueMention mention = triBorder(i);
    if (mention == null) {
      mention = offset(i);
    }
    if (mention == null) {
      mention = between(i);
    }
    if (mention == null) {
      mention = capital(i);
    }
    return mention == null ? part(i) : mention;
  }

  /** "tri-border area with A and B", "three-border zone", "zone des trois frontières". */
  private @Nullable VagueMention triBorder(int i) {
    int end = -1;
    String word = lower(i, i);
    if ((word.equals("tri") || word.equals("three") || word.equals("triple"))
        && lower(i + 1, i).equals("-")
        && lower(i + 2, i).startsWith("border")) {
      end = AREA.contains(lower(i + 3, i)) ? i + 4 : i + 3;
    } else if (word.equals("three")
        && lower(i + 1, i).startsWith("border")
        && AREA.contains(lower(i + 2, i))) {
      end = i + 3;
    } else if ((word.equals("zone") || word.equals("région"))
        && lower(i + 1, i).equals("des")
        && lower(i + 2, i).equals("trois")
        && lower(i + 3, i).equals("frontières")) {
      end = i + 4;
    }
    if (end < 0) {
      return null;
    }
    List<Integer> named = new ArrayList<>();
    int at = end;
    while (text.sameSentence(at, i) && at < end + 14) {
      Integer mention = mentionAt.get(at);
      if (mention != null
          && mentions.get(mention).candidates().get(0).place().isCountry()
          && mentions.get(mention).kind() != MentionKind.DEMONYM) {
        named.add(mention);
        at = mentions.get(mention).end();
        continue;
      }
      String next = lower(at, i);
      if (!Set.of(
              "with", "of", "between", "and", ",", "the", "shared", "by", "where", "entre", "avec",
              "et", "le", "la", "du", "de", "(")
          .contains(next)) {
        break;
      }
      at++;
    }
    return new VagueMention(i, end, new VaguePlace.TriBorder(named));
  }

  /** "30 km south of X", "15 kilometres au nord de X". */
  private @Nullable VagueMention offset(int i) {
    String number = tokens.get(i).form().replace(",", ".");
    if (!number.matches("\\d{1,4}(\\.\\d+)?") || !KILOMETRES.contains(lower(i + 1, i))) {
      return null;
    }
    int at = i + 2;
    while (Set.of("to", "the", "au", "à", "l'", "about").contains(lower(at, i))) {
      at++;
    }
    String direction = "";
    int afterDirection = compassEnd(at, i);
    if (afterDirection > at) {
      direction = joined(at, afterDirection);
      at = afterDirection;
    }
    if (!OF.contains(lower(at, i))) {
      return null;
    }
    at++;
    if (Set.of("the", "la", "le", "town", "city", "village").contains(lower(at, i))) {
      at++;
    }
    if (OF.contains(lower(at, i))) {
      at++;
    }
    Integer base = mentionAt.get(at);
    if (base == null) {
      return null;
    }
    double kilometres =
        Double.parseDouble(number) * (lower(i + 1, i).startsWith("mile") ? KM_PER_MILE : 1);
    return new VagueMention(
        i, mentions.get(base).end(), new VaguePlace.Offset(kilometres, direction, base));
  }

  /** "between A and B", "the road from A to B", "the border between A and B". */
  private @Nullable VagueMention between(int i) {
    String word = lower(i, i);
    boolean road =
        (word.equals("from") || word.equals("de"))
            && Set.of("road", "highway", "route", "axe", "stretch").contains(lower(i - 1, i));
    if (!word.equals("between") && !word.equals("entre") && !road) {
      return null;
    }
    Integer one = mentionAt.get(skipArticle(i + 1, i));
    if (one == null) {
      return null;
    }
    int and = mentions.get(one).end();
    String link = lower(and, i);
    if (!(link.equals("and")
        || link.equals("et")
        || (road && (link.equals("to") || link.equals("à"))))) {
      return null;
    }
    Integer other = mentionAt.get(skipArticle(and + 1, i));
    if (other == null || isActor(mentions.get(one)) || isActor(mentions.get(other))) {
      return null;
    }
    boolean countries = isCountry(one) && isCountry(other);
    boolean border = lower(i - 1, i).equals("border") || lower(i - 1, i).equals("frontière");
    if (countries && !border) {
      return null;
    }
    return new VagueMention(i, mentions.get(other).end(), new VaguePlace.Between(one, other));
  }

  private boolean isCountry(int mention) {
    return mentions.get(mention).candidates().get(0).place().isCountry();
  }

  private static boolean isActor(Recognised mention) {
    return mention.kind() == MentionKind.METONYMIC || mention.kind() == MentionKind.DEMONYM;
  }

  /** "the Malian capital", "la capitale malienne". */
  private @Nullable VagueMention capital(int i) {
    Integer people = mentionAt.get(i);
    if (people != null
        && mentions.get(people).kind() == MentionKind.DEMONYM
        && lower(mentions.get(people).end(), i).equals("capital")) {
      return new VagueMention(i, mentions.get(people).end() + 1, new VaguePlace.CapitalOf(people));
    }
    if (lower(i, i).equals("capitale")) {
      Integer after = mentionAt.get(i + 1);
      if (after != null && mentions.get(after).kind() == MentionKind.DEMONYM) {
        return new VagueMention(i, mentions.get(after).end(), new VaguePlace.CapitalOf(after));
      }
    }
    return null;
  }

  /**
   * "northern Mali", "the north of Mali", "the north", "north and central provinces", "le nord du
   * pays".
   */
  private @Nullable VagueMention part(int i) {
    String word = lower(i, i);
    if (tokens.get(i).capitalised() && i != text.firstToken(text.sentenceOf(i))) {
      return null;
    }
    int end = compassEnd(i, i);
    boolean adjective = lexicon.is(WordClass.COMPASS_ADJECTIVE, word);
    if (end == i && !adjective) {
      return null;
    }
    if (adjective) {
      end = i + 1;
    }
    String direction = joined(i, end);
    while (Set.of("and", "et", "or").contains(lower(end, i))
        && (lexicon.is(WordClass.COMPASS_ADJECTIVE, lower(end + 1, i))
            || lexicon.is(WordClass.COMPASS, lower(end + 1, i)))) {
      end += 2;
    }
    Integer base = mentionAt.get(end);
    if (base != null && mentions.get(base).kind() != MentionKind.DEMONYM && isLarge(base)) {
      return new VagueMention(i, mentions.get(base).end(), new VaguePlace.PartOf(direction, base));
    }
    if (lexicon.is(WordClass.VAGUE_NOUN, lower(end, i))) {
      return parts(i, end, direction);
    }
    if (adjective) {
      return null;
    }
    if (OF.contains(lower(end, i)) && !lower(end, i).equals("from")) {
      int at = skipArticle(end + 1, i);
      Integer of = mentionAt.get(at);
      if (of != null && isLarge(of) && mentions.get(of).kind() != MentionKind.DEMONYM) {
        return new VagueMention(i, mentions.get(of).end(), new VaguePlace.PartOf(direction, of));
      }
      if (lower(at, i).equals("country") || lower(at, i).equals("pays")) {
        return new VagueMention(i, at + 1, new VaguePlace.PartOf(direction, null));
      }
      return null;
    }
    boolean article = Set.of("the", "le", "l'", "du", "au").contains(lower(i - 1, i));
    String next = lower(end, i);
    boolean nounFollows =
        text.sameSentence(end, i)
            && tokens.get(end).word()
            && !lexicon.is(WordClass.FUNCTION, next)
            && !lexicon.is(WordClass.PREPOSITION, next)
            && !next.endsWith("ed");
    return article && (!nounFollows || next.equals("are") || next.equals("is"))
        ? new VagueMention(i, end, new VaguePlace.PartOf(direction, null))
        : null;
  }

  /** "central regions of Mopti and Ségou" names them; "northern provinces" names none. */
  private @Nullable VagueMention parts(int i, int end, String direction) {
    int at = end + 1;
    if (OF.contains(lower(at, i))) {
      int name = skipArticle(at + 1, i);
      Integer base = mentionAt.get(name);
      if (base != null
          && mentions.get(base).candidates().stream().anyMatch(c -> c.place().isFirstLevel())
          && !isCountry(base)) {
        return null;
      }
      if (base != null) {
        return new VagueMention(
            i, mentions.get(base).end(), new VaguePlace.PartOf(direction, base));
      }
    }
    return new VagueMention(i, end + 1, new VaguePlace.PartOf(direction, null));
  }

  /** Whether a place is large enough to have parts that news speaks of. */
  private boolean isLarge(int mention) {
    var place = mentions.get(mention).candidates().get(0).place();
    return place.isCountry()
        || place.featureClass() == 'L'
        || place.featureClass() == 'A'
        || mentions.get(mention).candidates().stream().anyMatch(c -> c.place().isFirstLevel());
  }

  private int skipArticle(int at, int sentence) {
    return Set.of("the", "le", "la", "l'").contains(lower(at, sentence)) ? at + 1 : at;
  }

  private int compassEnd(int at, int sentence) {
    if (!lexicon.is(WordClass.COMPASS, lower(at, sentence))) {
      return at;
    }
    boolean hyphen =
        lower(at + 1, sentence).equals("-")
            && lexicon.is(WordClass.COMPASS, lower(at + 2, sentence));
    return hyphen ? at + 3 : at + 1;
  }

  private String joined(int from, int to) {
    StringBuilder word = new StringBuilder();
    for (int i = from; i < to; i++) {
      word.append(tokens.get(i).lower());
    }
    return word.toString().toLowerCase(Locale.ROOT);
  }

  private String lower(int token, int sentence) {
    return text.lower(token, sentence);
  }
}
