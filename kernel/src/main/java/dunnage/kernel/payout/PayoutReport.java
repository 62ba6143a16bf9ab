package dunnage.kernel.payout;

import dunnage.kernel.findings.Finding;
import java.time.LocalDate;
import java.util.List;

/// All accounts at the end of a day.
///
/// @param accounts those with an alarm first, then by name
/// @param trapped one per currency, in order of code; currencies never add
/// @param findings settlements that were given twice or are missing
public record PayoutReport(
    LocalDate asOf,
    List<PayoutAccount> accounts,
    List<TrappedMoney> trapped,
    List<Finding> findings) {

  public PayoutReport {
    accounts = List.copyOf(accounts);
    trapped = List.copyOf(trapped);
    findings = List.copyOf(findings);
  }
}
