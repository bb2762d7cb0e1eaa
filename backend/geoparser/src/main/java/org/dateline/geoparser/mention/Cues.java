package org.dateline.geoparser.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.text.Dictionary;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;

/** Reads the cues of the names in one text. */
final class Cues {

  static final long GENERIC_HEADS =
      WordClass.bits(
          WordClass.REGION,
          WordClass.DISTRICT,
          WordClass.TOWN,
          WordClass.QUARTER,
          WordClass.AREA,
          WordClass.RIVER,
          WordClass.LAKE,
          WordClass.ISLAND,
          WordClass.LAND,
          WordClass.CAPITAL,
          WordClass.OUTSKIRTS,
          WordClass.AIRPORT,
          WordClass.CAMP,
          WordClass.COUNTRY,
          WordClass.MOUNTAIN,
          WordClass.BORDER);

  private static final int COUNT = Cue.values().length;

  /** A place of fewer inhabitants is obscure where the text does not name its country. */
  private static final long OBSCURE_POPULATION = 50_000;

  private final Document document;
  private final Dictionary dictionary;
  private final Runs runs;
  private final PersonNames persons;
  private final OrganisationNames organisations;
  private final Set<String> smallWords = new HashSet<>();
  private final Set<String> namedCountries = new HashSet<>();
  private final Map<Integer, NameMatch> longestAt = new HashMap<>();
  private final Map<Integer, List<NameMatch>> endingAt = new HashMap<>();

  Cues(
      Document document,
      List<NameMatch> matches,
      Runs runs,
      PersonNames persons,
      OrganisationNames organisations) {
    this.document = document;
    this.dictionary = Dictionary.of(document.language());
    this.runs = runs;
    this.persons = persons;
    this.organisations = organisations;
    for (NameMatch match : matches) {
      if (match.candidates().isEmpty()) {
        continue;
      }
      longestAt.merge(match.first(), match, (a, b) -> a.length() >= b.length() ? a : b);
      endingAt.computeIfAbsent(match.end(), k -> new ArrayList<>(2)).add(match);
      Place best = match.candidates().get(0).place();
      if (best.isCountry() && !document.is(match.first(), WordClass.GIVEN_NAME)) {
        namedCountries.add(best.country());
      }
    }
    for (int i = 0; i < document.size(); i++) {
      if (document.token(i).shape() == Shape.LOWER) {
        smallWords.add(document.token(i).lower());
      }
    }
  }

  /** Returns the cues of a name, indexed by their ordinals. */
  double[] of(NameMatch match) {
    double[] v = new double[COUNT];
    set(v, Cue.BIAS, true);
    set(v, Cue.ROAD, match.candidates().isEmpty() && isRoad(match));
    gazetteer(match, v);
    writing(match, v);
    before(match, v);
    after(match, v);
    surroundings(match, v);
    combined(match, v);
    return v;
  }

  private static void set(double[] values, Cue cue, boolean holds) {
    if (holds) {
      values[cue.ordinal()] = 1;
    }
  }

  private static boolean has(double[] values, Cue cue) {
    return values[cue.ordinal()] > 0;
  }

