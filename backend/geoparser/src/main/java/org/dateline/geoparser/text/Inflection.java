package org.dateline.geoparser.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The forms of a regular word. A word list marks a regular verb by {@code *} after its infinitive
 * and a noun that has a plural by {@code +} after its singular; anything else stands for itself.
 */
public final class Inflection {

  private static final List<String> FRENCH_ER =
      List.of(
          "er", "e", "es", "ent", "ez", "ons", "é", "ée", "és", "ées", "ant", "ait", "aient", "a",
          "èrent", "era", "eront", "erait", "eraient");

  private static final List<String> SPANISH_AR =
      List.of(
          "ar", "a", "an", "ó", "aron", "aba", "aban", "ará", "arán", "aría", "arían", "ando",
          "ado", "ada", "ados", "adas");

  private static final List<String> PORTUGUESE_AR =
      List.of(
          "ar", "a", "am", "ou", "aram", "ava", "avam", "ará", "arão", "aria", "ariam", "ando",
          "ado", "ada", "ados", "adas");

  /** German prefixes after which a participle has no "ge-". */
  private static final List<String> INSEPARABLE =
      List.of("be", "emp", "ent", "er", "ge", "ver", "zer", "über", "unter", "wider");

  private Inflection() {}

  /** Returns the forms of an entry of a word list; the mark stands at its first word's end. */
  public static List<String> formsOf(String entry, String language) {
    int space = entry.indexOf(' ');
    String head = space < 0 ? entry : entry.substring(0, space);
    String rest = space < 0 ? "" : entry.substring(space);
    List<String> forms = new ArrayList<>();
    if (head.endsWith("*")) {
      verb(head.substring(0, head.length() - 1), language, forms);
    } else if (head.endsWith("+")) {
      String word = head.substring(0, head.length() - 1);
      forms.add(word);
      forms.add(plural(word, language));
    } else {
      // A plural mark on a phrase's last word: "peace talk+".
      String last = entry.endsWith("+") ? entry.substring(0, entry.length() - 1) : entry;
      forms.add(last);
      if (entry.endsWith("+")) {
        forms.add(plural(last, language));
      }
      return forms;
    }
    return rest.isEmpty() ? forms : forms.stream().map(form -> form + rest).toList();
  }

  private static String plural(String word, String language) {
    return switch (language) {
      case "fr" -> frenchPlural(word);
      case "es", "pt" -> isVowel(word, word.length() - 1) ? word + "s" : word + "es";
      default -> englishPlural(word);
    };
  }

  private static String frenchPlural(String word) {
    if (word.endsWith("al")) {
      return word.substring(0, word.length() - 2) + "aux";
    }
    return word.endsWith("s") || word.endsWith("x")
        ? word
        : word.endsWith("eau") ? word + "x" : word + "s";
  }

  private static String englishPlural(String word) {
    if (word.endsWith("y") && !isVowel(word, word.length() - 2)) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    boolean hiss =
        word.endsWith("s") || word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh");
    return hiss ? word + "es" : word + "s";
  }

  private static void verb(String infinitive, String language, List<String> forms) {
    switch (language) {
      case "fr" -> frenchVerb(infinitive, forms);
      case "es" -> romanceVerb(infinitive, SPANISH_AR, forms);
      case "pt" -> romanceVerb(infinitive, PORTUGUESE_AR, forms);
      case "de" -> germanVerb(infinitive, forms);
      default -> englishVerb(infinitive, forms);
    }
  }

  /** "anunciar": anuncia, anunció, anunciaron. */
  private static void romanceVerb(String infinitive, List<String> endings, List<String> forms) {
    String stem = infinitive.substring(0, infinitive.length() - 2);
    endings.forEach(ending -> forms.add(stem + ending));
  }

  /** A weak verb: "melden", meldet, meldete, gemeldet; "fordern", fordert. */
  private static void germanVerb(String infinitive, List<String> forms) {
    int ending = infinitive.endsWith("en") ? 2 : 1;
    String stem = infinitive.substring(0, infinitive.length() - ending);
    boolean hard = stem.endsWith("t") || stem.endsWith("d") || stem.endsWith("chn");
    String third = stem + (hard ? "et" : "t");
    boolean bare =
        stem.endsWith("ier") || INSEPARABLE.stream().anyMatch(prefix -> stem.startsWith(prefix));
    forms.addAll(
        List.of(infinitive, third, third + "e", third + "en", bare ? third : "ge" + third));
  }

  private static void frenchVerb(String infinitive, List<String> forms) {
    String stem = infinitive.substring(0, infinitive.length() - 2);
    for (String ending : FRENCH_ER) {
      // "annoncer", "annonçait"; "engager", "engageait".
      boolean open = ending.startsWith("a") || ending.startsWith("o");
      String joined =
          !open
              ? stem
              : stem.endsWith("c")
                  ? stem.substring(0, stem.length() - 1) + "ç"
                  : stem.endsWith("g") ? stem + "e" : stem;
      forms.add(joined + ending);
    }
  }

  private static void englishVerb(String infinitive, List<String> forms) {
    forms.add(infinitive);
    if (infinitive.endsWith("e")) {
      String stem = infinitive.substring(0, infinitive.length() - 1);
      forms.addAll(List.of(infinitive + "s", infinitive + "d", stem + "ing"));
    } else if (infinitive.endsWith("y") && !isVowel(infinitive, infinitive.length() - 2)) {
      String stem = infinitive.substring(0, infinitive.length() - 1);
      forms.addAll(List.of(stem + "ies", stem + "ied", infinitive + "ing"));
    } else {
      forms.add(englishPlural(infinitive));
      String stem =
          doubles(infinitive)
              ? infinitive + infinitive.charAt(infinitive.length() - 1)
              : infinitive;
      forms.addAll(List.of(stem + "ed", stem + "ing"));
    }
  }

  /** Returns whether a short verb doubles its last consonant: "ban", "rob". */
  private static boolean doubles(String verb) {
    int n = verb.length();
    return n <= 4
        && n >= 3
        && !isVowel(verb, n - 1)
        && "wxy".indexOf(verb.charAt(n - 1)) < 0
        && isVowel(verb, n - 2)
        && !isVowel(verb, n - 3);
  }

  private static boolean isVowel(String word, int at) {
    return at >= 0 && "aeiouáéíóúãõâêô".indexOf(word.charAt(at)) >= 0;
  }
}
