package dunnage.kernel.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// The five aging buckets. Days late are calendar days after the due date; the due date itself is
/// not late.
public enum AgingBucket {
  NOT_DUE("not_due", "not due"),
  DAYS_1_30("1-30", "1–30"),
  DAYS_31_60("31-60", "31–60"),
  DAYS_61_90("61-90", "61–90"),
  OVER_90("90+", "over 90");

  private final String code;
  private final String label;

  AgingBucket(String code, String label) {
    this.code = code;
    this.label = label;
  }

  /// The word in machine output.
  public String code() {
    return code;
  }

  /// The words for people.
  public String label() {
    return label;
  }

  public static AgingBucket of(LocalDate due, LocalDate asOf) {
    return ofDaysLate(daysLate(due, asOf));
  }

  /// @param daysLate zero or negative when not yet late
  public static AgingBucket ofDaysLate(long daysLate) {
    if (daysLate <= 0) {
      return NOT_DUE;
    }
    if (daysLate <= 30) {
      return DAYS_1_30;
    }
    if (daysLate <= 60) {
      return DAYS_31_60;
    }
    return daysLate <= 90 ? DAYS_61_90 : OVER_90;
  }

  /// Days after the due date at the end of `asOf`; negative while it is not due.
  public static long daysLate(LocalDate due, LocalDate asOf) {
    return ChronoUnit.DAYS.between(due, asOf);
  }
}
