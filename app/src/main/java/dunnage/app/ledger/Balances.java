package dunnage.app.ledger;

import dunnage.app.platform.Columns;
import dunnage.app.platform.Tenancy;
import dunnage.kernel.money.Currency;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What each debtor owes today, kept current in the transaction that changes it.
@Component
class Balances {

  /// Rows of one debtor and currency are always changed in the same order, so that two transactions
  /// wait for each other and never both.
  private static final String OPEN_ROWS =
      """
      INSERT INTO debtor_balance (org_id, debtor_id, currency, receivables, open, unallocated,
                                  uninvoiced)
      SELECT :org, d.debtor::uuid, d.currency, 0, 0, 0, 0
        FROM unnest(:debtor::text[], :currency::text[]) AS d (debtor, currency)
      ON CONFLICT DO NOTHING
      """;

  private static final String CHANGE =
      """
      UPDATE debtor_balance b
         SET receivables = b.receivables + d.receivables::bigint,
             open        = b.open + d.open::bigint,
             unallocated = b.unallocated + d.unallocated::bigint,
             uninvoiced  = b.uninvoiced + d.uninvoiced::bigint
        FROM unnest(:debtor::text[], :currency::text[], :receivables::text[], :open::text[],
                    :unallocated::text[], :uninvoiced::text[])
             AS d (debtor, currency, receivables, open, unallocated, uninvoiced)
       WHERE b.org_id = :org AND b.debtor_id = d.debtor::uuid AND b.currency = d.currency
      """;

  /// What changes in one debtor's balance of one currency.
  static final class Delta {
    final UUID debtor;
    final String currency;
    long receivables;
    long open;
    long unallocated;
    long uninvoiced;

    private Delta(UUID debtor, String currency) {
      this.debtor = debtor;
      this.currency = currency;
    }
  }

  /// The changes of one transaction.
  static final class Change {

    private final Map<String, Delta> deltas = new TreeMap<>();

    void of(UUID debtor, Currency currency, Consumer<Delta> what) {
      of(debtor, currency.code(), what);
    }

    void of(UUID debtor, String currency, Consumer<Delta> what) {
      what.accept(deltas.computeIfAbsent(debtor + currency, key -> new Delta(debtor, currency)));
    }

    Set<UUID> debtors() {
      return deltas.values().stream().map(delta -> delta.debtor).collect(Collectors.toSet());
    }
  }

  private final Tenancy tenancy;
  private final List<LedgerListener> listeners;

  Balances(Tenancy tenancy, List<LedgerListener> listeners) {
    this.tenancy = tenancy;
    this.listeners = List.copyOf(listeners);
  }

  /// Makes the changes and tells whoever computes from them.
  void apply(Change change) {
    List<Delta> all = new ArrayList<>(change.deltas.values());
    if (all.isEmpty()) {
      return;
    }
    int ignored =
        Columns.of(tenancy.sql(OPEN_ROWS), all)
            .with("debtor", delta -> delta.debtor)
            .with("currency", delta -> delta.currency)
            .update();
    int changed =
        Columns.of(tenancy.sql(CHANGE), all)
            .with("debtor", delta -> delta.debtor)
            .with("currency", delta -> delta.currency)
            .with("receivables", delta -> delta.receivables)
            .with("open", delta -> delta.open)
            .with("unallocated", delta -> delta.unallocated)
            .with("uninvoiced", delta -> delta.uninvoiced)
            .update();
    if (changed != all.size()) {
      throw new IllegalStateException(changed + " balances changed of " + all.size());
    }
    tell(change.debtors());
  }

  /// Tells whoever computes from the books that these debtors changed.
  void tell(Set<UUID> debtors) {
    if (!debtors.isEmpty()) {
      listeners.forEach(listener -> listener.changed(debtors));
    }
  }
}
