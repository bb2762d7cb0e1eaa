package org.dateline.geoparser.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.Focus;
import org.dateline.geoparser.mention.Context;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Finds places that a text describes by way of named ones: where borders meet, parts of a country,
 * stretches between towns and roads, points at a distance, outskirts, borderlands, capitals.
 */
public final class DescribedPlaces {

  /** A road that is named by its two ends is seldom longer. */
  private static final double LONGEST_ROAD_METRES = 700_000;

  private static final int LIST_LENGTH = 14;

  private final Geodata geodata;
  private final ComputedAreas areas;
  private final Referents referents;

  /** Makes a finder that computes areas from outlines. */
  public DescribedPlaces(Geodata geodata, Referents referents) {
    this.geodata = geodata;
    this.areas = new ComputedAreas(geodata);
    this.referents = referents;
  }

  /**
   * Returns the descriptions in a text, in order.
   *
   * @param names the named places of the text
   * @param focus what the text is about, for what it leaves to be understood
   */
  public List<Described> find(Document document, List<Resolution> names, Focus focus) {
    return new Pass(document, names, focus).run();
  }

  private final class Pass {

    private final Document document;
    private final Focus focus;
    private final Distances distances;
    private final Map<Integer, Resolution> nameAt = new HashMap<>();
    private final Set<String> namedCountries = new LinkedHashSet<>();

    Pass(Document document, List<Resolution> names, Focus focus) {
      this.document = document;
      this.focus = focus;
      this.distances = Distances.of(document.language());
      for (Resolution name : names) {
        Place place = name.place();
        if (place != null) {
          // The longest name that starts at a token comes first.
          nameAt.putIfAbsent(name.name().match().first(), name);
          if (place.isCountry()) {
            namedCountries.add(place.country());
          }
        }
      }
    }

    List<Described> run() {
      List<Described> found = new ArrayList<>();
      for (int i = 0; i < document.size(); i++) {
        Described described = at(i);
        if (described != null
            && (found.isEmpty() || found.get(found.size() - 1).end() <= described.first())) {
          found.add(described);
        }
      }
      return found;
    }

    private @Nullable Described at(int i) {
      Token token = document.token(i);
      if (token.is(WordClass.TRIPOINT)) {
        return tripoint(i);
      }
      if (token.is(WordClass.COMPASS)) {
        return compassPart(i);
      }
      Described offset = offset(i);
      if (offset != null) {
        return offset;
      }
      if (token.is(WordClass.OUTSKIRTS)) {
        return outskirts(i);
      }
      if (token.is(WordClass.BORDER)) {
        return border(i);
      }
      if (token.is(WordClass.ROAD) && token.shape() == Shape.LOWER) {
        return road(i);
      }
      if (token.is(WordClass.BETWEEN) || (token.is(WordClass.FROM) && onRoad(i))) {
        return stretch(i);
      }
      if (token.is(WordClass.CAPITAL)) {
        return capital(i);
      }
      if (token.is(WordClass.AREA)) {
        return somePart(i);
      }
      return token.is(WordClass.AIRPORT) ? airport(i) : null;
    }

    private boolean near(int anchor, int index, WordClass wordClass) {
      return Context.near(document, anchor, index, wordClass);
    }

    private @Nullable Resolution name(int anchor, int index) {
      int at =
          near(anchor, index, WordClass.DETERMINER) && !nameAt.containsKey(index)
              ? index + 1
              : index;
      return document.sameSentence(anchor, at) ? nameAt.get(at) : null;
    }

    private static @Nullable Place placeOf(@Nullable Resolution name) {
      return name == null || name.name().kind() == MentionKind.DEMONYM ? null : name.place();
    }

    /** "tri-border area with Burkina Faso and Niger", "zone des trois frontières". */
    private Described tripoint(int i) {
      int first = document.phraseStart(i);
      if (near(i, first - 1, WordClass.OF) && near(i, first - 2, WordClass.AREA)) {
        first -= 2;
      }
      int end = near(i, i + 1, WordClass.AREA) ? i + 2 : i + 1;
      List<String> named = countriesAfter(end);
      List<List<String>> triples = new ArrayList<>();
      if (named.size() >= 3) {
        triples.add(named.subList(0, 3));
      } else {
        for (String country : completing(named)) {
          List<String> triple = new ArrayList<>(named);
          if (named.size() == 2 && !named.contains(country)) {
            triple.add(0, country);
            triples.add(triple);
          }
        }
        if (named.size() < 2) {
          triples.addAll(triplesOfText(named));
        }
      }
      for (List<String> triple : triples) {
        Optional<Referent> area = areas.tripoint(triple);
        if (area.isPresent()) {
          return described(first, end, area.get());
        }
      }
      return none(
          first,
          end,
          named.isEmpty()
              ? "the text does not say which three countries meet here"
              : "the countries that the text names do not meet in one point");
    }