  private void gazetteer(NameMatch match, double[] v) {
    if (match.candidates().isEmpty()) {
      set(v, Cue.UNKNOWN, true);
      return;
    }
    long population = 0;
    boolean named = false;
    boolean exact = false;
    boolean exactAny = false;
    boolean inNamedCountry = false;
    boolean prominent = false;
    boolean name = false;
    for (Candidate candidate : match.candidates()) {
      Place place = candidate.place();
      boolean natural = "HLTV".indexOf(place.featureClass()) >= 0;
      switch (candidate.kind()) {
        case DEMONYM -> set(v, Cue.DEMONYM, true);
        case ABBREVIATION -> {
          set(v, Cue.ABBREVIATION, true);
          set(v, Cue.COUNTRY, place.isCountry());
        }
        case METONYM -> set(v, Cue.METONYM, true);
        case NAME, PREFERRED, ALTERNATE, HISTORIC -> {
          name = true;
          set(v, Cue.COUNTRY, place.isCountry());
          set(v, Cue.CONTINENT, place.featureCode().equals("CONT"));
          set(v, Cue.CAPITAL_CITY, place.featureCode().equals("PPLC"));
          set(v, Cue.FIRST_LEVEL, place.isFirstLevel());
          set(v, Cue.SECOND_LEVEL, place.featureCode().equals("ADM2"));
          set(v, Cue.NATURAL, natural);
          set(v, Cue.REVIEWED, place.tier().isReviewed());
          if (!place.isCountry()) {
            population = Math.max(population, place.population());
          }
          boolean main = candidate.kind().fame() == 0;
          named |= main;
          exact |= main && candidate.exact();
          exactAny |= candidate.exact();
        }
      }
      prominent |=
          place.isCountry() || place.isFirstLevel() || place.tier().isReviewed() || natural;
      inNamedCountry |= !place.isCountry() && namedCountries.contains(place.country());
    }
    if (name) {
      Cue size =
          population >= 1_000_000
              ? Cue.POPULATION_1M
              : population >= 100_000
                  ? Cue.POPULATION_100K
                  : population >= 20_000
                      ? Cue.POPULATION_20K
                      : population >= 5_000
                          ? Cue.POPULATION_5K
                          : population > 0 ? Cue.POPULATION_BELOW_5K : Cue.POPULATION_UNKNOWN;
      set(v, size, true);
    }
    set(v, Cue.EXACT_NAME, exact);
    set(v, Cue.ONLY_ALTERNATE, name && !named);
    set(v, Cue.INEXACT, name && !exactAny);
    set(v, Cue.AMBIGUOUS, match.candidates().size() > 5);
    set(v, Cue.IN_NAMED_COUNTRY, inNamedCountry);
    boolean typed = has(v, Cue.DEMONYM) || has(v, Cue.ABBREVIATION);
    set(v, Cue.OBSCURE, !prominent && !inNamedCountry && population < OBSCURE_POPULATION && !typed);
  }

  private boolean isRoad(NameMatch match) {
    return document.is(match.end() - 1, WordClass.ROAD)
        || (match.length() > 1 && document.is(match.end() - 2, WordClass.ROAD));
  }

  private void writing(NameMatch match, double[] v) {
    Token token = document.token(match.first());
    int words = 0;
    for (int i = match.first(); i < match.end(); i++) {
      words += document.token(i).isWord() ? 1 : 0;
    }
    boolean first =
        document.sentenceOf(match.first()).first() == match.first()
            || document.is(match.first() - 1, '"');
    boolean unit = has(v, Cue.SECOND_LEVEL) || has(v, Cue.FIRST_LEVEL);
    boolean word =
        document.is(match.end() - 1, WordClass.DISTRICT)
            || document.is(match.end() - 1, WordClass.REGION);
    set(v, Cue.UNIT_WITH_WORD, words > 1 && unit && word);
    set(v, Cue.TWO_WORDS, words == 2);
    set(v, Cue.MORE_WORDS, words > 2);
    set(v, Cue.LOST_APOSTROPHE, match.trimmed() > 0);
    set(v, Cue.SHOUTED_LINE, runs.shouted(match.first()));
    set(v, Cue.SENTENCE_FIRST, first);
    set(v, Cue.SMALL_LETTERS, token.shape() == Shape.LOWER);
    if (words > 1) {
      return;
    }
    boolean typed = has(v, Cue.DEMONYM) || has(v, Cue.ABBREVIATION);
    int letters = token.text().replace(".", "").length();
    // Arabic leaves short vowels out.
    int shortest = token.shape() == Shape.UNCASED ? 2 : 3;
    boolean common = token.shape() != Shape.UPPER && dictionary.has(token.lower());
    boolean known = has(v, Cue.COUNTRY) || has(v, Cue.POPULATION_1M) || has(v, Cue.FIRST_LEVEL);
    set(v, Cue.SHORT, letters <= shortest && !typed);
    set(v, Cue.SHOUTED_SHORT, token.shape() == Shape.UPPER && letters <= 4 && !typed);
    set(v, known ? Cue.GIVEN_NAME_KNOWN_PLACE : Cue.GIVEN_NAME, token.is(WordClass.GIVEN_NAME));
    set(v, Cue.SURNAME, token.is(WordClass.SURNAME) && !known);
    set(v, Cue.NO_PLACE, token.is(WordClass.NO_PLACE) && !has(v, Cue.DEMONYM));
    set(v, Cue.COMMON_WORD, common);
    set(v, Cue.COMMON_WORD_FIRST, common && first);
    boolean capital = token.isCapitalised() && token.shape() != Shape.UPPER;
    set(v, Cue.SMALL_ELSEWHERE, capital && smallWords.contains(token.lower()));
    boolean calendar =
        token.is(WordClass.MONTH) || token.is(WordClass.WEEKDAY) || token.is(WordClass.COMPASS);
    set(v, Cue.MONTH_DAY_OR_COMPASS, calendar && !has(v, Cue.DEMONYM));
    set(v, Cue.FUNCTION_WORD, token.is(WordClass.FUNCTION) && !has(v, Cue.ABBREVIATION));
    set(v, Cue.ORGANISATION_WORD, token.is(WordClass.ORGANISATION));
    set(v, Cue.TITLE_WORD, token.is(WordClass.TITLE));
  }

