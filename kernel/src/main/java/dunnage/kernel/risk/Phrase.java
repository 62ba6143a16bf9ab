package dunnage.kernel.risk;

import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Money;

/// Figures in sentences, always in plain digits whatever the machine's language. No
/// `String.format`: a book has thousands of debtors with a dozen sentences each.
public final class Phrase {

  private Phrase() {}

  /// `1 promise`, `3 promises`
  static String count(int n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  /// One decimal below ten, none from ten on; half away from zero.
  static String number(double value) {
    if (Math.abs(value) >= 9.95) {
      return Long.toString(Math.round(Math.abs(value)) * (value < 0 ? -1 : 1));
    }
    long tenths = Math.round(Math.abs(value) * 10);
    String sign = value < 0 && tenths > 0 ? "-" : "";
    return sign + tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10);
  }

  /// `31 %`
  public static String percent(double value) {
    return number(value) + " %";
  }

  /// `34 days late`
  static String days(int late) {
    return late + (late == 1 ? " day late" : " days late");
  }

  /// `EUR 1,200.00`
  public static String money(Money money) {
    String plain = money.decimal();
    int point = plain.indexOf('.');
    StringBuilder text = new StringBuilder(plain);
    int first = plain.startsWith("-") ? 1 : 0;
    for (int i = (point < 0 ? plain.length() : point) - 3; i > first; i -= 3) {
      text.insert(i, ',');
    }
    return text.insert(0, ' ').insert(0, money.currency().code()).toString();
  }

  /// `EUR 1,200.00 and JPY 300`
  static String amounts(Amounts amounts) {
    StringBuilder text = new StringBuilder();
    for (Money money : amounts.nonZero()) {
      text.append(text.isEmpty() ? "" : " and ").append(money(money));
    }
    return text.isEmpty() ? "nothing" : text.toString();
  }
}
