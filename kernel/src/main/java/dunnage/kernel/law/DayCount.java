package dunnage.kernel.law;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What part of a year some days are.
public enum DayCount {
  /// Actual days / 365, also in a leap year.
  ACT_365("act/365", "days / 365"),
  /// Days of a leap year / 366, others / 365, year by year (RU court practice).
  ACT_ACT("act/act", "days / 365, in a leap year / 366");

  private final String word;
  private final String formula;

  DayCount(String word, String formula) {
    this.word = word;
    this.formula = formula;
  }

  public String word() {
    return word;
  }

  /// In words, as it stands in a proof.
  public String formula() {
    return formula;
  }

  static DayCount of(String word) {
    return word.equals(ACT_365.word) ? ACT_365 : ACT_ACT;
  }

  /// Both days inclusive; within one year for [#ACT_ACT].
  Fraction yearPart(LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    return Fraction.of(days, this == ACT_ACT ? from.lengthOfYear() : 365);
  }

  /// The last day after `day` up to which a year has the same length; null if that does not matter.
  @Nullable LocalDate lastDay(LocalDate day) {
    if (this == ACT_365) {
      return null;
    }
    LocalDate end = LocalDate.of(day.getYear(), 12, 31);
    while (end.plusDays(1).lengthOfYear() == day.lengthOfYear()) {
      end = end.plusYears(1);
    }
    return end;
  }
}
