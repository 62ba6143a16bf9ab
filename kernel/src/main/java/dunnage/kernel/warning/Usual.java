package dunnage.kernel.warning;

import java.util.Arrays;

/// What is usual for a debtor: where its days beyond terms lie and how far they scatter, from the
/// receivables before the recent ones. Median and median absolute deviation, so that a few odd ones
/// change little.
///
/// @param places how many receivables it rests on: places 0 (inclusive) to this (exclusive)
/// @param medianDays of everything but deposits, for showing
/// @param byClockDays medians of deposits and of the quarters of the month; not a number if unknown
/// @param scatterDays like a standard deviation, at least [#LEAST_SCATTER_DAYS], wider on few
///   receivables
record Usual(int places, double medianDays, double[] byClockDays, double scatterDays) {

  /// How far back the recent time reaches, days.
  static final int RECENT_DAYS = 270;

  /// How far back the usual time reaches, days.
  private static final int USUAL_DAYS = 270 + 730;

  /// A debtor's first days make its usual until there are more, days.
  private static final int YOUNG_DAYS = 150;

  /// A change of less than this is no worry, however regular the debtor.
  static final double LEAST_SCATTER_DAYS = 4;

  /// Fewer receivables tell nothing.
  static final int LEAST = 6;

  /// Fewer deposits, or fewer others, tell nothing of their kind.
  private static final int FEW = 4;

  /// From so many on a quarter of the month has its own median.
  private static final int ENOUGH = 5;

  /// Medians by quarter of the month are kept if they narrow the scatter to this share at least.
  private static final double WORTHWHILE = 0.6;

  /// More receivables than this are looked at by every second, third, ... one.
  private static final int SAMPLE = 4000;

  private static final int ANY = -1;

  private static final double MAD_TO_DEVIATION = 1.4826;

  static final Usual UNKNOWN = new Usual(0, 0, new double[0], LEAST_SCATTER_DAYS);

  /// Null-free: `places` 0 where the history is too short.
  static Usual of(History history) {
    int first = history.from(history.asOf() - USUAL_DAYS);
    int end = history.from(history.asOf() - RECENT_DAYS);
    if (end - first < 2 * LEAST) {
      // Young: what came first is usual, as far as it is a good part of everything.
      int enough = first == history.size() ? 0 : history.from(history.due()[first] + YOUNG_DAYS);
      enough = Math.max(first + 2 * LEAST, enough);
      end = Math.max(end, Math.min(enough, first + (history.size() - first) * 2 / 3));
    }
    return between(history, first, end);
  }

  /// What is usual in the places from one to another (exclusive). Of very many a sample tells it.
  static Usual between(History history, int first, int end) {
    int n = end - first;
    if (n < LEAST) {
      return UNKNOWN;
    }
    double[] days = new double[Math.min(n, SAMPLE + 1)];
    double[] byClock = new double[History.CLOCKS];
    double others = middle(days, gather(history, first, end, ANY, days), FEW);
    byClock[History.DEPOSIT] =
        middle(days, gather(history, first, end, History.DEPOSIT, days), FEW);
    for (int clock = 1; clock < History.CLOCKS; clock++) {
      double own = middle(days, gather(history, first, end, clock, days), ENOUGH);
      byClock[clock] = Double.isNaN(own) ? others : own;
    }
    double[] oneClock = {byClock[History.DEPOSIT], others, others, others, others};
    double plain = scatter(history, first, end, oneClock, days);
    if (Double.isNaN(plain)) {
      return UNKNOWN;
    }
    double clocked = scatter(history, first, end, byClock, days);
    boolean monthly = clocked < WORTHWHILE * plain;
    double scatter = Math.max(monthly ? clocked : plain, LEAST_SCATTER_DAYS);
    double shown = Double.isNaN(others) ? byClock[History.DEPOSIT] : others;
    return new Usual(
        end, shown, monthly ? byClock : oneClock, scatter * (1 + (monthly ? 6.0 : 3.0) / n));
  }

  /// Like a standard deviation around the medians; not a number on too few receivables.
  private static double scatter(
      History history, int first, int end, double[] byClock, double[] days) {
    int used = 0;
    for (int i = first; i < end; i += step(first, end)) {
      double away = Math.abs(history.late()[i] - byClock[history.clock()[i]]);
      if (!Double.isNaN(away)) {
        days[used++] = away;
      }
    }
    return MAD_TO_DEVIATION * middle(days, used, LEAST);
  }

  /// Days beyond terms of a receivable against the usual of its kind; not a number where that is
  /// unknown.
  double shift(History history, int place) {
    return history.late()[place] - byClockDays[history.clock()[place]];
  }

  private static int gather(History history, int first, int end, int clock, double[] into) {
    int n = 0;
    for (int i = first; i < end; i += step(first, end)) {
      int is = history.clock()[i];
      if (is == clock || (clock == ANY && is != History.DEPOSIT)) {
        into[n++] = history.late()[i];
      }
    }
    return n;
  }

  private static int step(int first, int end) {
    return Math.max(1, (end - first + SAMPLE - 1) / SAMPLE);
  }

  boolean known() {
    return places > 0;
  }

  /// Sorts the first `n` values; not a number where there are too few.
  private static double middle(double[] values, int n, int least) {
    Arrays.sort(values, 0, n);
    if (n < least) {
      return Double.NaN;
    }
    return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
  }
}
