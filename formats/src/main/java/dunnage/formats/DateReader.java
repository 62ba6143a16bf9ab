package dunnage.formats;

import dunnage.formats.ReadOptions.DateOrder;
import dunnage.kernel.findings.FindingCode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the dates of one file. Days are looked up in a table, so that a million rows share their
/// dates instead of making new ones.
final class DateReader {

  static final int FIRST_YEAR = 1970;
  static final int LAST_YEAR = 2100;

  /// Two-digit years from here on are of the last century.
  private static final int PIVOT = 70;

  private static final LocalDate EXCEL_DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final LocalDate EXCEL_1904_DAY_ZERO = LocalDate.of(1904, 1, 1);
  private static final int MAX_CHARS = 60;

  private final DateOrder order;
  private final boolean since1904;
  private final @Nullable LocalDate[] days = new LocalDate[(LAST_YEAR - FIRST_YEAR + 1) * 12 * 31];
  private final Map<String, LocalDate> worded = new HashMap<>();
  private @Nullable FindingCode problem;

  /// @param order of dates whose year stands last; only asked for where both are possible
  DateReader(DateOrder order, boolean since1904) {
    this.order = order;
    this.since1904 = since1904;
  }

  /// Why the last date could not be read.
  FindingCode problem() {
    return problem == null ? FindingCode.DATE_BAD : problem;
  }

  /// Whether a cell says that there is no date: `0000-00-00`, `00.00.0000`, `-`.
  static boolean isNone(Row row, int cell) {
    for (int i = row.from[cell]; i < row.to[cell]; i++) {
      char c = row.text[i];
      if (c != '0' && c != '-' && c != '.' && c != '/' && c != ':' && c != ' ') {
        return false;
      }
    }
    return true;
  }

  /// The date in a cell that is not blank, or null; then [#problem] says why.
  @Nullable LocalDate read(Row row, int cell) {
    problem = null;
    int from = row.from[cell];
    int to = row.to[cell];
    if (row.isTyped(cell)) {
      return serial(row.cell(cell));
    }
    LocalDate plain = figures(row.text, from, to);
    return plain != null || problem != null ? plain : words(row.cell(cell));
  }

  /// Three numbers with one sign between them, or eight digits. Null without a problem: not of that
  /// shape.
  private @Nullable LocalDate figures(char[] text, int from, int to) {
    int first = 0;
    int second = 0;
    int third = 0;
    int part = 0;
    int start = from;
    char sign = 0;
    int firstLength = 0;
    int i = from;
    for (; i < to; i++) {
      char c = text[i];
      if (c >= '0' && c <= '9') {
        if (i - start > 8) {
          return null;
        }
        int digit = c - '0';
        if (part == 0) {
          first = first * 10 + digit;
        } else if (part == 1) {
          second = second * 10 + digit;
        } else {
          third = third * 10 + digit;
        }
      } else if ((c == '-' || c == '/' || c == '.')
          && i > start
          && part < 2
          && (sign == 0 || sign == c)) {
        sign = c;
        firstLength = part == 0 ? i - from : firstLength;
        part++;
        start = i + 1;
      } else {
        break;
      }
    }
    boolean rest = i < to && !isTime(text, i, to);
    if (rest || i == start) {
      return null;
    }
    if (part == 0) {
      return i - from == 8 ? day(first / 10_000, first / 100 % 100, first % 100) : null;
    }
    if (part == 1 && sign == '.' && second == 0 && firstLength == 8) {
      return day(first / 10_000, first / 100 % 100, first % 100); // 20200210.0
    }
    return part == 2 ? ordered(first, firstLength, second, third, i - start, sign) : null;
  }

  private @Nullable LocalDate ordered(
      int first, int firstLength, int second, int third, int thirdLength, char sign) {
    if (firstLength == 4) {
      return day(first, second, third);
    }
    if (firstLength > 2 || thirdLength != 4 && thirdLength != 2) {
      return bad(FindingCode.DATE_BAD);
    }
    int year = thirdLength == 4 ? third : third < PIVOT ? 2000 + third : 1900 + third;
    boolean dayFirst = sign == '.' || order == DateOrder.DMY;
    LocalDate date = dayFirst ? day(year, second, first) : day(year, first, second);
    if (date == null && sign != '.') {
      LocalDate other = dayFirst ? day(year, first, second) : day(year, second, first);
      problem = other == null ? FindingCode.DATE_BAD : FindingCode.DATE_ORDER_MIXED;
    }
    return date;
  }

