package dunnage.formats;

import dunnage.kernel.findings.FindingCode;
import org.jspecify.annotations.Nullable;

/// Reads amounts as people and programs write them: grouping by comma, point, apostrophe or blank;
/// minus before or behind or as brackets; a currency sign beside. Exact; nothing is rounded. One
/// instance reads many cells, one after the other.
final class AmountCell {

  /// More whole digits than any invoice has.
  private static final int MOST_WHOLE_DIGITS = 15;

  /// What always fits a long, decimals included.
  private static final int MOST_DIGITS = 18;

  private final char decimal;

  /// Smallest units of the currency asked for; valid when [#read] returned true.
  long minor;

  /// What was wrong; null after success.
  @Nullable FindingCode problem;

  AmountCell(char decimal) {
    this.decimal = decimal;
  }

  /// @param digits decimals of the currency
  /// @return whether the cell is an amount; if not, [#problem] says why
  boolean read(String cell, int digits) {
    problem = null;
    minor = 0;
    int from = 0;
    int to = cell.length();
    int minuses = 0;
    if (to > 4 && isCode(cell, 0)) {
      from = 3;
    } else if (to > 4 && isCode(cell, to - 3)) {
      to -= 3;
    }
    while (from < to && skippable(cell.charAt(from))) {
      minuses += isMinus(cell.charAt(from)) ? 1 : 0;
      from++;
    }
    while (to > from && skippable(cell.charAt(to - 1))) {
      minuses += isMinus(cell.charAt(to - 1)) ? 1 : 0;
      to--;
    }
    boolean brackets = from < to && cell.charAt(from) == '(' && cell.charAt(to - 1) == ')';
    if (brackets) {
      from++;
      to--;
      minuses++;
      while (from < to && skippable(cell.charAt(from)) && !isMinus(cell.charAt(from))) {
        from++;
      }
      while (to > from && skippable(cell.charAt(to - 1)) && !isMinus(cell.charAt(to - 1))) {
        to--;
      }
    }
    if (from >= to || minuses > 1) {
      return fail(FindingCode.AMOUNT_BAD);
    }
    return digits(cell, from, to, digits, minuses == 1);
  }

  private boolean digits(String cell, int from, int to, int digits, boolean negative) {
    long value = 0;
    int whole = 0;
    int fraction = -1;
    int sinceGroup = -1;
    for (int i = from; i < to; i++) {
      char c = cell.charAt(i);
      if (c >= '0' && c <= '9') {
        if (fraction < 0) {
          whole += whole > 0 || c != '0' ? 1 : 0;
          sinceGroup += sinceGroup >= 0 ? 1 : 0;
          if (whole > Math.min(MOST_WHOLE_DIGITS, MOST_DIGITS - digits)) {
            return fail(FindingCode.AMOUNT_TOO_LARGE);
          }
        } else if (++fraction > digits) {
          if (c != '0') {
            return fail(FindingCode.AMOUNT_PRECISION);
          }
          continue;
        }
        value = value * 10 + (c - '0');
      } else if (c == decimal && fraction < 0 && (sinceGroup < 0 || sinceGroup == 3)) {
        fraction = 0;
      } else if (fraction < 0 && i > from && isGroup(c) && (sinceGroup < 0 || sinceGroup == 3)) {
        sinceGroup = 0;
      } else {
        return fail(FindingCode.AMOUNT_BAD);
      }
    }
    char last = cell.charAt(to - 1);
    char first = cell.charAt(from);
    if (sinceGroup >= 0 && sinceGroup != 3
        || last < '0'
        || last > '9'
        || (first < '0' || first > '9') && first != decimal) {
      return fail(FindingCode.AMOUNT_BAD);
    }
    for (int i = Math.max(0, fraction); i < digits; i++) {
      value *= 10;
    }
    if (value > 999_999_999_999_999_999L) {
      return fail(FindingCode.AMOUNT_TOO_LARGE);
    }
    minor = negative ? -value : value;
    return true;
  }

  private static boolean isCode(String cell, int at) {
    for (int i = at; i < at + 3; i++) {
      if (cell.charAt(i) < 'A' || cell.charAt(i) > 'Z') {
        return false;
      }
    }
    return dunnage.kernel.money.Currency.find(cell.substring(at, at + 3)) != null;
  }

  private boolean isGroup(char c) {
    return c != decimal && (c == ',' || c == '.' || c == '\'' || c == '’' || isBlank(c));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009' || c == '\t';
  }

  private static boolean isMinus(char c) {
    return c == '-' || c == '−';
  }

  /// Signs and codes of currencies beside the figure are allowed; words and exponents are not.
  private static boolean skippable(char c) {
    return isBlank(c)
        || isMinus(c)
        || c == '+'
        || Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  private boolean fail(FindingCode why) {
    problem = why;
    return false;
  }
}
