package dunnage.app.ledger;

import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A receivable as others see it.
///
/// @param daysLate negative while it is not due
/// @param bucket of the aging, `settled` when nothing is open
/// @param entries what lowered it; null in a list
public record ReceivableView(
    String id,
    DebtorRef debtor,
    String number,
    String part,
    String order,
    LocalDate issued,
    LocalDate due,
    Money amount,
    Money open,
    long daysLate,
    String bucket,
    boolean disputed,
    String terms,
    @Nullable TitleRef title,
    @Nullable List<EntryView> entries,
    int version) {

  /// Who owes, as they are called now.
  public record DebtorRef(String id, @Nullable String number, String name) {}

  public record TitleRef(String holder, String purpose, LocalDate since) {}

  /// @param id by which it can be taken back
  /// @param kind `payment`, `credit_note` or `write_off`
  public record EntryView(
      String id, String kind, @Nullable LocalDate on, Money amount, @Nullable String receipt) {}

  ReceivableView with(List<EntryView> all) {
    return new ReceivableView(
        id,
        debtor,
        number,
        part,
        order,
        issued,
        due,
        amount,
        open,
        daysLate,
        bucket,
        disputed,
        terms,
        title,
        List.copyOf(all),
        version);
  }
}
