package dunnage.app.ledger;

import dunnage.app.platform.TypeId;
import dunnage.formats.BookLine;
import dunnage.kernel.calendar.ClockStart;
import dunnage.kernel.calendar.Incoterm;
import dunnage.kernel.calendar.PaymentMethod;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the lines of an exported book as rows of the books. Whoever can make a ZIP can write
/// anything into it, so nothing is believed; but whatever the books can hold is taken.
final class BookRows {

  private static final int NAME = 300;
  private static final int NUMBER = 500; // what an index can hold
  private static final int DAY_LENGTH = "2026-03-31".length();
  private static final int LONG = 100_000;
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,18})?");

  /// A line that cannot be taken in.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    Refused(String code, String problem) {
      super(problem);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /// An entry.
  record Told(UUID receivable, @Nullable UUID receipt, Entry entry, BookLine line) {}

  private final Ordinals ordinals;
  private final Map<UUID, UUID> debtors = new HashMap<>();

  BookRows(Ordinals ordinals) {
    this.ordinals = ordinals;
  }

  /// Remembers who the debtor of a line is here.
  void is(BookLine line, UUID debtor) {
    debtors.put(id(line, "debtor", "deb"), debtor);
  }

  private UUID debtor(BookLine line) {
    UUID debtor = debtors.get(id(line, "debtor", "deb"));
    if (debtor == null) {
      throw new Refused("debtor_unknown", "its debtor is not in debtors.csv");
    }
    return debtor;
  }

  Party party(BookLine line, Set<UUID> ours) {
    String number = text(line, "number", NAME);
    String name = required(line, "name", NAME);
    String country = text(line, "country", NAME);
    UUID id = id(line, "debtor", "deb");
    // one without a number is known by our id while that is ours, else by its name
    String named = ours.contains(id) ? TypeId.of("deb", id) : number.isEmpty() ? name : number;
    return new Party(named, name, country);
  }

  OrderTable.Row order(BookLine line) {
    String number = text(line, "number", NUMBER);
    LocalDate on = needed(line, "on");
    Money amount = money(line);
    String state = oneOf(line, "state", List.of(OrderTable.ACCEPTED, OrderTable.CLOSED));
    boolean closed = state.equals(OrderTable.CLOSED);
    return new OrderTable.Row(
        id(line, "order", "ord"),
        debtor(line),
        number,
        on,
        amount,
        closed ? Money.zero(amount.currency()) : amount, // what is invoiced comes later
        state,
        1,
        line.number());
  }

  ReceiptTable.Row receipt(BookLine line) {
    String kind = oneOf(line, "kind", List.of("payment", "credit_note", "bank_line"));
    String number = text(line, "number", NUMBER);
    LocalDate day = day(line, "on");
    Money amount = money(line);
    String payer = text(line, "payer", LONG);
    String texts = text(line, "texts", LONG);
    UUID debtor = line.cell("debtor").isEmpty() ? null : debtor(line);
    return new ReceiptTable.Row(
        id(line, "receipt", "rcp"),
        kind,
        debtor,
        number,
        day,
        amount,
        amount, // what it pays comes later
        payer,
        texts,
        1,
        line.number());
  }

  Told entry(BookLine line) {
    String kind =
        oneOf(line, "kind", Arrays.stream(Entry.Kind.values()).map(EntryTable::code).toList());
    LocalDate day = day(line, "on");
    Money amount = money(line);
    return new Told(
        id(line, "receivable", "inv"),
        line.cell("receipt").isEmpty() ? null : id(line, "receipt", "rcp"),
        new Entry(EntryTable.kind(kind), day, amount),
        line);
  }

  FxRate rate(BookLine line) {
    LocalDate on = needed(line, "on");
    String source = text(line, "source", LONG);
    try {
      return new FxRate(
          Currency.of(line.cell("from")),
          Currency.of(line.cell("to")),
          decimal(line, "rate"),
          on,
          source);
    } catch (IllegalArgumentException wrong) {
      throw new Refused("value_bad", "it is no rate");
    }
  }

  ReceivableTable.Row receivable(BookLine line) {
    String number = text(line, "number", NUMBER);
    String part = text(line, "part", NUMBER);
    LocalDate issued = needed(line, "issued");
    LocalDate due = needed(line, "due");
    Money amount = money(line);
    String order = text(line, "order_number", NUMBER);
    String terms = text(line, "terms", LONG);
    UUID debtor = debtor(line);
    return new ReceivableTable.Row(
        id(line, "receivable", "inv"),
        debtor,
        number,
        part,
        ordinals.next("receivable", debtor, number, part),
        issued,
        due,
        amount,
        amount,
        order,
        line.cell("order").isEmpty() ? null : id(line, "order", "ord"),
        terms,
        word(line, "method", PaymentMethod.values()),
        word(line, "clock", ClockStart.values()),
        word(line, "incoterm", Incoterm.values()),
        line.cell("disputed").equals("true"),
        1,
        line.number());
  }

  EventTable.Row event(BookLine line) {
    String kind = oneOf(line, "kind", Events.known());
    LocalDate on = needed(line, "on");
    String words = text(line, "words", LONG);
    Money amount = line.cell("amount").isEmpty() ? null : money(line);
    LocalDate until = day(line, "until");
    LocalDate closed = day(line, "closed");
    String code = text(line, "code", NUMBER);
    String outcome = text(line, "outcome", LONG);
    return new EventTable.Row(
        id(line, "event", "evn"),
        debtor(line),
        line.cell("receivable").isEmpty() ? null : id(line, "receivable", "inv"),
        kind,
        on,
        words,
        amount,
        until,
        closed,
        1,
        line.number(),
        code,
        outcome);
  }

  private static String required(BookLine line, String column, int most) {
    String text = text(line, column, most);
    if (text.isBlank()) {
      throw new Refused("value_bad", column + " is missing");
    }
    return text;
  }

  private static String text(BookLine line, String column, int most) {
    String text = line.cell(column);
    if (text.length() > most) {
      throw new Refused("value_bad", column + " has more than " + most + " characters");
    }
    if (text.indexOf('\u0000') >= 0) {
      throw new Refused("value_bad", column + " holds a NUL");
    }
    return text;
  }

  private static String oneOf(BookLine line, String column, Collection<String> words) {
    if (!words.contains(line.cell(column))) {
      throw new Refused("value_bad", column + " is none of " + String.join(", ", words));
    }
    return line.cell(column);
  }

  private static LocalDate needed(BookLine line, String column) {
    LocalDate day = day(line, column);
    if (day == null) {
      throw new Refused("value_bad", column + " is missing");
    }
    return day;
  }

  private static UUID id(BookLine line, String column, String prefix) {
    return TypeId.read(prefix, line.cell(column))
        .orElseThrow(() -> new Refused("value_bad", column + " is no id like " + prefix + "_…"));
  }

  private static @Nullable LocalDate day(BookLine line, String column) {
    String cell = line.cell(column);
    if (cell.isEmpty()) {
      return null;
    }
    try {
      if (cell.length() == DAY_LENGTH) { // a year of more digits is none that a database knows
        return LocalDate.parse(cell);
      }
    } catch (java.time.DateTimeException wrong) {
      // as below
    }
    throw new Refused("value_bad", column + " is no day like 2026-03-31");
  }

  private static BigDecimal decimal(BookLine line, String column) {
    if (!DECIMAL.matcher(line.cell(column)).matches()) {
      throw new Refused("value_bad", column + " is no number like 1234.50");
    }
    return new BigDecimal(line.cell(column));
  }

  private static Money money(BookLine line) {
    try {
      Money money = Money.of(Currency.of(line.cell("currency")), decimal(line, "amount"));
      if (money.signum() <= 0) {
        throw new Refused("value_bad", "amount is nothing");
      }
      return money;
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      throw new Refused("value_bad", "amount and currency are no money");
    }
  }

  private static @Nullable String word(BookLine line, String column, Enum<?>[] words) {
    String cell = line.cell(column);
    if (cell.isEmpty()) {
      return null;
    }
    String code = cell.toUpperCase(Locale.ROOT);
    if (Arrays.stream(words).noneMatch(word -> word.name().equals(code))) {
      throw new Refused("value_bad", column + " is " + cell);
    }
    return code;
  }
}
