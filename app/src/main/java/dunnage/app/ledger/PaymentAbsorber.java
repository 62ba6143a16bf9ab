package dunnage.app.ledger;

import dunnage.app.platform.Tenancy;
import dunnage.app.platform.Uuid7;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes in payments, credits and what they pay, once the receivables of a file are in.
///
/// Every row of money becomes a receipt, so that no money is lost when what it names is not known;
/// what it names is then lowered by it. A row is known already if as many equal ones were there
/// before the import.
@Component
class PaymentAbsorber {

  /// A row of money.
  ///
  /// @param names the number of the receivable it names; empty for none
  /// @param debtor who that is now; null when the row does not say
  /// @param kind of the receipt
  /// @param entry what it lowers a receivable as
  record Told(
      String kind,
      String number,
      String names,
      @Nullable UUID debtor,
      Entry entry,
      String payer,
      String texts,
      int line) {}

  private static final String CANDIDATES =
      """
      SELECT c.current_id, %s
        FROM receivable r
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = r.debtor_id
       WHERE r.org_id = :org AND r.number = ANY (CAST(:numbers AS text[]))
       ORDER BY r.due, r.part, r.receivable_id
      """
          .formatted(ReceivableTable.COLUMNS);

  private record Candidate(UUID debtor, ReceivableTable.Row row) {}

  private final Tenancy tenancy;
  private final Lowering.Writers writers;
  private final Uuid7 ids;

  PaymentAbsorber(Tenancy tenancy, Lowering.Writers writers, Uuid7 ids) {
    this.tenancy = tenancy;
    this.writers = writers;
    this.ids = ids;
  }

  void absorb(List<Told> rows, Tally tally) {
    Map<String, List<Candidate>> named = named(rows);
    List<Told> whole = new ArrayList<>(rows.size());
    for (Told row : rows) {
      Told priced = inCurrency(row, candidates(named, row), tally);
      if (priced != null) {
        whole.add(priced);
      }
    }
    List<Told> news = unknown(whole, named, tally);
    Lowering lowering = new Lowering(tally, writers);
    named.values().forEach(all -> all.forEach(c -> lowering.opens(c.row().id(), c.row().open())));
    for (Told row : news) {
      if (row.entry().kind() == Entry.Kind.WRITE_OFF) {
        writeOff(row, candidates(named, row), lowering, tally);
      } else {
        receive(row, candidates(named, row), lowering);
      }
    }
    lowering.end();
  }

  /// Sets parts of payments that came in before against receivables.
  void allocate(List<Fact.Allocated> rows, Map<String, UUID> debtors, Tally tally) {
    Map<String, List<ReceiptTable.Row>> receipts =
        writers.receipts().byNumber(rows.stream().map(Fact.Allocated::payment).distinct().toList());
    List<Told> without = new ArrayList<>();
    List<Told> all = new ArrayList<>();
    List<ReceiptTable.Row> from = new ArrayList<>();
    for (Fact.Allocated row : rows) {
      List<ReceiptTable.Row> payments = receipts.getOrDefault(row.payment(), List.of());
      if (payments.isEmpty() || payments.stream().anyMatch(p -> isTheRowItself(p, row))) {
        without.add(told(row, row.on(), debtors));
      } else {
        all.add(told(row, payments.getFirst().on(), debtors));
        from.add(payments.getFirst());
      }
    }
    if (!without.isEmpty()) {
      absorb(without, tally);
    }
    allocate(all, from, tally);
  }

  /// Where no other row told of the payment, the row was kept as one.
  private static boolean isTheRowItself(ReceiptTable.Row receipt, Fact.Allocated row) {
    return receipt.texts().equals(row.number());
  }

  private static Told told(Fact.Allocated row, @Nullable LocalDate on, Map<String, UUID> debtors) {
    return new Told(
        "payment",
        row.payment(),
        row.number(),
        debtors.get(row.debtor()),
        new Entry(Entry.Kind.PAYMENT, on, row.amount()),
        "",
        "",
        row.origin().line());
  }

