package dunnage.formats;

import java.util.List;
import java.util.Locale;

/// The tables of an exported book, in the order in which one needs the other. Everything is named
/// by the id it has with its owner, like `inv_…`; a `debtor_name` beside it is for people.
public enum BookTable {
  DEBTORS(
      true,
      "debtor",
      "number",
      "name",
      "country",
      "language",
      "time_zone",
      "terms",
      "group",
      "note"),
  ORDERS(
      true,
      "order",
      "debtor",
      "debtor_name",
      "number",
      "on",
      "amount",
      "currency",
      "uninvoiced",
      "state"),
  RECEIVABLES(
      true,
      "receivable",
      "debtor",
      "debtor_name",
      "number",
      "part",
      "issued",
      "due",
      "amount",
      "currency",
      "open",
      "order",
      "order_number",
      "terms",
      "method",
      "clock",
      "incoterm",
      "disputed"),
  RECEIPTS(
      true,
      "receipt",
      "kind",
      "debtor",
      "debtor_name",
      "number",
      "on",
      "amount",
      "currency",
      "unallocated",
      "payer",
      "texts"),
  /// What lowered receivables; without a receipt where only a row of a file told of it.
  ENTRIES(true, "receivable", "receipt", "kind", "on", "amount", "currency"),
  EVENTS(
      true,
      "event",
      "debtor",
      "debtor_name",
      "receivable",
      "kind",
      "on",
      "words",
      "amount",
      "currency",
      "until",
      "code",
      "closed",
      "outcome"),
  RATES(true, "on", "from", "to", "rate", "source"),
  /// To be read; an import leaves it out.
  CONTACTS(
      false,
      "debtor",
      "debtor_name",
      "name",
      "role",
      "email",
      "phone",
      "wechat",
      "language",
      "left"),
  /// To be read; an import leaves it out.
  TITLES(false, "receivable", "number", "holder", "purpose", "since");

  private final boolean imported;
  private final List<String> columns;

  BookTable(boolean imported, String... columns) {
    this.imported = imported;
    this.columns = List.of(columns);
  }

  /// Whether an import takes it in.
  public boolean imported() {
    return imported;
  }

  public List<String> columns() {
    return columns;
  }

  /// Of its file in the archive.
  public String file() {
    return name().toLowerCase(Locale.ROOT) + ".csv";
  }
}
