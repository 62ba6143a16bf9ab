package dunnage.bench;

import dunnage.bench.SampleBook.Note;
import dunnage.bench.SampleBook.Order;
import dunnage.bench.SampleBook.Payment;
import dunnage.bench.SampleBook.Row;
import dunnage.bench.SampleCustomers.Customer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes the sample exporter behind `./dunnage demo`: an invented shoe factory in Wenzhou, its
/// customers and two years of what they ordered, were invoiced, paid and said. How they behave is
/// simulated ([dunnage.kernel.world.World]), who they are is invented. The same seeds write the
/// same bytes.
///
/// `java dunnage.bench.SampleExporter OUT-DIR`
public final class SampleExporter {

  static final LocalDate FIRST_DAY = LocalDate.of(2024, 7, 1);
  static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

  private SampleExporter() {}

  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  /// Writes all files of the sample into a folder, which is made when missing.
  public static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files(SampleBook.of(SampleCustomers.all())).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static Map<String, String> files(SampleBook book) {
    Map<String, String> files = new TreeMap<>();
    files.put("receivables.csv", receivables(book));
    files.put("payments.csv", payments(book));
    files.put("orders.csv", orders(book));
    files.put("events.csv", events(book));
    files.put("bank.xml", SampleStatement.xml(book));
    files.put("index.txt", SampleEvents.index());
    files.put("README.txt", SampleEvents.readme());
    return files;
  }

  private static String receivables(SampleBook book) {
    StringBuilder csv =
        new StringBuilder(
            "receivable,debtor,name,country,issued,due,amount,currency,order,part,terms,incoterm,disputed\n");
    for (Row r : book.rows()) {
      Customer c = r.customer();
      line(
          csv,
          r.number(),
          c.id(),
          c.name(),
          c.country(),
          r.issued().toString(),
          r.due().toString(),
          r.amount().toPlainString(),
          c.currency(),
          r.order(),
          r.part(),
          c.terms(),
          c.incoterm(),
          r.disputed() ? "yes" : "no");
    }
    return csv.toString();
  }

  private static String payments(SampleBook book) {
    StringBuilder csv = new StringBuilder("receivable,paid_on,amount,currency\n");
    for (Payment p : book.payments()) {
      line(csv, p.receivable(), p.on().toString(), p.amount().toPlainString(), p.currency());
    }
    return csv.toString();
  }

  private static String orders(SampleBook book) {
    StringBuilder csv = new StringBuilder("order,debtor,order_date,amount,currency\n");
    for (Order o : book.orders()) {
      Customer c = o.customer();
      line(csv, o.number(), c.id(), o.on().toString(), o.amount().toPlainString(), c.currency());
    }
    return csv.toString();
  }

  private static String events(SampleBook book) {
    StringBuilder csv = new StringBuilder("date,debtor,event,note,amount,currency,until\n");
    for (Note n : book.notes()) {
      line(
          csv,
          n.on().toString(),
          n.debtor(),
          n.event().code(),
          n.words(),
          text(n.amount()),
          n.currency(),
          n.until() == null ? "" : n.until().toString());
    }
    return csv.toString();
  }

  private static String text(@Nullable BigDecimal amount) {
    return amount == null ? "" : amount.toPlainString();
  }

  private static void line(StringBuilder csv, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      csv.append(i == 0 ? "" : ",").append(cell(cells[i]));
    }
    csv.append('\n');
  }

  private static String cell(String text) {
    return text.contains(",") || text.contains("\"")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
