package dunnage.kernel.warning;

import dunnage.kernel.ledger.DebtorBook;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How late one debtor has paid over the last three years, small enough to draw: what [Warnings]
/// looks at, by due date. Days are days beyond terms, negative is early; parts still unpaid count up
/// to the day.
///
/// @param from first day of the time shown, the first of a month
/// @param receivables how many fell due in it
/// @param points each of them, by due date; empty beyond [#MOST_POINTS], where the slices' ranges
///   stand for them
/// @param slices months, or quarters where little falls due in a month; none is empty
/// @param usual their own usual range, from the time before the recent one; null while unknown
/// @param recent those due since the day asked for, else the last six; null without any
public record LatenessSeries(
    LocalDate from,
    LocalDate asOf,
    int receivables,
    List<Point> points,
    List<Slice> slices,
    @Nullable Range usual,
    @Nullable Slice recent) {

  public static final int MONTHS = 36;
  public static final int MOST_POINTS = 90;

  private static final int LAST_FEW = 6;

  /// From so many a month on, months are shown.
  private static final double ENOUGH_A_MONTH = 2.5;

  /// @param open still unpaid in part, so that it can only grow
  public record Point(LocalDate due, double daysLate, boolean open) {}

  /// Half lie below `middle`, eight in ten between `low` and `high`.
  public record Range(double low, double middle, double high) {}

  /// What fell due in a time.
  ///
  /// @param open how many are still unpaid in part
  /// @param growing whether `late.middle` can still grow, because one at or below it is unpaid
  /// @param telling whether the middle says something: it is final, or already beyond what is usual
  public record Slice(
      LocalDate from,
      LocalDate to,
      int receivables,
      int open,
      Range late,
      boolean growing,
      boolean telling) {}

  public LatenessSeries {
    points = List.copyOf(points);
    slices = List.copyOf(slices);
  }

  /// @param since begin of the time that `recent` sums up; null for the last six
  public static LatenessSeries of(DebtorBook book, LocalDate asOf, @Nullable LocalDate since) {
    History history = History.of(book, asOf);
    int first = history.from(asOf.minusMonths(MONTHS).withDayOfMonth(1).toEpochDay());
    if (first == history.size()) {
      return new LatenessSeries(
          asOf.withDayOfMonth(1), asOf, 0, List.of(), List.of(), null, null);
    }
    return new Drawing(history, asOf, first).series(since);
  }

  private record Drawing(History history, LocalDate asOf, int first) {

    LatenessSeries series(@Nullable LocalDate since) {
      LocalDate from = day(first).withDayOfMonth(1);
      int shown = history.size() - first;
      int known = Math.max(first, Usual.of(history).places());
      Range usual = known > first ? range(first, known) : null;
      double middle = usual == null ? range(first, history.size()).middle() : usual.middle();
      int recent =
          since == null
              ? Math.max(first, history.size() - LAST_FEW)
              : Math.max(first, history.from(since.toEpochDay()));
      return new LatenessSeries(
          from,
          asOf,
          shown,
          shown > MOST_POINTS ? List.of() : points(),
          slices(from, middle),
          usual,
          recent == history.size() ? null : slice(recent, history.size(), day(recent), asOf, middle));
    }

    private List<Point> points() {
      List<Point> points = new ArrayList<>();
      for (int i = first; i < history.size(); i++) {
        points.add(new Point(day(i), history.late()[i], history.open()[i]));
      }
      return points;
    }

    private List<Slice> slices(LocalDate from, double usual) {
      long months = Period.between(from, asOf).toTotalMonths() + 1;
      int step = history.size() - first >= ENOUGH_A_MONTH * months ? 1 : 3;
      List<Slice> slices = new ArrayList<>();
      LocalDate begin = from.minusMonths((from.getMonthValue() - 1) % step);
      for (int i = first; i < history.size(); begin = begin.plusMonths(step)) {
        int next = history.from(begin.plusMonths(step).toEpochDay());
        if (next > i) {
          LocalDate last = begin.plusMonths(step).minusDays(1);
          LocalDate start = begin.isBefore(from) ? from : begin;
          slices.add(slice(i, next, start, last.isAfter(asOf) ? asOf : last, usual));
        }
        i = Math.max(i, next);
      }
      return slices;
    }

    private Slice slice(int begin, int end, LocalDate from, LocalDate to, double usual) {
      Range late = range(begin, end);
      int open = 0;
      boolean growing = false;
      for (int i = begin; i < end; i++) {
        open += history.open()[i] ? 1 : 0;
        growing |= history.open()[i] && history.late()[i] <= late.middle();
      }
      boolean telling = !growing || late.middle() > usual;
      return new Slice(from, to, end - begin, open, late, growing, telling);
    }

    private Range range(int begin, int end) {
      double[] late = Arrays.copyOfRange(history.late(), begin, end);
      Arrays.sort(late);
      return new Range(at(late, .1), at(late, .5), at(late, .9));
    }

    /// Between the two places nearest to the level.
    private static double at(double[] sorted, double level) {
      double place = level * (sorted.length - 1);
      int below = (int) place;
      int above = Math.min(sorted.length - 1, below + 1);
      return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private LocalDate day(int place) {
      return LocalDate.ofEpochDay(history.due()[place]);
    }
  }
}
