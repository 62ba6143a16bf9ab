package dunnage.kernel.ledger;

import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is recorded, once, never edited. A book is made of facts; everything else is computed.
public sealed interface Fact {

  /// A receivable came into being.
  record Issued(Receivable receivable) implements Fact {}

  /// The row that tells of a receivable also tells what lowered it.
  record Settled(Receivable receivable, Entry entry) implements Fact {}

  /// A payment, credit note or write-off that names a receivable by number (another row, another
  /// file).
  ///
  /// @param debtor id of the debtor where the row names one, else empty: then the number must be
  ///   unique in the book
  record Remitted(String number, String debtor, Entry entry, Origin origin) implements Fact {}

  /// Money received that names no receivable itself; [Allocated] rows may say what it paid.
  ///
  /// @param payment id of the payment in its file; empty when it has none
  /// @param debtor who paid; null when the file does not say
  record Received(String payment, @Nullable Party debtor, LocalDate on, Money amount, Origin origin)
      implements Fact {}

  /// Part of a payment set against a receivable.
  ///
  /// @param payment id of a [Received]
  record Allocated(String payment, String number, Money amount, Origin origin) implements Fact {}

  /// A line of a bank statement: money in. It counts only if it names one open receivable and pays
  /// it exactly.
  ///
  /// @param texts remittance text and references, as written
  /// @param payer name as the bank gives it; empty when unknown
  record BankReceipt(LocalDate on, Money amount, List<String> texts, String payer, Origin origin)
      implements Fact {
    public BankReceipt {
      texts = List.copyOf(texts);
    }
  }

  /// A credit of the debtor that is set against nothing yet: an unallocated payment or credit note.
  record CreditHeld(
      Party debtor, @Nullable LocalDate on, Money amount, String number, Origin origin)
      implements Fact {}

  /// An order taken (not yet invoiced): shows whether business rises or falls, and adds to exposure
  /// while accepted.
  record Ordered(Party debtor, LocalDate on, Money amount, String number, Origin origin)
      implements Fact {}

  /// Something happened around the money.
  ///
  /// @param amount what was promised or is in dispute; null when not told
  /// @param until day of a promise; null otherwise
  record Noted(
      Party debtor,
      LocalDate on,
      Event event,
      String words,
      @Nullable Money amount,
      @Nullable LocalDate until,
      Origin origin)
      implements Fact {}
}