    private List<String> countriesAfter(int from) {
      List<String> countries = new ArrayList<>();
      int i = from;
      while (i < from + LIST_LENGTH && document.sameSentence(from - 1, i)) {
        Resolution name = nameAt.get(i);
        Place place = placeOf(name);
        if (name != null && place != null && place.isCountry()) {
          if (!countries.contains(place.country())) {
            countries.add(place.country());
          }
          i = name.name().match().end();
        } else {
          Token token = document.token(i);
          boolean link =
              token.is(',')
                  || token.is('(')
                  || token.is('—')
                  || token.is('-')
                  || token.is(WordClass.FUNCTION)
                  || token.is(WordClass.BORDER)
                  || token.is(WordClass.MOTION);
          if (!link || (token.is(WordClass.LOCATIVE) && !countries.isEmpty())) {
            break;
          }
          i++;
        }
      }
      return countries;
    }

    /** The country that goes without saying: the one that the text is about, then any it names. */
    private Set<String> completing(List<String> named) {
      Set<String> candidates = new LinkedHashSet<>(focus.countries());
      candidates.addAll(namedCountries);
      candidates.removeAll(named);
      return candidates;
    }

    private List<List<String>> triplesOfText(List<String> must) {
      List<String> all = focus.countries().stream().limit(6).toList();
      List<List<String>> triples = new ArrayList<>();
      for (int a = 0; a < all.size(); a++) {
        for (int b = a + 1; b < all.size(); b++) {
          for (int c = b + 1; c < all.size(); c++) {
            List<String> triple = List.of(all.get(a), all.get(b), all.get(c));
            if (triple.containsAll(must)) {
              triples.add(triple);
            }
          }
        }
      }
      return triples;
    }

    /** "northern Mali", "the north of Mali", "the north", "north and central provinces". */
    private @Nullable Described compassPart(int i) {
      if (i > 0 && document.is(i - 1, WordClass.AND) && near(i, i - 2, WordClass.COMPASS)) {
        return null;
      }
      if (document.token(i).isCapitalised() && document.sentenceOf(i).first() != i) {
        // "the West", "South Africa": a name, or a bloc of states.
        return isBloc(i) ? none(i, i + 1, "a group of states, not a place") : null;
      }
      int end = i + 1;
      while (near(i, end, WordClass.AND) && near(i, end + 1, WordClass.COMPASS)) {
        end += 2;
      }
      end = compound(i, end);
      Compass direction = Compass.of(joined(i, end));
      Resolution right = nameAt.get(end);
      Place unit = placeOf(right);
      if (right != null && unit != null && document.sameSentence(i, end)) {
        return direction == null || !hasParts(unit)
            ? null
            : part(i, right.name().match().end(), unit, direction);
      }
      if (near(i, end, WordClass.AREA)
          || near(i, end, WordClass.REGION)
          || near(i, end, WordClass.DISTRICT)) {
        return partOfParts(i, end, direction);
      }
      if (near(i, end, WordClass.OF)
          && (!near(i, end, WordClass.FROM) || document.language().equals("fr"))) {
        Resolution of = name(i, end + 1);
        Place whole = placeOf(of);
        if (of != null && whole != null) {
          return direction == null || !hasParts(whole)
              ? null
              : part(i, of.name().match().end(), whole, direction);
        }
        int noun = near(i, end + 1, WordClass.DETERMINER) ? end + 2 : end + 1;
        return near(i, noun, WordClass.COUNTRY) ? none(i, noun + 1, undefinite(direction)) : null;
      }
      return isNoun(i, end) ? none(i, end, undefinite(direction)) : null;
    }

    private boolean isBloc(int i) {
      return near(i, i - 1, WordClass.DETERMINER)
          && !nameAt.containsKey(i)
          && (i + 1 == document.size() || !document.token(i + 1).isCapitalised());
    }

