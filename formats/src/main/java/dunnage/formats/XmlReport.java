package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.FindingLog;
import dunnage.kernel.findings.Severity;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Gathers what becomes of one XML file, and reads its amounts and dates into findings or values.
final class XmlReport {

  /// More digits than this is no invoice; the sum of a large book still fits.
  private static final int DIGITS_MAX = 15;

  private static final BigDecimal MINOR_LIMIT = BigDecimal.TEN.pow(DIGITS_MAX);

  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+)?(Z|[+-]\\d{2}:?\\d{2})?");
  private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2150, 1, 1);

  final String label;
  final Map<String, Object> recognised = new LinkedHashMap<>();
  final Amounts accepted = new Amounts();
  final LineTally lines;
  private final FindingLog findings = new FindingLog();
  private FileKind kind = FileKind.UNKNOWN;

  XmlReport(String label, RejectedRows rejectedRows) {
    this.label = label;
    this.lines = new LineTally(rejectedRows);
  }

  void kind(FileKind recognisedKind) {
    kind = recognisedKind;
  }

  void add(Finding finding) {
    findings.add(finding);
    lines.found(finding);
  }

  void add(FindingCode code, XmlNode where, String column, String seen, String expected) {
    add(Finding.at(code, label, where.line, column, seen, expected));
  }

  /// As [#add] where this place is milder or harsher than the code, with its own remedy.
  void add(
      FindingCode code,
      Severity severity,
      XmlNode where,
      String column,
      String seen,
      String expected,
      String remedy) {
    add(new Finding(code, severity, label, where.line, column, seen, expected, remedy));
  }

  /// A line that has no money counts.
  void count() {
    lines.begin();
    lines.count();
  }

  /// A line that has no money is left out.
  void reject() {
    lines.begin();
    lines.reject(0, List.of(), Money.zero(Currency.NONE));
  }

  FileReport done() {
    return new FileReport(
        label, kind, recognised, lines.done(accepted), List.of(), findings.list(), false);
  }

  /// An amount in its currency, or null and a finding.
  @Nullable Money money(XmlNode where, String column, String amount, String code) {
    Currency currency = Currency.find(code);
    if (currency == null || currency.equals(Currency.NONE)) {
      add(FindingCode.CURRENCY_UNKNOWN, where, column, code, "an ISO 4217 code");
      return null;
    }
    BigDecimal value = decimal(where, column, amount);
    if (value == null) {
      return null;
    }
    if (value.stripTrailingZeros().scale() > currency.digits()) {
      add(
          FindingCode.AMOUNT_PRECISION,
          where,
          column,
          amount,
          "at most " + currency.digits() + " decimals in " + currency);
      return null;
    }
    if (value.movePointRight(currency.digits()).abs().compareTo(MINOR_LIMIT) >= 0) {
      add(FindingCode.AMOUNT_TOO_LARGE, where, column, amount, "at most " + DIGITS_MAX + " digits");
      return null;
    }
    return Money.of(currency, value);
  }

  /// A plain decimal number, or null and a finding.
  @Nullable BigDecimal decimal(XmlNode where, String column, String text) {
    if (text.isEmpty()) {
      add(FindingCode.VALUE_MISSING, where, column, "", "an amount");
      return null;
    }
    if (!isDecimal(text)) {
      add(FindingCode.AMOUNT_BAD, where, column, text, "digits with a decimal point");
      return null;
    }
    if (text.length() > 60 || digits(new BigDecimal(text)) > DIGITS_MAX) {
      add(FindingCode.AMOUNT_TOO_LARGE, where, column, text, "at most " + DIGITS_MAX + " digits");
      return null;
    }
    return new BigDecimal(text);
  }

  /// A plain decimal number of readable length, or null; for sums that are only compared.
  static @Nullable BigDecimal plain(String text) {
    return text.length() <= 60 && isDecimal(text) ? new BigDecimal(text) : null;
  }

  /// A sign, digits and at most one point, as in `xs:decimal`: no exponent, no NaN.
  private static boolean isDecimal(String text) {
    int digits = 0;
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.') {
        points++;
      } else if (i > 0 || (c != '+' && c != '-')) {
        return false;
      }
    }
    return digits > 0 && points <= 1;
  }

  private static int digits(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.precision() - Math.min(0, plain.scale());
  }

  /// A date, the day of a date and time, or null and a finding. Offsets are dropped: the sender's
  /// calendar day is what both sides agreed on.
  @Nullable LocalDate date(XmlNode where, String column, String text) {
    if (text.isEmpty()) {
      add(FindingCode.VALUE_MISSING, where, column, "", "a date");
      return null;
    }
    try {
      if (DATE.matcher(text).matches()) {
        LocalDate date = LocalDate.parse(text.substring(0, 10));
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
          add(FindingCode.DATE_IMPLAUSIBLE, where, column, text, "a date of our time");
        }
        return date;
      }
    } catch (DateTimeException impossible) {
      // told below
    }
    add(FindingCode.DATE_BAD, where, column, text, "a date like 2026-03-31");
    return null;
  }

  /// Adds to the money accepted; false and a finding when the sum leaves what can be counted.
  boolean accept(int line, Money money) {
    try {
      accepted.add(money);
      return true;
    } catch (ArithmeticException overflow) {
      add(
          Finding.at(
              FindingCode.AMOUNT_TOO_LARGE,
              label,
              line,
              "",
              money.toString(),
              "sums within 18 digits"));
      return false;
    }
  }
}
