package dunnage.formats;

import dunnage.formats.ReadOptions.DateOrder;
import org.jspecify.annotations.Nullable;

/// Gathers, over all date cells of a file, what tells day-month from month-day.
final class DateEvidence {

  private int dayFirst;
  private int monthFirst;
  private int either;
  private String example = "";

  /// Looks at one cell: only two short numbers before the year say something.
  void see(char[] text, int from, int to) {
    if (to - from < 6 || to - from > 22) {
      return;
    }
    int first = 0;
    int i = from;
    while (i < to && text[i] >= '0' && text[i] <= '9') {
      first = first * 10 + text[i] - '0';
      i++;
    }
    int length = i - from;
    if (length < 1 || length > 2 || i == to || text[i] != '/' && text[i] != '-') {
      return;
    }
    char sign = text[i++];
    int start = i;
    int second = 0;
    while (i < to && text[i] >= '0' && text[i] <= '9') {
      second = second * 10 + text[i] - '0';
      i++;
    }
    if (i == start || i - start > 2 || i == to || text[i] != sign || !endsInYear(text, i + 1, to)) {
      return;
    }
    count(first, second, text, from, to);
  }

  private static boolean endsInYear(char[] text, int from, int to) {
    int i = from;
    while (i < to && text[i] >= '0' && text[i] <= '9') {
      i++;
    }
    boolean year = i - from == 2 || i - from == 4;
    return year && (i == to || text[i] == ' ' || text[i] == 'T');
  }

  private void count(int first, int second, char[] text, int from, int to) {
    if (first > 12 && first <= 31 && second >= 1 && second <= 12) {
      dayFirst++;
    } else if (second > 12 && second <= 31 && first >= 1 && first <= 12) {
      monthFirst++;
    } else if (first != second) {
      either++;
      if (example.isEmpty()) {
        example = new String(text, from, to - from);
      }
    }
  }

  /// Whether there is a date whose meaning depends on the order.
  boolean isNeeded() {
    return dayFirst + monthFirst + either > 0;
  }

  /// The order, or null when the dates do not tell. A few dates that contradict the rest are faults
  /// of their rows; an even mixture is no order at all.
  @Nullable DateOrder order() {
    if (dayFirst >= 2 * monthFirst && dayFirst > 0) {
      return DateOrder.DMY;
    }
    return monthFirst >= 2 * dayFirst && monthFirst > 0 ? DateOrder.MDY : null;
  }

  /// A date that can be read both ways.
  String example() {
    return example;
  }
}
