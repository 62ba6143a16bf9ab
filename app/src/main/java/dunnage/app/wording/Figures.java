package dunnage.app.wording;

import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How figures are written: no-break space after a code and before %, commas between thousands, `−`
/// for minus and `–` for nothing.
public final class Figures {

  public static final String NOTHING = "–";
  private static final char NBSP = '\u00A0';
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_MONTH =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
  private static final Pattern ISO_DAY = Pattern.compile("(?<!\\d)\\d{4}-\\d\\d-\\d\\d(?!\\d)");
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
  private static final List<String> SMALL =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private Figures() {}

  /// `1,234.50` with all decimals of the currency, without its code.
  public static String digits(Money money) {
    return grouped(money.toBigDecimal());
  }

  /// `1,235` without decimals, for estimates: cents would promise too much.
  public static String units(Money money) {
    return grouped(money.toBigDecimal().setScale(0, RoundingMode.HALF_UP));
  }

  /// `EUR 1,234.50`
  public static String money(Money money) {
    return money.currency().code() + NBSP + digits(money);
  }

  /// For sentences: `EUR 1.82 m`, `EUR 48,916`, `EUR 912.40`. Rounded half up to the digits shown.
  public static String rough(Money money) {
    BigDecimal amount = money.toBigDecimal();
    BigDecimal size = amount.abs();
    String figure;
    if (size.compareTo(BILLION) >= 0) {
      figure = scaled(amount, BILLION) + NBSP + "bn";
    } else if (size.compareTo(MILLION) >= 0) {
      figure = scaled(amount, MILLION) + NBSP + "m";
    } else if (size.compareTo(TEN_THOUSAND) >= 0) {
      figure = grouped(amount.setScale(0, RoundingMode.HALF_UP));
    } else {
      figure = grouped(amount);
    }
    return money.currency().code() + NBSP + figure;
  }

  /// At most three currencies in words, then how many more; never a sum.
  public static String rough(Amounts amounts) {
    List<Money> all = amounts.nonZero();
    if (all.size() > 3) {
      List<String> shown = all.stream().limit(2).map(Figures::rough).toList();
      return String.join(", ", shown) + " and money in " + count(all.size() - 2, "more currency");
    }
    return listed(all.stream().map(Figures::rough).toList());
  }

  /// `a`, `a and b`, `a, b and c`
  public static String listed(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    int last = parts.size() - 1;
    return String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  /// `36 %`; a share that is there but rounds to nothing is `under 1 %`.
  public static String percent(double percent) {
    if (percent > 0 && percent < 0.5) {
      return "under" + NBSP + "1" + NBSP + "%";
    }
    return whole(percent) + NBSP + "%";
  }

  /// `3.75 %` for rates, at most two decimals.
  public static String rate(double percent) {
    return few(percent) + NBSP + "%";
  }

  public static String whole(double number) {
    return grouped(BigDecimal.valueOf(number).setScale(0, RoundingMode.HALF_UP));
  }

  public static String whole(@Nullable Double number) {
    return number == null ? NOTHING : whole(number.doubleValue());
  }

  /// `2.5` or `2`: at most two decimals, for an axis.
  public static String few(double number) {
    BigDecimal rounded =
        BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return grouped(rounded.setScale(Math.max(0, rounded.scale()), RoundingMode.UNNECESSARY));
  }

  /// `+12` or `−3`
  public static String change(double number) {
    String text = whole(number);
    return number > 0 && !text.equals("0") ? "+" + text : text;
  }

  /// Width or place in an SVG, percent with at most two decimals.
  public static String place(double percent) {
    return BigDecimal.valueOf(percent)
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  /// Part of a whole, percent; zero of nothing.
  public static double share(Money part, Money whole) {
    if (!part.currency().equals(whole.currency())) {
      throw new IllegalArgumentException("no share of another currency");
    }
    return whole.isZero() ? 0 : 100.0 * part.minor() / whole.minor();
  }

  public static String day(LocalDate day) {
    return DAY.format(day).replace(' ', NBSP);
  }

  /// `6 Jul`, where the year is plain.
  public static String dayOfMonth(LocalDate day) {
    return DAY_OF_MONTH.format(day).replace(' ', NBSP);
  }

  /// `Jul`
  public static String month(LocalDate day) {
    return MONTH.format(day);
  }

  public static String weekday(LocalDate day) {
    return WEEKDAY.format(day).replace(' ', NBSP);
  }

  /// `1 debtor`, `31 debtors`, `2 more currencies`
  public static String count(long number, String noun) {
    return grouped(BigDecimal.valueOf(number)) + NBSP + plural(number, noun);
  }

  public static String plural(long number, String noun) {
    if (number == 1) {
      return noun;
    }
    return noun.endsWith("y") && !noun.endsWith("ay")
        ? noun.substring(0, noun.length() - 1) + "ies"
        : noun + "s";
  }

  /// `Five currencies` at the start of a sentence.
  public static String counted(int number, String noun) {
    if (number >= SMALL.size()) {
      return count(number, noun);
    }
    String word = SMALL.get(number);
    return Character.toUpperCase(word.charAt(0)) + word.substring(1) + " " + plural(number, noun);
  }

  /// ISO's "no currency" is a code that few readers know.
  public static String currency(Currency currency) {
    return currency.equals(Currency.NONE) ? "XXX (no currency named)" : currency.code();
  }

  /// A readable length of a text that a file may have made endless.
  public static String cut(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most)).stripTrailing() + "…";
  }

  /// What the kernel says, with its dates written as elsewhere: `since 2026-06-05` becomes `since 5
  /// Jun 2026`, and its minus too.
  public static String told(String words, int most) {
    return ISO_DAY
        .matcher(cut(words, most).replaceAll("(?<=[ (])-(?=\\d)", "−"))
        .replaceAll(
            found -> {
              try {
                return day(LocalDate.parse(found.group()));
              } catch (DateTimeParseException noDay) {
                return found.group();
              }
            });
  }

  /// A clause with a capital and a full stop.
  public static String sentence(String clause) {
    String text = capital(clause);
    return text.isEmpty() || ".!?。…".indexOf(text.charAt(text.length() - 1)) >= 0
        ? text
        : text + ".";
  }

  public static String capital(String clause) {
    if (clause.isEmpty()) {
      return clause;
    }
    int first = Character.charCount(clause.codePointAt(0));
    return clause.substring(0, first).toUpperCase(Locale.ROOT) + clause.substring(first);
  }

  private static String scaled(BigDecimal amount, BigDecimal unit) {
    return grouped(amount.divide(unit, 2, RoundingMode.HALF_UP));
  }

  private static String grouped(BigDecimal number) {
    String plain = number.abs().toPlainString();
    int point = plain.indexOf('.');
    int end = point < 0 ? plain.length() : point;
    StringBuilder text = new StringBuilder(plain);
    for (int i = end - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return number.signum() < 0 ? "−" + text : text.toString();
  }
}