  private void before(NameMatch match, double[] v) {
    int first = match.first();
    int governor = Context.governor(document, first);
    set(v, Cue.ARTICLE_BEFORE, Context.near(document, first, first - 1, WordClass.DETERMINER));
    if (governor >= 0) {
      Token token = document.token(governor);
      boolean locative = token.is(WordClass.LOCATIVE);
      set(v, Cue.LOCATIVE_BEFORE, locative);
      set(v, Cue.FROM_TO_BEFORE, !locative && (token.is(WordClass.FROM) || token.is(WordClass.TO)));
      set(v, Cue.OF_BEFORE, token.is(WordClass.OF));
      set(v, Cue.BY_WITH_BEFORE, token.is(WordClass.BY) || token.is(WordClass.WITH));
      set(v, Cue.MOTION_BEFORE, token.is(WordClass.MOTION));
      set(v, Cue.COMPASS_BEFORE, token.is(WordClass.COMPASS) && !token.isCapitalised());
      boolean generic = (token.classes() & GENERIC_HEADS) != 0 && !token.isCapitalised();
      int before = governor - 1;
      boolean genericOf =
          token.is(WordClass.OF)
              && document.sameSentence(first, before)
              && (document.token(before).classes() & GENERIC_HEADS) != 0;
      set(v, Cue.GENERIC_BEFORE, generic || genericOf);
      boolean direct = governor == first - 1;
      set(v, Cue.TITLE_BEFORE, direct && token.is(WordClass.TITLE) && !has(v, Cue.DEMONYM));
      set(v, Cue.SAYING_BEFORE, direct && token.is(WordClass.SAY) && token.shape() == Shape.LOWER);
    }
    boolean comma = Context.near(document, first, first - 1, ',');
    set(v, Cue.COMMA_BEFORE, comma);
    set(v, Cue.CHILD_BEFORE, comma && endsPlaceWithin(first - 1, match));
    boolean link = comma || Context.near(document, first, first - 1, WordClass.AND);
    boolean listed = link && endsKnownName(first - 1);
    set(v, Cue.LISTED, listed);
    set(v, Cue.LISTED_WITH_UNKNOWN, link && !listed && endingAt.containsKey(first - 1));
    if (document.sameSentence(first, first - 1)) {
      Token previous = document.token(first - 1);
      set(v, Cue.NUMBER_BEFORE, previous.shape() == Shape.NUMBER);
      set(v, Cue.HYPHEN_BEFORE, previous.is('-') && !document.token(first).spaced());
    }
  }

