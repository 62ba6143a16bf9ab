package dunnage.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Money;
import dunnage.kernel.world.Kind;
import dunnage.kernel.world.Life;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes simulated debtors and marketplaces as the files a creditor would have on the last day,
/// and the truth beside them. What is written is what is read: the tables come back through [Files]
/// as the same facts. Rows stand by debtor, then by day. Columns: docs/methodology/world.md.
public final class WorldTables implements AutoCloseable {

  public static final String RECEIVABLES = "receivables.csv";
  public static final String PAYMENTS = "payments.csv";
  public static final String ORDERS = "orders.csv";
  public static final String EVENTS = "events.csv";
  public static final String PAYOUTS = "payouts.csv";
  public static final String TRUTH = "truth.csv";

  /// Where a table goes.
  public interface Target {
    Writer open(String name) throws IOException;
  }

  private static final class Table {
    final CsvWriter csv;
    long rows;

    Table(Writer to, String... head) {
      csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to);
      csv.writeRecord(head);
    }

    void row(String... cells) {
      csv.writeRecord(cells);
      rows++;
    }
  }

  private final LocalDate last;
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
  private final Table receivables;
  private final Table payments;
  private final Table orders;
  private final Table events;
  private final Table payouts;
  private final Table truth;

  /// @param last day at whose end the files stand: what happened after it is in the truth alone
  public WorldTables(LocalDate last, Target target) throws IOException {
    this.last = last;
    receivables =
        table(
            target,
            RECEIVABLES,
            "receivable",
            "debtor",
            "issued",
            "due",
            "amount",
            "currency",
            "order",
            "part");
    payments =
        table(target, PAYMENTS, "payment", "debtor", "receivable", "paid_on", "amount", "currency");
    orders = table(target, ORDERS, "order", "debtor", "order_date", "amount", "currency");
    events =
        table(target, EVENTS, "date", "debtor", "event", "note", "amount", "currency", "until");
    payouts =
        table(
            target,
            PAYOUTS,
            "marketplace",
            "settlement",
            "period_from",
            "period_to",
            "sales",
            "fees",
            "reserve",
            "promised",
            "paid_on",
            "amount",
            "currency");
    truth =
        table(
            target,
            TRUTH,
            "debtor",
            "kind",
            "shape",
            "healthy",
            "worse_from",
            "better_from",
            "first_default_due",
            "first_default_90_days",
            "loss",
            "currency");
  }

  private Table table(Target target, String name, String... head) throws IOException {
    Table table = new Table(target.open(name), head);
    tables.put(name, table);
    return table;
  }

  /// Rows of each file without its head, in the order in which they were opened.
  public Map<String, Long> rows() {
    Map<String, Long> rows = new LinkedHashMap<>();
    tables.forEach((name, table) -> rows.put(name, table.rows));
    return rows;
  }

  /// How many of each kind were written.
  public Map<Kind, Integer> kinds() {
    return new EnumMap<>(kinds);
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    for (Table table : tables.values()) {
      try {
        table.csv.close();
      } catch (IOException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /// One debtor or marketplace.
  ///
  /// @throws UncheckedIOException if a table cannot be written
  public void write(Life life) {
    kinds.merge(life.kind(), 1, Integer::sum);
    DebtorBook book = life.facts().isEmpty() ? null : life.book();
    if (book != null && life.kind().marketplace()) {
      settlements(book);
    } else if (book != null) {
      claims(book);
      payments(book);
      business(life);
    }
    truth(life, book);
  }

  private void claims(DebtorBook book) {
    for (Account account : book.accounts()) {
      Receivable receivable = account.receivable();
      if (!receivable.issued().isAfter(last)) {
        Deal deal = receivable.deal();
        receivables.row(
            receivable.number(),
            book.debtor().id(),
            receivable.issued().toString(),
            receivable.due().toString(),
            receivable.amount().decimal(),
            receivable.amount().currency().code(),
            deal == null ? "" : deal.order(),
            deal == null ? "" : deal.part());
      }
    }
  }

  /// What a debtor pays on one day is one payment, allocated in as many rows as it pays
  /// receivables.
  private void payments(DebtorBook book) {
    Map<LocalDate, String> numbers = new HashMap<>();
    for (Account account : book.accounts()) {
      for (Entry entry : account.entries()) {
        LocalDate on = entry.on();
        if (on != null && known(account, on)) {
          String number =
              numbers.computeIfAbsent(on, day -> book.debtor().id() + "-P" + (numbers.size() + 1));
          payments.row(
              number,
              book.debtor().id(),
              account.receivable().number(),
              on.toString(),
              entry.amount().decimal(),
              entry.amount().currency().code());
        }
      }
    }
  }

  private boolean known(Account account, LocalDate on) {
    return !on.isAfter(last) && !account.receivable().issued().isAfter(last);
  }

  private void business(Life life) {
    for (Fact fact : life.facts()) {
      switch (fact) {
        case Fact.Ordered order -> order(order);
        case Fact.Noted note -> event(note);
        case Fact.Issued already -> {}
        case Fact.Settled already -> {}
        case Fact.Remitted none -> {}
        case Fact.Received none -> {}
        case Fact.Allocated none -> {}
        case Fact.BankReceipt none -> {}
        case Fact.CreditHeld none -> {}
      }
    }
  }

  private void order(Fact.Ordered order) {
    if (!order.on().isAfter(last)) {
      orders.row(
          order.number(),
          order.debtor().id(),
          order.on().toString(),
          order.amount().decimal(),
          order.amount().currency().code());
    }
  }

  private void event(Fact.Noted note) {
    if (!note.on().isAfter(last)) {
      Money promised = note.amount();
      events.row(
          note.on().toString(),
          note.debtor().id(),
          note.event().code(),
          note.words(),
          promised == null ? "" : promised.decimal(),
          promised == null ? "" : promised.currency().code(),
          note.event() == Event.PROMISE ? text(note.until()) : "");
    }
  }

  /// A settlement paid in parts has a row per part; what is not paid yet a row without `paid_on`.
  private void settlements(DebtorBook book) {
    LocalDate before = beforeFirst(book.accounts());
    for (Account account : book.accounts()) {
      Receivable settlement = account.receivable();
      LocalDate to = settlement.issued();
      if (to.isAfter(last)) {
        return;
      }
      LocalDate from = before.plusDays(1);
      Money left = settlement.amount();
      for (Entry entry : account.entries()) {
        LocalDate on = entry.on();
        if (on != null && !on.isAfter(last)) {
          payout(book, settlement, from, on, entry.amount());
          left = left.minus(entry.amount());
        }
      }
      if (left.signum() > 0) {
        payout(book, settlement, from, null, left);
      }
      before = to;
    }
  }

  /// The first period is as long as the second.
  private static LocalDate beforeFirst(List<Account> settlements) {
    LocalDate first = settlements.getFirst().receivable().issued();
    long cycle =
        settlements.size() < 2
            ? 1
            : ChronoUnit.DAYS.between(first, settlements.get(1).receivable().issued());
    return first.minusDays(cycle);
  }

  private void payout(
      DebtorBook book,
      Receivable settlement,
      LocalDate from,
      @Nullable LocalDate paid,
      Money amount) {
    String none = Money.zero(amount.currency()).decimal();
    payouts.row(
        book.debtor().id(),
        settlement.number(),
        from.toString(),
        settlement.issued().toString(),
        settlement.amount().decimal(),
        none,
        none,
        settlement.due().toString(),
        text(paid),
        amount.decimal(),
        amount.currency().code());
  }

  /// Also what comes after the last day: the loss is what is never paid of everything issued by it.
  private void truth(Life life, @Nullable DebtorBook book) {
    Money loss = book == null ? null : loss(book);
    truth.row(
        life.debtor().id(),
        life.kind().code(),
        life.truth().shape().name().toLowerCase(Locale.ROOT),
        life.kind().healthy() ? "yes" : "no",
        text(life.truth().worseFrom()),
        text(life.truth().betterFrom()),
        text(life.truth().firstDefault()),
        text(life.truth().firstDefaultAsBanksCount()),
        loss == null ? "" : loss.decimal(),
        loss == null ? "" : loss.currency().code());
  }

  private @Nullable Money loss(DebtorBook book) {
    Money loss = null;
    for (Account account : book.accounts()) {
      if (!account.receivable().issued().isAfter(last)) {
        Money never = account.open(LocalDate.MAX);
        loss = loss == null ? never : loss.plus(never);
      }
    }
    return loss;
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }
}
