package dunnage.kernel.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/// Says in words which rows of one debtor a forecast rests on, in at most [#MOST_CHARACTERS].
final class Explanation {

  static final int MOST_CHARACTERS = 240;

  private static final int ENOUGH_PAYMENTS = 12;
  private static final int LAST = 3;

  /// So many payments due on the same weekday are a run.
  private static final int RUN_PAYMENTS = 3;

  private final int[] dueOn = new int[8];
  private final String debtor;
  private final String losses;
  private final int payments;
  private final int today;

  Explanation(int debtor, int today, History history, Losses losses) {
    this.today = today;
    Payments paid = history.payments.get(debtor);
    payments = paid.known(today);
    for (int i = 0; i < payments; i++) {
      dueOn[paid.dueWeekday[i]]++;
    }
    this.debtor = debtor(paid);
    int lost = losses.lost(debtor);
    this.losses = lost == 0 ? "" : " " + lost + " of " + losses.ended(debtor) + " were never paid.";
  }

  /// @param seesRuns whether the habits that see payment runs count for most of the forecast
  String of(Claim claim, boolean seesRuns) {
    StringBuilder words = new StringBuilder(MOST_CHARACTERS).append(debtor);
    int weekday = Claim.weekday(claim.dueDay());
    if (payments < ENOUGH_PAYMENTS) {
      words.append(payments == 0 ? "" : " Few, so the portfolio's pattern weighs in.");
    } else if (seesRuns && dueOn[weekday] >= RUN_PAYMENTS) {
      String day = DayOfWeek.of(weekday).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      words.append(" The ").append(dueOn[weekday]).append(" due on a ").append(day);
      words.append(", and like amounts, count most.");
    }
    int late = today - claim.dueDay();
    if (late > 0) {
      words.append(" Overdue for ").append(late).append(late == 1 ? " day." : " days.");
    }
    return words.append(losses).toString();
  }

  private String debtor(Payments paid) {
    if (payments == 0) {
      return "No payment of this debtor is known yet: the portfolio's own pattern stands in.";
    }
    LocalDate since = LocalDate.ofEpochDay(paid.paidDay[0]);
    if (payments == 1) {
      return "1 payment, on " + since + ", " + days(paid.daysLate[0]) + ".";
    }
    StringBuilder words = new StringBuilder(MOST_CHARACTERS);
    words.append(payments).append(" payments since ").append(since);
    words.append(", half of them ").append(atMost(paid.median(payments)));
    int last = Math.min(LAST, payments);
    words.append("; the last ").append(last).append(" came ");
    return words.append(listed(paid, payments - last)).append('.').toString();
  }

  /// "12, 15 and 20 days late" where all are late, else each in its own words.
  private String listed(Payments paid, int from) {
    boolean allLate = true;
    for (int i = from; i < payments; i++) {
      allLate &= paid.daysLate[i] > 0;
    }
    StringBuilder words = new StringBuilder();
    for (int i = from; i < payments; i++) {
      words.append(i == from ? "" : i == payments - 1 ? " and " : ", ");
      boolean bare = allLate && i < payments - 1;
      words.append(bare ? Integer.toString(paid.daysLate[i]) : days(paid.daysLate[i]));
    }
    return words.toString();
  }

  private static String atMost(int late) {
    return late == 0
        ? "by the due date"
        : late > 0 ? "at most " + days(late) : days(late) + " or more";
  }

  private static String days(int late) {
    if (late == 0) {
      return "on the due date";
    }
    String unit = Math.abs(late) == 1 ? " day " : " days ";
    return Math.abs(late) + unit + (late > 0 ? "late" : "early");
  }
}
