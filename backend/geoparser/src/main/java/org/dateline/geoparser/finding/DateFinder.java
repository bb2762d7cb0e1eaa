package org.dateline.geoparser.finding;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dateline.geoparser.finding.DateWords.Kind;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates and periods of a text: "on 4 March", "the night of 4 to 5 July", "since January",
 * "in early May", "last week". What is told from the day of writing is read only where that day is
 * known; a year that the text leaves out and that nothing tells is {@code XXXX}.
 */
final class DateFinder {

  private static final int UNKNOWN = -1;

  /** A date that is farther ahead than this, in days, is last year's. */
  private static final int AHEAD = 90;

  /** A leap year, so that every day of a year not known is one. */
  private static final int ANY_YEAR = 2000;

  /** What a date may start with, besides a number. */
  private static final Set<Kind> STARTS =
      EnumSet.of(
          Kind.MONTH,
          Kind.WEEKDAY,
          Kind.PART,
          Kind.SEASON,
          Kind.TODAY,
          Kind.LAST,
          Kind.THIS,
          Kind.UNIT,
          Kind.WEEKEND,
          Kind.DECADE,
          Kind.NUMBER);

  private static final Pattern ORDINAL_ENDING = Pattern.compile("(st|nd|rd|th|er)$");
  private static final Pattern DECADE = Pattern.compile("(19|20)\\d0s");
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
  private static final Pattern DAY = Pattern.compile("\\d{1,2}");

  private final Document document;
  private final DateWords words;
  private final @Nullable LocalDate written;

  /**
   * Makes a finder.
   *
   * @param written when the text was written, ISO 8601 or EDTF; null when not known
   */
  DateFinder(Document document, @Nullable String written) {
    this.document = document;
    this.words = DateWords.of(document.language());
    this.written = day(written);
  }

