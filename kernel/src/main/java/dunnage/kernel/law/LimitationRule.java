package dunnage.kernel.law;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of limitation: the published row, and how it is read. The reading stands in
/// `limitation_rules.csv`, one row per rule with the reason of each choice; prose is never parsed
/// when a day is computed.
///
/// @param row `limitation.csv`, every column as it stands
/// @param reading `limitation_rules.csv`
public record LimitationRule(LawRow row, LawRow reading) {

  private static final String YEAR_END = "year_end";

  public String id() {
    return row.text("id");
  }

  public String jurisdiction() {
    return row.text("jurisdiction");
  }

  public String claimType() {
    return row.text("claim_type");
  }

  public Period period() {
    return Period.ofYears(Integer.parseInt(row.text("period")));
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

  /// How an event must be made to count, e.g. `in writing`; empty if the row asks for no form.
  public String form(EventKind kind) {
    return switch (kind) {
      case ACKNOWLEDGED -> reading.text("form");
      case DEMAND -> reading.text("demand_form");
      case PART_PAYMENT, SUIT, NEGOTIATION, INSOLVENCY, ENFORCEMENT, FORCE_MAJEURE, LAWYER_NOTICE ->
          "";
    };
  }

  /// Why the row is read as it is.
  public String reason() {
    return reading.text("reason");
  }

  /// Shorter or special rows to look at first.
  public List<String> alternatives() {
    String ids = reading.text("alternatives");
    return ids.isEmpty() ? List.of() : List.of(ids.split(";"));
  }

  /// The row is meant for claims from this day on; null if it does not say.
  public @Nullable LocalDate validFrom() {
    return row.date("valid_from");
  }

  /// The day from which the period is counted; that day itself does not count.
  LocalDate countedFrom(LocalDate due) {
    return switch (reading.text("starts")) {
      case "due" -> due;
      case "day_after_due" -> due.plusDays(1);
      case YEAR_END -> yearEnd(due);
      case String other -> throw new IllegalStateException("no start: " + other);
    };
  }

  /// Whether the start is a day later than the cautious reading.
  boolean startsDayAfterDue() {
    return reading.text("starts").equals("day_after_due");
  }

  boolean startsAtYearEnd() {
    return reading.text("starts").equals(YEAR_END);
  }

  /// The last day of a first period: the same day of the month, or the last one of a shorter month
  /// (29 February becomes 28), rolled to the end of the year where the row says so.
  LocalDate lastDay(LocalDate countedFrom) {
    LocalDate day = countedFrom.plus(period());
    return endsAtYearEnd() ? yearEnd(day) : day;
  }

  boolean endsAtYearEnd() {
    return row.text("period_end_rule").startsWith("end_of_calendar_year");
  }

  boolean restartEndsAtYearEnd() {
    return reading.text("restart_ends").equals(YEAR_END);
  }

  /// The last day after a restart.
  LocalDate lastDayAfterRestart(LocalDate from, Period length) {
    LocalDate day = from.plus(length);
    return restartEndsAtYearEnd() ? yearEnd(day) : day;
  }

  /// Years after the due date after which nothing helps; null if the row has no long stop.
  @Nullable Period longStop() {
    String years = row.text("long_stop_years").split(" ")[0];
    return years.isEmpty() ? null : Period.ofYears(Integer.parseInt(years));
  }

  /// Whether the long stop also caps what a restart gave.
  boolean longStopCapsRestarts() {
    return reading.text("long_stop_caps").equals("all");
  }

  EventEffect effectOf(EventKind kind) {
    return EventEffect.read(reading.text(kind.column()));
  }

  /// Whether an event of this kind counts only the first time.
  boolean onlyOnce(EventKind kind) {
    String once = reading.text("once");
    return once.equals("all") || once.equals(kind.word());
  }

  /// Whether one such event for the whole claim is all there is.
  boolean onlyOnceInAll() {
    return reading.text("once").equals("all");
  }

  /// Whether it helps even after time is up.
  boolean revivedBy(EventKind kind) {
    return reading.text("revives").equals(kind.word());
  }

  static LocalDate yearEnd(LocalDate day) {
    return LocalDate.of(day.getYear(), 12, 31);
  }
}
