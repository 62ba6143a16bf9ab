package dunnage.app.risk;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dunnage.kernel.assessment.DebtorLine;
import dunnage.kernel.behaviour.Behaviour;
import dunnage.kernel.money.Money;
import dunnage.kernel.risk.CreditLimit;
import dunnage.kernel.risk.Grade;
import dunnage.kernel.risk.Reason;
import dunnage.kernel.warning.DebtorWarning;
import dunnage.kernel.warning.Tendency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said of a debtor and what it was computed from, under the names and units of `assess
/// --json`: a contract, to which names are added and in which none is changed.
record ScoreFigures(
    int receivables,
    int open,
    List<Money> openAmount,
    List<Money> overdueAmount,
    List<Money> creditsHeld,
    int oldestDaysLate,
    String degree,
    @JsonUnwrapped Paid behaviour,
    String trend,
    @Nullable LocalDate trendSince,
    List<Sign> warnings,
    @Nullable String grade,
    @Nullable Integer score,
    @Nullable Money limit,
    @Nullable String limitBinding,
    List<Bound> limitBounds,
    String terms,
    String nextStep,
    String nextStepCode,
    String nextStepWhy,
    List<Reason> reasons) {

  /// How they paid; days are beyond terms, shares in percent.
  record Paid(
      int paidReceivables,
      @Nullable BigDecimal daysBeyondTerms,
      @Nullable BigDecimal paymentIndex,
      @Nullable BigDecimal recentDaysBeyondTerms,
      @Nullable BigDecimal recentPaymentIndex,
      @Nullable BigDecimal volatilityDays,
      @JsonProperty("ever_over_90_percent") @Nullable BigDecimal everOver90Percent,
      String orders,
      @Nullable BigDecimal ordersChangePercent,
      String lateness,
      @Nullable BigDecimal latenessChangeDays,
      int brokenPromises,
      @Nullable LocalDate silentSince,
      boolean contactGone,
      @Nullable LocalDate lastPaid,
      @Nullable LocalDate firstIssued) {}

  /// @param falseAlarms like it, in 100 years of a debtor with whom nothing is wrong; null for a
  ///   change to the better
  record Sign(
      String signal,
      String trend,
      LocalDate since,
      String text,
      @JsonProperty("false_alarms_per_100_years") @Nullable BigDecimal falseAlarms) {}

  record Bound(String name, Money amount, String text) {}

  static ScoreFigures of(DebtorLine line) {
    CreditLimit limit = line.limit();
    DebtorWarning warning = line.warning();
    return new ScoreFigures(
        line.receivables(),
        line.open(),
        line.openAmount().nonZero(),
        line.overdueAmount().nonZero(),
        line.creditsHeld().nonZero(),
        line.oldestDaysLate(),
        line.degree().code(),
        paid(line.behaviour()),
        warning.trend().code(),
        warning.since(),
        signs(warning),
        line.grade() == Grade.NONE ? null : line.grade().name(),
        line.score(),
        limit == null ? null : limit.amount(),
        limit == null ? null : limit.binding(),
        limit == null
            ? List.of()
            : limit.bounds().stream()
                .map(bound -> new Bound(bound.name(), bound.amount(), bound.words()))
                .toList(),
        line.terms().code(),
        line.nextStep().words(),
        line.nextStep().action().code(),
        line.nextStep().why(),
        line.reasons());
  }

  private static List<Sign> signs(DebtorWarning warning) {
    return warning.warnings().stream()
        .map(
            sign ->
                new Sign(
                    sign.signal().code(),
                    sign.direction().code(),
                    sign.since(),
                    sign.words(),
                    sign.direction() == Tendency.WORSE
                        ? tenth(sign.falseAlarmsPerHundredYears())
                        : null))
        .toList();
  }

  private static Paid paid(Behaviour paid) {
    return new Paid(
        paid.paidReceivables(),
        tenth(paid.daysBeyondTerms()),
        tenth(paid.paymentIndex()),
        tenth(paid.recentDaysBeyondTerms()),
        tenth(paid.recentPaymentIndex()),
        tenth(paid.volatilityDays()),
        tenth(paid.everOver90Percent()),
        paid.orders().code(),
        tenth(paid.ordersChangePercent()),
        paid.lateness().code(),
        tenth(paid.latenessChangeDays()),
        paid.brokenPromises(),
        paid.silentSince(),
        paid.contactGone(),
        paid.lastPaid(),
        paid.firstIssued());
  }

  private static @Nullable BigDecimal tenth(@Nullable Double value) {
    return value == null || !Double.isFinite(value)
        ? null
        : BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
  }
}
