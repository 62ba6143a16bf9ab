package dunnage.kernel.forecast;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/// Says in words which rows a forecast rests on.
final class Explanation {

  private static final int ENOUGH_PAYMENTS = 12;

  private Explanation() {}

  static String of(Forecaster forecaster, Claim claim) {
    int payments = forecaster.pool().payments(claim.debtor());
    if (payments == 0) {
      return "No payment of this debtor is known yet: the portfolio's own pattern stands in.";
    }
    long mean = Math.round(forecaster.pool().mean(claim.debtor()));
    StringBuilder words = new StringBuilder(160);
    words.append(payments).append(payments == 1 ? " payment" : " payments");
    words.append(" of this debtor, on average ").append(days(mean));
    if (forecaster.habit().weekdayStrength() < ENOUGH_PAYMENTS) {
      DayOfWeek day = DayOfWeek.of(Claim.weekday(claim.dueDay()));
      words.append("; those due on a ").append(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      words.append(" and near this day of the month count most");
    }
    if (payments < ENOUGH_PAYMENTS) {
      words.append("; few, so the portfolio's pattern weighs in");
    }
    return words.append('.').toString();
  }

  private static String days(long late) {
    if (late == 0) {
      return "on the due date";
    }
    return Math.abs(late)
        + (Math.abs(late) == 1 ? " day " : " days ")
        + (late > 0 ? "late" : "early");
  }
}
