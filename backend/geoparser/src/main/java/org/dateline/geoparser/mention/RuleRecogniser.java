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
import org.dateline.geodata.gazetteer.Tier;
import org.dateline.geoparser.LinearModel;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;

/**
 * A linear classifier over named features of a name and its surroundings, with a memory of the
 * whole text: who is a person in it, which names were places where that was plain to see.
 */
public final class RuleRecogniser implements Recogniser {

  private static final long GENERIC_HEADS =
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

  /** A place of fewer inhabitants is obscure where the text does not name its country. */
  private static final long OBSCURE_POPULATION = 50_000;

  /** A score so high that the name counts as a place wherever else the text has it. */
  private static final double PLAIN = 2.0;

  private final LinearModel model =
      LinearModel.read(RuleRecogniser.class, "recognition.tsv", Cue.class);

  @Override
  public List<Recognised> recognise(Document document, List<NameMatch> matches) {
    return new Pass(document, matches).run();
  }

  /** The state of one text's recognition. */
  private final class Pass {

    private final Document document;
    private final List<NameMatch> matches;
    private final Runs runs;
    private final PersonNames persons;
    private final OrganisationNames organisations;
    private final Senses senses;
    private final Set<String> smallWords = new HashSet<>();
    private final Set<String> namedCountries = new HashSet<>();
    private final Map<Integer, NameMatch> longestAt = new HashMap<>();

    Pass(Document document, List<NameMatch> matches) {
      this.document = document;
      this.matches = matches;
      runs = Runs.of(document);
      organisations = OrganisationNames.of(document, runs);
      senses = new Senses(document);
      boolean[] placeRuns = new boolean[document.size()];
      for (NameMatch match : matches) {
        longestAt.merge(match.first(), match, (a, b) -> a.length() >= b.length() ? a : b);
        if (runs.start(match.first()) == match.first()
            && runs.end(match.first()) <= match.end()
            && isWellKnown(match)) {
          placeRuns[match.first()] = true;
        }
        Place best = match.candidates().get(0).place();
        if (best.isCountry() && !document.is(match.first(), WordClass.GIVEN_NAME)) {
          namedCountries.add(best.country());
        }
      }
      persons = PersonNames.of(document, runs, placeRuns);
      for (int i = 0; i < document.size(); i++) {
        if (document.token(i).shape() == Shape.LOWER) {
          smallWords.add(document.token(i).lower());
        }
      }
    }

    private boolean isWellKnown(NameMatch match) {
      for (Candidate candidate : match.candidates()) {
        Place place = candidate.place();
        boolean known =
            place.isCountry()
                || place.featureCode().equals("PPLC")
                || place.tier() != Tier.WORLD
                || (place.isFirstLevel() && candidate.kind() == NameKind.NAME)
                || place.population() > 300_000;
        if (known
            && (candidate.exact() || match.length() > 1)
            && !document.is(match.first(), WordClass.GIVEN_NAME)) {
          return true;
        }
      }
      return false;
    }

    List<Recognised> run() {
      double[] scores = new double[matches.size()];
      double[][] values = new double[matches.size()][];
      Set<String> plain = new HashSet<>();
      for (int i = 0; i < scores.length; i++) {
        values[i] = values(matches.get(i));
        scores[i] = model.score(values[i]);
        if (scores[i] > PLAIN) {
          plain.add(key(matches.get(i)));
        }
      }
      for (int i = 0; i < scores.length; i++) {
        if (scores[i] <= PLAIN
            && plain.contains(key(matches.get(i)))
            && values[i][Cue.IN_PERSON.ordinal()] == 0) {
          values[i][Cue.SEEN_ELSEWHERE.ordinal()] = 1;
          scores[i] = model.score(values[i]);
        }
      }
      return select(scores);
    }

    private String key(NameMatch match) {
      StringBuilder key = new StringBuilder();
      for (int i = match.first(); i < match.end(); i++) {
        key.append(document.token(i).lower()).append(' ');
      }
      return key.toString();
    }

