package dunnage.app.ledger;

import dunnage.app.platform.Problem;
import dunnage.app.platform.Versions;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Money and credits come in, pay receivables, and are taken back.
@Component
class Receiving {

  private final ReceiptTable receipts;
  private final ReceivableTable receivables;
  private final EntryTable entries;
  private final FactTable facts;
  private final Balances balances;

  Receiving(
      ReceiptTable receipts,
      ReceivableTable receivables,
      EntryTable entries,
      FactTable facts,
      Balances balances) {
    this.receipts = receipts;
    this.receivables = receivables;
    this.entries = entries;
    this.facts = facts;
    this.balances = balances;
  }

  void receive(ReceiptTable.Row row) {
    receipts.add(List.of(row), null);
    UUID ignored = facts.add(ReceiptTable.received(row));
    Balances.Change change = new Balances.Change();
    ReceiptTable.balance(row, change);
    balances.apply(change);
  }

  /// Sets a part of a receipt against a receivable.
  ///
  /// @return the entry
  /// @throws Problem 409 if less is left of either, at this very moment
  EntryTable.Row allocate(
      ReceiptTable.Row receipt, ReceivableTable.Row receivable, Money amount, LocalDate on) {
    if (!receipt.amount().currency().equals(receivable.amount().currency())
        || !receipt.amount().currency().equals(amount.currency())) {
      throw Problem.conflict(
          "currency_differs",
          "The receipt is in %s and the receivable in %s. Record what the bank made of it in %s."
              .formatted(
                  receipt.amount().currency(),
                  receivable.amount().currency(),
                  receivable.amount().currency()));
    }
    if (receipts.use(Map.of(receipt.id(), amount.minor())) == 0) {
      throw Problem.conflict(
          "receipt_exceeded", "Less than %s of the receipt is left to allocate.".formatted(amount));
    }
    Entry.Kind kind =
        receipt.kind().equals("credit_note") ? Entry.Kind.CREDIT_NOTE : Entry.Kind.PAYMENT;
    Balances.Change change = new Balances.Change();
    EntryTable.Row entry = lower(receivable, receipt.id(), kind, on, amount, null, change);
    UUID payer = receipt.debtor();
    if (payer != null) {
      change.of(payer, amount.currency(), delta -> delta.unallocated -= amount.minor());
    }
    balances.apply(change);
    return entry;
  }

  /// Gives up a part of a receivable.
  EntryTable.Row writeOff(
      ReceivableTable.Row receivable, Money amount, LocalDate on, String reason) {
    Balances.Change change = new Balances.Change();
    EntryTable.Row entry =
        lower(receivable, null, Entry.Kind.WRITE_OFF, on, amount, reason, change);
    balances.apply(change);
    return entry;
  }

  private EntryTable.Row lower(
      ReceivableTable.Row receivable,
      @Nullable UUID receipt,
      Entry.Kind kind,
      LocalDate on,
      Money amount,
      @Nullable String reason,
      Balances.Change change) {
    if (!amount.currency().equals(receivable.amount().currency())
        || receivables.lower(Map.of(receivable.id(), amount.minor())) == 0) {
      throw Problem.conflict(
          "receivable_exceeded",
          "Less than %s of receivable %s is open.".formatted(amount, receivable.number()));
    }
    UUID id =
        facts.add(
            Lowering.lowered(receivable.id(), receivable.debtor(), receipt, kind, on, amount, 0)
                .because(reason));
    EntryTable.Row entry =
        new EntryTable.Row(id, receivable.id(), receipt, kind, on, amount.minor(), 0);
    entries.add(List.of(entry), null);
    ReceivableTable.Row after = receivables.find(receivable.id()).orElseThrow();
    change.of(
        receivable.debtor(),
        amount.currency(),
        delta -> {
          delta.open -= amount.minor();
          delta.receivables -= after.open().isZero() ? 1 : 0;
        });
    return entry;
  }

  /// Takes back what lowered a receivable: it is open again, and the money unallocated.
  void takeBack(UUID entryId, String reason) {
    EntryTable.Row entry = entries.remove(entryId).orElseThrow(() -> Problem.notFound("entry"));
    ReceivableTable.Row before = receivables.find(entry.receivable()).orElseThrow();
    Money amount = new Money(before.amount().currency(), entry.minor());
    if (receivables.lower(Map.of(entry.receivable(), -entry.minor())) == 0) {
      throw new IllegalStateException("an entry of more than was lowered: " + entryId);
    }
    Balances.Change change = new Balances.Change();
    change.of(
        before.debtor(),
        amount.currency(),
        delta -> {
          delta.open += amount.minor();
          delta.receivables += before.open().isZero() ? 1 : 0;
        });
    UUID receipt = entry.receipt();
    if (receipt != null) {
      if (receipts.use(Map.of(receipt, -entry.minor())) == 0) {
        throw new IllegalStateException("an entry of more than was received: " + entryId);
      }
      UUID payer = receipts.find(receipt).orElseThrow().debtor();
      if (payer != null) {
        change.of(payer, amount.currency(), delta -> delta.unallocated += amount.minor());
      }
    }
    UUID ignored =
        facts.add(
            NewFact.of(
                    FactKind.RECEIVABLE_RAISED,
                    entry.receivable(),
                    before.debtor(),
                    entry.on(),
                    0,
                    Map.of("amount", amount, "kind", EntryTable.code(entry.kind())))
                .correcting(entryId)
                .because(reason));
    balances.apply(change);
  }

  /// Says who paid.
  void attribute(ReceiptTable.Row row, UUID debtor) {
    if (!receipts.attribute(row.id(), row.version(), debtor)) {
      throw Versions.changed();
    }
    UUID ignored =
        facts.add(
            NewFact.of(
                FactKind.RECEIPT_ATTRIBUTED,
                row.id(),
                debtor,
                null,
                0,
                Map.of("number", row.number())));
    Balances.Change change = new Balances.Change();
    change.of(
        debtor, row.amount().currency(), delta -> delta.unallocated += row.unallocated().minor());
    balances.apply(change);
  }

  /// @throws Problem 409 `receipt_in_use` while something of it is allocated
  void withdraw(ReceiptTable.Row row, String reason) {
    if (!row.unallocated().equals(row.amount())) {
      throw Problem.conflict(
          "receipt_in_use", "Something of it is allocated. Take that back first.");
    }
    if (!receipts.delete(row.id(), row.version())) {
      throw Versions.changed();
    }
    UUID ignored =
        facts.add(
            NewFact.of(
                    FactKind.RECEIPT_WITHDRAWN,
                    row.id(),
                    row.debtor(),
                    row.on(),
                    0,
                    Map.of("number", row.number(), "amount", row.amount()))
                .because(reason));
    UUID payer = row.debtor();
    if (payer != null) {
      Balances.Change change = new Balances.Change();
      change.of(
          payer, row.amount().currency(), delta -> delta.unallocated -= row.unallocated().minor());
      balances.apply(change);
    }
  }
}
