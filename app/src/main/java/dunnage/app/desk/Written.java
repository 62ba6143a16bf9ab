package dunnage.app.desk;

import com.ibm.icu.text.NumberFormat;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Figures and days as the reader writes them. Templates know it as `w`.
public final class Written {

  private static final String NOTHING = "–";
  private static final char NO_BREAK = '\u00a0';

  private final Locale locale;
  private final Style style;

  public Written(Locale locale) {
    this.locale = PageWords.nearest(locale);
    this.style = Style.of(locale);
  }

  /// `CNY 1,234.50`, with a space that does not break.
  public String money(@Nullable Money money) {
    if (money == null) {
      return NOTHING;
    }
    boolean named = !money.currency().equals(Currency.NONE);
    return (named ? money.currency().code() + NO_BREAK : "") + figure(money);
  }

  /// `1234.50 CNY`, as it can be typed in again.
  public String typed(Money money) {
    return money.toBigDecimal().toPlainString() + " " + money.currency().code();
  }

  /// A decimal text, grouped.
  public String decimal(String amount) {
    BigDecimal value = new BigDecimal(amount);
    return number(value, Math.max(0, value.scale()));
  }

  /// The figure alone, where the code stands elsewhere.
  public String figure(@Nullable Money money) {
    return money == null ? NOTHING : number(money.toBigDecimal(), money.toBigDecimal().scale());
  }

  /// The figure, or a dash for nothing.
  public String some(@Nullable Money money) {
    return money == null || money.isZero() ? NOTHING : figure(money);
  }

  /// As in headlines: `CNY 1.82 m`, in Chinese `CNY 182.00 万`. Rounded half up.
  public String about(Money money) {
    boolean chinese = locale.getLanguage().equals("zh");
    BigDecimal unit = BigDecimal.valueOf(chinese ? 10_000 : 1_000_000);
    BigDecimal amount = money.toBigDecimal();
    if (amount.abs().compareTo(BigDecimal.valueOf(1_000_000)) < 0) {
      return money(money);
    }
    String word = chinese ? "万" : locale.getLanguage().equals("ru") ? "млн" : "m";
    return money.currency().code()
        + NO_BREAK
        + number(amount.divide(unit, 2, RoundingMode.HALF_UP), 2)
        + NO_BREAK
        + word;
  }

  public String count(long number) {
    return number(BigDecimal.valueOf(number), 0);
  }

  public String percent(@Nullable Object value) {
    return value == null
        ? NOTHING
        : number(new BigDecimal(value.toString()).setScale(0, RoundingMode.HALF_UP), 0)
            + NO_BREAK
            + "%";
  }

  /// `31 Mar 2026`
  public String day(@Nullable Object day) {
    if (day == null || day.toString().isEmpty()) {
      return NOTHING;
    }
    LocalDate date = day instanceof LocalDate given ? given : LocalDate.parse(day.toString());
    if (style.iso()) {
      return date.toString();
    }
    String pattern =
        switch (locale.getLanguage()) {
          case "zh" -> "y年M月d日";
          case "ru" -> "d MMM y";
          default -> "d MMM y";
        };
    return date.format(DateTimeFormatter.ofPattern(pattern, locale));
  }

  /// `Mar`
  public String month(LocalDate day) {
    return named(day, locale.getLanguage().equals("zh") ? "M月" : "LLL");
  }

  /// `Mar 2026`
  public String monthOf(LocalDate day) {
    return named(day, locale.getLanguage().equals("zh") ? "y年M月" : "LLL y");
  }

  /// `2026`
  public String year(LocalDate day) {
    return named(day, locale.getLanguage().equals("zh") ? "y年" : "y");
  }

  private String named(LocalDate day, String pattern) {
    return day.format(DateTimeFormatter.ofPattern(pattern, locale));
  }

  /// Rounded to a whole number.
  public String whole(double value) {
    return count(Math.round(value));
  }

  /// `2 … 5`, or one figure where both are the same.
  public String span(double low, double high) {
    String first = whole(low);
    String last = whole(high);
    return first.equals(last) ? first : first + NO_BREAK + "…" + NO_BREAK + last;
  }

  /// `14:05`
  public String time(LocalTime time) {
    return time.format(DateTimeFormatter.ofPattern("HH:mm", locale));
  }

  /// Several currencies in a row.
  public String sums(List<Money> all) {
    String comma = locale.getLanguage().equals("zh") ? "、" : ", ";
    return all.stream().map(this::about).collect(Collectors.joining(comma));
  }

  /// What a language is called, by its code.
  public String language(String code) {
    return Locale.forLanguageTag(code).getDisplayName(locale);
  }

  /// With the day of the week, for the head of a page.
  public String weekday(LocalDate day) {
    String pattern = locale.getLanguage().equals("zh") ? "M月d日 EEEE" : "EEE d MMM y";
    return day.format(DateTimeFormatter.ofPattern(pattern, locale));
  }

  private String number(BigDecimal value, int digits) {
    NumberFormat format = NumberFormat.getInstance(style.figures(locale));
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(value).replace('-', '−');
  }
}