    /** Keeps the longest of the names that overlap, and what is nested in them. */
    private List<Recognised> select(double[] scores) {
      List<Recognised> kept = new ArrayList<>();
      for (int i = 0; i < scores.length; i++) {
        NameMatch match = matches.get(i);
        if (scores[i] <= 0) {
          continue;
        }
        boolean crosses = false;
        for (int k = 0; k < scores.length && !crosses; k++) {
          NameMatch other = matches.get(k);
          crosses =
              k != i
                  && scores[k] > 0
                  && other.overlaps(match)
                  && beats(other, scores[k], match, scores[i], k < i);
        }
        if (!crosses) {
          kept.add(
              new Recognised(
                  match,
                  senses.of(match, organisations.embeds(match)),
                  LinearModel.probability(scores[i])));
        }
      }
      return kept;
    }

    /**
     * A longer name wins over one that it crosses or holds; airports and the like keep their town.
     */
    private boolean beats(
        NameMatch other, double otherScore, NameMatch match, double score, boolean earlier) {
      if (other.length() != match.length()) {
        return other.length() > match.length();
      }
      return otherScore > score || (otherScore == score && earlier);
    }

    private double[] values(NameMatch match) {
      double[] v = new double[Cue.values().length];
      set(v, Cue.BIAS);
      candidates(match, v);
      writing(match, v);
      before(match, v);
      after(match, v);
      persons(match, v);
      return v;
    }

    private void set(double[] values, Cue cue) {
      values[cue.ordinal()] = 1;
    }

    private void set(double[] values, Cue cue, boolean holds) {
      if (holds) {
        values[cue.ordinal()] = 1;
      }
    }

    private void candidates(NameMatch match, double[] v) {
      long population = 0;
      boolean named = false;
      boolean exact = false;
      boolean exactAny = false;
      boolean inNamedCountry = false;
      boolean prominent = false;
      for (Candidate candidate : match.candidates()) {
        Place place = candidate.place();
        switch (candidate.kind()) {
          case DEMONYM -> set(v, Cue.DEMONYM);
          case ABBREVIATION -> set(v, Cue.ABBREVIATION);
          case METONYM -> set(v, Cue.METONYM);
          case NAME, ALTERNATE -> {
            set(v, Cue.COUNTRY, place.isCountry());
            set(v, Cue.CONTINENT, place.featureCode().equals("CONT"));
            set(v, Cue.CAPITAL_CITY, place.featureCode().equals("PPLC"));
            set(v, Cue.FIRST_LEVEL, place.isFirstLevel());
            set(v, Cue.SECOND_LEVEL, place.featureCode().equals("ADM2"));
            set(v, Cue.NATURAL, "HLTV".indexOf(place.featureClass()) >= 0);
            set(v, Cue.REVIEWED, place.tier() != Tier.WORLD);
            if (place.isPopulated()) {
              population = Math.max(population, place.population());
            }
            named |= candidate.kind() == NameKind.NAME;
            exact |= candidate.kind() == NameKind.NAME && candidate.exact();
            exactAny |= candidate.exact();
          }
        }
        prominent |=
            place.isCountry()
                || place.isFirstLevel()
                || place.tier() != Tier.WORLD
                || "HLTV".indexOf(place.featureClass()) >= 0;
        inNamedCountry |= !place.isCountry() && namedCountries.contains(place.country());
      }
      boolean name = match.has(NameKind.NAME) || match.has(NameKind.ALTERNATE);
      v[Cue.POPULATION.ordinal()] = Math.log10(1 + population);
      set(v, Cue.EXACT_NAME, exact);
      set(v, Cue.ONLY_ALTERNATE, name && !named);
      set(v, Cue.INEXACT, name && !exactAny);
      set(v, Cue.IN_NAMED_COUNTRY, inNamedCountry);
      set(
          v,
          Cue.OBSCURE,
          !prominent
              && !inNamedCountry
              && population < OBSCURE_POPULATION
              && !match.has(NameKind.DEMONYM)
              && !match.has(NameKind.ABBREVIATION));
    }