  private void after(NameMatch match, double[] v) {
    int end = match.end();
    int first = match.first();
    set(v, Cue.DATELINE, isDateline(match));
    if (!document.sameSentence(first, end)) {
      return;
    }
    Token next = document.token(end);
    boolean small = !next.isCapitalised();
    boolean camp =
        document.sameSentence(first, end + 1)
            && document.phraseStart(end + 1) == end
            && document.is(end + 1, WordClass.CAMP);
    boolean heads = camp || (next.classes() & GENERIC_HEADS) != 0;
    boolean link = next.is(WordClass.TO) || next.is(WordClass.AND);
    NameMatch other = link && document.sameSentence(first, end + 1) ? longestAt.get(end + 1) : null;
    boolean pairedAfter = other != null && isKnown(other);
    int governor = Context.governor(document, first);
    boolean pairedBefore =
        Context.near(document, first, governor, WordClass.TO) && endsKnownName(governor);
    set(v, Cue.PAIRED, pairedAfter || pairedBefore);
    set(v, Cue.GENERIC_AFTER, heads && !next.is(WordClass.BORDER) && next.isWord());
    set(v, Cue.DISEASE_AFTER, small && next.is(WordClass.DISEASE));
    set(v, Cue.ROLE_AFTER, small && next.is(WordClass.ROLE));
    set(v, Cue.FORCE_AFTER, small && next.is(WordClass.FORCE));
    set(v, Cue.FACILITY_AFTER, next.is(WordClass.FACILITY));
    set(v, Cue.HYPHEN_AFTER, next.is('-') && !next.spaced());
    set(v, Cue.POSSESSIVE_AFTER, next.text().equals("'s"));
    set(v, Cue.COMMA_AFTER, next.is(','));
    set(v, Cue.ROAD_AFTER, next.is(WordClass.ROAD) && next.isCapitalised());
    set(v, Cue.NUMBER_AFTER, next.shape() == Shape.NUMBER);
    set(v, Cue.SAYING_AFTER, next.shape() == Shape.LOWER && next.is(WordClass.SAY));
    boolean verb =
        next.is(WordClass.BE)
            || next.is(WordClass.HAVE)
            || next.is(WordClass.MODAL)
            || next.is(WordClass.ACT);
    set(v, Cue.VERB_AFTER, small && verb && !next.is(WordClass.SAY));
    set(v, Cue.ORGANISATION_AFTER, next.isCapitalised() && next.is(WordClass.ORGANISATION));
    int mark = Context.behindNoun(document, end);
    if ((document.is(mark, ',') || document.is(mark, '('))
        && document.sameSentence(first, mark + 1)) {
      NameMatch parent = longestAt.get(mark + 1);
      set(v, Cue.PARENT_AFTER, parent != null && isWithin(match, parent));
    }
    if ((next.is(',') || next.is('(')) && document.sameSentence(first, end + 1)) {
      set(v, Cue.APPOSITION, next.is(',') && isDescribedAsPlace(end + 1));
    }
  }

  /** "GOMA, 12 March -", "BAMAKO (Reuters) -", "Paris —": at the head of a line before a dash. */
  private boolean isDateline(NameMatch match) {
    int first = match.first();
    if (document.sentenceOf(first).first() != first) {
      return false;
    }
    int end = match.end();
    for (int i = end; i < end + 12 && document.sameSentence(first, i); i++) {
      Token token = document.token(i);
      if (token.is('—') || token.is('–') || (token.is('-') && token.spaced())) {
        return i == end || !document.token(end).isWord();
      }
    }
    return document.token(first).shape() == Shape.UPPER && Context.near(document, first, end, ',');
  }