    /** "north-east" is one direction, "north and central" are two. */
    private int compound(int i, int end) {
      int at = end;
      while (Context.near(document, i, at, '-') && near(i, at + 1, WordClass.COMPASS)) {
        at += 2;
      }
      return at;
    }

    private String joined(int from, int to) {
      StringBuilder words = new StringBuilder();
      for (int i = from; i < to; i++) {
        Token token = document.token(i);
        if (token.is(WordClass.AND)) {
          // "north and central": the text means more than one part.
          return "";
        }
        words.append(token.isWord() ? token.lower() : "");
      }
      return words.toString();
    }

    private boolean hasParts(Place place) {
      return place.isCountry()
          || place.featureClass() == 'A'
          || geodata.boundaries().outlineOf(place.id()).isPresent();
    }

    private Described part(int first, int end, Place unit, Compass direction) {
      return areas
          .part(unit, direction)
          .map(area -> described(first, end, area))
          .orElseGet(
              () -> none(first, end, "a part of " + unit.name() + " whose outline is not known"));
    }

    /**
     * "north and central provinces" names no area; "central regions of Mopti and Ségou" names two.
     */
    private @Nullable Described partOfParts(int i, int noun, @Nullable Compass direction) {
      if (near(i, noun + 1, WordClass.OF)) {
        Resolution of = name(i, noun + 2);
        Place whole = placeOf(of);
        if (of != null && whole != null) {
          boolean listed = !whole.isCountry();
          return listed || direction == null
              ? null
              : part(i, of.name().match().end(), whole, direction);
        }
        int word = near(i, noun + 2, WordClass.DETERMINER) ? noun + 3 : noun + 2;
        if (near(i, word, WordClass.COUNTRY)) {
          return none(i, word + 1, undefinite(direction));
        }
      }
      return none(i, noun + 1, undefinite(direction));
    }

    private String undefinite(@Nullable Compass direction) {
      String of =
          focus.countries().isEmpty()
              ? "the country"
              : geodata
                  .gazetteer()
                  .country(focus.countries().get(0))
                  .map(Place::name)
                  .orElse("the country");
      return direction == null
          ? "parts of " + of + " without a definite area"
          : "the " + direction.word + ", of " + of + " as it seems, without a definite area";
    }

    /** "the north" stands for a place when nothing that it qualifies follows. */
    private boolean isNoun(int i, int end) {
      String word = document.token(i).lower();
      boolean adjective =
          word.endsWith("ern")
              || word.equals("central")
              || word.endsWith("ale")
              || word.endsWith("al");
      boolean article =
          near(i, i - 1, WordClass.DETERMINER)
              || near(i, i - 1, WordClass.LOCATIVE) && document.language().equals("fr");
      if (adjective || !article || near(i, end, WordClass.OF)) {
        return false;
      }
      if (!document.sameSentence(i, end)) {
        return true;
      }
      Token next = document.token(end);
      return !next.isWord() && !next.is('-')
          || next.is(WordClass.FUNCTION)
          || next.is(WordClass.BE)
          || next.is(WordClass.HAVE);
    }

    /** "30 km south of Gao", "à une quinzaine de kilomètres au nord de Mopti". */
    private @Nullable Described offset(int i) {
      Distances.Distance distance = distances.at(document, i);
      if (distance == null) {
        return null;
      }
      int at = afterFillers(i, distance.end());
      Compass direction = null;
      if (near(i, at, WordClass.COMPASS)) {
        int end = compound(at, at + 1);
        direction = Compass.of(joined(at, end));
        at = end;
      }
      if (!near(i, at, WordClass.OF) && !near(i, at, WordClass.FROM)) {
        return null;
      }
      Resolution base = baseAt(i, at + 1);
      Place place = placeOf(base);
      if (base == null || place == null || place.isCountry()) {
        return null;
      }
      return described(
          i,
          base.name().match().end(),
          areas.offset(place, distance.metres(), direction, distance.about()));
    }

    /** Passes over "to the" and "au", not over the name or "of" that comes then. */
    private int afterFillers(int anchor, int from) {
      int at = from;
      while (document.sameSentence(anchor, at)
          && (document.is(at, WordClass.DETERMINER)
              || document.is(at, WordClass.TO) && !nameAt.containsKey(at))
          && !document.is(at, WordClass.OF)) {
        at++;
      }
      return at;
    }