  /// `T12:30:00`, ` 0:00`, ` 12:00:00 AM`, with or without an offset: the day is what counts.
  private static boolean isTime(char[] text, int from, int to) {
    if (text[from] != 'T' && text[from] != ' ' || from + 1 == to) {
      return text[from] == '.'
          && from + 1 == to; // Hungarian and Russian exports close a date with a point
    }
    boolean colon = false;
    for (int i = from + 1; i < to; i++) {
      char c = text[i];
      colon |= c == ':';
      boolean usual =
          c >= '0' && c <= '9'
              || c == ':'
              || c == '.'
              || c == '+'
              || c == '-'
              || c == ' '
              || c == 'Z'
              || c == 'A'
              || c == 'P'
              || c == 'M'
              || c == 'a'
              || c == 'p'
              || c == 'm';
      if (!usual) {
        return false;
      }
    }
    return colon;
  }

  private @Nullable LocalDate day(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) {
      return bad(FindingCode.DATE_BAD);
    }
    int index = ((year - FIRST_YEAR) * 12 + month - 1) * 31 + day - 1;
    LocalDate date = days[index];
    if (date == null) {
      try {
        date = LocalDate.of(year, month, day);
      } catch (DateTimeException noSuchDay) {
        return bad(FindingCode.DATE_BAD);
      }
      days[index] = date;
    }
    problem = null;
    return date;
  }

  private @Nullable LocalDate bad(FindingCode code) {
    problem = code;
    return null;
  }

  /// A spreadsheet's day number, or a date written as a number (20130102).
  private @Nullable LocalDate serial(String number) {
    int point = number.indexOf('.');
    String whole = point < 0 ? number : number.substring(0, point);
    if (whole.isEmpty()
        || whole.length() > 8
        || !whole.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return bad(FindingCode.DATE_BAD);
    }
    int value = Integer.parseInt(whole);
    if (whole.length() == 8) {
      return day(value / 10_000, value / 100 % 100, value % 100);
    }
    LocalDate date = (since1904 ? EXCEL_1904_DAY_ZERO : EXCEL_DAY_ZERO).plusDays(value);
    return day(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  private @Nullable LocalDate words(String text) {
    if (text.length() > MAX_CHARS) {
      return bad(FindingCode.DATE_BAD);
    }
    LocalDate known = worded.get(text);
    if (known == null) {
      known = wordedDate(text);
      if (known == null) {
        return bad(problem());
      }
      worded.put(text, known);
    }
    return known;
  }

  /// `2013年1月2日`, `2 Jan 2013`, `Jan 2, 2013`, `15-ene-13`, `2 de enero de 2013`, `2 января 2013
  /// г.`
  private @Nullable LocalDate wordedDate(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    if (plain.indexOf('年') > 0) {
      String figures =
          plain
              .replace('年', '-')
              .replace('月', '-')
              .replace("日", "")
              .replace("号", "")
              .replace(" ", "");
      char[] chars = figures.toCharArray();
      return figures(chars, 0, chars.length);
    }
    int month = 0;
    int[] numbers = new int[2];
    int count = 0;
    for (String token : plain.split("[^\\p{L}\\p{M}\\p{N}]+")) {
      Integer named = CellWords.month(token);
      if (named != null && month == 0) {
        month = named;
      } else if (isNumber(token) && count < 2) {
        numbers[count++] = Integer.parseInt(token.replaceAll("\\D", ""));
      } else if (!isFiller(token)) {
        return null;
      }
    }
    if (month == 0 || count < 2) {
      return null;
    }
    return numbers[0] > 31
        ? day(numbers[0], month, numbers[1])
        : day(fullYear(numbers[1]), month, numbers[0]);
  }

  private static int fullYear(int year) {
    return year > 99 ? year : year < PIVOT ? 2000 + year : 1900 + year;
  }

  /// `2`, `2nd`, `1er`, `1.º`
  private static boolean isNumber(String token) {
    return token.matches("[0-9]{1,4}(?:st|nd|rd|th|er|o)?");
  }

  private static boolean isFiller(String token) {
    return switch (Folding.fold(token)) {
      case "", "de", "del", "of", "г", "года", "year", "le", "the" -> true;
      default -> false;
    };
  }
}
