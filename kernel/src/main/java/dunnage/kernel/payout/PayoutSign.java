package dunnage.kernel.payout;

import java.time.LocalDate;
import java.util.Locale;

/// Something about a marketplace's payouts that a seller should know.
///
/// @param alarm whether it speaks for a marketplace in trouble; else it is only told
/// @param since the day from which it shows
/// @param words one sentence with its figures
public record PayoutSign(Kind kind, boolean alarm, LocalDate since, String words) {

  /// What shows.
  public enum Kind {
    /// Payouts come later and later against their promised days.
    LATER,
    /// Payouts are overdue for longer than a change of rule explains.
    OVERDUE,
    /// Payouts come in parts, the rest later or not at all.
    PART_PAID,
    /// A growing share of the sales is held back.
    RESERVE_GROWING,
    /// One payout was late and the next ones were not: a change point, no alarm.
    ONE_OFF,
    /// Between two settlements days are in neither.
    SETTLEMENT_MISSING,
    /// The newest settlement is older than the marketplace's cycle.
    NOTHING_NEWER;

    /// The word in machine output.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
