package dunnage.app.ledger;

import dunnage.app.ledger.ReceivableTable.Row;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Versions;
import dunnage.kernel.money.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Receivables come into being, are corrected, and are withdrawn.
@Component
class Invoicing {

  private final ReceivableTable receivables;
  private final EntryTable entries;
  private final OrderTable orders;
  private final FactTable facts;
  private final Balances balances;

  Invoicing(
      ReceivableTable receivables,
      EntryTable entries,
      OrderTable orders,
      FactTable facts,
      Balances balances) {
    this.receivables = receivables;
    this.entries = entries;
    this.orders = orders;
    this.facts = facts;
    this.balances = balances;
  }

  /// @throws Problem 409 `number_taken` if the debtor has one of this number and part
  void issue(Row row) {
    OrderTable.Row order = lock(row.orderId());
    if (receivables.add(List.of(row), null) == 0) {
      throw Problem.conflict(
          "number_taken",
          "This debtor has a receivable of number %s%s already. Correct that one, or give this one a part."
              .formatted(row.number(), row.part().isEmpty() ? "" : ", part " + row.part()));
    }
    UUID ignored = facts.add(ReceivableAbsorber.issued(row));
    Balances.Change change = new Balances.Change();
    change.of(
        row.debtor(),
        row.amount().currency(),
        delta -> {
          delta.receivables++;
          delta.open += row.open().minor();
        });
    recount(order, change);
    balances.apply(change);
  }

  /// An order is locked before the receivables that name it are touched, always: two who want both
  /// wait for each other, and never both.
  private OrderTable.@Nullable Row lock(@Nullable UUID order) {
    return order == null ? null : orders.lock(order).orElseThrow(() -> Problem.notFound("order"));
  }

  /// What is invoiced of an order no longer waits for its invoice.
  ///
  /// @param order locked, or null where there is none
  void recount(OrderTable.@Nullable Row order, Balances.Change change) {
    if (order == null || order.closed()) {
      return;
    }
    Money rest = order.amount().minus(orders.invoiced(order));
    Money uninvoiced = rest.max(Money.zero(rest.currency()));
    long more = uninvoiced.minor() - order.uninvoiced().minor();
    if (more == 0) {
      return;
    }
    if (!orders.change(order.with(order.amount(), uninvoiced, order.state()))) {
      throw new IllegalStateException("changed in spite of its lock: " + order.id());
    }
    change.of(order.debtor(), rest.currency(), delta -> delta.uninvoiced += more);
  }

  /// @param after as it is to be, in the version after the one it starts from
  void amend(Row before, Row after, String reason) {
    if (ReceivableAbsorber.differences(before, after).isEmpty()) {
      return;
    }
    if (after.open().signum() < 0) {
      throw Problem.conflict(
          "amount_below_paid",
          "%s was paid or credited already; withdraw a payment first."
              .formatted(before.amount().minus(before.open())));
    }
    OrderTable.Row order = lock(before.orderId());
    if (receivables.amend(List.of(after)) == 0) {
      throw Versions.changed();
    }
    UUID ignored = facts.add(ReceivableAbsorber.amendment(before, after).because(reason));
    Balances.Change change = new Balances.Change();
    ReceivableAbsorber.balance(before, after, change);
    recount(order, change);
    balances.apply(change);
  }

  /// @throws Problem 409 `receivable_in_use` while something was paid on it
  void withdraw(Row row, String reason) {
    if (!entries.of(List.of(row.id()), null).isEmpty()) {
      throw Problem.conflict(
          "receivable_in_use",
          "Something was paid or credited on it. Withdraw that first, or credit the rest.");
    }
    OrderTable.Row order = lock(row.orderId());
    try {
      if (!receivables.delete(row.id(), row.version())) {
        throw Versions.changed();
      }
    } catch (org.springframework.dao.DataIntegrityViolationException inUse) {
      throw Problem.conflict(
          "receivable_in_use",
          "A note, a dispute, a paper or a title hangs on it. Withdraw that first.");
    }
    UUID ignored =
        facts.add(
            NewFact.of(
                    FactKind.RECEIVABLE_WITHDRAWN,
                    row.id(),
                    row.debtor(),
                    null,
                    0,
                    Map.of("number", row.number(), "amount", row.amount()))
                .because(reason));
    Balances.Change change = new Balances.Change();
    change.of(
        row.debtor(),
        row.amount().currency(),
        delta -> {
          delta.receivables--;
          delta.open -= row.open().minor();
        });
    recount(order, change);
    balances.apply(change);
  }
}