    private void writing(NameMatch match, double[] v) {
      Token token = document.token(match.first());
      boolean single = match.length() == 1;
      set(v, Cue.SEVERAL_WORDS, !single);
      set(v, Cue.LOST_APOSTROPHE, match.trimmed() > 0);
      set(v, Cue.SHOUTED_LINE, runs.shouted(match.first()));
      if (single) {
        int letters = token.text().replace(".", "").length();
        boolean uncertain = !match.has(NameKind.DEMONYM) && !match.has(NameKind.ABBREVIATION);
        set(v, Cue.SHORT, letters <= 3 && uncertain);
        set(v, Cue.SHOUTED_SHORT, token.shape() == Shape.UPPER && letters <= 4 && uncertain);
        set(v, Cue.GIVEN_NAME, token.is(WordClass.GIVEN_NAME));
        boolean common = token.is(WordClass.COMMON) && token.shape() != Shape.UPPER;
        boolean first =
            document.sentenceOf(match.first()).first() == match.first()
                || document.is(match.first() - 1, '"');
        set(v, Cue.COMMON_WORD, common);
        set(v, Cue.COMMON_WORD_FIRST, common && first);
        set(
            v,
            Cue.SMALL_ELSEWHERE,
            token.isCapitalised()
                && token.shape() != Shape.UPPER
                && smallWords.contains(token.lower()));
        set(
            v,
            Cue.MONTH_DAY_OR_COMPASS,
            (token.is(WordClass.MONTH) || token.is(WordClass.WEEKDAY))
                && !match.has(NameKind.DEMONYM));
        set(
            v,
            Cue.FUNCTION_WORD,
            token.is(WordClass.FUNCTION) && !match.has(NameKind.ABBREVIATION));
      }
    }

    private void before(NameMatch match, double[] v) {
      int first = match.first();
      int governor = Context.governor(document, first);
      if (governor >= 0) {
        Token token = document.token(governor);
        set(v, Cue.LOCATIVE_BEFORE, token.is(WordClass.LOCATIVE));
        set(v, Cue.FROM_TO_BEFORE, token.is(WordClass.FROM) || token.is(WordClass.TO));
        set(v, Cue.OF_BEFORE, token.is(WordClass.OF));
        set(v, Cue.MOTION_BEFORE, token.is(WordClass.MOTION));
        boolean generic = (token.classes() & GENERIC_HEADS) != 0 && token.shape() == Shape.LOWER;
        int before = governor - 1;
        boolean genericOf =
            token.is(WordClass.OF)
                && document.sameSentence(first, before)
                && (document.token(before).classes() & GENERIC_HEADS) != 0;
        set(v, Cue.GENERIC_BEFORE, generic || genericOf);
      }
      int sentenceFirst = document.sentenceOf(first).first();
      int end = match.end();
      boolean dash =
          document.is(end, '—')
              || document.is(end, '–')
              || (document.is(end, '-') && document.token(end).spaced())
              || document.is(end, '(');
      set(
          v,
          Cue.DATELINE,
          first == sentenceFirst
              && (dash || (document.is(end, ',') && document.token(first).shape() == Shape.UPPER)));
      if (document.is(first - 1, ',') && document.sameSentence(first, first - 2)) {
        set(v, Cue.CHILD_BEFORE, endsPlaceWithin(first - 1, match));
      }
      boolean and =
          Context.near(document, first, first - 1, WordClass.AND)
              || Context.near(document, first, first - 1, ',');
      set(v, Cue.LISTED, and && endsAnyName(first - 1));
    }

    private void after(NameMatch match, double[] v) {
      int end = match.end();
      int first = match.first();
      if (!document.sameSentence(first, end)) {
        return;
      }
      Token next = document.token(end);
      boolean heads = (next.classes() & GENERIC_HEADS) != 0;
      set(v, Cue.GENERIC_AFTER, heads && !next.is(WordClass.BORDER) && next.isWord());
      boolean modifier =
          next.is('-') && !next.spaced()
              || (next.shape() == Shape.LOWER
                  && (next.is(WordClass.ROLE)
                      || next.is(WordClass.FORCE)
                      || next.is(WordClass.FACILITY)));
      set(v, Cue.MODIFIER, modifier);
      if (next.is(',') && document.sameSentence(first, end + 1)) {
        NameMatch parent = longestAt.get(end + 1);
        set(v, Cue.PARENT_AFTER, parent != null && isWithin(match, parent));
        set(v, Cue.APPOSITION, isDescribedAsPlace(end + 1));
      }
      if (next.is('(')) {
        NameMatch parent = longestAt.get(end + 1);
        set(v, Cue.PARENT_AFTER, parent != null && isWithin(match, parent));
      }
    }

