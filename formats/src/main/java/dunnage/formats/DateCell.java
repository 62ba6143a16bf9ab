package dunnage.formats;

import dunnage.formats.ReadOptions.DateOrder;
import dunnage.kernel.findings.FindingCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads dates as exports write them. A cell that was read once is remembered, so that a million
/// rows share a few thousand dates.
final class DateCell {

  private static final int MOST_REMEMBERED = 100_000;
  private static final int LONGEST_CHARS = 40;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2100;
  private static final int PIVOT_YEAR = 70;

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})日?(?:[T ].*)?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:\\.0)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?:[T ].*)?");
  private static final Pattern DAY_MONTH_WORD =
      Pattern.compile(
          "(\\d{1,2})\\.?[- ](?:de )?(\\p{L}{3,12})\\.?,?[- ](?:de )?(\\d{4}|\\d{2})(?: г\\.?)?");
  private static final Pattern MONTH_WORD_DAY =
      Pattern.compile("(\\p{L}{3,12})\\.? (\\d{1,2}),? (\\d{4})");

  private static final String[] MONTHS = {
    "jan янв ene gen", "feb fév fev фев", "mar mär mrz мар", "apr avr abr апр", "may mai мая май",
        "jun juin июн",
    "jul juil июл", "aug aoû aou ago авг", "sep set сен", "oct okt out окт", "nov ноя",
        "dec dez déc dic дек"
  };

  private final DateOrder order;
  private final Map<String, LocalDate> known = new HashMap<>();

  /// What was wrong with the cell read last; null after success.
  @Nullable FindingCode problem;

  DateCell(DateOrder order) {
    this.order = order;
  }

  /// The date, or null with [#problem] set.
  @Nullable LocalDate read(String cell) {
    LocalDate seen = known.get(cell);
    if (seen != null) {
      problem = null;
      return seen;
    }
    problem = FindingCode.DATE_BAD;
    LocalDate date = cell.length() > LONGEST_CHARS ? null : parse(cell.strip());
    if (date == null || date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
      return null;
    }
    problem = null;
    if (known.size() < MOST_REMEMBERED) {
      known.put(cell, date);
    }
    return date;
  }

  private @Nullable LocalDate parse(String text) {
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
    }
    Matcher yearLast = YEAR_LAST.matcher(text);
    if (yearLast.matches()) {
      return yearLast(yearLast);
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return date(compact.group(1), compact.group(2), compact.group(3));
    }
    Matcher dayFirst = DAY_MONTH_WORD.matcher(text);
    if (dayFirst.matches()) {
      return date(dayFirst.group(3), month(dayFirst.group(2)), dayFirst.group(1));
    }
    Matcher monthFirst = MONTH_WORD_DAY.matcher(text);
    return monthFirst.matches()
        ? date(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2))
        : null;
  }

  /// Points are always day, month, year; slashes and dashes follow the order of the file.
  private @Nullable LocalDate yearLast(Matcher parts) {
    boolean dayFirst = parts.group(2).equals(".") || order == DateOrder.DMY;
    String day = parts.group(dayFirst ? 1 : 3);
    String month = parts.group(dayFirst ? 3 : 1);
    if (Integer.parseInt(month) > 12
        && Integer.parseInt(day) <= 12
        && !parts.group(2).equals(".")) {
      problem = FindingCode.DATE_ORDER_MIXED;
      return null;
    }
    return date(parts.group(4), month, day);
  }

  private static String month(String word) {
    String start = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.length; i++) {
      for (String name : MONTHS[i].split(" ")) {
        if (start.startsWith(name)) {
          return String.valueOf(i + 1);
        }
      }
    }
    return "0";
  }

  private static @Nullable LocalDate date(String year, String month, String day) {
    int y = Integer.parseInt(year);
    if (year.length() == 2) {
      y += y >= PIVOT_YEAR ? 1900 : 2000;
    }
    try {
      return LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }
}
