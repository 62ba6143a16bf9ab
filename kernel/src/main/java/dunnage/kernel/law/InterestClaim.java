package dunnage.kernel.law;

import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is claimed, in one currency.
///
/// @param principal positive
/// @param due the agreed due date
/// @param from first day of interest, if not the one the rule gives; e.g. after a reminder
/// @param asOf interest through the end of that day; not before `due`
/// @param payments in any order; those after `asOf` do not count
/// @param costs of recovery that bear no interest; zero for none
/// @param allocation null for the order of the rule
/// @param atFault false if the debtor is not responsible for the delay
public record InterestClaim(
    Money principal,
    LocalDate due,
    @Nullable LocalDate from,
    LocalDate asOf,
    List<InterestPayment> payments,
    Money costs,
    @Nullable Allocation allocation,
    boolean atFault) {

  public InterestClaim {
    if (principal.signum() <= 0 || costs.signum() < 0 || asOf.isBefore(due)) {
      throw new IllegalArgumentException("not a claim: " + principal + " due " + due);
    }
    payments =
        payments.stream().sorted(java.util.Comparator.comparing(InterestPayment::date)).toList();
  }

  /// A claim without payments, costs or special facts.
  public static InterestClaim plain(Money principal, LocalDate due, LocalDate asOf) {
    return new InterestClaim(
        principal, due, null, asOf, List.of(), Money.zero(principal.currency()), null, true);
  }
}
