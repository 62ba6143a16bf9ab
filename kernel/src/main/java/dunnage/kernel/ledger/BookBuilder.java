package dunnage.kernel.ledger;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.FindingLog;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts facts together into a [Book], whatever order they come in. One row read from two files
/// counts once; two equal rows of one file both count. Money that names nothing is kept apart and
/// listed, never dropped. Use once.
public final class BookBuilder {

  /// A receivable while its entries are being gathered; receivables of one number form a chain.
  static final class Slot {
    final Receivable receivable;
    List<Entry> entries = List.of();
    @Nullable Slot nextOfSameNumber;

    Slot(Receivable receivable) {
      this.receivable = receivable;
    }

    void add(Entry entry) {
      if (entries.isEmpty()) {
        entries = List.of(entry);
        return;
      }
      if (entries.size() == 1) {
        entries = new ArrayList<>(entries);
      }
      entries.add(entry);
    }

    Money open(LocalDate day) {
      return new Account(receivable, entries).open(day);
    }

    Money openEver() {
      return open(LocalDate.MAX);
    }
  }

  private static final class Group {
    Party debtor;
    final List<Account> accounts = new ArrayList<>();
    final List<Fact.CreditHeld> credits = new ArrayList<>();
    final List<Fact.Ordered> orders = new ArrayList<>();
    final List<Fact.Noted> notes = new ArrayList<>();

    Group(Party debtor) {
      this.debtor = debtor;
    }
  }

  private static final Comparator<Account> BY_ISSUE =
      Comparator.comparing((Account a) -> a.receivable().issued())
          .thenComparing(a -> a.receivable().due())
          .thenComparing(a -> a.receivable().number());

