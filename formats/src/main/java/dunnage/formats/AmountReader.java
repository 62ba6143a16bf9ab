package dunnage.formats;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.money.Currency;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the amounts of one file, exactly or not at all. Plain ones are read digit by digit; only
/// those with thousands, signs or currencies beside them take the long way.
final class AmountReader {

  /// Larger amounts are no invoices, digits before the decimal sign.
  static final int WHOLE_DIGITS_MAX = 15;

  private static final int MAX_CHARS = 64;
  private static final Pattern FIGURES =
      Pattern.compile("[0-9][0-9.,'’ \\u00a0\\u202f\\u2009]*|[.,][0-9]+");
  private static final Pattern GROUPED =
      Pattern.compile(
          "[0-9]{1,3}(?:S[0-9]{2})*S[0-9]{3}|[0-9]{1,3}(?:S[0-9]{3})+".replace("S", "(?:[.,'’ ])"));
  private static final long[] TENS = {1, 10, 100, 1_000, 10_000};

  private final char decimal;
  private long minor;
  private @Nullable FindingCode problem;
  private @Nullable Currency currency;
  private boolean ambiguousSign;

  /// @param decimal the decimal sign of the file
  AmountReader(char decimal) {
    this.decimal = decimal;
  }

  /// Smallest units of the amount last read.
  long minor() {
    return minor;
  }

  /// Why the last amount could not be read; null when it could.
  @Nullable FindingCode problem() {
    return problem;
  }

  /// The currency that stood beside the last amount; null when none did.
  @Nullable Currency currency() {
    return currency;
  }

  /// Whether a `$` or `¥` stood beside the last amount.
  boolean hasAmbiguousSign() {
    return ambiguousSign;
  }

  /// Reads a cell that is not blank; false when it is no amount, and then [#problem] says why.
  ///
  /// @param digits decimals of the currency; where a currency stands beside the amount, its own
  /// @param unit currency units in one unit of the column
  boolean read(Row row, int cell, int digits, int unit) {
    problem = null;
    currency = null;
    ambiguousSign = false;
    boolean typed = row.isTyped(cell);
    if (unit == 1 && plain(row.text, row.from[cell], row.to[cell], digits, typed ? '.' : decimal)) {
      return true;
    }
    problem = null;
    return any(row.cell(cell), digits, unit, typed);
  }

  /// Digits with at most one decimal sign.
  private boolean plain(char[] text, int from, int to, int digits, char sign) {
    long value = 0;
    int behind = -1;
    int i = from;
    boolean negative = text[i] == '-';
    if (negative) {
      i++;
    }
    int whole = 0;
    for (; i < to; i++) {
      char c = text[i];
      if (c >= '0' && c <= '9') {
        if (behind >= 0 && behind == digits) {
          return false;
        }
        value = value * 10 + c - '0';
        if (behind >= 0) {
          behind++;
        } else if (++whole > 14) {
          return false;
        }
      } else if (c == sign && behind < 0) {
        behind = 0;
      } else {
        return false;
      }
    }
    if (whole == 0 || behind == 0) {
      return false;
    }
    minor = value * TENS[digits - Math.max(0, behind)];
    minor = negative ? -minor : minor;
    return true;
  }

