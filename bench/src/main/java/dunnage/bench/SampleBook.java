package dunnage.bench;

import dunnage.bench.SampleCustomers.Customer;
import dunnage.kernel.calendar.Incoterm;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.world.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the sample exporter has recorded by the last day: the rows of its files.
///
/// @param throughTheBank receivables that the bank statement pays and the payments do not tell of
record SampleBook(
    List<Row> rows,
    List<Payment> payments,
    List<Order> orders,
    List<Note> notes,
    List<Row> throughTheBank) {

  /// @param number unique in the book
  record Row(
      String number,
      Customer customer,
      LocalDate issued,
      LocalDate due,
      BigDecimal amount,
      String order,
      String part,
      boolean disputed) {

    Row numbered(String other) {
      return new Row(other, customer, issued, due, amount, order, part, disputed);
    }
  }

  record Payment(String receivable, LocalDate on, BigDecimal amount, String currency) {}

  record Order(String number, Customer customer, LocalDate on, BigDecimal amount) {}

  record Note(
      String debtor,
      LocalDate on,
      Event event,
      String words,
      @Nullable BigDecimal amount,
      String currency,
      @Nullable LocalDate until) {}

  private static final int ALONE_THROUGH_THE_BANK = 3;
  private static final int FIRST_NUMBER = 1001;

  /// All customers' lives, the events told by hand among them, and the latest payments in EUR left
  /// to the bank statement.
  static SampleBook of(List<Customer> customers) {
    SampleBook book =
        new SampleBook(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (Customer customer : customers) {
      SampleLife life = SampleLife.of(customer);
      book.rows.addAll(life.rows());
      book.payments.addAll(life.payments());
      book.orders.addAll(life.orders());
      book.notes.addAll(life.notes());
    }
    book.notes.addAll(SampleEvents.staged(customers));
    book.leaveToTheBank();
    book.number();
    book.payments.sort(Comparator.comparing(Payment::on).thenComparing(Payment::receivable));
    book.orders.sort(Comparator.comparing(Order::on).thenComparing(Order::number));
    book.notes.sort(Comparator.comparing(Note::on).thenComparing(Note::debtor));
    return book;
  }

  /// Payments of good customers at about the due date, of whom there is nothing to say: two of one
  /// customer, and one each of three others.
  private void leaveToTheBank() {
    Map<Customer, List<Row>> punctual = new LinkedHashMap<>();
    for (Row row : rows.reversed()) {
      Customer c = row.customer();
      if (c.currency().equals(SampleStatement.CURRENCY)
          && c.kind() == Kind.STEADY
          && row.due().isAfter(SampleStatement.FROM.plusDays(7))
          && paidInFull(row)
          && quiet(c)) {
        punctual.computeIfAbsent(c, none -> new ArrayList<>()).add(row);
      }
    }
    punctual.values().stream()
        .filter(of -> of.size() >= 2)
        .min(Comparator.comparing(of -> of.get(0).amount().add(of.get(1).amount())))
        .ifPresent(of -> throughTheBank.addAll(of.subList(0, 2)));
    punctual.values().stream()
        .map(List::getFirst)
        .filter(row -> !throughTheBank.contains(row))
        .limit(ALONE_THROUGH_THE_BANK)
        .forEach(throughTheBank::add);
    payments.removeIf(
        p -> throughTheBank.stream().anyMatch(row -> row.number().equals(p.receivable())));
  }

  private boolean quiet(Customer customer) {
    LocalDate lately = SampleStatement.FROM.minusDays(60);
    return notes.stream()
        .noneMatch(n -> n.debtor().equals(customer.id()) && n.on().isAfter(lately));
  }

  private boolean paidInFull(Row row) {
    return payments.stream()
        .anyMatch(
            p -> p.receivable().equals(row.number()) && p.amount().compareTo(row.amount()) == 0);
  }

  /// A factory numbers its invoices as they are issued, all customers in one series. No year in
  /// them: the days of the sample move, its numbers do not.
  private void number() {
    rows.sort(Comparator.comparing(Row::issued).thenComparing(Row::number));
    Map<String, String> numbers = new HashMap<>();
    for (Row row : rows) {
      numbers.put(row.number(), "RY" + (FIRST_NUMBER + numbers.size()));
    }
    rows.replaceAll(r -> r.numbered(Objects.requireNonNull(numbers.get(r.number()))));
    throughTheBank.replaceAll(r -> r.numbered(Objects.requireNonNull(numbers.get(r.number()))));
    payments.replaceAll(
        p ->
            new Payment(
                Objects.requireNonNull(numbers.get(p.receivable())),
                p.on(),
                p.amount(),
                p.currency()));
  }

  /// What reading the files gives, the bank statement apart.
  Book ledger() {
    List<Fact> facts = new ArrayList<>();
    for (Row row : rows) {
      Customer c = row.customer();
      Deal deal =
          new Deal(
              row.order(),
              row.part(),
              c.terms(),
              null,
              null,
              Incoterm.in(c.incoterm()),
              row.disputed());
      Receivable receivable =
          new Receivable(
              row.number(),
              c.party(),
              row.issued(),
              row.due(),
              money(c.currency(), row.amount()),
              deal,
              Origin.NONE);
      facts.add(new Fact.Issued(receivable));
    }
    for (Payment p : payments) {
      Entry entry = new Entry(Entry.Kind.PAYMENT, p.on(), money(p.currency(), p.amount()));
      facts.add(new Fact.Remitted(p.receivable(), "", entry, Origin.NONE));
    }
    for (Order o : orders) {
      Money amount = money(o.customer().currency(), o.amount());
      facts.add(new Fact.Ordered(o.customer().party(), o.on(), amount, o.number(), Origin.NONE));
    }
    Map<String, Customer> customers = new HashMap<>();
    rows.forEach(r -> customers.put(r.customer().id(), r.customer()));
    for (Note n : notes) {
      Money amount = n.amount() == null ? null : money(n.currency(), n.amount());
      Customer c = Objects.requireNonNull(customers.get(n.debtor()));
      facts.add(
          new Fact.Noted(c.party(), n.on(), n.event(), n.words(), amount, n.until(), Origin.NONE));
    }
    return Book.of(facts);
  }

  private static Money money(String currency, BigDecimal amount) {
    return Money.of(Currency.of(currency), amount);
  }
}
