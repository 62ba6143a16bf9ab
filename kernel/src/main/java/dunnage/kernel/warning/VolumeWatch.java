package dunnage.kernel.warning;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.money.Currency;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Does the debtor order less than it used to? The last months against up to two years before them
/// and, where known, against the same months of the years before: the lower of both is expected, so
/// that a slack season is no alarm. Amounts in the debtor's main currency, each at most twice the
/// usual size, so that one large order does not make what follows look poor.
final class VolumeWatch {

  /// Days of a month here.
  private static final int BIN = 30;

  private static final int MOST_BINS = 24;

  /// Recent time looked at, in bins.
  private static final int[] WINDOWS = {4, 7, 12};

  /// A fall counts from this share of the expected, healthy debtors move by a third.
  private static final double FALLEN_TO = 0.50;

  /// Without a whole year before, the season is unknown and only a near stop counts.
  private static final double FALLEN_TO_UNSEASONED = 0.20;

  private static final int A_YEAR = 12;
  private static final int LEAST_BINS = 8;
  private static final int LEAST_ORDERS = 6;

  /// A season counts half when it rests on so many orders.
  private static final double SEASON_DOUBT = 3;

  /// Scatter of a month's volume is at least this share of it.
  private static final double LEAST_SCATTER = 0.35;

  /// @param kept share of the expected volume that still comes
  /// @param evidence log-likelihood ratio
  private record Fall(double evidence, double kept, int bins) {}

  private VolumeWatch() {}

  /// Whether there was enough to look at.
  static boolean look(DebtorBook book, LocalDate day, double strictness, List<Warning> found) {
    long asOf = day.toEpochDay();
    long[] days = new long[Math.max(book.accounts().size(), book.orders().size())];
    double[] amounts = new double[days.length];
    int invoices = invoiced(book, asOf, days, amounts);
    boolean enough = invoices >= LEAST_ORDERS;
    Fall fall = enough ? fall(asOf, days, amounts, invoices) : null;
    String what = "invoiced";
    int orders = ordered(book, asOf, days, amounts);
    if (orders >= LEAST_ORDERS) {
      enough = true;
      Fall other = fall(asOf, days, amounts, orders);
      if (other != null && (fall == null || other.evidence > fall.evidence)) {
        fall = other;
        what = "ordered";
      }
    }
    double evidence = fall == null ? 0 : fall.evidence / Thresholds.ORDER_VOLUME / strictness;
    if (fall != null && evidence >= 1) {
      LocalDate since = day.minusDays((long) fall.bins * BIN);
      found.add(
          new Warning(
              Signal.ORDER_VOLUME,
              since,
              Warnings.howSure(evidence),
              Tendency.WORSE,
              "%s since %s: %.0f %% of what this debtor's own history, season included, leads to expect"
                  .formatted(what, since, 100 * fall.kept)));
    }
    return enough;
  }

  /// @param days epoch days, ascending
  private static @Nullable Fall fall(long asOf, long[] days, double[] amounts, int size) {
    long firstDay = days[0];
    int bins = (int) Math.min(MOST_BINS + 12, (asOf - firstDay) / BIN);
    if (bins < LEAST_BINS + WINDOWS[0]) {
      return null;
    }
    double usualSize = usualSize(amounts, size);
    double cap = 2 * usualSize;
    double[] volume = new double[bins];
    for (int i = size - 1; i >= 0; i--) {
      int bin = (int) ((asOf - days[i]) / BIN);
      if (bin >= bins) {
        break;
      }
      volume[bin] += Math.min(cap, amounts[i]);
    }
    Fall worst = null;
    for (int window : WINDOWS) {
      if (bins - window >= LEAST_BINS) {
        double regular = regularity(asOf, days, amounts, size, cap, window);
        Fall fall = fall(volume, window, bins, usualSize, regular);
        if (fall != null && (worst == null || fall.evidence > worst.evidence)) {
          worst = fall;
        }
      }
    }
    return worst;
  }

