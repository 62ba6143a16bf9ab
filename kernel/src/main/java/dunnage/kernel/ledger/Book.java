package dunnage.kernel.ledger;

import dunnage.kernel.findings.Finding;
import java.util.List;

/// All facts of a creditor, put in order once: per debtor, per receivable. Debtors stand in order
/// of their ids. Made by [BookBuilder]; answers are computed from it for any day.
///
/// @param findings what came up while the facts of several files were put together
public record Book(
    List<DebtorBook> debtors, List<UnmatchedReceipt> unmatched, List<Finding> findings) {
  public Book {
    debtors = List.copyOf(debtors);
    unmatched = List.copyOf(unmatched);
    findings = List.copyOf(findings);
  }

  /// Puts facts together, in whatever order they come.
  public static Book of(Iterable<? extends Fact> facts) {
    BookBuilder builder = new BookBuilder();
    facts.forEach(builder::add);
    return builder.build();
  }
}
