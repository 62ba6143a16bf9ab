package dunnage.app.ledger;

import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.formats.BookTable;
import dunnage.formats.BookWriter;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/// Writes the whole book as it stands, everything by the id it has. A debtor that was merged into
/// another is that other one.
@Component
class BookExport {

  private static final int AT_ONCE = 5_000;

  private static final String DEBTORS =
      """
      SELECT d.debtor_id, d.number, d.name, d.country, d.language, d.time_zone, d.terms,
             d.group_name, d.note
        FROM debtor d WHERE d.org_id = :org AND d.merged_into IS NULL ORDER BY d.debtor_id
      """;

  /// Who somebody is now.
  private static final String WHO =
      """
       LEFT JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = %1$s.debtor_id
       LEFT JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
       WHERE %1$s.org_id = :org
      """;

  private static final String ORDERS =
      "SELECT %s, c.current_id, d.name FROM customer_order o".formatted(OrderTable.COLUMNS)
          + WHO.formatted("o")
          + " ORDER BY o.order_id";

  private static final String RECEIVABLES =
      "SELECT %s, c.current_id, d.name FROM receivable r".formatted(ReceivableTable.COLUMNS)
          + WHO.formatted("r")
          + " ORDER BY r.ordinal, r.receivable_id";

  private static final String RECEIPTS =
      "SELECT %s, c.current_id, d.name FROM receipt r".formatted(ReceiptTable.COLUMNS)
          + WHO.formatted("r")
          + " ORDER BY r.receipt_id";

  private static final String ENTRIES =
      """
      SELECT e.receivable_id, e.receipt_id, e.kind, e.on_day, e.amount, r.currency
        FROM receivable_entry e
        JOIN receivable r ON r.org_id = :org AND r.receivable_id = e.receivable_id
       WHERE e.org_id = :org ORDER BY e.entry_id
      """;

  private static final String EVENTS =
      "SELECT %s, c.current_id, d.name FROM debtor_event e".formatted(EventTable.COLUMNS)
          + WHO.formatted("e")
          + " ORDER BY e.event_id";

  private static final String RATES =
      """
      SELECT on_day, from_currency, to_currency, rate, source FROM fx_rate
       WHERE org_id = :org ORDER BY on_day, from_currency, to_currency
      """;

  private static final String CONTACTS =
      "SELECT k.*, c.current_id, d.name AS debtor_name FROM contact k"
          + WHO.formatted("k")
          + " ORDER BY k.contact_id";

  private static final String TITLES =
      """
      SELECT t.receivable_id, r.number, t.holder, t.purpose, t.since FROM title t
        JOIN receivable r ON r.org_id = :org AND r.receivable_id = t.receivable_id
       WHERE t.org_id = :org ORDER BY t.receivable_id
      """;

  private final Tenancy tenancy;

