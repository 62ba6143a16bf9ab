package dunnage.app.ledger;

import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What happens around the money is noted, disputes end, and what was noted wrongly is taken back.
@Component
class Noting {

  private final EventTable events;
  private final ReceivableTable receivables;
  private final FactTable facts;
  private final Balances balances;

  Noting(EventTable events, ReceivableTable receivables, FactTable facts, Balances balances) {
    this.events = events;
    this.receivables = receivables;
    this.facts = facts;
    this.balances = balances;
  }

  /// A dispute marks its receivable.
  void note(EventTable.Row row) {
    UUID receivable = row.receivable();
    if (receivable != null) {
      lock(receivable);
    }
    events.add(List.of(row), null);
    UUID ignored = facts.add(EventTable.noted(row));
    if (receivable != null && row.isDispute()) {
      receivables.markDisputed(receivable, true);
    }
    balances.tell(Set.of(row.debtor()));
  }

  /// Ends a dispute. Its receivable is no longer disputed when that was the last one.
  ///
  /// @throws Problem 409 `dispute_closed` if it ended before
  void close(EventTable.Row row, LocalDate on, String outcome) {
    UUID receivable = row.receivable();
    if (receivable != null) {
      lock(receivable);
    }
    if (!events.close(row.id(), on, outcome)) {
      throw Problem.conflict("dispute_closed", "The dispute is closed already.");
    }
    UUID ignored = facts.add(closed(row, on, outcome));
    if (receivable != null && !events.isDisputed(receivable)) {
      receivables.markDisputed(receivable, false);
    }
    balances.tell(Set.of(row.debtor()));
  }

  static NewFact closed(EventTable.Row row, LocalDate on, String outcome) {
    UUID receivable = row.receivable();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("event", row.event());
    body.put("outcome", outcome);
    if (receivable != null) {
      body.put("receivable", TypeId.of("inv", receivable));
    }
    return NewFact.of(FactKind.EVENT_CLOSED, row.id(), row.debtor(), on, 0, body);
  }

  /// What was noted never was: a dispute no longer marks its receivable, unless another one does or
  /// a file said so.
  void withdraw(EventTable.Row row, String reason) {
    UUID disputed = row.isDispute() ? row.receivable() : null;
    if (disputed != null) {
      lock(disputed);
    }
    if (!events.delete(row.id(), row.version())) {
      throw Problem.conflict("busy", "Others were changing the same. Ask again.");
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("event", row.event());
    body.put("words", row.words());
    NewFact fact =
        NewFact.of(FactKind.EVENT_WITHDRAWN, row.id(), row.debtor(), null, 0, body).because(reason);
    UUID ignored = facts.add(events.noted(row.id()).map(fact::correcting).orElse(fact));
    if (disputed != null && !events.isDisputed(disputed) && !events.isMarked(disputed)) {
      receivables.markDisputed(disputed, false);
    }
    balances.tell(Set.of(row.debtor()));
  }

  /// Two disputes of a receivable, one that opens and one that closes, wait for each other: else
  /// each would miss the other. And nobody withdraws the receivable meanwhile.
  private void lock(UUID receivable) {
    Object ignored = receivables.lock(receivable).orElseThrow(() -> Problem.notFound("receivable"));
  }
}