  private static @Nullable Fall fall(
      double[] volume, int window, int bins, double usualSize, double regular) {
    int end = Math.min(bins, window + MOST_BINS);
    int before = end - window;
    double mean = mean(volume, window, end);
    double recent = mean(volume, 0, window);
    boolean seasoned = before >= A_YEAR;
    double expected = mean;
    for (int year = 1; seasoned && A_YEAR * year + window <= bins; year++) {
      // A year is 12.17 bins; one bin to either side makes up for it.
      double then = mean(volume, A_YEAR * year, Math.min(bins, A_YEAR * year + window + 1));
      double known = window * mean / usualSize;
      double season = mean + (then - mean) * known / (known + SEASON_DOUBT);
      expected = Math.min(expected, Math.max(season, mean / 3));
    }
    if (expected <= 0 || recent > expected * (seasoned ? FALLEN_TO : FALLEN_TO_UNSEASONED)) {
      return null;
    }
    double byMonth = scatter(volume, window, end, mean) / mean;
    double byOrder = Math.sqrt(regular * usualSize / mean);
    double scatter = Math.max(Math.min(byMonth, byOrder), LEAST_SCATTER);
    // As if orders of equal size came by chance: so many would be expected, so many came.
    double wouldCome = window * (expected / mean) / (scatter * scatter);
    double kept = recent / expected;
    double ratio = wouldCome * (1 - kept + (kept > 0 ? kept * Math.log(kept) : 0));
    return new Fall(ratio / (1 + window / (double) before), kept, window);
  }

  /// How irregular orders before the window are: squared coefficients of variation of their gaps
  /// and sizes, added; the scatter of a sum of n orders is the root of this over n.
  private static double regularity(
      long asOf, long[] days, double[] amounts, int size, double cap, int window) {
    double gaps = 0;
    double gapSquares = 0;
    double sizes = 0;
    double sizeSquares = 0;
    int n = 0;
    for (int i = 1; i < size && asOf - days[i] >= (long) window * BIN; i++) {
      double gap = days[i] - days[i - 1];
      double volume = Math.min(cap, amounts[i]);
      gaps += gap;
      gapSquares += gap * gap;
      sizes += volume;
      sizeSquares += volume * volume;
      n++;
    }
    if (n < LEAST_ORDERS || gaps == 0) {
      return Double.MAX_VALUE;
    }
    // On few orders it may have been luck: one n-th more.
    return (n * gapSquares / (gaps * gaps) - 1 + n * sizeSquares / (sizes * sizes) - 1)
            * (1 + 3.0 / n)
        + 1.0 / n;
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  private static double scatter(double[] values, int from, int to, double mean) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (values[i] - mean) * (values[i] - mean);
    }
    return Math.sqrt(sum / Math.max(1, to - from - 1));
  }

  private static double usualSize(double[] amounts, int size) {
    double[] sorted = Arrays.copyOf(amounts, size);
    Arrays.sort(sorted);
    return sorted[size / 2];
  }

  private static int invoiced(DebtorBook book, long asOf, long[] days, double[] amounts) {
    if (book.accounts().isEmpty()) {
      return 0;
    }
    Currency main = mainCurrency(book.accounts());
    int size = 0;
    for (Account account : book.accounts()) {
      long issued = account.receivable().issued().toEpochDay();
      if (issued > asOf) {
        break;
      }
      if (account.receivable().amount().currency().equals(main)) {
        days[size] = issued;
        amounts[size++] = account.receivable().amount().minor();
      }
    }
    return size;
  }

  private static int ordered(DebtorBook book, long asOf, long[] days, double[] amounts) {
    int size = 0;
    Currency main = null;
    for (Fact.Ordered order : book.orders()) {
      long on = order.on().toEpochDay();
      if (on > asOf) {
        break;
      }
      main = main == null ? order.amount().currency() : main;
      if (order.amount().currency().equals(main)) {
        days[size] = on;
        amounts[size++] = order.amount().minor();
      }
    }
    return size;
  }

  /// The currency of the first receivable: later ones must not change what was said of a day.
  private static Currency mainCurrency(List<Account> accounts) {
    return accounts.getFirst().receivable().amount().currency();
  }
}
