package dunnage.kernel.warning;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.money.Currency;
import java.util.Arrays;

/// Invoices or orders of a debtor up to a day, in the currency of the first of them (later ones
/// must not change what was said of a day). Sizes are in units of the mean one; each counts at most
/// twice the usual size, so that one large order does not make what follows look poor.
///
/// @param days epoch days, ascending, `size` of them
record Series(long asOf, int size, long[] days, double[] sizes) {

  private static final double MOST_OF_USUAL = 2;

  /// Fewer tell nothing.
  static final int LEAST = 6;

  /// On few orders it may have been luck: so many n-ths more.
  private static final double LUCK = 3;

  static Series invoiced(DebtorBook book, long asOf) {
    long[] days = new long[book.accounts().size()];
    double[] sizes = new double[days.length];
    int n = 0;
    Currency main = null;
    for (Account account : book.accounts()) {
      long on = account.receivable().issued().toEpochDay();
      if (on > asOf) {
        break;
      }
      Currency currency = account.receivable().amount().currency();
      main = main == null ? currency : main;
      if (currency.equals(main)) {
        days[n] = on;
        sizes[n++] = account.receivable().amount().minor();
      }
    }
    return of(asOf, n, days, sizes);
  }

  static Series ordered(DebtorBook book, long asOf) {
    long[] days = new long[book.orders().size()];
    double[] sizes = new double[days.length];
    int n = 0;
    Currency main = null;
    for (Fact.Ordered order : book.orders()) {
      long on = order.on().toEpochDay();
      if (on > asOf) {
        break;
      }
      main = main == null ? order.amount().currency() : main;
      if (order.amount().currency().equals(main)) {
        days[n] = on;
        sizes[n++] = order.amount().minor();
      }
    }
    return of(asOf, n, days, sizes);
  }

  private static Series of(long asOf, int n, long[] days, double[] sizes) {
    if (n >= LEAST) {
      double[] sorted = Arrays.copyOf(sizes, n);
      Arrays.sort(sorted);
      double most = MOST_OF_USUAL * sorted[n / 2];
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sizes[i] = Math.min(most, sizes[i]);
        sum += sizes[i];
      }
      for (int i = 0; i < n; i++) {
        sizes[i] *= n / sum;
      }
    }
    return new Series(asOf, n, days, sizes);
  }

  boolean enough() {
    return size >= LEAST;
  }

  /// Volume by so many days back from the day, the latest first, whole ones since the first day.
  double[] byBin(int daysOfBin, int most) {
    int bins = size == 0 ? 0 : (int) Math.min(most, (asOf - days[0]) / daysOfBin);
    double[] volume = new double[bins];
    for (int i = size - 1; i >= 0; i--) {
      long bin = (asOf - days[i]) / daysOfBin;
      if (bin >= bins) {
        break;
      }
      volume[(int) bin] += sizes[i];
    }
    return volume;
  }

  /// How irregular orders were up to so many days ago: squared coefficients of variation of their
  /// gaps and sizes, added, which is the variance of a sum of orders over its mean. Endless where
  /// too few tell.
  double irregularity(int daysAgo) {
    double gapSquares = 0;
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (int i = 1; i < size && asOf - days[i] >= daysAgo; i++) {
      double gap = days[i] - days[i - 1];
      gapSquares += gap * gap;
      sum += sizes[i];
      squares += sizes[i] * sizes[i];
      n++;
    }
    double gaps = n == 0 ? 0 : days[n] - days[0];
    if (n < LEAST || gaps == 0) {
      return Double.MAX_VALUE;
    }
    return (n * gapSquares / (gaps * gaps) - 1 + n * squares / (sum * sum) - 1) * (1 + LUCK / n)
        + 1.0 / n;
  }
}
