package dunnage.app.ledger;

import dunnage.kernel.ledger.Entry;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What lowers receivables, gathered for one batch and written at once: entries, their facts, what
/// is open, the balances. What is told beyond what is open is kept as unallocated money.
final class Lowering {

  /// @param receipt null when only a row told of it
  private record Piece(
      UUID receivable,
      UUID debtor,
      @Nullable UUID receipt,
      Entry.Kind kind,
      @Nullable LocalDate on,
      Money amount,
      int line) {}

  private final Tally tally;
  private final Writers writers;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<ReceiptTable.Row> receipts = new ArrayList<>();
  private final Map<UUID, Money> open = new HashMap<>();
  private final Set<UUID> kept = new HashSet<>();
  private final Set<UUID> settled = new HashSet<>();

  /// Where a batch is written.
  @Component
  record Writers(
      FactTable facts, EntryTable entries, ReceivableTable receivables, ReceiptTable receipts) {}

  Lowering(Tally tally, Writers writers) {
    this.tally = tally;
    this.writers = writers;
  }

  /// What is open of a receivable before the batch.
  void opens(UUID receivable, Money amount) {
    open.putIfAbsent(receivable, amount);
  }

  /// What is still open of it after what was added to this batch.
  Money open(UUID receivable) {
    return java.util.Objects.requireNonNull(open.get(receivable), "opened before");
  }

  /// Lowers a receivable by as much of the entry as is open.
  ///
  /// @return what is left of the entry
  Money add(UUID receivable, UUID debtor, @Nullable UUID receipt, Entry entry, int line) {
    Money part = entry.amount().min(open(receivable));
    if (part.signum() > 0) {
      open.put(receivable, open(receivable).minus(part));
      pieces.add(new Piece(receivable, debtor, receipt, entry.kind(), entry.on(), part, line));
    }
    return entry.amount().minus(part);
  }

  /// Keeps money that came in, as it stands after what this batch pays with it.
  void keep(ReceiptTable.Row receipt) {
    receipts.add(receipt);
    boolean ignored = kept.add(receipt.id());
  }

  /// Writes the batch.
  void end() {
    writers.receipts().add(receipts, tally.importId);
    writers.facts().add(receipts.stream().map(ReceiptTable::received).toList(), tally.importId);
    for (ReceiptTable.Row row : receipts) {
      ReceiptTable.balance(row, tally.balances);
    }
    List<NewFact> told = pieces.stream().map(Lowering::fact).toList();
    List<UUID> ids = writers.facts().add(told, tally.importId);
    List<EntryTable.Row> rows = new ArrayList<>(pieces.size());
    Map<UUID, Long> lowered = new HashMap<>();
    Map<UUID, Long> used = new HashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      long minor = piece.amount().minor();
      rows.add(
          new EntryTable.Row(
              ids.get(i),
              piece.receivable(),
              piece.receipt(),
              piece.kind(),
              piece.on(),
              minor,
              piece.line()));
      lowered.merge(piece.receivable(), minor, Math::addExact);
      UUID receipt = piece.receipt();
      if (receipt != null && !kept.contains(receipt)) {
        used.merge(receipt, minor, Math::addExact);
      }
      balance(piece);
    }
    writers.entries().add(rows, tally.importId);
    // money before what it pays, as everywhere
    if (writers.receipts().use(used) != used.size()
        || writers.receivables().lower(lowered) != lowered.size()) {
      throw new IllegalStateException("receivables or receipts were changed beside the import");
    }
    tally.added += pieces.size() + receipts.size();
  }

  private void balance(Piece piece) {
    boolean closes = open(piece.receivable()).isZero() && settled.add(piece.receivable());
    tally.balances.of(
        piece.debtor(),
        piece.amount().currency(),
        delta -> {
          delta.open -= piece.amount().minor();
          delta.receivables -= closes ? 1 : 0;
        });
  }

  private static NewFact fact(Piece piece) {
    return lowered(
        piece.receivable(),
        piece.debtor(),
        piece.receipt(),
        piece.kind(),
        piece.on(),
        piece.amount(),
        piece.line());
  }

  static NewFact lowered(
      UUID receivable,
      UUID debtor,
      @Nullable UUID receipt,
      Entry.Kind kind,
      @Nullable LocalDate on,
      Money amount,
      int line) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", EntryTable.code(kind));
    body.put("amount", amount);
    body.put("receipt", receipt == null ? null : FactKind.RECEIPT_RECEIVED.subject(receipt));
    return NewFact.of(FactKind.RECEIVABLE_LOWERED, receivable, debtor, on, line, body);
  }
}
