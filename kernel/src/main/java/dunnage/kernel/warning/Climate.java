package dunnage.kernel.warning;

import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.DebtorBook;
import java.time.LocalDate;
import java.util.Arrays;

/// What everybody does at once is no news of anybody: how many days later than their own usual the
/// debtors of a book pay, by the week in which something falls due. The median over the debtors, so
/// that those in trouble do not move it; zero where too few fell due to tell.
public final class Climate {

  /// Nothing is known of others.
  public static final Climate NONE = new Climate(Long.MAX_VALUE, 0, new double[0]);

  private static final int WEEKS = 56;

  /// Debtors with something due in a week or the weeks beside it.
  private static final int LEAST_DEBTORS = 10;

  /// A sample of a large book tells it.
  private static final int MOST_DEBTORS = 2000;

  private static final double MOST_DAYS = 45;

  private final long newest;
  private final long firstWeek;
  private final double[] days;

  private Climate(long newest, long firstWeek, double[] days) {
    this.newest = newest;
    this.firstWeek = firstWeek;
    this.days = days;
  }

  /// As known at the end of the day.
  public static Climate of(Book book, LocalDate asOf) {
    int all = book.debtors().size();
    if (all < LEAST_DEBTORS) {
      return NONE;
    }
    int step = (all + MOST_DEBTORS - 1) / MOST_DEBTORS;
    long first = asOf.toEpochDay() / 7 - WEEKS + 1;
    double[][] byDebtor = new double[(all + step - 1) / step][];
    for (int i = 0; i < all; i += step) {
      byDebtor[i / step] = weeks(book.debtors().get(i), asOf, first);
    }
    double[] days = new double[WEEKS];
    double[] one = new double[3 * byDebtor.length];
    for (int week = 0; week < WEEKS; week++) {
      days[week] = median(byDebtor, week, one);
    }
    return new Climate(newest(book, asOf), first, days);
  }

  /// The newest receivable or order of the book, an epoch day: after it nobody ordered anything,
  /// which says that the files end there.
  long newest() {
    return newest;
  }

  private static long newest(Book book, LocalDate asOf) {
    LocalDate newest = LocalDate.MIN;
    for (DebtorBook debtor : book.debtors()) {
      for (int i = debtor.accounts().size() - 1; i >= 0; i--) {
        LocalDate issued = debtor.accounts().get(i).receivable().issued();
        if (!issued.isAfter(asOf)) {
          newest = issued.isAfter(newest) ? issued : newest;
          break;
        }
      }
      for (int i = debtor.orders().size() - 1; i >= 0; i--) {
        LocalDate on = debtor.orders().get(i).on();
        if (!on.isAfter(asOf)) {
          newest = on.isAfter(newest) ? on : newest;
          break;
        }
      }
    }
    return newest.toEpochDay();
  }

  /// How many days later than usual everybody is; negative for sooner.
  ///
  /// @param due epoch day
  double days(long due) {
    long week = due / 7 - firstWeek;
    return week < 0 || week >= days.length ? 0 : days[(int) week];
  }

  double laterDays(long due) {
    return Math.max(0, days(due));
  }

  /// A debtor's mean days beyond its usual by week; not a number where nothing fell due.
  private static double[] weeks(DebtorBook book, LocalDate asOf, long first) {
    double[] sums = new double[WEEKS];
    int[] counts = new int[WEEKS];
    History history = History.of(book, asOf);
    Usual usual = Usual.of(history);
    for (int i = usual.known() ? history.from(first * 7) : history.size();
        i < history.size();
        i++) {
      double shift = usual.shift(history, i);
      int week = (int) (history.due()[i] / 7 - first);
      // What is unpaid and not yet later than usual says nothing so far.
      boolean nothing = Double.isNaN(shift) || (history.open()[i] && shift < 0);
      if (week >= 0 && week < WEEKS && !nothing) {
        sums[week] += Math.clamp(shift, -MOST_DAYS, MOST_DAYS);
        counts[week]++;
      }
    }
    for (int week = 0; week < WEEKS; week++) {
      sums[week] = counts[week] == 0 ? Double.NaN : sums[week] / counts[week];
    }
    return sums;
  }

  private static double median(double[][] byDebtor, int week, double[] into) {
    int n = 0;
    int debtors = 0;
    for (double[] weeks : byDebtor) {
      int before = n;
      for (int w = Math.max(0, week - 1); w <= Math.min(WEEKS - 1, week + 1); w++) {
        if (!Double.isNaN(weeks[w])) {
          into[n++] = weeks[w];
        }
      }
      debtors += n > before ? 1 : 0;
    }
    if (debtors < LEAST_DEBTORS) {
      return 0;
    }
    Arrays.sort(into, 0, n);
    return into[n / 2];
  }
}
