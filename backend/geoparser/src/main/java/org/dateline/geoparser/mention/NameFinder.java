package org.dateline.geoparser.mention;

import java.util.ArrayList;
import java.util.List;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.NameKey;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.NameScanner;
import org.dateline.geoparser.lexicon.WordClass;
import org.dateline.geoparser.text.ReportText;
import org.dateline.geoparser.text.Token;

/** Finds every stretch of tokens that is a name in the gazetteer, nested ones too. */
final class NameFinder {

  private static final int MOST_TOKENS = 8;

  /** A word whose lost possessive we restore names a place that many know. */
  private static final long WELL_KNOWN = 1_000_000;

  private final Gazetteer gazetteer;

  NameFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  List<NameSpan> find(ReportText text) {
    List<NameSpan> spans = new ArrayList<>();
    List<Token> tokens = text.tokens();
    NameScanner scanner = gazetteer.scanner();
    for (int i = 0; i < tokens.size(); i++) {
      if (mayStart(text, i)) {
        scan(text, i, scanner, spans);
      }
    }
    return spans;
  }

  private static boolean mayStart(ReportText text, int i) {
    Token token = text.tokens().get(i);
    if (!token.word() || token.elided() || token.is("'s")) {
      return false;
    }
    int c = token.form().codePointAt(0);
    if (Character.isUpperCase(c) || Character.getType(c) == Character.OTHER_LETTER) {
      return true;
    }
    // French, Spanish and Portuguese write peoples' adjectives small; they end like this.
    return !text.language().startsWith("en")
        && token.form().length() >= 4
        && Character.isLowerCase(c);
  }

  private void scan(ReportText text, int first, NameScanner scanner, List<NameSpan> spans) {
    List<Token> tokens = text.tokens();
    scanner.restart();
    int i = first;
    int words = 0;
    boolean any = false;
    while (i < tokens.size() && words < MOST_TOKENS) {
      Token token = tokens.get(i);
      if (i > first && !text.sameSentence(i, first)) {
        break;
      }
      if (!token.word()) {
        boolean hyphen =
            token.is("-")
                && !token.spaceBefore()
                && i + 1 < tokens.size()
                && !tokens.get(i + 1).spaceBefore();
        if (!hyphen) {
          break;
        }
        i++;
        continue;
      }
      String form = token.form();
      int used = 1;
      if (token.elided() && i + 1 < tokens.size() && i > first) {
        form = form + tokens.get(i + 1).form();
        used = 2;
      }
      if (!scanner.advance(form)) {
        break;
      }
      words++;
      if (scanner.matches()) {
        NameSpan span = span(text, first, i + used, scanner.candidates());
        if (span != null
            && !(span.length() == 1
                && onlySmallAlternate(span)
                && !lostPossessive(text, first).isEmpty())) {
          spans.add(span);
          any = true;
        }
      }
      if (!scanner.continues()) {
        break;
      }
      i += used;
    }
    if (!any) {
      spans.addAll(lostPossessive(text, first));
      if (spans.isEmpty() || spans.get(spans.size() - 1).first() != first) {
        misspelt(text, first, spans);
      }
    }
  }

  private @org.jspecify.annotations.Nullable NameSpan span(
      ReportText text, int first, int end, List<Candidate> found) {
    Token start = text.tokens().get(first);
    Token last = text.tokens().get(end - 1);
    boolean small = Character.isLowerCase(start.form().codePointAt(0));
    boolean lastSmall = Character.isLowerCase(last.form().codePointAt(0));
    if (end - first > 1
        && lastSmall
        && !text.lexicon().is(WordClass.PLACE_NOUN_AFTER, last.lower())) {
      return null;
    }
    String written = end - first == 1 ? start.form() : "";
    List<Candidate> kept =
        found.stream().filter(candidate -> fits(candidate, small, written, end - first)).toList();
    return kept.isEmpty() ? null : new NameSpan(first, end, kept, false);
  }

  /** A small word can only be a people's adjective; a short form must be written as one. */
  private static boolean fits(Candidate candidate, boolean small, String written, int tokens) {
    if (small) {
      return candidate.kind() == NameKind.DEMONYM;
    }
    if (candidate.kind() == NameKind.ABBREVIATION && tokens == 1) {
      String plain = written.replace(".", "");
      boolean capitals =
          plain.equals(plain.toUpperCase(java.util.Locale.ROOT)) && plain.length() >= 2;
      return candidate.exact() || capitals || plain.length() > 2;
    }
    if (tokens == 1 && candidate.kind() != NameKind.DEMONYM) {
      // "US" is not the village of Us, nor is "IT" the town of It.
      String plain = written.replace(".", "");
      return !(plain.length() <= 3 && plain.equals(plain.toUpperCase(java.util.Locale.ROOT)));
    }
    return true;
  }

  /** "Malis" for "Mali's": the whole is no name, what is left without its s is a well-known one. */
  private List<NameSpan> lostPossessive(ReportText text, int first) {
    Token token = text.tokens().get(first);
    String form = token.form();
    if (!token.capitalised() || !form.endsWith("s") || form.length() < 5) {
      return List.of();
    }
    List<Candidate> known =
        gazetteer.named(form.substring(0, form.length() - 1)).stream()
            .filter(c -> c.kind() == NameKind.NAME)
            .filter(c -> c.place().isCountry() || c.place().population() >= WELL_KNOWN)
            .toList();
    return known.isEmpty() ? List.of() : List.of(new NameSpan(first, first + 1, known, true));
  }

  /** Whether no place of note bears it: "Malis" is first of all Mali's. */
  private static boolean onlySmallAlternate(NameSpan span) {
    return span.candidates().stream()
        .noneMatch(c -> c.kind() == NameKind.NAME || c.place().population() > WELL_KNOWN / 10);
  }

  /** A name that only another romanisation of it is known of: "Tin Zaouatine", "Abeibara". */
  private void misspelt(ReportText text, int first, List<NameSpan> spans) {
    Token token = text.tokens().get(first);
    if (!token.capitalised() || token.form().length() < 6) {
      return;
    }
    for (int end = Math.min(first + 2, text.tokens().size()); end > first; end--) {
      Token last = text.tokens().get(end - 1);
      if (!text.sameSentence(end - 1, first)
          || !last.capitalised()
          || (end - first == 2 && !last.spaceBefore())) {
        continue;
      }
      String name = text.text().substring(token.start(), last.end());
      List<Candidate> found =
          gazetteer.named(name).stream()
              .filter(c -> c.kind() == NameKind.NAME || c.kind() == NameKind.ALTERNATE)
              .filter(c -> similar(c.place().name(), name))
              .toList();
      if (!found.isEmpty()) {
        spans.add(new NameSpan(first, end, found, false));
        return;
      }
    }
  }

  private static boolean similar(String one, String other) {
    String a = NameKey.of(one);
    String b = NameKey.of(other);
    return a.charAt(0) == b.charAt(0) && Math.abs(a.length() - b.length()) <= 3;
  }
}
