package dunnage.kernel.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of late-payment interest: the published row, and how it is read by the engine. The
/// reading stands in `interest_rules.csv`, one row per rule with the reason of each choice; prose
/// is never parsed when a sum is computed.
///
/// @param row `late_interest.csv`, every column as it stands
/// @param reading `interest_rules.csv`
public record InterestRule(LawRow row, LawRow reading) {

  public String id() {
    return row.text("id");
  }

  public String jurisdiction() {
    return row.text("jurisdiction");
  }

  public String scope() {
    return row.text("scope");
  }

  public Confidence confidence() {
    return Confidence.of(row.text("confidence"));
  }

  /// Columns of a verified row that are background all the same.
  public List<String> backgroundFields() {
    String fields = row.text("bg_fields");
    return fields.isEmpty() ? List.of() : List.of(fields.split(";"));
  }

  public String source() {
    return row.text("source");
  }

  public String sourceUrl() {
    return row.text("source_url");
  }

  public String note() {
    return row.text("note");
  }

  public Entitlement entitlement() {
    return Entitlement.of(reading.text("entitlement"));
  }

  /// The law that asks for this row when only a law is named; empty for special rows.
  public String forLaw() {
    return reading.text("for_law");
  }

  /// Rows of one family follow each other in time; a row without one is its own family.
  public String family() {
    String family = reading.text("family");
    return family.isEmpty() ? id() : family;
  }

  /// The reference rate; empty for a constant.
  public String series() {
    return row.text("base_rate_id");
  }

  /// Percentage points on top of the reference.
  public BigDecimal marginPoints() {
    BigDecimal margin = row.decimal("margin_pp");
    return margin == null ? BigDecimal.ZERO : margin;
  }

  /// Percent per year of a constant; null for a floating rate and where there is none.
  public @Nullable BigDecimal fixedPercent() {
    return row.decimal("fixed_rate_pct");
  }

  /// Times the reference; 1 where the row has none.
  public BigDecimal multiplier() {
    BigDecimal times = reading.decimal("multiplier");
    return times == null ? BigDecimal.ONE : times;
  }

  /// The upper end of a range of multipliers; null where there is no range.
  public @Nullable BigDecimal multiplierHigh() {
    return reading.decimal("multiplier_high");
  }

  public BaseReading baseReading() {
    return BaseReading.of(reading.text("base_read"));
  }

  public Compounding compounding() {
    return Compounding.of(reading.text("compounding"));
  }

  public DayCount dayCount() {
    return DayCount.of(reading.text("day_count"));
  }

  /// What a debtor owes who is not at fault, percent per year; null where fault does not matter.
  public @Nullable BigDecimal notAtFaultPercent() {
    return reading.decimal("not_at_fault_pct");
  }

  public Allocation allocation() {
    return Allocation.of(reading.text("allocation"));
  }

  /// Where the order of allocation stands (background); empty if no source is at hand.
  public String allocationSource() {
    return reading.text("allocation_source");
  }

  public LocalDate validFrom() {
    LocalDate from = row.date("valid_from");
    return from == null ? LocalDate.MIN : from;
  }

  public LocalDate validTo() {
    LocalDate to = row.date("valid_to");
    return to == null ? LocalDate.MAX : to;
  }

  boolean validOn(LocalDate day) {
    return !day.isBefore(validFrom()) && !day.isAfter(validTo());
  }

  /// The first day of interest for a due date.
  LocalDate startAfter(LocalDate due) {
    return due.plusDays(Integer.parseInt(reading.text("starts_after_days")));
  }

  /// The yearly rate from a value of the reference: times the multiplier, plus the margin, rounded
  /// up where the row rounds (BE the sum, FI and SE the base). Never floored at zero.
  BigDecimal rateOn(BigDecimal base, BigDecimal times) {
    BigDecimal rounded = up(base, reading.decimal("round_base_up_to"));
    BigDecimal sum = rounded.multiply(times).add(marginPoints());
    return up(sum, reading.decimal("round_sum_up_to"));
  }

  private static BigDecimal up(BigDecimal value, @Nullable BigDecimal step) {
    return step == null
        ? value
        : value.divide(step, 0, java.math.RoundingMode.CEILING).multiply(step);
  }

  @Nullable FixedSum fixedSum() {
    return FixedSum.read(
        reading.text("fixed_sum"),
        row.text("comp_currency"),
        reading.text("fixed_sum_tier_currency"));
  }

  /// `DE_BASISZINS + 9 points`, `3 × IN_BANK_RATE`, `5 %`
  public String formula() {
    if (series().isEmpty() || (fixedPercent() != null && !baseReading().frozen())) {
      BigDecimal fixed = fixedPercent();
      return fixed == null ? "no rate" : fixed.toPlainString() + " %";
    }
    String times =
        multiplier().compareTo(BigDecimal.ONE) == 0 ? "" : row.text("multiplier") + " × ";
    String margin =
        marginPoints().signum() == 0
            ? ""
            : " + "
                + marginPoints().toPlainString()
                + (marginPoints().compareTo(BigDecimal.ONE) == 0 ? " point" : " points");
    return times + series() + margin;
  }
}