    /** "Faladié, a refugee camp on the outskirts": the words after a comma say what it is. */
    private boolean isDescribedAsPlace(int at) {
      boolean determined = false;
      for (int i = at; i < at + 6 && document.sameSentence(at, i); i++) {
        Token token = document.token(i);
        if (!token.isWord()) {
          return false;
        }
        if (determined && token.shape() == Shape.LOWER && (token.classes() & GENERIC_HEADS) != 0) {
          return true;
        }
        determined |= token.is(WordClass.DETERMINER);
        if (i == at && !determined && !token.is(WordClass.ADVERB)) {
          return document.language().equals("fr") && (token.classes() & GENERIC_HEADS) != 0;
        }
      }
      return false;
    }

    private boolean isWithin(NameMatch child, NameMatch parent) {
      for (Candidate outer : parent.candidates()) {
        Place unit = outer.place();
        if (!unit.isCountry() && !unit.isFirstLevel() && !unit.featureCode().equals("ADM2")) {
          continue;
        }
        for (Candidate inner : child.candidates()) {
          if (contains(unit, inner.place())) {
            return true;
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
      for (NameMatch match : matches) {
        if (match.end() == end && isWithin(match, parent)) {
          return true;
        }
      }
      return false;
    }

    private boolean endsAnyName(int end) {
      for (NameMatch match : matches) {
        if (match.end() == end
            && (match.candidates().get(0).place().population() > OBSCURE_POPULATION
                || isWellKnown(match))) {
          return true;
        }
      }
      return false;
    }

    private void persons(NameMatch match, double[] v) {
      int first = match.first();
      boolean person = false;
      for (int i = first; i < match.end(); i++) {
        person |= persons.isPerson(i);
      }
      set(v, Cue.IN_PERSON, person && !match.has(NameKind.DEMONYM));
      set(
          v,
          Cue.KNOWN_PERSON,
          !person && match.length() == 1 && persons.knows(document.token(first).lower()));
      boolean organisation = organisations.embeds(match);
      set(v, Cue.IN_ORGANISATION, organisation);
      int governor = Context.governor(document, first);
      set(
          v,
          Cue.TITLE_BEFORE,
          governor == first - 1
              && governor >= 0
              && document.is(governor, WordClass.TITLE)
              && !match.has(NameKind.DEMONYM));
      boolean country =
          v[Cue.COUNTRY.ordinal()] > 0
              || v[Cue.CAPITAL_CITY.ordinal()] > 0
              || match.has(NameKind.METONYM)
              || match.has(NameKind.DEMONYM);
      boolean says =
          Context.near(document, first, match.end(), WordClass.SAY)
              || (Context.near(document, first, first - 1, WordClass.SAY)
                  && document.token(first - 1).shape() == Shape.LOWER);
      set(v, Cue.SPEAKS, !country && says);
      if (!organisation && !person && !runs.shouted(first)) {
        boolean left = runs.start(first) < first && !isPlaceNeighbour(first - 1);
        boolean right = runs.end(match.end() - 1) > match.end() && !isPlaceNeighbour(match.end());
        boolean adjective = match.has(NameKind.DEMONYM);
        set(v, Cue.CAPITAL_LEFT, left && !adjective);
        set(v, Cue.CAPITAL_RIGHT, right && !adjective);
      }
    }

    /**
     * A title, a generic word or an adjective of place beside a name does not make it another name.
     */
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
          || (match != null && (match.has(NameKind.DEMONYM) || isWellKnown(match)));
    }
  }
}
