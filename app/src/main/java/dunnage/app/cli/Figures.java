package dunnage.app.cli;

import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Figures for people: thousands apart, the currency in front, the same in every locale.
final class Figures {

  private Figures() {}

  /// `EUR 1,820.00`
  static String money(Money money) {
    return money.currency().code() + " " + amount(money);
  }

  /// `1,820.00`, for a column whose head names the currency.
  static String amount(Money money) {
    BigDecimal value = money.toBigDecimal();
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(value.scale());
    format.setMaximumFractionDigits(value.scale());
    return format.format(value);
  }

  /// `EUR 1,820.00 and USD 5.00`; `nothing` for none. Never a sum.
  static String amounts(Amounts amounts) {
    List<String> parts = amounts.nonZero().stream().map(Figures::money).toList();
    return parts.isEmpty() ? "nothing" : series(parts);
  }

  /// `a`, `a and b`, `a, b and c`
  static String series(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
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
