package dunnage.kernel.payout;

import dunnage.kernel.money.Currency;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One seller's account at one marketplace in one currency, as it stands at the end of a day.
///
/// @param ruleWords by what the promised days are told
/// @param ruleSource where that rule was found; empty for an own habit
/// @param cycleDays usual length of a settlement period; 0 if unknown
/// @param usualLagDays median lag of its first payouts; null with fewer than four
/// @param latestLagDays lag of the newest payout that was due; null if none was
/// @param lagDaysPerMonth robust slope (Theil–Sen) of the lag over the last twelve payouts; null
///   with fewer than four
/// @param lines its settlements, oldest first
/// @param signs what shows, alarms first
public record PayoutAccount(
    String marketplace,
    String seller,
    Currency currency,
    String ruleWords,
    String ruleSource,
    int cycleDays,
    @Nullable Double usualLagDays,
    @Nullable Double latestLagDays,
    @Nullable Double lagDaysPerMonth,
    List<PayoutLine> lines,
    List<PayoutSign> signs,
    TrappedMoney trapped) {

  public PayoutAccount {
    lines = List.copyOf(lines);
    signs = List.copyOf(signs);
  }

  public boolean isAlarm() {
    return signs.stream().anyMatch(PayoutSign::alarm);
  }

  /// The first day on which an alarm shows; null if there is none.
  public @Nullable LocalDate alarmSince() {
    return signs.stream()
        .filter(PayoutSign::alarm)
        .map(PayoutSign::since)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /// Whether there are too few payouts to tell a drift.
  public boolean isYoung() {
    return usualLagDays == null;
  }
}
