package dunnage.kernel.law;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// When unpaid interest is added to the principal.
public enum Compounding {
  NONE("none"),
  /// After each full year of delay (NL BW 6:119a(3)).
  YEARLY("yearly"),
  /// After each full month of delay, a twelfth of the yearly rate each (IN MSMED Act s 16).
  MONTHLY("monthly");

  private final String word;

  Compounding(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  static Compounding of(String word) {
    return valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }

  /// The first and last day of the compounding period that holds `day`; null for simple interest.
  @Nullable Period around(LocalDate day, LocalDate start) {
    return switch (this) {
      case NONE -> null;
      case YEARLY -> {
        long years = ChronoUnit.YEARS.between(start, day);
        years += start.plusYears(years + 1).isAfter(day) ? 0 : 1;
        yield new Period(start.plusYears(years), start.plusYears(years + 1).minusDays(1));
      }
      case MONTHLY -> {
        long months = BaseReading.months(start, day);
        yield new Period(start.plusMonths(months), start.plusMonths(months + 1).minusDays(1));
      }
    };
  }

  /// Both days inclusive.
  record Period(LocalDate from, LocalDate to) {}
}
