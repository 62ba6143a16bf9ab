package dunnage.app.wording;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An amount of money as people write it: `3089.00 EUR`, `EUR 3,089.00`. What could be read in two
/// ways is refused.
public final class MoneyText {

  /// Why a text is no amount.
  public static final class Unclear extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    Unclear(String code, String what) {
      super(what);
      this.code = code;
    }

    /// A stable word, like `two_ways`.
    public String code() {
      return code;
    }

    /// What is wrong, to be read behind the text itself.
    public String what() {
      return String.valueOf(getMessage());
    }
  }

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

  private MoneyText() {}

  /// @param fallback the currency if none is written; null if one must be
  /// @throws Unclear with what is wrong
  public static Money read(String written, @Nullable Currency fallback) throws Unclear {
    Matcher form = FORM.matcher(written.strip());
    if (!form.matches()) {
      throw new Unclear("no_amount", "is no amount");
    }
    Currency currency = currency(form.group(1), form.group(3), fallback);
    String figures = form.group(2).strip();
    boolean negative = figures.startsWith("-");
    String unsigned = figures.replaceFirst("^[-+]", "");
    BigDecimal value = value(unsigned, currency);
    if (value == null) {
      throw new Unclear("two_ways", "can be read in two ways: use a point and no thousands sign");
    }
    if (value.precision() - value.scale() > WHOLE_DIGITS_MAX) {
      throw new Unclear("too_large", "is too large: 15 digits before the point at most");
    }
    if (value.stripTrailingZeros().scale() > currency.digits()) {
      throw new Unclear(
          "decimals",
          "has too many decimals: %s has %d decimals"
              .formatted(currency.code(), currency.digits()));
    }
    Money money = money(currency, value);
    return negative ? money.negated() : money;
  }

  private static Money money(Currency currency, BigDecimal value) throws Unclear {
    try {
      return Money.of(currency, value);
    } catch (ArithmeticException more) {
      throw new Unclear("too_large", "is too large for its currency");
    }
  }

  private static Currency currency(
      @Nullable String before, @Nullable String after, @Nullable Currency fallback) throws Unclear {
    if (before != null && after != null) {
      throw new Unclear("two_currencies", "names two currencies");
    }
    String code = before == null ? after : before;
    if (code == null) {
      if (fallback == null) {
        throw new Unclear("no_currency", "names no currency");
      }
      return fallback;
    }
    Currency found = Currency.find(code.toUpperCase(Locale.ROOT));
    if (found == null || found.equals(Currency.NONE)) {
      throw new Unclear("no_currency", "names " + code + ", which is no ISO 4217 currency");
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
}
