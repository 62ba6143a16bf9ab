package dunnage.kernel.law;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// When a claim expires, and why.
///
/// @param expires the last day on which a suit is in time, before any roll-over from a weekend or
///   holiday
/// @param earliestSafe the earliest of this day, of the cautious reading of the start and of the
///   alternative rules; a careful creditor acts by then
/// @param pending an event that still lasts: the last day moves on with it, and `expires` is what
///   it would be if it ended on `asOf`
/// @param stopped a suit was filed in time: for what it claims, time no longer runs
public record Limitation(
    LimitationRule rule,
    LocalDate due,
    LocalDate asOf,
    LocalDate expires,
    LocalDate earliestSafe,
    boolean pending,
    boolean stopped,
    List<LimitationStep> steps,
    List<Alternative> alternatives) {

  /// Days before the end at which to warn.
  private static final int[] MARKS = {180, 90, 30, 7};

  /// Another row that may govern the same claim.
  public record Alternative(LimitationRule rule, LocalDate expires) {}

  /// @param days before the earliest safe day
  public record Mark(int days, LocalDate date, boolean reached) {}

  /// Days from `asOf` to `expires`; negative once time is up.
  public long daysLeft() {
    return ChronoUnit.DAYS.between(asOf, expires);
  }

  public boolean expired() {
    return !stopped && daysLeft() < 0;
  }

  /// The days on which to warn, farthest first, counted back from the earliest safe day.
  public List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    for (int days : MARKS) {
      LocalDate date = earliestSafe.minusDays(days);
      marks.add(new Mark(days, date, !date.isAfter(asOf)));
    }
    return marks;
  }
}