    /** The name behind "the town of" and the like. */
    private @Nullable Resolution baseAt(int anchor, int from) {
      int at = from;
      while (document.sameSentence(anchor, at)
          && !nameAt.containsKey(at)
          && (document.is(at, WordClass.DETERMINER)
              || document.is(at, WordClass.TOWN)
              || document.is(at, WordClass.OF)
              || document.is(at, WordClass.CAPITAL))) {
        at++;
      }
      return document.sameSentence(anchor, at) ? nameAt.get(at) : null;
    }

    /** "on the outskirts of Bamako", "aux abords de Gao". */
    private @Nullable Described outskirts(int i) {
      if (!near(i, i + 1, WordClass.OF)) {
        return null;
      }
      Resolution base = baseAt(i, i + 2);
      Place town = placeOf(base);
      return base == null || town == null || !town.isPopulated()
          ? null
          : described(i, base.name().match().end(), areas.around(town));
    }

    /** "the border with Chad", "the border between Chad and Sudan", "la frontière du Niger". */
    private @Nullable Described border(int i) {
      int at = i + 1;
      if (near(i, at, WordClass.BETWEEN)) {
        List<String> both = countriesAfter(at + 1);
        return both.size() < 2 ? null : border(i, both.get(0), both.get(1));
      }
      if (!near(i, at, WordClass.WITH)
          && !near(i, at, WordClass.OF)
          && !document.token(i).lower().equals("bordering")) {
        return null;
      }
      Resolution name = name(i, at + 1);
      Place beyond = placeOf(name);
      if (beyond == null || !beyond.isCountry() || name == null) {
        return null;
      }
      for (String home : completing(List.of(beyond.country()))) {
        Optional<Referent> area = areas.border(home, beyond.country());
        if (area.isPresent()) {
          return described(i, name.name().match().end(), area.get());
        }
      }
      return null;
    }

    private @Nullable Described border(int i, String home, String beyond) {
      int end = i + 1;
      int left = 2;
      while (left > 0 && document.sameSentence(i, end)) {
        Resolution name = nameAt.get(end);
        Place place = placeOf(name);
        if (name != null && place != null && place.isCountry()) {
          left--;
          end = name.name().match().end();
        } else {
          end++;
        }
      }
      int last = end;
      return areas.border(home, beyond).map(area -> described(i, last, area)).orElse(null);
    }

    private boolean onRoad(int i) {
      return near(i, i - 1, WordClass.ROAD) && document.token(i - 1).shape() == Shape.LOWER;
    }

    /** "between Gao and Ansongo", "the road from Sévaré to Douentza". */
    private @Nullable Described stretch(int i) {
      Resolution one = name(i, i + 1);
      if (one == null || placeOf(one) == null || isActor(one)) {
        return null;
      }
      int link = one.name().match().end();
      if (!near(i, link, WordClass.AND) && !near(i, link, WordClass.TO)) {
        return null;
      }
      boolean road = onRoad(i);
      return stretch(road ? i - 1 : i, one, name(i, link + 1), road);
    }

    private @Nullable Described stretch(
        int first, Resolution one, @Nullable Resolution other, boolean road) {
      Place from = placeOf(one);
      Place to = placeOf(other);
      if (from == null
          || to == null
          || other == null
          || isActor(other)
          || from.isCountry()
          || to.isCountry()) {
        return null;
      }
      int start = Math.min(first, one.name().match().first());
      int end = Math.max(first + 1, other.name().match().end());
      return areas.between(from, to, road).map(area -> described(start, end, area)).orElse(null);
    }

    /** "the Gao-Kidal road", "l'axe Gao-Ansongo", "la route Mopti–Gao". */
    private @Nullable Described road(int i) {
      Resolution second = nameEndingAt(i);
      int dash = second == null ? -1 : second.name().match().first() - 1;
      if (second != null && isDash(i, dash)) {
        Resolution first = nameEndingAt(dash);
        return first == null ? null : stretch(i, first, second, true);
      }
      Resolution first = name(i, i + 1);
      int after = first == null ? -1 : first.name().match().end();
      Place from = placeOf(first);
      if (first == null || from == null || from.isCountry() || !isDash(i, after)) {
        return null;
      }
      Resolution last = nameAt.get(after + 1);
      return last == null ? toTownNear(i, from, after + 1) : stretch(i, first, last, true);
    }

