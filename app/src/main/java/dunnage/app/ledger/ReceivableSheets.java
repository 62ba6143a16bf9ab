package dunnage.app.ledger;

import dunnage.app.desk.ListDownload;
import dunnage.app.desk.ListOrder;
import dunnage.app.desk.ListTotal;
import dunnage.app.desk.PageWords;
import dunnage.app.desk.TableFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// A list of receivables as a file. The raw one is headed so that Dunnage reads it back: brought in
/// where it came from, it changes nothing.
@Component
class ReceivableSheets {

  private static final List<String> RAW =
      List.of(
          "invoice_number",
          "part",
          "debtor_number",
          "debtor_name",
          "issued",
          "due",
          "currency",
          "amount",
          "open",
          "days_late",
          "aging_bucket",
          "disputed",
          "order_number",
          "terms",
          "dunnage_receivable",
          "dunnage_debtor");

  private final ReceivableLists lists;
  private final PageWords words;

  ReceivableSheets(ReceivableLists lists, PageWords words) {
    this.lists = lists;
    this.words = words;
  }

  ListDownload.Contents of(
      ReceivableLists.Filter filter, ListOrder order, LocalDate day, Locale locale) {
    long rows = lists.totals(filter, day).stream().mapToLong(ListTotal::rows).sum();
    List<String> heads =
        Stream.of("receivable", "debtor", "issued", "due", "currency", "amount", "open", "late")
            .map(column -> words.say(locale, "col." + column))
            .toList();
    return new ListDownload.Contents(
        rows,
        day,
        new TableFile.Sheet(
            words.say(locale, "list.sheet"),
            heads,
            into -> lists.each(filter, order, day, one -> shown(one, into))),
        new TableFile.Sheet(
            "raw", RAW, into -> lists.each(filter, order, day, one -> raw(one, into))));
  }

  private static void shown(ReceivableView one, TableFile.Rows into) {
    into.add(
        one.part().isEmpty() ? one.number() : one.number() + " · " + one.part(),
        one.debtor().name(),
        one.issued(),
        one.due(),
        one.amount().currency().code(),
        one.amount(),
        one.open(),
        one.open().isZero() || one.daysLate() <= 0 ? null : one.daysLate());
  }

  private static void raw(ReceivableView one, TableFile.Rows into) {
    into.add(
        one.number(),
        one.part(),
        one.debtor().number(),
        one.debtor().name(),
        one.issued(),
        one.due(),
        one.amount().currency().code(),
        one.amount(),
        one.open(),
        one.open().isZero() ? null : one.daysLate(), // negative while it is not due
        one.bucket(),
        one.disputed(),
        one.order(),
        one.terms(),
        one.id(),
        one.debtor().id());
  }
}
