package dunnage.app.ledger;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What became of the facts of a file.
///
/// @param added facts that were not known
/// @param changed receivables that the file tells otherwise than the ledger did
/// @param same facts that were known already
/// @param changes the first of those that changed
/// @param refused what the ledger could not take
/// @param openBefore what was owed before, per currency
/// @param openAfter what is owed now, per currency
public record Absorbed(
    long added,
    long changed,
    long same,
    List<Change> changes,
    List<Refused> refused,
    Map<Currency, Money> openBefore,
    Map<Currency, Money> openAfter) {

  /// One field of one receivable.
  ///
  /// @param subject number of the receivable
  public record Change(int line, String subject, String field, String before, String after) {}

  /// A line that the ledger could not take.
  ///
  /// @param code for programs
  /// @param problem for people, with its remedy
  /// @param amount of the line, where it has one
  public record Refused(int line, String code, String problem, @Nullable Money amount) {}
}
