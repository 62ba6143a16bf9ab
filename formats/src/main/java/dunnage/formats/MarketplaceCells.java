package dunnage.formats;

import dunnage.formats.MarketplaceColumns.Cell;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.money.Currency;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The cells of one marketplace file. Amounts are ten-thousandths of a currency unit, so that
/// fractions of a cent add up exactly; days are the local days as written, without their time.
final class MarketplaceCells {

  /// Decimals of the amounts here.
  static final int DIGITS = 4;

  private static final long[] TENS = {1, 10, 100, 1_000, 10_000};
  private static final int DATES_KEPT = 10_000;

  /// `HK$ `, `-US$`, `CA $`: a sign of a currency that the currency column names anyway.
  private static final Pattern SIGN = Pattern.compile("^([-−–(+]?)\\s*\\p{L}{0,3}\\s?\\p{Sc}\\s*");

  private static final Pattern MONEY =
      Pattern.compile("[-−–]?\\s*\\p{L}{0,3}\\p{Sc}?\\s?[0-9][0-9.,'’  ]*");

  private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}+");

  private final MarketplaceColumns columns;
  private final AmountReader amounts;
  private final DateReader dates;
  private final Row scratch = new Row();
  private final Map<String, LocalDate> days = new HashMap<>();
  private @Nullable Currency sign;
  private boolean signed;

  MarketplaceCells(MarketplaceColumns columns, AmountReader amounts, DateReader dates) {
    this.columns = columns;
    this.amounts = amounts;
    this.dates = dates;
  }

  /// The text of a cell; empty also for `--` and its like.
  String text(Row row, Cell cell) {
    return text(row, columns.of(cell));
  }

  String text(Row row, int column) {
    return isNone(row, column) ? "" : printable(row.cell(column));
  }

  /// Names and numbers are shown in a terminal, which would obey control characters.
  private static String printable(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (Character.isISOControl(cell.charAt(i))) {
        return CONTROLS.matcher(cell).replaceAll(" ").strip();
      }
    }
    return cell;
  }

  boolean isNone(Row row, int column) {
    if (row.blank(column)) {
      return true;
    }
    for (int i = row.from[column]; i < row.to[column]; i++) {
      char c = row.text[i];
      if (c != '-' && c != '–' && c != '—') {
        return false;
      }
    }
    return true;
  }

  /// The day in a cell; null if there is none or it is no date, which [#isBadDate] tells apart.
  @Nullable LocalDate day(Row row, Cell cell) {
    int column = columns.of(cell);
    if (isNone(row, column)) {
      return null;
    }
    if (row.isTyped(column)) {
      return dates.read(row, column);
    }
    String date = withoutTime(row.cell(column));
    LocalDate known = days.get(date);
    if (known != null) {
      return known;
    }
    scratch.startAt(row.line).add(date);
    LocalDate day = scratch.blank(0) ? null : dates.read(scratch, 0);
    if (day != null) {
      if (days.size() == DATES_KEPT) {
        days.clear();
      }
      days.put(date, day);
    }
    return day;
  }

  boolean isBadDate(Row row, Cell cell) {
    return !isNone(row, columns.of(cell)) && day(row, cell) == null;
  }

  /// `Dec 1, 2017 12:38:23 AM PST` → `Dec 1, 2017`; the offset says which clock, not another day.
  static String withoutTime(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      return text;
    }
    int end = colon;
    while (end > 0 && Character.isDigit(text.charAt(end - 1))) {
      end--;
    }
    while (end > 0
        && (Row.isSpace(text.charAt(end - 1)) || ",T".indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    return text.substring(0, end);
  }

  /// Reads an amount; null if it is none, and then [#problem] says why. An empty cell is 0.
  @Nullable Long amount(Row row, int column) {
    sign = null;
    signed = false;
    if (isNone(row, column)) {
      return 0L;
    }
    if (amounts.read(row, column, DIGITS, 1)) {
      return scaled();
    }
    String cell = row.cell(column);
    Matcher marked = SIGN.matcher(cell);
    if (marked.find()) {
      signed = true;
      return amount(marked.group(1) + cell.substring(marked.end()));
    }
    return null;
  }

  /// The amount in a sentence such as `$37.35 sent to your bank account`; null if it holds none.
  @Nullable Long amountWithin(String sentence) {
    Matcher money = MONEY.matcher(sentence);
    return money.find() ? amount(money.group().strip().replaceAll("[.,]$", "")) : null;
  }

  private @Nullable Long amount(String text) {
    scratch.startAt(0).add(text);
    if (scratch.blank(0) || !amounts.read(scratch, 0, DIGITS, 1)) {
      return null;
    }
    return scaled();
  }

  private @Nullable Long scaled() {
    sign = amounts.currency();
    signed |= sign != null || amounts.hasAmbiguousSign();
    if (sign == null) {
      return amounts.minor();
    }
    long factor = TENS[DIGITS - sign.digits()];
    return Math.abs(amounts.minor()) > Long.MAX_VALUE / factor ? null : amounts.minor() * factor;
  }

  FindingCode problem() {
    FindingCode code = amounts.problem();
    return code == null ? FindingCode.AMOUNT_TOO_LARGE : code;
  }

  /// The currency whose sign stood beside the amount last read; null if none did.
  @Nullable Currency sign() {
    return sign;
  }

  /// Whether any sign of a currency stood beside it, `$` included.
  boolean isSigned() {
    return signed;
  }
}
