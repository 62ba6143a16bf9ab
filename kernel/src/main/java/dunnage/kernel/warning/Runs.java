package dunnage.kernel.warning;

import java.util.Arrays;

/// Which receivables were, or will be, paid in one run. Who pays once a month and slips by a week
/// is late with everything due that month, once: what is paid together is one piece of news,
/// however many receivables it is.
///
/// @param first place in the history from which on receivables are in
/// @param places the places, those of one run beside each other
/// @param runs number of the run of each of `places`
record Runs(int first, int[] places, int[] runs) {

  private static final int WEEK = 7;

  /// Who pays every few days pays by the week; who pays less often by the day of the run.
  private static final int OFTEN_DAYS = 4;

  private static final int LONGEST_DAYS = 31;
  private static final int SAMPLE = 4000;

  /// @param usualDays days beyond terms at which the open ones would be paid
  static Runs of(History history, int first, double usualDays) {
    int cadence = cadence(history);
    int n = history.size() - first;
    long[] keys = new long[n];
    for (int k = 0; k < n; k++) {
      int i = first + k;
      long paid = history.due()[i] + Math.round(history.late()[i]);
      long key = cadence < OFTEN_DAYS ? paid / WEEK : paid;
      if (history.open()[i]) {
        // Days before 1970 do not matter; open ones stand behind all paid ones.
        long expected = history.due()[i] + Math.round(usualDays);
        key = Integer.MAX_VALUE + expected / Math.max(WEEK, cadence);
      }
      keys[k] = (key << 24) | k;
    }
    Arrays.sort(keys);
    int[] places = new int[n];
    int[] runs = new int[n];
    for (int k = 0; k < n; k++) {
      places[k] = first + (int) (keys[k] & 0xFFFFFF);
      boolean same = k > 0 && keys[k] >> 24 == keys[k - 1] >> 24;
      runs[k] = k == 0 ? 0 : runs[k - 1] + (same ? 0 : 1);
    }
    return new Runs(first, places, runs);
  }

  /// Days from one run to the next, the median.
  private static int cadence(History history) {
    long[] days = new long[Math.min(history.size(), SAMPLE)];
    int n = 0;
    for (int i = history.size() - 1; i >= 0 && n < days.length; i--) {
      if (!history.open()[i]) {
        days[n++] = history.due()[i] + Math.round(history.late()[i]);
      }
    }
    Arrays.sort(days, 0, n);
    int gaps = 0;
    for (int i = 1; i < n; i++) {
      if (days[i] > days[i - 1]) {
        days[gaps++] = days[i] - days[i - 1];
      }
    }
    Arrays.sort(days, 0, gaps);
    return gaps == 0 ? 1 : (int) Math.min(LONGEST_DAYS, days[gaps / 2]);
  }
}
