package dunnage.kernel.risk;

import dunnage.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/// What is known when someone asks whether an order may be shipped. All money is in one currency:
/// that of the limit, or of the order where there is no limit.
///
/// @param limit the most exposure there may be; null when nobody knows one
/// @param byPerson whether a person set the limit, rather than payment experience
/// @param exposure what the debtor owes or will owe without this order: open, ordered and not
///   invoiced, reserved, less money and credits that pay nothing yet; negative for money in hand
/// @param open receivables not paid
/// @param overdue of those, past due
/// @param oldestDaysLate 0 when nothing is late
/// @param advised terms that experience supports; null when the debtor was never assessed
/// @param step what the desk would do now; null when the debtor was never assessed
/// @param worse whether the debtor gets worse, in words; empty if not
/// @param missingRate currency for which a rate would be needed and is not known; null for none
public record OrderCase(
    @Nullable Money limit,
    boolean byPerson,
    Money exposure,
    Money open,
    Money overdue,
    int oldestDaysLate,
    Grade grade,
    @Nullable TermsAdvice advised,
    NextStep.@Nullable Action step,
    String worse,
    @Nullable String missingRate) {

  /// Proceedings are opened: whatever is shipped now is another claim to file.
  boolean insolvent() {
    return step == NextStep.Action.FILE_CLAIM;
  }

  /// A person wants nothing open with this debtor.
  boolean blocked() {
    return byPerson && limit != null && limit.signum() <= 0;
  }

  /// Degree of arrears as they stand now, not as of the last assessment.
  Degree degree() {
    double share = open.signum() <= 0 ? 0 : 100.0 * overdue.minor() / open.minor();
    return Arrears.degree(oldestDaysLate, share);
  }
}
