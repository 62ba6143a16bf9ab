package dunnage.app.cli;

import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The terminal's spelling of [dunnage.app.wording.Figures]: plain spaces and hyphens that can be
/// searched and copied, and one decimal where a column shows it.
final class Figures {

  private Figures() {}

  /// Without no-break spaces and typographic minus.
  static String plain(String words) {
    return words.replace('\u00A0', ' ').replace('−', '-');
  }

  /// `EUR 1,820.00`
  static String money(Money money) {
    return plain(dunnage.app.wording.Figures.money(money));
  }

  /// `1,820.00`, for a column whose head names the currency.
  static String amount(Money money) {
    return plain(dunnage.app.wording.Figures.digits(money));
  }

  /// `EUR 1,820.00 and USD 5.00`; `nothing` for none. Never a sum.
  static String amounts(Amounts amounts) {
    List<String> parts = amounts.nonZero().stream().map(Figures::money).toList();
    return parts.isEmpty() ? "nothing" : series(parts);
  }

  /// `a`, `a and b`, `a, b and c`
  static String series(List<String> parts) {
    return dunnage.app.wording.Figures.listed(parts);
  }

  /// One decimal, half up; `–` for unknown.
  static String decimal(@Nullable Double value) {
    return value == null
        ? "–"
        : BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  /// No decimals, half up; `–` for unknown.
  static String whole(@Nullable Double value) {
    return value == null
        ? "–"
        : BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  static String percent(@Nullable Double value) {
    return value == null ? "–" : decimal(value) + " %";
  }

  /// `1 debtor`, `31 debtors`
  static String count(int count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
