package dunnage.kernel.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rate of each day of a delay, or what is missing to know it.
final class DayRates {

  /// What holds from a day on.
  sealed interface DayRate {
    /// The last day on which the same holds.
    LocalDate lastDay();
  }

  /// @param base null for a constant
  record Known(InterestRule rule, BigDecimal percent, @Nullable RatePoint base, LocalDate lastDay)
      implements DayRate {}

  record Unknown(String what, LocalDate lastDay) implements DayRate {}

  private final List<InterestRule> family;
  private final Map<String, RateSeries> series;
  private final LocalDate start;
  private final LocalDate due;
  private final BigDecimal multiplier;
  private final boolean atFault;

  /// @param family rows that follow each other in time, oldest first
  DayRates(
      List<InterestRule> family,
      Map<String, RateSeries> series,
      LocalDate start,
      LocalDate due,
      BigDecimal multiplier,
      boolean atFault) {
    this.family = family;
    this.series = series;
    this.start = start;
    this.due = due;
    this.multiplier = multiplier;
    this.atFault = atFault;
  }

  DayRate on(LocalDate day) {
    // A frozen rate is a question of the first day only, and so is the row that gives it.
    LocalDate asked = family.getFirst().baseReading().frozen() ? start : day;
    InterestRule rule = null;
    for (InterestRule one : family) {
      if (one.validOn(asked)) {
        rule = one;
      }
    }
    if (rule == null) {
      return noRow(asked);
    }
    LocalDate ruleEnd = rule.baseReading().frozen() ? LocalDate.MAX : rule.validTo();
    BigDecimal lenient = rule.notAtFaultPercent();
    if (!atFault && lenient != null) {
      return new Known(rule, lenient, null, ruleEnd);
    }
    BigDecimal fixed = rule.fixedPercent();
    if (rule.baseReading() == BaseReading.CONSTANT || rule.series().isEmpty()) {
      return fixed == null
          ? new Unknown("rule " + rule.id() + " names no rate", LocalDate.MAX)
          : new Known(rule, fixed, null, ruleEnd);
    }
    return floating(rule, day, ruleEnd);
  }

  private DayRate noRow(LocalDate day) {
    for (InterestRule rule : family) {
      if (day.isBefore(rule.validFrom())) {
        boolean frozen = rule.baseReading().frozen();
        return new Unknown(
            "rule " + rule.id() + " counts from " + rule.validFrom() + " only",
            frozen ? LocalDate.MAX : rule.validFrom().minusDays(1));
      }
    }
    InterestRule last = family.getLast();
    return new Unknown(
        "rule " + last.id() + " ends on " + last.validTo() + " and no later row is known",
        LocalDate.MAX);
  }

  private DayRate floating(InterestRule rule, LocalDate day, LocalDate ruleEnd) {
    RateSeries rates = series.get(rule.series());
    if (rates == null) {
      throw new IllegalStateException("no table names " + rule.series());
    }
    BaseReading reading = rule.baseReading();
    LocalDate read = reading.readOn(day, start, due);
    LocalDate end = reading.lastDay(day, start);
    RatePoint point = rates.on(read);
    if (point == null) {
      LocalDate until = end == null ? gapEnd(rates, read, reading) : end;
      return new Unknown(missing(rates, read, reading), earlier(until, ruleEnd));
    }
    if (reading == BaseReading.DAILY) {
      LocalDate change = rates.changeAfter(day);
      LocalDate known = rates.knownUntil();
      end = change != null ? change.minusDays(1) : known;
    }
    BigDecimal percent = rule.rateOn(point.valuePercent(), multiplier);
    return new Known(rule, percent, point, earlier(end == null ? LocalDate.MAX : end, ruleEnd));
  }

  private static LocalDate gapEnd(RateSeries rates, LocalDate read, BaseReading reading) {
    LocalDate from = rates.knownFrom();
    return reading == BaseReading.DAILY && from != null && read.isBefore(from)
        ? from.minusDays(1)
        : LocalDate.MAX;
  }

  private static String missing(RateSeries rates, LocalDate read, BaseReading reading) {
    if (rates.knownFrom() == null) {
      return rates.id() + ": " + rates.reason();
    }
    String of =
        switch (reading) {
          case HALF_YEAR, HALF_YEAR_AT_START -> halfYear(read);
          case HALF_YEAR_EVE_AT_START -> "the half-year from " + read.plusDays(1);
          case CONSTANT, DAILY, MONTHLY, FIRST_DAY, DUE_DAY -> read.toString();
        };
    return rates.id() + " has no value for " + of;
  }

  private static String halfYear(LocalDate day) {
    return day.getYear() + (day.getMonthValue() <= 6 ? "-H1" : "-H2");
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