  private void allocate(List<Told> rows, List<ReceiptTable.Row> from, Tally tally) {
    Map<String, List<Candidate>> named = named(rows);
    Map<UUID, List<EntryTable.Row>> known = known(named.values(), tally.importId);
    Lowering lowering = new Lowering(tally, writers);
    named.values().forEach(all -> all.forEach(c -> lowering.opens(c.row().id(), c.row().open())));
    Map<UUID, Money> left = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      ReceiptTable.Row receipt = from.get(i);
      Told row = inCurrency(rows.get(i), candidates(named, rows.get(i)), tally);
      if (row == null) {
        continue;
      }
      int ordinal =
          tally.ordinals.next("allocated", receipt.id(), row.names(), row.entry().amount());
      List<Candidate> candidates = candidates(named, row);
      long there =
          candidates.stream()
              .flatMap(c -> known.getOrDefault(c.row().id(), List.of()).stream())
              .filter(e -> receipt.id().equals(e.receipt()))
              .filter(e -> e.minor() == row.entry().amount().minor())
              .count();
      if (ordinal <= there) {
        tally.same++;
        continue;
      }
      Money free = left.getOrDefault(receipt.id(), receipt.unallocated());
      if (candidates.isEmpty() || !free.currency().equals(row.entry().amount().currency())) {
        tally.refuse(
            row.line(),
            "receivable_unknown",
            "It names receivable %s, which is not in the ledger. Import that first."
                .formatted(row.names()),
            row.entry().amount());
        continue;
      }
      Money asked = row.entry().amount().min(free);
      Money over =
          spread(
              candidates,
              receipt.id(),
              new Entry(row.entry().kind(), row.entry().on(), asked),
              row.line(),
              lowering);
      Money used = asked.minus(over);
      left.put(receipt.id(), free.minus(used));
      UUID payer = receipt.debtor();
      if (payer != null && used.signum() > 0) {
        tally.balances.of(payer, used.currency(), delta -> delta.unallocated -= used.minor());
      }
      if (row.entry().amount().minus(used).signum() > 0) {
        tally.refuse(
            row.line(),
            "allocation_exceeds",
            "Only %s of payment %s or of receivable %s is left."
                .formatted(used, row.number(), row.names()),
            row.entry().amount().minus(used));
      }
    }
    lowering.end();
  }

  /// Receivables by the number that rows name, due first.
  private Map<String, List<Candidate>> named(List<Told> rows) {
    Map<String, List<Candidate>> named = new HashMap<>();
    String[] numbers =
        rows.stream().map(Told::names).filter(n -> !n.isEmpty()).distinct().toArray(String[]::new);
    tenancy
        .sql(CANDIDATES)
        .param("numbers", numbers)
        .query(
            (row, n) ->
                new Candidate(row.getObject("current_id", UUID.class), ReceivableTable.read(row)))
        .list()
        .forEach(c -> named.computeIfAbsent(c.row().number(), n -> new ArrayList<>()).add(c));
    return named;
  }

  private static List<Candidate> candidates(Map<String, List<Candidate>> named, Told row) {
    List<Candidate> all = named.getOrDefault(row.names(), List.of());
    UUID debtor = row.debtor();
    if (debtor != null) {
      return all.stream().filter(c -> c.debtor().equals(debtor)).toList();
    }
    long debtors = all.stream().map(Candidate::debtor).distinct().count();
    return debtors > 1 ? List.of() : all; // a number of several debtors names none of them
  }

  /// A file without a currency means that of the receivable it names.
  private static @Nullable Told inCurrency(Told row, List<Candidate> candidates, Tally tally) {
    Money amount = row.entry().amount();
    if (!amount.currency().equals(Currency.NONE)) {
      return row;
    }
    if (!candidates.isEmpty()) {
      Currency meant = candidates.getFirst().row().amount().currency();
      try {
        Money priced = Money.of(meant, amount.toBigDecimal());
        return new Told(
            row.kind(),
            row.number(),
            row.names(),
            row.debtor(),
            new Entry(row.entry().kind(), row.entry().on(), priced),
            row.payer(),
            row.texts(),
            row.line());
      } catch (ArithmeticException tooFine) {
        tally.refuse(
            row.line(), "amount_invalid", amount + " has more decimals than " + meant, amount);
        return null;
      }
    }
    tally.refuse(
        row.line(),
        "currency_missing",
        "The row names no currency and no receivable that is known. Say --currency.",
        amount);
    return null;
  }

  /// Rows that were not there before the import: neither as a receipt nor, told by another file, as
  /// an entry of the receivable they name.
  private List<Told> unknown(List<Told> rows, Map<String, List<Candidate>> named, Tally tally) {
    List<ReceiptTable.Key> keys = new ArrayList<>(rows.size());
    for (Told row : rows) {
      keys.add(
          new ReceiptTable.Key(
              row.kind(),
              row.debtor(),
              row.number(),
              row.entry().on(),
              row.entry().amount(),
              row.payer(),
              texts(row)));
    }
    Map<Integer, Long> receipts = writers.receipts().count(keys, tally.importId);
    Map<UUID, List<EntryTable.Row>> entries = known(named.values(), tally.importId);
    List<Told> news = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Told row = rows.get(i);
      int ordinal = tally.ordinals.next("money", keys.get(i));
      boolean there =
          ordinal <= receipts.getOrDefault(i, 0L)
              || ordinal <= lowered(candidates(named, row), entries, row.entry());
      if (there) {
        tally.same++;
      } else {
        news.add(row);
      }
    }
    return news;
  }

  private static long lowered(
      List<Candidate> candidates, Map<UUID, List<EntryTable.Row>> entries, Entry entry) {
    return candidates.stream()
        .flatMap(c -> entries.getOrDefault(c.row().id(), List.of()).stream())
        .filter(e -> e.kind() == entry.kind() && e.minor() == entry.amount().minor())
        .filter(e -> java.util.Objects.equals(e.on(), entry.on()))
        .count();
  }

  private Map<UUID, List<EntryTable.Row>> known(Collection<List<Candidate>> named, UUID importId) {
    List<UUID> all = named.stream().flatMap(List::stream).map(c -> c.row().id()).toList();
    Map<UUID, List<EntryTable.Row>> known = new HashMap<>();
    for (EntryTable.Row row : writers.entries().of(all, importId)) {
      known.computeIfAbsent(row.receivable(), id -> new ArrayList<>()).add(row);
    }
    return known;
  }

  private static void writeOff(
      Told row, List<Candidate> candidates, Lowering lowering, Tally tally) {
    Money over = spread(candidates, null, row.entry(), row.line(), lowering);
    if (over.signum() > 0) {
      tally.refuse(
          row.line(),
          "allocation_exceeds",
          "%s is written off of %s, and so much is not open.".formatted(over, row.names()),
          over);
    }
  }

  /// Keeps the money and lowers what it names; what is left stays unallocated.
  private void receive(Told row, List<Candidate> candidates, Lowering lowering) {
    UUID id = ids.next();
    Money amount = row.entry().amount();
    boolean fits =
        !candidates.isEmpty()
            && candidates.getFirst().row().amount().currency().equals(amount.currency());
    Money left = fits ? spread(candidates, id, row.entry(), row.line(), lowering) : amount;
    UUID payer = row.debtor();
    if (payer == null && !candidates.isEmpty()) {
      payer = candidates.getFirst().debtor();
    }
    lowering.keep(
        new ReceiptTable.Row(
            id,
            row.kind(),
            payer,
            row.number(),
            row.entry().on(),
            amount,
            left,
            row.payer(),
            texts(row),
            1,
            row.line()));
  }

  private static String texts(Told row) {
    return row.texts().isEmpty() ? row.names() : row.texts();
  }

  /// Fills the receivables in their order.
  ///
  /// @return what is left
  private static Money spread(
      List<Candidate> candidates,
      @Nullable UUID receipt,
      Entry entry,
      int line,
      Lowering lowering) {
    Money left = entry.amount();
    for (Candidate candidate : candidates) {
      if (left.signum() > 0 && candidate.row().amount().currency().equals(left.currency())) {
        Entry rest = new Entry(entry.kind(), entry.on(), left);
        left = lowering.add(candidate.row().id(), candidate.row().debtor(), receipt, rest, line);
      }
    }
    return left;
  }
}
