package dunnage.kernel.warning;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.DebtorBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How late one debtor has paid over the last three years, small enough to draw: what [Warnings]
/// looks at, by due date. Days are days beyond terms, negative is early; parts still unpaid count
/// up to the day.
///
/// @param from first day of the time shown, the first of a month
/// @param receivables how many fell due in it
/// @param points each of them, by due date; empty beyond [#MOST_POINTS], where the months' ranges
///   stand for them
/// @param months every month from the first to that of the day
/// @param usual their own usual range, from the time before the recent one; null while unknown
/// @param recent those due since the day asked for, else the last six
public record LatenessSeries(
    LocalDate from,
    LocalDate asOf,
    int receivables,
    List<Point> points,
    List<Month> months,
    @Nullable Range usual,
    Recent recent) {

  public static final int MONTHS = 36;
  public static final int MOST_POINTS = 72;

  /// What is typical rests on what was paid in so many days, and at least on the last six.
  private static final int TYPICAL_DAYS = 90;

  private static final int LAST_FEW = 6;

  /// @param open still unpaid in part, so that it can only grow
  public record Point(LocalDate due, double daysLate, boolean open) {}

  /// Half lie below `middle`, eight in ten between `low` and `high`.
  public record Range(double low, double middle, double high) {}

  /// @param to its last day, or the day of the series
  /// @param receivables how many fell due in it
  /// @param open how many of them are unpaid in part on the day of the series
  /// @param late of those that fell due, as known on the day of the series; null without any
  /// @param typical what was typical as seen at the end of the month; null while unknown
  public record Month(
      LocalDate from,
      LocalDate to,
      int receivables,
      int open,
      @Nullable Range late,
      @Nullable Typical typical) {}

  /// Middle of what was paid in the last three months or was overdue then, at least of the last
  /// six; unpaid parts count up to then, so that it rises when a debtor stops paying. What is
  /// unpaid but not yet later than usual tells nothing and is left out.
  ///
  /// @param growing whether it can still grow, because what is at or below it is unpaid
  public record Typical(double days, boolean growing) {}

  /// @param open how many are unpaid in part
  public record Recent(int receivables, int open) {}

  public LatenessSeries {
    points = List.copyOf(points);
    months = List.copyOf(months);
  }

  /// @param since begin of the time that `recent` sums up; null for the last six
  public static LatenessSeries of(DebtorBook book, LocalDate asOf, @Nullable LocalDate since) {
    History history = History.dueBy(book, asOf);
    int first = history.from(asOf.minusMonths(MONTHS - 1).withDayOfMonth(1).toEpochDay());
    return first == history.size()
        ? new LatenessSeries(
            asOf.withDayOfMonth(1), asOf, 0, List.of(), List.of(), null, new Recent(0, 0))
        : new Drawing(book, history, asOf, first).series(since);
  }

  private static final class Drawing {

    private final DebtorBook book;
    private final History history;
    private final LocalDate asOf;
    private final int first;
    private final int[] due;
    private final int[] settled;

    /// @param first place of the first receivable shown
    Drawing(DebtorBook book, History history, LocalDate asOf, int first) {
      this.book = book;
      this.history = history;
      this.asOf = asOf;
      this.first = first;
      int size = book.accounts().size();
      due = new int[size];
      settled = new int[size];
      for (int i = 0; i < size; i++) {
        Account account = book.accounts().get(i);
        LocalDate on = account.settledOn(asOf);
        due[i] = (int) account.receivable().due().toEpochDay();
        settled[i] = on == null ? Integer.MAX_VALUE : (int) on.toEpochDay();
      }
    }

    LatenessSeries series(@Nullable LocalDate since) {
      int shown = history.size() - first;
      int known = Math.max(first, Usual.of(history).places());
      Range usual = known > first ? range(first, known) : null;
      double middle = usual == null ? range(first, history.size()).middle() : usual.middle();
      int few = Math.max(first, history.size() - LAST_FEW);
      int recent = since == null ? few : Math.max(first, history.from(since.toEpochDay()));
      return new LatenessSeries(
          day(first).withDayOfMonth(1),
          asOf,
          shown,
          shown > MOST_POINTS ? List.of() : points(),
          months(middle),
          usual,
          new Recent(history.size() - recent, open(recent, history.size())));
    }

    private List<Point> points() {
      List<Point> points = new ArrayList<>();
      for (int i = first; i < history.size(); i++) {
        points.add(new Point(day(i), history.late()[i], history.open()[i]));
      }
      return points;
    }

    private List<Month> months(double usual) {
      List<Month> months = new ArrayList<>();
      LocalDate from = day(first).withDayOfMonth(1);
      for (int i = first; !from.isAfter(asOf); from = from.plusMonths(1)) {
        LocalDate last = from.plusMonths(1).minusDays(1);
        LocalDate to = last.isAfter(asOf) ? asOf : last;
        int next = history.from(to.toEpochDay() + 1);
        Range late = next == i ? null : range(i, next);
        months.add(new Month(from, to, next - i, open(i, next), late, typical(to, usual)));
        i = next;
      }
      return months;
    }

    /// As seen on the day: what was paid later was then unpaid.
    private @Nullable Typical typical(LocalDate day, double usual) {
      History then = History.dueBy(ofLate(day), day);
      double[] late = new double[then.size()];
      int count = gather(then, usual, late);
      return count < LAST_FEW ? few(day, usual) : middle(then, late, count, usual);
    }

    /// As above where little was paid of late: the last six stand in.
    private @Nullable Typical few(LocalDate day, double usual) {
      History then = day.equals(asOf) ? history : History.dueBy(book, day);
      double[] late = new double[then.size()];
      int count = gather(then, usual, late);
      for (int i = then.size() - 1; i >= 0 && count < LAST_FEW; i--) {
        if (!then.open()[i] && !fresh(then, i, usual)) {
          late[count++] = then.late()[i];
        }
      }
      return count == 0 ? null : middle(then, late, count, usual);
    }

    private static int gather(History then, double usual, double[] late) {
      int count = 0;
      for (int i = 0; i < then.size(); i++) {
        if (fresh(then, i, usual)) {
          late[count++] = then.late()[i];
        }
      }
      return count;
    }

    private static Typical middle(History then, double[] late, int count, double usual) {
      Arrays.sort(late, 0, count);
      double middle = at(late, count, .5);
      boolean growing = false;
      for (int i = 0; i < then.size(); i++) {
        growing |= then.open()[i] && then.late()[i] > usual && then.late()[i] <= middle;
      }
      return new Typical(middle, growing);
    }

    /// What was settled long before the day cannot be fresh: leaving it out keeps a debtor with
    /// many thousands of receivables cheap.
    private DebtorBook ofLate(LocalDate day) {
      int longAgo = (int) day.toEpochDay() - TYPICAL_DAYS;
      int today = (int) day.toEpochDay();
      List<Account> accounts = new ArrayList<>();
      for (int i = 0; i < settled.length; i++) {
        if (settled[i] >= longAgo && due[i] <= today) {
          accounts.add(book.accounts().get(i));
        }
      }
      return new DebtorBook(book.debtor(), accounts, List.of(), List.of(), List.of());
    }

    private static boolean fresh(History then, int place, double usual) {
      double late = then.late()[place];
      return then.open()[place]
          ? late > usual
          : then.due()[place] + late >= then.asOf() - TYPICAL_DAYS;
    }

    private int open(int begin, int end) {
      int open = 0;
      for (int i = begin; i < end; i++) {
        open += history.open()[i] ? 1 : 0;
      }
      return open;
    }

    private Range range(int begin, int end) {
      double[] late = Arrays.copyOfRange(history.late(), begin, end);
      Arrays.sort(late);
      return new Range(
          at(late, late.length, .1), at(late, late.length, .5), at(late, late.length, .9));
    }

    /// Between the two places nearest to the level.
    private static double at(double[] sorted, int size, double level) {
      double place = level * (size - 1);
      int below = (int) place;
      int above = Math.min(size - 1, below + 1);
      return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private LocalDate day(int place) {
      return LocalDate.ofEpochDay(history.due()[place]);
    }
  }
}
