package dunnage.app.ledger;

import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Versions;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /// As much of a receivable as a receipt can pay.
  ///
  /// @throws Problem 409 if that is nothing
  static Money most(ReceiptTable.Row receipt, ReceivableTable.Row receivable) {
    sameCurrency(receipt, receivable);
    if (receipt.unallocated().isZero()) {
      throw Problem.conflict("receipt_exceeded", "Nothing of the receipt is left to allocate.");
    }
    if (receivable.open().isZero()) {
      throw Problem.conflict(
          "receivable_exceeded", "Nothing of receivable " + receivable.number() + " is open.");
    }
    return receipt.unallocated().min(receivable.open());
  }

  private static void sameCurrency(ReceiptTable.Row receipt, ReceivableTable.Row receivable) {
    if (!receipt.amount().currency().equals(receivable.amount().currency())) {
      throw Problem.conflict(
          "currency_differs",
          "The receipt is in %s and the receivable in %s. Record what the bank made of it in %s."
              .formatted(
                  receipt.amount().currency(),
                  receivable.amount().currency(),
                  receivable.amount().currency()));
    }
  }

  /// Sets a part of a receipt against a receivable, as of the day of the receipt.
  ///
  /// @return the entry
  /// @throws Problem 409 if less is left of either, at this very moment
  EntryTable.Row allocate(ReceiptTable.Row receipt, ReceivableTable.Row receivable, Money amount) {
    sameCurrency(receipt, receivable);
    if (!receipt.amount().currency().equals(amount.currency())) {
      throw Problem.conflict(
          "currency_differs", "The receipt is in " + receipt.amount().currency() + ".");
    }
    if (receipts.use(Map.of(receipt.id(), amount.minor())) == 0) {
      throw Problem.conflict(
          "receipt_exceeded", "Less than %s of the receipt is left to allocate.".formatted(amount));
    }
    Entry.Kind kind =
        receipt.kind().equals("credit_note") ? Entry.Kind.CREDIT_NOTE : Entry.Kind.PAYMENT;
    Balances.Change change = new Balances.Change();
    EntryTable.Row entry =
        lower(receivable, receipt.id(), kind, receipt.on(), amount, null, change);
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
      @Nullable LocalDate on,
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
    UUID receipt = entry.receipt();
    // money before what it pays, always: two who want both wait for each other, and never both
    if (receipt != null && receipts.use(Map.of(receipt, -entry.minor())) == 0) {
      throw new IllegalStateException("an entry of more than was received: " + entryId);
    }
    if (receivables.lower(Map.of(entry.receivable(), -entry.minor())) == 0) {
      throw new IllegalStateException("an entry of more than was lowered: " + entryId);
    }
    ReceivableTable.Row after = receivables.find(entry.receivable()).orElseThrow();
    Money amount = new Money(after.amount().currency(), entry.minor());
    Balances.Change change = new Balances.Change();
    change.of(
        after.debtor(),
        amount.currency(),
        delta -> {
          delta.open += amount.minor();
          delta.receivables += after.open().equals(amount) ? 1 : 0;
        });
    UUID payer = receipt == null ? null : receipts.find(receipt).orElseThrow().debtor();
    if (payer != null) {
      change.of(payer, amount.currency(), delta -> delta.unallocated += amount.minor());
    }
    UUID ignored =
        facts.add(
            NewFact.of(
                    FactKind.RECEIVABLE_RAISED,
                    entry.receivable(),
                    after.debtor(),
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

  /// Corrects a receipt.
  ///
  /// @param after as it is to be, in the version it is made from
  void amend(ReceiptTable.Row before, ReceiptTable.Row after, String reason) {
    Map<String, Object> was = new LinkedHashMap<>();
    Map<String, Object> is = new LinkedHashMap<>();
    note("debtor", subject(before.debtor()), subject(after.debtor()), was, is);
    note("number", before.number(), after.number(), was, is);
    note("on", before.on(), after.on(), was, is);
    note("amount", before.amount(), after.amount(), was, is);
    note("payer", before.payer(), after.payer(), was, is);
    note("texts", before.texts(), after.texts(), was, is);
    if (is.isEmpty()) {
      return;
    }
    Money used = before.amount().minus(before.unallocated());
    if (after.amount().minor() < used.minor()) {
      throw Problem.conflict(
          "amount_below_allocated", used + " of it is allocated. Take some of that back first.");
    }
    boolean moved = is.containsKey("debtor") || is.containsKey("on");
    if (moved && used.signum() > 0) {
      throw Problem.conflict(
          "receipt_in_use", "Something of it is allocated. Take that back first, then move it.");
    }
    if (!receipts.amend(after)) {
      throw Versions.changed();
    }
    UUID ignored =
        facts.add(
            NewFact.of(
                    FactKind.RECEIPT_AMENDED,
                    after.id(),
                    after.debtor(),
                    after.on(),
                    0,
                    Map.of("before", was, "after", is))
                .because(reason));
    Balances.Change change = new Balances.Change();
    free(before.debtor(), before.amount(), -before.unallocated().minor(), change);
    free(after.debtor(), after.amount(), after.amount().minus(used).minor(), change);
    balances.apply(change);
  }

  private static void note(
      String name,
      @Nullable Object before,
      @Nullable Object after,
      Map<String, Object> was,
      Map<String, Object> is) {
    if (!Objects.equals(before, after)) {
      was.put(name, before == null ? "" : before);
      is.put(name, after == null ? "" : after);
    }
  }

  private static @Nullable String subject(@Nullable UUID debtor) {
    return debtor == null ? null : TypeId.of("deb", debtor);
  }

  private static void free(
      @Nullable UUID debtor, Money currencyOf, long minor, Balances.Change change) {
    if (debtor != null) {
      change.of(debtor, currencyOf.currency(), delta -> delta.unallocated += minor);
    }
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