    /** The other end of a road by its name alone, where nothing but the road tells it is a name. */
    private @Nullable Described toTownNear(int road, Place from, int at) {
      if (!document.sameSentence(road, at) || !document.token(at).isCapitalised()) {
        return null;
      }
      return geodata.gazetteer().named(document.token(at).text()).stream()
          .map(Candidate::place)
          .filter(Place::isPopulated)
          .filter(town -> distance(from, town) < LONGEST_ROAD_METRES)
          .min(Comparator.comparingDouble(town -> distance(from, town)))
          .flatMap(to -> areas.between(from, to, true))
          .map(area -> described(road, at + 1, area))
          .orElse(null);
    }

    private static double distance(Place a, Place b) {
      return Sphere.metres(a.lon(), a.lat(), b.lon(), b.lat());
    }

    private boolean isDash(int anchor, int i) {
      return Context.near(document, anchor, i, '-')
          || Context.near(document, anchor, i, '–')
          || Context.near(document, anchor, i, '/');
    }

    private @Nullable Resolution nameEndingAt(int end) {
      for (int first = end - 1; first >= end - 4 && document.sameSentence(end, first); first--) {
        Resolution name = nameAt.get(first);
        if (name != null && name.name().match().end() == end) {
          return name;
        }
      }
      return null;
    }

    private static boolean isActor(Resolution name) {
      return name.name().kind() == MentionKind.METONYMIC;
    }

    /** "the Malian capital", "la capitale malienne". */
    private @Nullable Described capital(int i) {
      for (Map.Entry<Integer, Resolution> each : nameAt.entrySet()) {
        Resolution name = each.getValue();
        if (name.name().kind() != MentionKind.DEMONYM || name.place() == null) {
          continue;
        }
        boolean before = name.name().match().end() == i;
        boolean after = each.getKey() == i + 1;
        if ((before || after) && document.sameSentence(i, each.getKey())) {
          Optional<Place> town = geodata.gazetteer().capitalOf(name.place().country());
          int first = before ? each.getKey() : i;
          int end = before ? i + 1 : name.name().match().end();
          // "the Malian capital Bamako" names it right after.
          if (town.isPresent() && !nameAt.containsKey(end)) {
            return new Described(
                first,
                end,
                referents.of(town.get()),
                "the capital of " + name.place().name(),
                true);
          }
        }
      }
      return null;
    }

    /**
     * "certain parts of the country", "large parts of Sudan": some, and the text does not say
     * which.
     */
    private @Nullable Described somePart(int i) {
      if (!near(i, i + 1, WordClass.OF) || !document.token(i).lower().endsWith("s")) {
        return null;
      }
      int at = near(i, i + 2, WordClass.DETERMINER) ? i + 3 : i + 2;
      boolean some = near(i, i - 1, WordClass.DETERMINER) || isQuantity(i - 1, i);
      return some && near(i, at, WordClass.COUNTRY)
          ? none(i - 1, at + 1, "some parts of the country; the text does not say which")
          : null;
    }

    private boolean isQuantity(int i, int anchor) {
      if (!document.sameSentence(anchor, i)) {
        return false;
      }
      Token token = document.token(i);
      return token.isWord() && token.shape() == Shape.LOWER && !token.is(WordClass.LOCATIVE);
    }

    /** "Gao airport" where the gazetteer has the town alone. */
    private @Nullable Described airport(int i) {
      for (int first = i - 1; first >= i - 4 && document.sameSentence(i, first); first--) {
        Resolution name = nameAt.get(first);
        Place town = placeOf(name);
        if (name != null && town != null && town.isPopulated()) {
          int end = name.name().match().end();
          boolean joins =
              end == i
                  || (end == i - 1 && document.token(end).isCapitalised())
                  || (end == i - 1 && document.token(end).lower().equals("international"));
          return joins
              ? new Described(
                  first,
                  i + 1,
                  referents.facilityOf(town, document.token(i).lower()),
                  "the airport of " + town.name(),
                  true)
              : null;
        }
      }
      return null;
    }

    private Described described(int first, int end, Referent area) {
      String how = area.howMade();
      return new Described(first, end, area, how == null ? "" : how, false);
    }

    private Described none(int first, int end, String why) {
      return new Described(first, end, null, why, false);
    }
  }
}