  private static @Nullable LocalDate day(@Nullable String date) {
    try {
      return date == null || date.length() < 10 ? null : LocalDate.parse(date.substring(0, 10));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * A date with its tokens.
   *
   * @param first index of its first token
   * @param end index after its last token
   * @param past whether it is history: a year or more, closed, and not that of writing
   */
  record Dated(ReportDate date, int first, int end, boolean past) {}

  /** A day, month or year; zero stands for a part that is not told. */
  private record Point(int year, int month, int day) {

    String edtf() {
      String text = year == UNKNOWN ? "XXXX" : String.format(Locale.ROOT, "%04d", year);
      if (month > 0) {
        text += String.format(Locale.ROOT, "-%02d", month);
      }
      return day > 0 ? text + String.format(Locale.ROOT, "-%02d", day) : text;
    }

    static Point of(LocalDate day) {
      return new Point(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    LocalDate firstDay() {
      YearMonth in = YearMonth.of(year == UNKNOWN ? ANY_YEAR : year, Math.max(1, month));
      return in.atDay(Math.min(Math.max(1, day), in.lengthOfMonth()));
    }

    boolean isSeason() {
      return month > 12;
    }
  }

  /**
   * What was read.
   *
   * @param from its first day, or all of it
   * @param to its last day, null when it is one point
   * @param end index of the token after it
   */
  private record Period(Point from, @Nullable Point to, boolean about, int end) {

    static Period of(Point point, int end) {
      return new Period(point, null, false, end);
    }
  }

  /** Returns all dates, in order. */
  List<Dated> dates() {
    List<Dated> dates = new ArrayList<>();
    int i = 0;
    while (i < document.size()) {
      Dated dated = mayStart(i) ? dated(i) : null;
      if (dated != null) {
        dates.add(dated);
      }
      i = dated == null ? i + 1 : Math.max(i + 1, dated.end());
    }
    return dates;
  }

  /**
   * Returns the date of a text: of those whose year is known and that are no history the first most
   * exact one.
   */
  static @Nullable ReportDate ofText(List<Dated> dates) {
    ReportDate best = null;
    for (Dated each : dates) {
      boolean open = each.date().edtf().contains("..") || each.date().edtf().startsWith("XXXX");
      if (!each.past() && !open && (best == null || each.date().precision() < best.precision())) {
        best = each.date();
      }
    }
    return best;
  }

  private boolean mayStart(int i) {
    Token token = document.token(i);
    return token.shape() == Shape.NUMBER || words.isAny(token.lower(), STARTS);
  }

  private boolean is(int i, Kind kind) {
    return i >= 0 && i < document.size() && words.is(document.token(i).lower(), kind);
  }

  private boolean is(int i, Pattern number) {
    return i >= 0
        && i < document.size()
        && document.token(i).shape() == Shape.NUMBER
        && number.matcher(document.token(i).text()).matches();
  }

  private int value(int i, Kind kind) {
    return words.value(document.token(i).lower(), kind);
  }

  private @Nullable Dated dated(int i) {
    Period one = period(i);
    if (one == null) {
      return null;
    }
    Period whole = range(i, one);
    int lead = lead(i);
    boolean since = is(lead, Kind.SINCE);
    boolean until = is(lead, Kind.UNTIL);
    boolean about = whole.about() || is(lead, Kind.ABOUT);
    Point from = whole.from();
    Point to = whole.to();
    String mark = about ? "~" : "";
    String edtf;
    if (since) {
      edtf = from.edtf() + mark + "/..";
    } else if (until) {
      edtf = "../" + (to == null ? from : to).edtf() + mark;
    } else if (from.day() < 0) {
      edtf = String.format(Locale.ROOT, "%03dX", from.year() / 10);
    } else {
      edtf = from.edtf() + mark + (to == null ? "" : "/" + to.edtf() + mark);
    }
    int precision = since || until ? 5 : precision(from, to, about);
    boolean season = to == null && from.isSeason();
    boolean past = precision == 5 && !since && !season && isPast(to == null ? from : to);
    return new Dated(
        new ReportDate(edtf, precision, document.span(i, whole.end())), i, whole.end(), past);
  }

  /** The word that says how a date is meant: before it and before "the" and "early". */
  private int lead(int i) {
    int at = i - 1;
    while (at >= 0
        && document.sameSentence(at, i)
        && (document.is(at, WordClass.DETERMINER)
            || document.is(at, '-')
            || is(at, Kind.WEEKDAY)
            || is(at, Kind.PART)
            || (is(at, Kind.IN) && is(at - 1, Kind.UNTIL)))) {
      at--;
    }
    return document.sameSentence(at, i) ? at : -1;
  }

  private boolean isPast(Point last) {
    return last.day() < 0
        || written == null
        || last.year() != UNKNOWN && last.year() < written.getYear() - 1;
  }

  private static int precision(Point from, @Nullable Point to, boolean about) {
    if (to == null) {
      if (from.day() > 0) {
        return about ? 3 : 1;
      }
      return from.month() > 0 && !from.isSeason() ? 4 : 5;
    }
    if (from.day() <= 0 || to.day() <= 0) {
      return 5;
    }
    long days = ChronoUnit.DAYS.between(from.firstDay(), to.firstDay()) + 1;
    return days <= 6 && days > 0 ? 2 : days == 7 ? 3 : days > 0 && days <= 31 ? 4 : 5;
  }

  /** "from April 1992 to February 1996", "between 30 April and 2 May". */
  private Period range(int i, Period one) {
    if (one.to() != null || !is(one.end(), Kind.TO)) {
      return one;
    }
    int next = one.end() + 1;
    while (document.is(next, WordClass.DETERMINER) || is(next, Kind.IN)) {
      next++;
    }
    Period other =
        document.sameSentence(i, next) && mayStart(next) && is(lead(i), Kind.FROM)
            ? period(next)
            : null;
    if (other == null || other.to() != null) {
      return one;
    }
    Point from = one.from();
    if (from.year() == UNKNOWN && other.from().year() != UNKNOWN) {
      from = new Point(other.from().year(), from.month(), from.day());
    }
    return new Period(from, other.from(), one.about() || other.about(), other.end());
  }

  private @Nullable Period period(int i) {
    Period found = partOfMonth(i);
    found = found == null ? dayOfMonth(i) : found;
    found = found == null ? monthDay(i) : found;
    found = found == null ? iso(i) : found;
    found = found == null ? month(i) : found;
    found = found == null ? season(i) : found;
    found = found == null ? year(i) : found;
    return found == null && written != null ? relative(i, written) : found;
  }

  /** "early March 2024", "mi-août", "the end of May". */
  private @Nullable Period partOfMonth(int i) {
    if (!is(i, Kind.PART)) {
      return null;
    }
    int at = i + 1;
    while (document.is(at, '-') || document.is(at, WordClass.OF)) {
      at++;
    }
    if (!document.sameSentence(i, at)) {
      return null;
    }
    int part = value(i, Kind.PART);
    int year = year4(at);
    if (year > 0 && at == i + 1 || year > 0 && is(i, Kind.PART) && document.is(at - 1, '-')) {
      return new Period(new Point(year, 0, 0), null, true, at + 1);
    }
    if (!isMonth(at)) {
      return null;
    }
    int month = value(at, Kind.MONTH);
    int end = at + 1;
    year = year4(end);
    end = year > 0 ? end + 1 : end;
    Point first = filled(year > 0 ? year : UNKNOWN, month, part == 1 ? 1 : part == 2 ? 11 : 21);
    int last = part == 1 ? 10 : part == 2 ? 20 : first.firstDay().lengthOfMonth();
    return new Period(first, new Point(first.year(), month, last), true, end);
  }

  /** "4 March 2024", "4 to 5 July", "3rd of May", "11 and 12 November 2023", "week of 6 June". */
  private @Nullable Period dayOfMonth(int i) {
    int first = dayNumber(i);
    if (first == 0) {
      return null;
    }
    int at = i + 1;
    int second = 0;
    if ((is(at, Kind.TO) || document.is(at, '-')) && document.sameSentence(i, at + 1)) {
      int other = document.is(at + 1, WordClass.DETERMINER) ? at + 2 : at + 1;
      second = dayNumber(other);
      at = second > 0 ? other + 1 : at;
    }
    // "3rd of May", "3 de mayo", "3. Mai".
    if (document.is(at, WordClass.OF) || document.is(at, '.')) {
      at++;
    }
    if (!document.sameSentence(i, at) || !isMonth(at)) {
      return null;
    }
    int month = value(at, Kind.MONTH);
    int end = at + 1;
    boolean joined = document.is(end, ',') || document.is(end, WordClass.OF);
    if (joined && year4(end + 1) > 0) {
      end++;
    }
    int year = year4(end);
    end = year > 0 ? end + 1 : end;
    return days(i, year, month, first, second, end);
  }

  private @Nullable Period days(int i, int year, int month, int first, int second, int end) {
    Point from = filled(year > 0 ? year : UNKNOWN, month, first);
    if (second > first) {
      return new Period(from, new Point(from.year(), month, second), false, end);
    }
    if (isWeekOf(i) && from.year() != UNKNOWN) {
      return new Period(from, Point.of(from.firstDay().plusDays(6)), false, end);
    }
    return Period.of(from, end);
  }

  private boolean isWeekOf(int i) {
    int at = i - 1;
    while (document.sameSentence(at, i)
        && (document.is(at, WordClass.OF) || document.is(at, WordClass.DETERMINER))) {
      at--;
    }
    return at < i - 1
        && document.sameSentence(at, i)
        && is(at, Kind.UNIT)
        && value(at, Kind.UNIT) == 7;
  }

  /** "March 4, 2024", "May 4". */
  private @Nullable Period monthDay(int i) {
    if (!isMonth(i) || !document.language().equals("en") || !document.sameSentence(i, i + 1)) {
      return null;
    }
    int day = dayNumber(i + 1);
    if (day == 0) {
      return null;
    }
    int end = i + 2;
    int second = 0;
    if (document.is(end, '-') && dayNumber(end + 1) > day) {
      second = dayNumber(end + 1);
      end += 2;
    }
    if (document.is(end, ',') && year4(end + 1) > 0) {
      end++;
    }
    int year = year4(end);
    end = year > 0 ? end + 1 : end;
    return days(i, year, value(i, Kind.MONTH), day, second, end);
  }

  /** "2024-03-04". */
  private @Nullable Period iso(int i) {
    int year = year4(i);
    if (year == 0
        || !document.is(i + 1, '-')
        || !document.is(i + 3, '-')
        || !document.sameSentence(i, i + 4)) {
      return null;
    }
    int month = number(i + 2);
    int day = number(i + 4);
    return month >= 1 && month <= 12 && day >= 1 && day <= 31
        ? Period.of(new Point(year, month, day), i + 5)
        : null;
  }

  /** "in March 2024", "since January". A month alone needs a word that makes it one. */
  private @Nullable Period month(int i) {
    if (!isMonth(i)) {
      return null;
    }
    int at = document.is(i + 1, WordClass.OF) ? i + 2 : i + 1;
    int year = document.sameSentence(i, at) ? year4(at) : 0;
    if (year > 0) {
      return Period.of(new Point(year, value(i, Kind.MONTH), 0), at + 1);
    }
    boolean led =
        document.sameSentence(i - 1, i)
            && (is(i - 1, Kind.IN)
                || is(i - 1, Kind.SINCE)
                || is(i - 1, Kind.UNTIL)
                || is(i - 1, Kind.LAST)
                || is(i - 1, Kind.THIS)
                || is(i - 1, Kind.FROM)
                || is(i - 1, Kind.TO));
    return led || is(i + 1, Kind.LAST)
        ? Period.of(filled(UNKNOWN, value(i, Kind.MONTH), 0), i + 1)
        : null;
  }

  /** "the spring of 2018", "été 2020". */
  private @Nullable Period season(int i) {
    if (!is(i, Kind.SEASON)) {
      return null;
    }
    int at = document.is(i + 1, WordClass.OF) ? i + 2 : i + 1;
    int year = document.sameSentence(i, at) ? year4(at) : 0;
    return year > 0 ? Period.of(new Point(year, value(i, Kind.SEASON), 0), at + 1) : null;
  }

  /** "in 2012", "the 1990s", "les années 1990". */
  private @Nullable Period year(int i) {
    if (is(i, Kind.DECADE)) {
      int year = document.sameSentence(i, i + 1) ? year4(i + 1) : 0;
      return year > 0 && year % 10 == 0 ? Period.of(new Point(year, 0, -1), i + 2) : null;
    }
    String text = document.token(i).text();
    if (DECADE.matcher(text).matches()) {
      return Period.of(new Point(Integer.parseInt(text.substring(0, 4)), 0, -1), i + 1);
    }
    int year = year4(i);
    if (year == 0 || !document.sameSentence(i - 1, i)) {
      return null;
    }
    boolean led =
        is(i - 1, Kind.IN)
            || is(i - 1, Kind.SINCE)
            || is(i - 1, Kind.UNTIL)
            || is(i - 1, Kind.ABOUT)
            || is(i - 1, Kind.FROM)
            || is(i - 1, Kind.TO);
    boolean counts =
        document.sameSentence(i, i + 1)
            && document.token(i + 1).shape() == Shape.LOWER
            && !document.is(i + 1, WordClass.FUNCTION);
    return led && !counts ? Period.of(new Point(year, 0, 0), i + 1) : null;
  }

  /** "yesterday", "on Tuesday", "last week", "three days ago". */
  private @Nullable Period relative(int i, LocalDate now) {
    if (is(i, Kind.TODAY)) {
      int back = value(i, Kind.TODAY);
      boolean before = document.is(i - 1, '-') && document.is(i, WordClass.FUNCTION) && back < 0;
      return Period.of(Point.of(now.plusDays(before ? back - 1 : back)), i + 1);
    }
    if (is(i, Kind.WEEKDAY)) {
      return weekday(i, now);
    }
    if (is(i, Kind.WEEKEND)) {
      LocalDate saturday = now.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
      return is(i - 1, Kind.NEXT)
          ? null
          : new Period(Point.of(saturday), Point.of(saturday.plusDays(1)), false, i + 1);
    }
    Period ago = ago(i, now);
    return ago == null ? unit(i, now) : ago;
  }

  private @Nullable Period weekday(int i, LocalDate now) {
    if (is(i - 1, Kind.NEXT) || is(i + 1, Kind.NEXT)) {
      return null;
    }
    DayOfWeek day = DayOfWeek.of(value(i, Kind.WEEKDAY));
    boolean last = is(i - 1, Kind.LAST) || is(i + 1, Kind.LAST);
    LocalDate date =
        now.with(last ? TemporalAdjusters.previous(day) : TemporalAdjusters.previousOrSame(day));
    int to = i + 1;
    while (document.sameSentence(i, to)
        && (document.is(to, WordClass.DETERMINER) || document.is(to, WordClass.OF))) {
      to++;
    }
    // "overnight from Monday to Tuesday", "dans la nuit de lundi à mardi".
    if (is(to, Kind.TO) && is(to + 1, Kind.WEEKDAY) && document.sameSentence(i, to + 1)) {
      LocalDate other =
          date.with(TemporalAdjusters.next(DayOfWeek.of(value(to + 1, Kind.WEEKDAY))));
      return new Period(Point.of(date), Point.of(other), false, to + 2);
    }
    return Period.of(Point.of(date), i + 1);
  }

  /** "three days ago", "il y a deux semaines". */
  private @Nullable Period ago(int i, LocalDate now) {
    int count = number(i);
    count = count > 0 ? count : Math.max(0, is(i, Kind.NUMBER) ? value(i, Kind.NUMBER) : 0);
    if (count == 0 || count > 100 || !is(i + 1, Kind.UNIT) || !document.sameSentence(i, i + 1)) {
      return null;
    }
    boolean before =
        document.sameSentence(i - 3, i)
            && document.token(i - 3).lower().equals("il")
            && document.token(i - 2).lower().equals("y")
            && document.token(i - 1).lower().equals("a");
    if (!before && !(is(i + 2, Kind.AGO) && document.sameSentence(i, i + 2))) {
      return null;
    }
    int end = before ? i + 2 : i + 3;
    return switch (value(i + 1, Kind.UNIT)) {
      case 1 -> Period.of(Point.of(now.minusDays(count)), end);
      case 7 -> new Period(Point.of(now.minusWeeks(count)), null, true, end);
      case 30 -> {
        LocalDate then = now.minusMonths(count);
        yield new Period(new Point(then.getYear(), then.getMonthValue(), 0), null, true, end);
      }
      default -> new Period(new Point(now.getYear() - count, 0, 0), null, true, end);
    };
  }

  /** "last week", "cette année", "le mois dernier". */
  private @Nullable Period unit(int i, LocalDate now) {
    int unit;
    boolean last;
    int end;
    if ((is(i, Kind.LAST) || is(i, Kind.THIS))
        && is(i + 1, Kind.UNIT)
        && document.sameSentence(i, i + 1)) {
      unit = value(i + 1, Kind.UNIT);
      last = is(i, Kind.LAST);
      end = i + 2;
    } else if (is(i, Kind.UNIT) && is(i + 1, Kind.LAST) && document.sameSentence(i, i + 1)) {
      unit = value(i, Kind.UNIT);
      last = true;
      end = i + 2;
    } else {
      return null;
    }
    int back = last ? 1 : 0;
    return switch (unit) {
      case 7 -> {
        LocalDate monday =
            now.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(back);
        yield new Period(Point.of(monday), Point.of(monday.plusDays(6)), false, end);
      }
      case 30 -> {
        LocalDate then = now.minusMonths(back);
        yield Period.of(new Point(then.getYear(), then.getMonthValue(), 0), end);
      }
      case 365 -> Period.of(new Point(now.getYear() - back, 0, 0), end);
      default -> null;
    };
  }

  private boolean isMonth(int i) {
    return is(i, Kind.MONTH)
        && (!document.language().equals("en") || document.token(i).isCapitalised());
  }

  /** Returns a day or month in the year that the text leaves to be understood. */
  private Point filled(int year, int month, int day) {
    if (year != UNKNOWN || written == null) {
      return new Point(year, month, day);
    }
    LocalDate same = new Point(written.getYear(), month, day).firstDay();
    int back = same.isAfter(written.plusDays(AHEAD)) ? 1 : 0;
    return new Point(written.getYear() - back, month, day);
  }

  private int dayNumber(int i) {
    if (i < 0 || i >= document.size() || document.token(i).shape() != Shape.NUMBER) {
      return 0;
    }
    String digits = ORDINAL_ENDING.matcher(document.token(i).lower()).replaceFirst("");
    int day = DAY.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
    return day <= 31 ? day : 0;
  }

  private int number(int i) {
    return is(i, NUMBER) ? Integer.parseInt(document.token(i).text()) : 0;
  }

  private int year4(int i) {
    return is(i, YEAR) ? Integer.parseInt(document.token(i).text()) : 0;
  }
}
