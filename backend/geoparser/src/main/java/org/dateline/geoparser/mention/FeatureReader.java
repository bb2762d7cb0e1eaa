package org.dateline.geoparser.mention;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geodata.gazetteer.Tier;
import org.dateline.geoparser.lexicon.Lexicon;
import org.dateline.geoparser.lexicon.WordClass;
import org.dateline.geoparser.place.Containment;
import org.dateline.geoparser.text.ReportText;
import org.dateline.geoparser.text.Token;

/** Reads the features of the names in one text. */
final class FeatureReader {

  private static final Set<String> STREETS =
      Set.of(
          "street",
          "st",
          "avenue",
          "ave",
          "road",
          "rd",
          "boulevard",
          "blvd",
          "drive",
          "lane",
          "way",
          "court",
          "place",
          "rue",
          "square");

  private final ReportText text;
  private final List<Token> tokens;
  private final Lexicon lexicon;
  private final PersonMemory persons;
  private final Map<Integer, List<NameSpan>> byFirst = new HashMap<>();
  private final Map<Integer, List<NameSpan>> byEnd = new HashMap<>();
  private final Set<String> small = new HashSet<>();
  private final Set<String> placed = new HashSet<>();
  private final Set<String> countries = new HashSet<>();
  private final boolean[] titleCase;

  FeatureReader(ReportText text, List<NameSpan> names) {
    this.text = text;
    tokens = text.tokens();
    lexicon = text.lexicon();
    persons = new PersonMemory(text, names);
    for (NameSpan span : names) {
      byFirst.computeIfAbsent(span.first(), k -> new java.util.ArrayList<>(2)).add(span);
      byEnd.computeIfAbsent(span.end(), k -> new java.util.ArrayList<>(2)).add(span);
    }
    for (Token token : tokens) {
      if (token.word() && Character.isLowerCase(token.form().codePointAt(0))) {
        small.add(token.lower());
      }
    }
    titleCase = new boolean[text.sentences().size()];
    for (int s = 0; s < titleCase.length; s++) {
      titleCase[s] = isTitleCase(s);
    }
    for (NameSpan span : names) {
      if (strongContext(span)) {
        placed.add(key(span));
      }
      Candidate best = span.candidates().get(0);
      if (best.place().isCountry()
          && (best.kind() == NameKind.NAME || best.kind() == NameKind.DEMONYM)) {
        countries.add(best.place().country());
      }
    }
  }

  private boolean isTitleCase(int sentence) {
    int words = 0;
    int capitals = 0;
    for (int i = text.firstToken(sentence); i < text.endToken(sentence); i++) {
      Token token = tokens.get(i);
      if (token.word() && token.form().length() > 3) {
        words++;
        if (token.capitalised()) {
          capitals++;
        }
      }
    }
    return words >= 3 && capitals * 10 >= words * 8;
  }

  private String key(NameSpan span) {
    return text.text()
        .substring(tokens.get(span.first()).start(), tokens.get(span.end() - 1).end());
  }

  private String lower(int token, NameSpan span) {
    return text.lower(token, span.first());
  }

  private boolean strongContext(NameSpan span) {
    return span.namesPlace()
        && (lexicon.is(WordClass.LOCATIVE, lower(span.first() - 1, span)) || parentAfter(span))
        && !persons.isPerson(span.first());
  }

  /**
   * Whether ", Parent" stands behind, where the parent is a country or unit that holds a place so
   * named.
   */
  boolean parentAfter(NameSpan span) {
    int at = span.end();
    boolean bracket = lower(at, span).equals("(");
    if (!lower(at, span).equals(",") && !bracket) {
      return false;
    }
    for (NameSpan parent : byFirst.getOrDefault(at + 1, List.of())) {
      if (text.sameSentence(at + 1, span.first()) && holds(parent, span)) {
        return true;
      }
    }
    return false;
  }

