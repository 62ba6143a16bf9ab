package dunnage.app.ledger;

import dunnage.app.ledger.OrderTable.Row;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Uuid7;
import dunnage.app.platform.Versions;
import dunnage.kernel.money.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Orders are taken, corrected, closed and withdrawn.
@Component
class Ordering {

  private final OrderTable orders;
  private final Invoicing invoicing;
  private final FactTable facts;
  private final Balances balances;
  private final Uuid7 ids;

  Ordering(OrderTable orders, Invoicing invoicing, FactTable facts, Balances balances, Uuid7 ids) {
    this.orders = orders;
    this.invoicing = invoicing;
    this.facts = facts;
    this.balances = balances;
    this.ids = ids;
  }

  /// Takes an order; its parts are receivables at once.
  ///
  /// @throws Problem 409 `number_taken` if the debtor has an order of this number, or a receivable
  ///   of this number and a part's name
  void take(Row order, List<OrderParts.Part> parts) {
    orders.add(List.of(order), null);
    UUID ignored = facts.add(OrderTable.taken(order));
    Balances.Change change = new Balances.Change();
    OrderTable.balance(order, change);
    balances.apply(change);
    // Only now: whoever takes one for the same debtor waits for the balance and then sees this one.
    if (orders.ofNumber(order.debtor(), order.number()) > 1) {
      throw Problem.conflict(
          "number_taken",
          "This debtor has an order of number %s already. Correct that one, or give another number."
              .formatted(order.number()));
    }
    parts.forEach(part -> invoicing.issue(receivable(order, part)));
  }

  private ReceivableTable.Row receivable(Row order, OrderParts.Part part) {
    return new ReceivableTable.Row(
        ids.next(),
        order.debtor(),
        order.number(),
        part.name(),
        1,
        part.issued(),
        part.due(),
        part.amount(),
        part.amount(),
        order.number(),
        order.id(),
        "",
        null,
        null,
        null,
        false,
        1,
        0);
  }

  /// Corrects the amount.
  ///
  /// @param version from which the change was made
  /// @throws Problem 409 if it is closed or more of it is invoiced than that
  void amend(UUID id, int version, Money amount, String reason) {
    Row before = locked(id);
    if (before.version() != version) {
      throw Versions.changed();
    }
    if (amount.equals(before.amount())) {
      return;
    }
    if (before.closed()) {
      throw Problem.conflict("order_closed", "The order is closed. Reopen it first.");
    }
    Money invoiced = orders.invoiced(before);
    if (amount.minus(invoiced).signum() < 0) {
      throw Problem.conflict(
          "amount_below_invoiced",
          "%s of it is invoiced already. Correct a receivable first.".formatted(invoiced));
    }
    change(before, before.with(amount, amount.minus(invoiced), before.state()), reason);
  }

  /// Nothing more of it will be invoiced.
  void close(UUID id, String reason) {
    Row before = locked(id);
    if (before.closed()) {
      throw Problem.conflict("order_closed", "The order is closed already.");
    }
    Money nothing = Money.zero(before.amount().currency());
    change(before, before.with(before.amount(), nothing, OrderTable.CLOSED), reason);
  }

  /// The rest will be invoiced after all.
  void reopen(UUID id, String reason) {
    Row before = locked(id);
    if (!before.closed()) {
      throw Problem.conflict("order_open", "The order is not closed.");
    }
    Money rest = before.amount().minus(orders.invoiced(before));
    Money uninvoiced = rest.max(Money.zero(rest.currency()));
    change(before, before.with(before.amount(), uninvoiced, OrderTable.ACCEPTED), reason);
  }

  private void change(Row before, Row after, String reason) {
    if (!orders.change(after)) {
      throw new IllegalStateException("changed in spite of its lock: " + after.id());
    }
    Map<String, Object> was = new LinkedHashMap<>();
    Map<String, Object> is = new LinkedHashMap<>();
    if (!before.amount().equals(after.amount())) {
      was.put("amount", before.amount());
      is.put("amount", after.amount());
    }
    if (!before.state().equals(after.state())) {
      was.put("state", before.state());
      is.put("state", after.state());
    }
    was.put("uninvoiced", before.uninvoiced());
    is.put("uninvoiced", after.uninvoiced());
    UUID ignored =
        facts.add(
            NewFact.of(
                    FactKind.ORDER_AMENDED,
                    after.id(),
                    after.debtor(),
                    null,
                    0,
                    Map.of("number", after.number(), "before", was, "after", is))
                .because(reason));
    Balances.Change change = new Balances.Change();
    change.of(
        after.debtor(),
        after.amount().currency(),
        delta -> delta.uninvoiced += after.uninvoiced().minor() - before.uninvoiced().minor());
    balances.apply(change);
  }

  /// @throws Problem 409 `order_in_use` while receivables name it
  void withdraw(UUID id, String reason) {
    Row row = locked(id);
    if (orders.isNamed(id)) {
      throw Problem.conflict(
          "order_in_use", "Receivables name it. Withdraw those first, or close the order.");
    }
    if (!orders.delete(id, row.version())) {
      throw new IllegalStateException("changed in spite of its lock: " + id);
    }
    UUID ignored =
        facts.add(
            NewFact.of(
                    FactKind.ORDER_WITHDRAWN,
                    id,
                    row.debtor(),
                    null,
                    0,
                    Map.of("number", row.number(), "amount", row.amount()))
                .because(reason));
    Balances.Change change = new Balances.Change();
    change.of(
        row.debtor(),
        row.amount().currency(),
        delta -> delta.uninvoiced -= row.uninvoiced().minor());
    balances.apply(change);
  }

  private Row locked(UUID id) {
    return orders.lock(id).orElseThrow(() -> Problem.notFound("order"));
  }
}
