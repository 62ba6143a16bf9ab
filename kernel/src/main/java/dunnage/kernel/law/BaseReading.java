package dunnage.kernel.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// On which day the reference rate is read that counts for a day of delay. Source: the `reset_rule`
/// of each row.
public enum BaseReading {
  /// No reference rate: a constant.
  CONSTANT("constant"),
  /// On 1 January and 1 July, for the half-year that follows.
  HALF_YEAR("half_year"),
  /// On each day; the rate moves when the reference moves.
  DAILY("daily"),
  /// On the first day of each month of delay.
  MONTHLY("monthly"),
  /// Once, on the first day of the half-year in which the delay began (CZ).
  HALF_YEAR_AT_START("half_year_at_start"),
  /// Once, on the eve of the half-year in which interest starts: 30 June or 31 December (GB).
  HALF_YEAR_EVE_AT_START("half_year_eve_at_start"),
  /// Once, on the first day of interest (SK option A, US-DE, JP, CN).
  FIRST_DAY("first_day"),
  /// Once, on the due date (IE).
  DUE_DAY("due_day");

  private final String word;

  BaseReading(String word) {
    this.word = word;
  }

  static BaseReading of(String word) {
    if (word.isEmpty()) {
      return CONSTANT;
    }
    for (BaseReading reading : values()) {
      if (reading.word.equals(word)) {
        return reading;
      }
    }
    throw new IllegalStateException("no reading: " + word);
  }

  public String word() {
    return word;
  }

  /// Whether the rate is read once and never moves.
  public boolean frozen() {
    return switch (this) {
      case HALF_YEAR_AT_START, HALF_YEAR_EVE_AT_START, FIRST_DAY, DUE_DAY -> true;
      case CONSTANT, HALF_YEAR, DAILY, MONTHLY -> false;
    };
  }

  /// The day on which the reference counts for interest of `day`.
  LocalDate readOn(LocalDate day, LocalDate start, LocalDate due) {
    return switch (this) {
      case CONSTANT, DAILY -> day;
      case HALF_YEAR -> halfYear(day);
      case MONTHLY -> start.plusMonths(months(start, day));
      case HALF_YEAR_AT_START -> halfYear(start);
      case HALF_YEAR_EVE_AT_START -> halfYear(start).minusDays(1);
      case FIRST_DAY -> start;
      case DUE_DAY -> due;
    };
  }

  /// The last day on which the rate of `day` still counts; null if it never changes or only the
  /// series knows.
  @Nullable LocalDate lastDay(LocalDate day, LocalDate start) {
    return switch (this) {
      case HALF_YEAR -> halfYear(day).plusMonths(6).minusDays(1);
      case MONTHLY -> start.plusMonths(months(start, day) + 1).minusDays(1);
      case CONSTANT, DAILY, HALF_YEAR_AT_START, HALF_YEAR_EVE_AT_START, FIRST_DAY, DUE_DAY -> null;
    };
  }

  static LocalDate halfYear(LocalDate day) {
    return LocalDate.of(day.getYear(), day.getMonthValue() <= 6 ? 1 : 7, 1);
  }

  /// Whole months from `start` to `day`, such that `start.plusMonths` never overshoots.
  static long months(LocalDate start, LocalDate day) {
    long months = java.time.temporal.ChronoUnit.MONTHS.between(start, day);
    return start.plusMonths(months + 1).isAfter(day) ? months : months + 1;
  }
}