  static boolean holds(NameSpan parent, NameSpan child) {
    for (Candidate p : parent.candidates()) {
      if (p.kind() == NameKind.DEMONYM) {
        continue;
      }
      for (Candidate c : child.candidates()) {
        if (c.kind() != NameKind.DEMONYM && Containment.holds(p.place(), c.place())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean placeAndCommaBefore(NameSpan span) {
    if (!lower(span.first() - 1, span).equals(",")) {
      return false;
    }
    for (NameSpan child : byEnd.getOrDefault(span.first() - 1, List.of())) {
      if (child.namesPlace()
          && text.sameSentence(child.first(), span.first())
          && holds(span, child)) {
        return true;
      }
    }
    return false;
  }

  EnumSet<Feature> read(NameSpan span) {
    EnumSet<Feature> f = EnumSet.of(Feature.BIAS);
    gazetteer(span, f);
    word(span, f);
    before(span, f);
    behind(span, f);
    elsewhere(span, f);
    return f;
  }

  private void gazetteer(NameSpan span, EnumSet<Feature> f) {
    long population = 0;
    boolean name = false;
    boolean places = false;
    for (Candidate candidate : span.candidates()) {
      if (candidate.kind() == NameKind.DEMONYM) {
        continue;
      }
      Place place = candidate.place();
      places = true;
      name |= candidate.kind() == NameKind.NAME;
      if (candidate.kind() == NameKind.ABBREVIATION) {
        f.add(place.isCountry() ? Feature.ABBREVIATION_OF_COUNTRY : Feature.ABBREVIATION);
      } else if (candidate.kind() == NameKind.METONYM) {
        f.add(Feature.SEAT_OF_POWER);
      } else if (place.isCountry()) {
        f.add(Feature.COUNTRY);
      } else if (place.featureClass() == 'L') {
        f.add(Feature.CONTINENT_OR_REGION);
      } else if (place.isFirstLevel()) {
        f.add(Feature.FIRST_LEVEL);
      } else if (place.featureCode().equals("ADM2")) {
        f.add(Feature.SECOND_LEVEL);
      } else if (place.featureClass() == 'H' || place.featureClass() == 'T') {
        f.add(Feature.WATER_OR_RELIEF);
      }
      if (place.featureCode().equals("PPLC") && candidate.kind() == NameKind.NAME) {
        f.add(Feature.CAPITAL);
      }
      if (place.tier() != Tier.WORLD) {
        f.add(Feature.SUPPLEMENT);
      }
      if (candidate.exact()) {
        f.add(Feature.ACCENTS_AGREE);
      }
      if (place.isPopulated()) {
        population = Math.max(population, place.population());
      }
    }
    if (!places) {
      return;
    }
    if (population >= 1_000_000) {
      f.add(Feature.POPULATION_1M);
    } else if (population >= 100_000) {
      f.add(Feature.POPULATION_100K);
    } else if (population >= 10_000) {
      f.add(Feature.POPULATION_10K);
    } else if (population >= 1_000) {
      f.add(Feature.POPULATION_1K);
    } else {
      f.add(Feature.NO_POPULATION);
    }
    if (!name) {
      f.add(Feature.ALTERNATE_ONLY);
      if (population < 100_000) {
        f.add(Feature.ALTERNATE_SMALL);
      }
    }
    if (span.candidates().size() > 5) {
      f.add(Feature.MANY_PLACES);
    }
    if (span.lostPossessive()) {
      f.add(Feature.LOST_POSSESSIVE);
    }
  }

  private void word(NameSpan span, EnumSet<Feature> f) {
    Token first = tokens.get(span.first());
    if (span.length() == 2) {
      f.add(Feature.TWO_TOKENS);
    } else if (span.length() > 2) {
      f.add(Feature.MORE_TOKENS);
    } else {
      boolean known =
          f.contains(Feature.COUNTRY)
              || f.contains(Feature.POPULATION_1M)
              || f.contains(Feature.CONTINENT_OR_REGION);
      if (Lexicon.isCommonWord(first.lower())) {
        f.add(Feature.COMMON_WORD);
        if (!known) {
          f.add(Feature.COMMON_WORD_SMALL_PLACE);
        }
      }
      if (Lexicon.isGivenName(first.lower())) {
        f.add(Feature.GIVEN_NAME);
      }
      if (lexicon.is(WordClass.MONTHS, first.lower())) {
        f.add(Feature.MONTH);
      }
      if (first.form().length() <= 3) {
        f.add(Feature.SHORT);
      }
      if (first.allCaps()) {
        f.add(Feature.ALL_CAPS);
      }
    }
    int sentence = text.sentenceOf(span.first());
    if (titleCase[sentence]) {
      f.add(Feature.TITLE_CASE);
    }
    if (startsSentence(span.first())) {
      if (isDateline(span)) {
        f.add(Feature.DATELINE);
      } else {
        f.add(Feature.SENTENCE_START);
        if (f.contains(Feature.COMMON_WORD)) {
          f.add(Feature.SENTENCE_START_COMMON);
        }
      }
    }
  }

  private boolean startsSentence(int token) {
    int first = text.firstToken(text.sentenceOf(token));
    while (first < token && !tokens.get(first).word()) {
      first++;
    }
    return first == token;
  }

  /**
   * "GOMA, 12 March -", "BAMAKO (Reuters) -", "Paris —": a place at the head of a sentence before a
   * dash.
   */
  private boolean isDateline(NameSpan span) {
    int limit = Math.min(span.end() + 12, text.endToken(text.sentenceOf(span.first())));
    for (int i = span.end(); i < limit; i++) {
      Token token = tokens.get(i);
      if (token.is("—") || (token.is("-") && token.spaceBefore())) {
        return i == span.end() || !tokens.get(span.end()).word();
      }
    }
    return false;
  }

  private void before(NameSpan span, EnumSet<Feature> f) {
    String previous = lower(span.first() - 1, span);
    if (previous.isEmpty()) {
      return;
    }
    Token token = tokens.get(span.first() - 1);
    if (previous.equals("the")
        || previous.equals("la")
        || previous.equals("le")
        || previous.equals("les")
        || previous.equals("l'")) {
      f.add(Feature.AFTER_THE);
      previous = lower(span.first() - 2, span);
    }
    if (lexicon.is(WordClass.COMPASS_ADJECTIVE, previous)
        || lexicon.is(WordClass.COMPASS, previous)) {
      f.add(Feature.AFTER_COMPASS);
    } else if (lexicon.is(WordClass.LOCATIVE, previous)) {
      f.add(Feature.AFTER_LOCATIVE);
    } else if (previous.equals("of")
        || previous.equals("de")
        || previous.equals("du")
        || previous.equals("d'")
        || previous.equals("des")) {
      f.add(placeNounOf(span) ? Feature.AFTER_PLACE_NOUN : Feature.AFTER_OF);
    } else if (lexicon.is(WordClass.MOTION, previous)) {
      f.add(Feature.AFTER_MOTION);
    } else if (lexicon.is(WordClass.PREPOSITION, previous)) {
      f.add(Feature.AFTER_PREPOSITION);
    }
    if (f.contains(Feature.AFTER_THE)) {
      return;
    }
    if (lexicon.is(WordClass.PLACE_NOUN_BEFORE, previous)) {
      f.add(Feature.AFTER_PLACE_NOUN);
    }
    if (previous.equals("and") || previous.equals("et") || previous.equals("&")) {
      f.add(previous.equals("&") ? Feature.AFTER_AMPERSAND : Feature.AFTER_AND);
    }
    if (placeAndCommaBefore(span)) {
      f.add(Feature.AFTER_PLACE_AND_COMMA);
    }
    if (previous.equals("-") && !token.spaceBefore() && !tokens.get(span.first()).spaceBefore()) {
      f.add(Feature.AFTER_HYPHEN);
    }
    String title = previous.equals(".") ? lower(span.first() - 2, span) : previous;
    if (lexicon.is(WordClass.TITLES, title.replace(".", ""))) {
      f.add(Feature.AFTER_TITLE);
    } else if (token.capitalised() && !token.is("'s")) {
      if (Lexicon.isGivenName(previous)) {
        f.add(Feature.AFTER_GIVEN);
      } else if (token.form().matches("\\p{Lu}\\.?")) {
        f.add(Feature.AFTER_INITIAL);
      } else if (!f.contains(Feature.AFTER_COMPASS)
          && !lexicon.is(WordClass.PREPOSITION, previous)) {
        f.add(
            startsSentence(span.first() - 1)
                ? Feature.AFTER_CAPITAL_AT_START
                : Feature.AFTER_CAPITAL);
      }
    }
    if (Character.isDigit(token.form().charAt(0))) {
      f.add(Feature.AFTER_NUMBER);
    }
  }

  private boolean placeNounOf(NameSpan span) {
    int at = span.first() - 2;
    if (lower(at, span).equals("the")) {
      at--;
    }
    String noun = lower(at, span);
    return lexicon.is(WordClass.PLACE_NOUN_BEFORE, noun)
        || lexicon.is(WordClass.UNIT_REGION, noun)
        || lexicon.is(WordClass.UNIT_DISTRICT, noun)
        || lexicon.is(WordClass.UNIT_TOWN, noun);
  }

  private void behind(NameSpan span, EnumSet<Feature> f) {
    String next = lower(span.end(), span);
    if (next.isEmpty()) {
      return;
    }
    Token token = tokens.get(span.end());
    if (next.equals("'s") || next.equals("'")) {
      f.add(Feature.BEFORE_POSSESSIVE);
    } else if (next.equals("-") && !token.spaceBefore()) {
      f.add(Feature.BEFORE_HYPHEN);
    } else if (parentAfter(span)) {
      f.add(Feature.BEFORE_PARENT);
    } else if (token.word() && STREETS.contains(next) && token.capitalised()) {
      f.add(Feature.BEFORE_STREET);
    } else if (lexicon.is(WordClass.PLACE_NOUN_AFTER, next)) {
      f.add(Feature.BEFORE_PLACE_NOUN);
    } else if (token.capitalised() && lexicon.is(WordClass.ORG_AFTER, next)) {
      f.add(Feature.BEFORE_ORGANISATION);
    } else if (lexicon.is(WordClass.SAY, next)) {
      f.add(Feature.BEFORE_SAY);
    } else if (token.form().matches("\\p{Lu}\\.")) {
      f.add(Feature.BEFORE_INITIAL);
    } else if (token.capitalised()
        && token.spaceBefore()
        && !lexicon.is(WordClass.FUNCTION, next)) {
      f.add(Feature.BEFORE_CAPITAL);
    } else if (Character.isDigit(token.form().charAt(0))) {
      f.add(Feature.BEFORE_NUMBER);
    }
    if (next.equals(",")
        && lower(span.end() + 1, span).matches("\\d{1,2}")
        && lower(span.end() + 2, span).equals(",")) {
      f.add(Feature.BEFORE_AGE);
    }
  }

  private void elsewhere(NameSpan span, EnumSet<Feature> f) {
    if (persons.isPerson(span.first()) || persons.isPerson(span.end() - 1)) {
      f.add(Feature.PERSON_HERE);
    } else if (span.length() == 1 && persons.isSurname(tokens.get(span.first()).lower())) {
      f.add(Feature.PERSON_ELSEWHERE);
    }
    if (placed.contains(key(span)) && !strongContext(span)) {
      f.add(Feature.PLACE_ELSEWHERE);
    }
    if (span.length() == 1 && small.contains(tokens.get(span.first()).lower())) {
      f.add(Feature.SMALL_ELSEWHERE);
    }
    for (Candidate candidate : span.candidates()) {
      if (!candidate.place().isCountry()
          && candidate.kind() == NameKind.NAME
          && countries.contains(candidate.place().country())) {
        f.add(Feature.COUNTRY_NAMED);
        break;
      }
    }
    for (int first = Math.max(0, span.first() - 6); first <= span.first(); first++) {
      for (NameSpan other : byFirst.getOrDefault(first, List.of())) {
        if (other.length() > span.length() && other.contains(span)) {
          f.add(Feature.INSIDE_LONGER_NAME);
        }
      }
    }
  }
}