  private static final Comparator<Fact.Remitted> BY_DAY =
      Comparator.comparing(
          r -> r.entry().on(), Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()));

  private final Map<String, Slot> byNumber = new HashMap<>();
  private final List<Slot> slots = new ArrayList<>();
  private final List<Fact.Remitted> remitted = new ArrayList<>();
  private final PaymentJoin payments = new PaymentJoin();
  private final List<Fact.BankReceipt> receipts = new ArrayList<>();
  private final Map<String, Group> groups = new TreeMap<>();
  private final Map<String, Integer> readTwice = new TreeMap<>();
  private final List<UnmatchedReceipt> unmatched = new ArrayList<>();
  private final FindingLog findings = new FindingLog();
  private @Nullable Slot lastIssued;
  private boolean lastWasReadBefore;

  public BookBuilder add(Fact fact) {
    switch (fact) {
      case Fact.Issued issued -> issue(issued.receivable());
      case Fact.Settled settled -> settle(settled);
      case Fact.Remitted row -> remitted.add(row);
      case Fact.Received payment -> payments.add(payment);
      case Fact.Allocated row -> payments.add(row);
      case Fact.BankReceipt line -> receipts.add(line);
      case Fact.CreditHeld credit -> group(credit.debtor()).credits.add(credit);
      case Fact.Ordered order -> group(order.debtor()).orders.add(order);
      case Fact.Noted note -> group(note.debtor()).notes.add(note);
    }
    return this;
  }

  /// The book; findings are those that only show once all files are together.
  public Book build() {
    remitted.addAll(payments.remitted(this::debtorOf, findings));
    remitted.sort(
        BY_DAY); // parts of one number fill up in order of time, whatever the order of the files
    remitted.forEach(this::remit);
    receipts.sort(Comparator.comparing(Fact.BankReceipt::on));
    ExactReceipts exact = new ExactReceipts(byNumber);
    for (Fact.BankReceipt receipt : receipts) {
      String why = exact.allocate(receipt);
      if (why != null) {
        leaveUnmatched(receipt, why);
      }
    }
    slots.forEach(this::close);
    payments.leftOver().forEach(this::hold);
    readTwice.forEach(
        (file, rows) ->
            findings.add(
                Finding.of(
                    FindingCode.ROW_READ_TWICE, file, rows + " rows", "rows not read before")));
    List<DebtorBook> debtors = new ArrayList<>();
    for (Group group : groups.values()) {
      group.accounts.sort(BY_ISSUE);
      group.orders.sort(Comparator.comparing(Fact.Ordered::on));
      group.notes.sort(Comparator.comparing(Fact.Noted::on));
      debtors.add(
          new DebtorBook(group.debtor, group.accounts, group.credits, group.orders, group.notes));
    }
    return new Book(debtors, unmatched, findings.list());
  }

  private void issue(Receivable receivable) {
    Slot first = byNumber.get(receivable.number());
    for (Slot slot = first; slot != null; slot = slot.nextOfSameNumber) {
      if (sameRow(slot.receivable, receivable)
          && !slot.receivable.origin().file().equals(receivable.origin().file())) {
        readTwice.merge(receivable.origin().file(), 1, Integer::sum);
        lastIssued = slot;
        lastWasReadBefore = true;
        return;
      }
    }
    Slot slot = new Slot(receivable);
    lastIssued = slot;
    lastWasReadBefore = false;
    if (first == null) {
      byNumber.put(receivable.number(), slot);
      slots.add(slot);
      return;
    }
    append(first, slot);
  }

  private void append(Slot first, Slot added) {
    int place = 2;
    Slot last = first;
    while (last.nextOfSameNumber != null) {
      last = last.nextOfSameNumber;
      place++;
    }
    Receivable row = added.receivable;
    Slot renamed = new Slot(row.renumbered(row.number() + " (" + place + ")"));
    last.nextOfSameNumber = renamed;
    slots.add(renamed);
    lastIssued = renamed;
    Deal deal = row.deal();
    if (deal == null || deal.part().isEmpty()) {
      findings.add(
          Finding.at(
              FindingCode.NUMBER_REPEATED,
              row.origin().file(),
              row.origin().line(),
              "",
              row.number(),
              "a number used once"));
    }
  }

  /// A row's own payments come right behind it, so the last slot is the one.
  private void settle(Fact.Settled settled) {
    Slot slot = lastIssued;
    if (slot == null || !sameRow(slot.receivable, settled.receivable())) {
      throw new IllegalStateException(
          "a settled fact follows the issued fact of its receivable: " + settled);
    }
    if (!(lastWasReadBefore && slot.entries.contains(settled.entry()))) {
      slot.add(settled.entry());
    }
  }

  private static boolean sameRow(Receivable one, Receivable other) {
    return one.debtor().id().equals(other.debtor().id())
        && one.due().equals(other.due())
        && one.issued().equals(other.issued())
        && one.amount().equals(other.amount());
  }

  /// Sets a payment that names a number against it; where several parts share the number, the one
  /// due first is filled first and the last takes what is over.
  private void remit(Fact.Remitted row) {
    List<Slot> named = new ArrayList<>();
    for (Slot slot = byNumber.get(row.number()); slot != null; slot = slot.nextOfSameNumber) {
      if (row.debtor().isEmpty() || row.debtor().equals(slot.receivable.debtor().id())) {
        named.add(slot);
      }
    }
    if (named.isEmpty()) {
      findings.add(
          Finding.at(
              FindingCode.RECEIVABLE_UNKNOWN,
              row.origin().file(),
              row.origin().line(),
              "",
              row.number(),
              "the number of a receivable in these files"));
      keepApart(row, "names a receivable that is in no file");
      return;
    }
    named.sort(Comparator.comparing((Slot s) -> s.receivable.due()));
    Money left =
        inCurrencyOf(row.entry().amount(), named.getFirst().receivable.amount().currency());
    if (left == null) {
      keepApart(row, "is in another currency than the receivable it names");
      return;
    }
    for (int i = 0; i < named.size() && left.signum() > 0; i++) {
      Slot slot = named.get(i);
      Money part = i == named.size() - 1 ? left : left.min(slot.openEver());
      if (part.signum() > 0) {
        slot.add(new Entry(row.entry().kind(), row.entry().on(), part));
        left = left.minus(part);
      }
    }
  }

  /// A payments file often has no currency column: then the receivable's own is meant.
  private static @Nullable Money inCurrencyOf(Money amount, Currency wanted) {
    if (amount.currency().equals(wanted)) {
      return amount;
    }
    if (!amount.currency().equals(Currency.NONE)) {
      return null;
    }
    try {
      return Money.of(wanted, amount.toBigDecimal());
    } catch (ArithmeticException moreDecimalsThanTheCurrencyHas) {
      return null;
    }
  }

  private @Nullable Party debtorOf(String number) {
    Slot slot = byNumber.get(number);
    return slot == null ? null : slot.receivable.debtor();
  }

  /// Money that was received and that nothing was paid with.
  private void hold(PaymentJoin.LeftOver rest) {
    Fact.Received payment = rest.payment();
    Party debtor = rest.debtor();
    if (debtor == null) {
      List<String> texts = List.of(payment.payment());
      leaveUnmatched(
          new Fact.BankReceipt(payment.on(), rest.amount(), texts, "", payment.origin()),
          "is allocated to nothing");
      return;
    }
    group(debtor)
        .credits
        .add(
            new Fact.CreditHeld(
                debtor, payment.on(), rest.amount(), payment.payment(), payment.origin()));
    findings.add(
        Finding.at(
            FindingCode.CREDIT_HELD,
            payment.origin().file(),
            payment.origin().line(),
            "",
            rest.amount() + " of " + debtor.name(),
            "a receivable it pays"));
  }

  private void keepApart(Fact.Remitted row, String why) {
    Group debtor = groups.get(row.debtor());
    LocalDate on = row.entry().on();
    if (debtor != null) {
      debtor.credits.add(
          new Fact.CreditHeld(debtor.debtor, on, row.entry().amount(), row.number(), row.origin()));
      return;
    }
    leaveUnmatched(
        new Fact.BankReceipt(
            on == null ? LocalDate.MIN : on,
            row.entry().amount(),
            List.of(row.number()),
            row.debtor(),
            row.origin()),
        why);
  }

  private void leaveUnmatched(Fact.BankReceipt receipt, String why) {
    unmatched.add(new UnmatchedReceipt(receipt, why));
    findings.add(
        Finding.at(
            FindingCode.BANK_LINE_UNMATCHED,
            receipt.origin().file(),
            receipt.origin().line(),
            "",
            receipt.amount() + " " + String.join(" ", receipt.texts()),
            "one open receivable, paid exactly: this " + why));
  }

  private void close(Slot slot) {
    Account account = new Account(slot.receivable, slot.entries);
    group(slot.receivable.debtor()).accounts.add(account);
    if (!slot.entries.isEmpty() && account.surplus(LocalDate.MAX).signum() > 0) {
      Origin origin = slot.receivable.origin();
      findings.add(
          Finding.at(
              FindingCode.OVERPAID,
              origin.file(),
              origin.line(),
              "",
              slot.receivable.number() + ": " + account.surplus(LocalDate.MAX) + " too much",
              "at most " + slot.receivable.amount()));
    }
  }

  private Group group(Party debtor) {
    Group group = groups.computeIfAbsent(debtor.id(), id -> new Group(debtor));
    boolean onlyAnId = group.debtor.name().equals(group.debtor.id());
    if (onlyAnId && !debtor.name().equals(debtor.id())) {
      group.debtor = debtor; // another file knows the name behind the number
    }
    return group;
  }
}