  BookExport(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  /// In the open transaction, which must see one state of the book throughout.
  void write(OutputStream out) throws IOException {
    try (BookWriter book = new BookWriter(out)) {
      for (BookTable table : BookTable.values()) {
        long ignored =
            book.table(
                table,
                rows -> tenancy.sql(sql(table)).withFetchSize(AT_ONCE).query(row(table, rows)));
      }
    }
  }

  private static String sql(BookTable table) {
    return switch (table) {
      case DEBTORS -> DEBTORS;
      case ORDERS -> ORDERS;
      case RECEIVABLES -> RECEIVABLES;
      case RECEIPTS -> RECEIPTS;
      case ENTRIES -> ENTRIES;
      case EVENTS -> EVENTS;
      case RATES -> RATES;
      case CONTACTS -> CONTACTS;
      case TITLES -> TITLES;
    };
  }

  private static RowCallbackHandler row(BookTable table, BookWriter.Rows to) {
    return switch (table) {
      case DEBTORS -> row -> debtor(row, to);
      case ORDERS -> row -> order(row, to);
      case RECEIVABLES -> row -> receivable(row, to);
      case RECEIPTS -> row -> receipt(row, to);
      case ENTRIES -> row -> entry(row, to);
      case EVENTS -> row -> event(row, to);
      case RATES -> row -> rate(row, to);
      case CONTACTS -> row -> contact(row, to);
      case TITLES -> row -> title(row, to);
    };
  }

  private static void debtor(ResultSet row, BookWriter.Rows to) throws SQLException {
    to.add(
        id(row, "debtor_id", "deb"),
        row.getString("number"),
        row.getString("name"),
        row.getString("country"),
        row.getString("language"),
        row.getString("time_zone"),
        row.getString("terms"),
        row.getString("group_name"),
        row.getString("note"));
  }

  private static void order(ResultSet row, BookWriter.Rows to) throws SQLException {
    OrderTable.Row order = OrderTable.read(row);
    to.add(
        TypeId.of("ord", order.id()),
        id(row, "current_id", "deb"),
        row.getString("name"),
        order.number(),
        order.on(),
        order.amount().decimal(),
        order.amount().currency(),
        order.uninvoiced().decimal(),
        order.state());
  }

  private static void receivable(ResultSet row, BookWriter.Rows to) throws SQLException {
    ReceivableTable.Row one = ReceivableTable.read(row);
    to.add(
        TypeId.of("inv", one.id()),
        id(row, "current_id", "deb"),
        row.getString("name"),
        one.number(),
        one.part(),
        one.issued(),
        one.due(),
        one.amount().decimal(),
        one.amount().currency(),
        one.open().decimal(),
        id(row, "order_id", "ord"),
        one.order(),
        one.terms(),
        one.method(),
        one.clock(),
        one.incoterm(),
        one.disputed());
  }

  private static void receipt(ResultSet row, BookWriter.Rows to) throws SQLException {
    ReceiptTable.Row one = ReceiptTable.read(row);
    to.add(
        TypeId.of("rcp", one.id()),
        one.kind(),
        id(row, "current_id", "deb"),
        row.getString("name"),
        one.number(),
        one.on(),
        one.amount().decimal(),
        one.amount().currency(),
        one.unallocated().decimal(),
        one.payer(),
        one.texts());
  }

  private static void entry(ResultSet row, BookWriter.Rows to) throws SQLException {
    Currency currency = Currency.of(row.getString("currency"));
    to.add(
        id(row, "receivable_id", "inv"),
        id(row, "receipt_id", "rcp"),
        row.getString("kind"),
        row.getObject("on_day", LocalDate.class),
        new Money(currency, row.getLong("amount")).decimal(),
        currency);
  }

  private static void event(ResultSet row, BookWriter.Rows to) throws SQLException {
    EventTable.Row one = EventTable.read(row);
    Money amount = one.amount();
    to.add(
        TypeId.of("evn", one.id()),
        id(row, "current_id", "deb"),
        row.getString("name"),
        id(row, "receivable_id", "inv"),
        one.event(),
        one.on(),
        one.words(),
        amount == null ? null : amount.decimal(),
        one.currency(),
        one.until(),
        one.code(),
        one.closed(),
        one.outcome());
  }

  private static void rate(ResultSet row, BookWriter.Rows to) throws SQLException {
    to.add(
        row.getObject("on_day", LocalDate.class),
        row.getString("from_currency"),
        row.getString("to_currency"),
        row.getBigDecimal("rate").toPlainString(),
        row.getString("source"));
  }

  private static void contact(ResultSet row, BookWriter.Rows to) throws SQLException {
    to.add(
        id(row, "current_id", "deb"),
        row.getString("debtor_name"),
        row.getString("name"),
        row.getString("role"),
        row.getString("email"),
        row.getString("phone"),
        row.getString("wechat"),
        row.getString("language"),
        row.getObject("left_on", LocalDate.class));
  }

  private static void title(ResultSet row, BookWriter.Rows to) throws SQLException {
    to.add(
        id(row, "receivable_id", "inv"),
        row.getString("number"),
        row.getString("holder"),
        row.getString("purpose"),
        row.getObject("since", LocalDate.class));
  }

  private static @Nullable String id(ResultSet row, String column, String prefix)
      throws SQLException {
    UUID id = row.getObject(column, UUID.class);
    return id == null ? null : TypeId.of(prefix, id);
  }
}
