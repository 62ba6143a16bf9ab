package dunnage.formats;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.pricing.EarlyPayment;
import dunnage.kernel.pricing.Fee;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One value of an offer's terms and where it stands. Nothing is guessed: a share has its percent
/// sign, an amount its currency.
///
/// @param where `bank.txt line 3` or the name of an option
record OfferValue(String where, OfferKey key, String text) {

  private static final int MOST_DAYS = 3_650;
  private static final String SHARE = "(\\d{1,3}(?:[.,]\\d{1,6})?) ?%";
  private static final Pattern PERCENT = Pattern.compile(SHARE);
  private static final Pattern FEE =
      Pattern.compile(
          SHARE
              + "(?: once"
              + "| per (?<period>\\d{1,4}) days(?<prorated>,? prorated)?"
              + "| (?:a|per) year(?: of (?<year>360|365)(?: days)?)?(?<yearly>))?");
  private static final Pattern EARLY =
      Pattern.compile("(\\d{1,2}(?:[.,]\\d{1,4})?) ?%? ?[/ ] ?(\\d{1,4}),? net (\\d{1,4})");
  private static final Pattern EARLY_YEARLY =
      Pattern.compile(SHARE + " (?:a|per) year in (\\d{1,4}) days?");
  private static final Pattern AMOUNT =
      Pattern.compile("(?:([A-Z]{3}) )?(\\d{1,15}(?:\\.\\d{1,4})?)(?: ([A-Z]{3}))?");

  /// What is wrong with a value.
  static final class Bad extends Exception {
    private static final long serialVersionUID = 1L;

    Bad(String sentence) {
      super(sentence, null, false, false);
    }
  }

  Bad bad(String why) {
    String cut = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    String shown = cut.isEmpty() ? "nothing" : cut.replaceAll("\\p{C}", "?");
    boolean inFile = !where.startsWith("--");
    String place = inFile ? where + ": " + key.key() : where;
    return new Bad(place + " " + shown + " " + why + "; write it like " + key.like(inFile) + ".");
  }

  /// A share of 0 to 1.
  BigDecimal share() throws Bad {
    Matcher percent = PERCENT.matcher(text);
    if (!percent.matches()) {
      boolean bare = text.matches("\\d+([.,]\\d+)?");
      throw bad(bare ? "has no percent sign, and is not guessed at" : "is no percentage");
    }
    return share(percent.group(1));
  }

  private BigDecimal share(String digits) throws Bad {
    BigDecimal share = new BigDecimal(digits.replace(',', '.')).movePointLeft(2);
    if (share.compareTo(BigDecimal.ONE) > 0) {
      throw bad("is more than 100 %");
    }
    return share;
  }

  BigDecimal shareAboveZero() throws Bad {
    BigDecimal share = share();
    if (share.signum() == 0) {
      throw bad("must be more than 0 %");
    }
    return share;
  }

  boolean isShare() {
    return text.contains("%");
  }

  Money amount() throws Bad {
    return amount(text);
  }

  private Money amount(String words) throws Bad {
    Matcher amount = AMOUNT.matcher(words.strip());
    if (!amount.matches() || (amount.group(1) == null) == (amount.group(3) == null)) {
      throw bad("is no amount with its currency (digits, a point for decimals)");
    }
    String code = amount.group(1) == null ? amount.group(3) : amount.group(1);
    Currency currency = Currency.find(code);
    if (currency == null) {
      throw bad("is in " + code + ", which is no ISO 4217 currency");
    }
    try {
      return Money.of(currency, new BigDecimal(amount.group(2)));
    } catch (ArithmeticException tooFine) {
      throw bad("has more digits than " + code + " has");
    }
  }

  int days(int least) throws Bad {
    String digits = text.replaceFirst(" ?days?$", "");
    int days = digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : -1;
    if (days < least || days > MOST_DAYS) {
      throw bad("is not a number of days from " + least + " to " + MOST_DAYS);
    }
    return days;
  }

  /// Whether the first of two words stands here.
  boolean choice(String yes, String no) throws Bad {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[-_ ]+", " ");
    if (plain.equals(yes) || plain.equals(no)) {
      return plain.equals(yes);
    }
    throw bad("is neither “" + yes + "” nor “" + no + "”");
  }

  List<String> list() {
    return Arrays.stream(text.split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }

  Fee fee(Fee.@Nullable On written) throws Bad {
    Matcher fee = FEE.matcher(text.toLowerCase(Locale.ROOT));
    if (!fee.matches()) {
      share(); // tells a missing percent sign as such
      throw bad("is no fee");
    }
    BigDecimal rate = share(fee.group(1));
    if (fee.group("yearly") != null) {
      int year = fee.group("year") == null ? 365 : Integer.parseInt(fee.group("year"));
      return new Fee(rate, written == null ? Fee.On.ADVANCE : written, new Fee.Year(year));
    }
    Fee.On on = written == null ? Fee.On.INVOICE : written;
    if (fee.group("period") == null) {
      return new Fee(rate, on, new Fee.Once());
    }
    int days = Integer.parseInt(fee.group("period"));
    if (days < 1) {
      throw bad("has a period of no days");
    }
    return new Fee(rate, on, new Fee.Period(days, fee.group("prorated") != null));
  }

  /// `2% 10 net 30`, `2/10 net 30`, `8% a year in 5 days`.
  EarlyPayment early(String name) throws Bad {
    String plain = text.toLowerCase(Locale.ROOT);
    Matcher yearly = EARLY_YEARLY.matcher(plain);
    if (yearly.matches()) {
      int in = Integer.parseInt(yearly.group(2));
      return new EarlyPayment(name, share(yearly.group(1)), true, in, null);
    }
    Matcher early = EARLY.matcher(plain);
    if (!early.matches()) {
      throw bad("is no discount for early payment");
    }
    int in = Integer.parseInt(early.group(2));
    int net = Integer.parseInt(early.group(3));
    if (net <= in) {
      throw bad("gains no day");
    }
    return new EarlyPayment(name, share(early.group(1)), false, in, net);
  }

  /// The debtor of `C003 1200.00 EUR`.
  String contraDebtor() throws Bad {
    return contra().group(1).strip();
  }

  Money contraAmount() throws Bad {
    return amount(contra().group(2));
  }

  private Matcher contra() throws Bad {
    Matcher contra = Pattern.compile("(.+?):? (\\S+ [A-Z]{3})").matcher(text);
    if (!contra.matches()) {
      throw bad("is no debtor with an amount");
    }
    return contra;
  }
}
