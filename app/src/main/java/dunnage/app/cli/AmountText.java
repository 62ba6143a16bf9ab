package dunnage.app.cli;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An amount of money written on the command line: `3089.00 EUR`, `EUR 3,089.00`. What could be
/// read in two ways is refused.
final class AmountText {

  /// Larger amounts are no debts; as in files.
  private static final int WHOLE_DIGITS_MAX = 15;

  private static final Pattern FORM =
      Pattern.compile(
          "([A-Za-z]{3})?\\s*([-+]?[0-9][0-9.,'’ \\u00a0\\u202f]*|[-+]?[.,][0-9]+)\\s*([A-Za-z]{3})?");
  private static final Pattern PLAIN = Pattern.compile("[0-9]+(\\.[0-9]+)?|\\.[0-9]+");
  private static final Pattern COMMA_GROUPS = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
  private static final Pattern DOT_GROUPS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{3})+(,[0-9]+)?");
  private static final Pattern COMMA_DECIMAL = Pattern.compile("[0-9]+,[0-9]+");
  private static final Pattern OTHER_GROUPS =
      Pattern.compile("[0-9]{1,3}(['’ \\u00a0\\u202f][0-9]{3})+([.,][0-9]+)?");

  private AmountText() {}

  /// A positive amount with its currency.
  ///
  /// @param fallback the currency if none is written; null if one must be
  /// @throws Stop with what to write instead
  static Money positive(String flag, String written, @Nullable Currency fallback, String example) {
    Money money = read(flag, written, fallback, example);
    if (money.signum() <= 0) {
      throw wrong(flag, written, "must be more than zero", example);
    }
    return money;
  }

  private static Money read(
      String flag, String written, @Nullable Currency fallback, String example) {
    Matcher form = FORM.matcher(written.strip());
    if (!form.matches()) {
      throw wrong(flag, written, "is no amount", example);
    }
    Currency currency = currency(flag, written, form.group(1), form.group(3), fallback, example);
    String figures = form.group(2).strip();
    boolean negative = figures.startsWith("-");
    String unsigned = figures.replaceFirst("^[-+]", "");
    BigDecimal value = value(unsigned, currency);
    if (value == null) {
      throw wrong(
          flag, written, "can be read in two ways: use a point and no thousands sign", example);
    }
    if (value.precision() - value.scale() > WHOLE_DIGITS_MAX) {
      throw wrong(flag, written, "is too large: 15 digits before the point at most", example);
    }
    if (value.stripTrailingZeros().scale() > currency.digits()) {
      String digits = currency.code() + " has " + currency.digits() + " decimals";
      throw wrong(flag, written, "has too many decimals: " + digits, example);
    }
    Money money = Money.of(currency, value);
    return negative ? money.negated() : money;
  }

  private static Currency currency(
      String flag,
      String written,
      @Nullable String before,
      @Nullable String after,
      @Nullable Currency fallback,
      String example) {
    if (before != null && after != null) {
      throw wrong(flag, written, "names two currencies", example);
    }
    String code = before == null ? after : before;
    if (code == null) {
      if (fallback == null) {
        throw wrong(flag, written, "names no currency", example);
      }
      return fallback;
    }
    Currency found = Currency.find(code.toUpperCase(Locale.ROOT));
    if (found == null || found.equals(Currency.NONE)) {
      throw wrong(flag, written, "names " + code + ", which is no ISO 4217 currency", example);
    }
    return found;
  }

  /// Null if one sign stands before exactly three digits and could mean thousands or decimals.
  private static @Nullable BigDecimal value(String figures, Currency currency) {
    boolean oneSign = figures.chars().filter(c -> c == '.' || c == ',').count() == 1;
    boolean threeBehind = figures.matches("[0-9]{1,3}[.,][0-9]{3}");
    if (oneSign && threeBehind && !(figures.indexOf('.') > 0 && currency.digits() == 3)) {
      return null;
    }
    if (PLAIN.matcher(figures).matches()) {
      return new BigDecimal(figures);
    }
    if (COMMA_GROUPS.matcher(figures).matches()) {
      return new BigDecimal(figures.replace(",", ""));
    }
    if (DOT_GROUPS.matcher(figures).matches()) {
      return new BigDecimal(figures.replace(".", "").replace(',', '.'));
    }
    if (COMMA_DECIMAL.matcher(figures).matches()) {
      return new BigDecimal(figures.replace(',', '.'));
    }
    if (OTHER_GROUPS.matcher(figures).matches()) {
      return new BigDecimal(figures.replaceAll("['’ \\u00a0\\u202f]", "").replace(',', '.'));
    }
    return null;
  }

  private static Stop wrong(String flag, String written, String what, String example) {
    return new Stop(
        ExitCode.USAGE,
        flag + " " + written + " " + what + "; write it like " + flag + " \"" + example + "\".");
  }
}