  /** "Faladié, a refugee camp on the outskirts": the words after a comma say what it is. */
  private boolean isDescribedAsPlace(int at) {
    boolean determined = false;
    for (int i = at; i < at + 6 && document.sameSentence(at, i); i++) {
      Token token = document.token(i);
      if (!token.isWord()) {
        return false;
      }
      boolean head = !token.isCapitalised() && (token.classes() & GENERIC_HEADS) != 0;
      if (head && (determined || i == at)) {
        return true;
      }
      determined |= token.is(WordClass.DETERMINER);
      if (i == at && !determined && !token.is(WordClass.ADVERB)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isWithin(NameMatch child, NameMatch parent) {
    for (Candidate outer : parent.candidates()) {
      Place unit = outer.place();
      boolean holds = unit.isCountry() || unit.isFirstLevel() || unit.featureCode().equals("ADM2");
      if (holds && outer.kind() != NameKind.DEMONYM) {
        for (Candidate inner : child.candidates()) {
          if (contains(unit, inner.place())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean contains(Place unit, Place place) {
    if (!unit.country().equals(place.country())
        || unit.id().equals(place.id())
        || place.isCountry()) {
      return false;
    }
    return unit.isCountry()
        || (unit.admin1().equals(place.admin1())
            && (unit.isFirstLevel()
                || (!unit.admin2().isEmpty() && unit.admin2().equals(place.admin2()))));
  }

  private boolean endsPlaceWithin(int end, NameMatch parent) {
    for (NameMatch match : endingAt.getOrDefault(end, List.of())) {
      if (isWithin(match, parent)) {
        return true;
      }
    }
    return false;
  }

  private boolean endsKnownName(int end) {
    for (NameMatch match : endingAt.getOrDefault(end, List.of())) {
      if (isKnown(match)) {
        return true;
      }
    }
    return false;
  }

  private boolean isKnown(NameMatch match) {
    return match.candidates().get(0).place().population() > OBSCURE_POPULATION
        || LinearRecogniser.isWellKnown(document, match);
  }

  private void surroundings(NameMatch match, double[] v) {
    int first = match.first();
    boolean demonym = has(v, Cue.DEMONYM);
    boolean person = false;
    for (int i = first; i < match.end(); i++) {
      person |= persons.isPerson(i);
    }
    boolean uncased = document.token(first).shape() == Shape.UNCASED;
    set(v, Cue.IN_PERSON, person && (!demonym || uncased));
    set(
        v,
        Cue.KNOWN_PERSON,
        !person && match.length() == 1 && persons.knows(document.token(first).lower()));
    boolean organisation = organisations.embeds(match);
    boolean known = LinearRecogniser.isWellKnown(document, match);
    set(v, Cue.IN_ORGANISATION, organisation);
    set(v, Cue.IN_ORGANISATION_KNOWN_PLACE, organisation && known);
    if (!organisation && !person && !runs.shouted(first) && !demonym) {
      boolean left = runs.start(first) < first && !isPlaceNeighbour(first - 1);
      boolean right = runs.end(match.end() - 1) > match.end() && !isPlaceNeighbour(match.end());
      set(v, Cue.CAPITAL_LEFT, left);
      set(v, Cue.CAPITAL_RIGHT, right);
    }
    NameMatch longest = longestAt.get(first);
    set(v, Cue.IN_LONGER_NAME, longest != null && longest.length() > match.length());
  }

  private void combined(NameMatch match, double[] v) {
    boolean located = has(v, Cue.LOCATIVE_BEFORE);
    set(v, Cue.COMMON_WORD_LOCATED, located && has(v, Cue.COMMON_WORD));
    set(v, Cue.KNOWN_PERSON_LOCATED, located && has(v, Cue.KNOWN_PERSON));
    set(v, Cue.SURNAME_LOCATED, located && has(v, Cue.SURNAME));
    set(v, Cue.ALONE_IN_COUNTRY, has(v, Cue.IN_NAMED_COUNTRY) && standsAlone(match));
    if (match.candidates().isEmpty()) {
      set(v, Cue.UNKNOWN_LOCATED, located);
      set(v, Cue.UNKNOWN_AFTER_GENERIC, has(v, Cue.GENERIC_BEFORE));
      set(v, Cue.UNKNOWN_LISTED, has(v, Cue.LISTED));
      set(v, Cue.UNKNOWN_OF, has(v, Cue.OF_BEFORE));
      set(v, Cue.UNKNOWN_FROM_TO, has(v, Cue.FROM_TO_BEFORE));
      set(v, Cue.UNKNOWN_SEVERAL_WORDS, has(v, Cue.TWO_WORDS) || has(v, Cue.MORE_WORDS));
    }
  }

  private boolean standsAlone(NameMatch match) {
    int before = match.first() - 1;
    int after = match.end();
    boolean opens =
        document.sentenceOf(match.first()).first() == match.first()
            || document.is(before, ':')
            || document.is(before, ';');
    return opens
        && (!document.sameSentence(before + 1, after)
            || document.is(after, '.')
            || document.is(after, ';')
            || document.is(after, ',')
            || document.is(after, '('));
  }

  /** A generic word or an adjective of place beside a name does not make it another name. */
  private boolean isPlaceNeighbour(int i) {
    Token token = document.token(i);
    NameMatch match = longestAt.get(i);
    return token.is('-')
        || token.is(WordClass.COMPASS)
        || (token.classes() & GENERIC_HEADS) != 0
        || token.is(WordClass.FACILITY)
        || token.is(WordClass.FORCE)
        || token.is(WordClass.MONTH)
        || token.is(WordClass.WEEKDAY)
        || (match != null
            && (match.has(NameKind.DEMONYM) || LinearRecogniser.isWellKnown(document, match)));
  }
}