  private boolean any(String cell, int digits, int unit, boolean typed) {
    if (cell.length() > MAX_CHARS) {
      return fail(
          cell.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == ',')
              ? FindingCode.AMOUNT_TOO_LARGE
              : FindingCode.AMOUNT_BAD);
    }
    Matcher matcher = FIGURES.matcher(cell);
    if (!matcher.find()) {
      return fail(FindingCode.AMOUNT_BAD);
    }
    String before = cell.substring(0, matcher.start()).strip();
    String figures = strip(matcher.group());
    String behind =
        cell.substring(matcher.start() + matcher.group().stripTrailing().length()).strip();
    boolean brackets = before.startsWith("(") && behind.endsWith(")");
    if (brackets) {
      before = before.substring(1).strip();
      behind = behind.substring(0, behind.length() - 1).strip();
    }
    int minus = dashes(before) + dashes(behind);
    before = withoutSign(before);
    behind = withoutSign(behind);
    String mark = behind.toLowerCase(java.util.Locale.ROOT);
    boolean credit = mark.equals("cr") || mark.equals("cr.");
    if (credit || mark.equals("dr") || mark.equals("dr.")) {
      behind = "";
    }
    int signs = minus + (brackets ? 1 : 0) + (credit ? 1 : 0);
    if (signs > 1 || !currencyBeside(before, behind)) {
      return fail(FindingCode.AMOUNT_BAD);
    }
    String plain = typed ? figures : withPoint(figures);
    if (plain == null) {
      return fail(FindingCode.AMOUNT_BAD);
    }
    return set(plain, currency == null ? digits : currency.digits(), unit, signs == 1);
  }

  private static String strip(String figures) {
    return figures.replace('\u00a0', ' ').replace('\u202f', ' ').replace('\u2009', ' ').strip();
  }

  private static int dashes(String text) {
    return (int) text.chars().filter(c -> isDash((char) c)).count();
  }

  private static boolean isDash(char c) {
    return c == '-' || c == '−' || c == '–';
  }

  private static String withoutSign(String text) {
    String rest = text;
    if (!rest.isEmpty() && (isDash(rest.charAt(0)) || rest.charAt(0) == '+')) {
      rest = rest.substring(1).strip();
    }
    if (!rest.isEmpty() && isDash(rest.charAt(rest.length() - 1))) {
      rest = rest.substring(0, rest.length() - 1).strip();
    }
    return rest;
  }

  private boolean currencyBeside(String before, String behind) {
    for (String beside : new String[] {before, behind}) {
      if (beside.isEmpty()) {
        continue;
      }
      if (CurrencyWords.isAmbiguous(beside)) {
        ambiguousSign = true;
        continue;
      }
      Currency named = CurrencyWords.find(beside);
      if (named == null || currency != null && !currency.equals(named)) {
        return false;
      }
      currency = named;
    }
    return true;
  }

  /// The figures with a point for the decimals and nothing for the thousands; null when the groups
  /// are none.
  private @Nullable String withPoint(String figures) {
    int at = figures.lastIndexOf(decimal);
    if (at >= 0 && figures.indexOf(decimal) != at) {
      return null;
    }
    String whole = at < 0 ? figures : figures.substring(0, at);
    String rest = at < 0 ? "" : figures.substring(at + 1);
    if (at >= 0 && rest.isEmpty() || !rest.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    String digits = whole.replaceAll("[^0-9]", "");
    if (digits.length() != whole.length()) {
      if (!GROUPED.matcher(whole).matches()
          || whole.replaceAll("[0-9]", "").chars().distinct().count() > 1) {
        return null;
      }
    }
    return rest.isEmpty() ? digits : digits + "." + rest;
  }

  private boolean set(String plain, int digits, int unit, boolean negative) {
    int point = plain.indexOf('.');
    int whole = (point < 0 ? plain : plain.substring(0, point)).replaceFirst("^0+", "").length();
    if (whole > WHOLE_DIGITS_MAX) {
      return fail(FindingCode.AMOUNT_TOO_LARGE);
    }
    if (plain.startsWith(".") || plain.isEmpty()) {
      plain = "0" + plain;
    }
    BigDecimal value =
        new BigDecimal(plain).multiply(BigDecimal.valueOf(unit)).stripTrailingZeros();
    if (value.scale() > digits) {
      return fail(FindingCode.AMOUNT_PRECISION);
    }
    try {
      minor = value.movePointRight(digits).longValueExact();
    } catch (ArithmeticException tooLarge) {
      return fail(FindingCode.AMOUNT_TOO_LARGE);
    }
    minor = negative ? -minor : minor;
    return true;
  }

  private boolean fail(FindingCode code) {
    problem = code;
    return false;
  }
}
