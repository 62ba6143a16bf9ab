package dunnage.bench;

import dunnage.bench.SampleCustomers.Customer;
import dunnage.bench.SampleCustomers.Habit;
import dunnage.kernel.calendar.ClockStart;
import dunnage.kernel.calendar.Terms;
import dunnage.kernel.calendar.TermsPart;
import dunnage.kernel.calendar.TermsText;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/// Writes the sample exporter behind `./dunnage demo`: an invented shoe factory in Wenzhou, its 48
/// customers and two years of what they bought and paid. The same seed writes the same bytes.
///
/// `java dunnage.bench.SampleExporter OUT-DIR`
public final class SampleExporter {

  static final long SEED = 20260630;
  static final LocalDate FIRST_DAY = LocalDate.of(2024, 7, 1);
  static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
  private static final int DAYS = 730;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// One line of the receivables file.
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

  private final Random random = new Random(SEED);
  private final List<Row> rows = new ArrayList<>();
  private final List<Payment> payments = new ArrayList<>();
  private final List<Row> paidThroughTheBank = new ArrayList<>();

  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  /// Writes all files of the sample into a folder, which is made when missing.
  public static void write(Path folder) throws IOException {
    SampleExporter sample = new SampleExporter();
    SampleCustomers.all().forEach(sample::trade);
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : sample.files().entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private Map<String, String> files() {
    number();
    rows.sort(Comparator.comparing(Row::issued).thenComparing(Row::number));
    payments.sort(Comparator.comparing(Payment::on).thenComparing(Payment::receivable));
    Map<String, String> files = new TreeMap<>();
    files.put("receivables.csv", receivables());
    files.put("payments.csv", paymentRows());
    files.put("events.csv", SampleEvents.csv());
    files.put("bank.xml", SampleStatement.xml(paidThroughTheBank, rows, payments));
    files.put("index.txt", SampleEvents.index());
    files.put("README.txt", SampleEvents.readme());
    return files;
  }

  private void trade(Customer c) {
    int orders = c.perYear() * 2;
    int firstDay = c.habit() == Habit.NEW ? DAYS - 150 : random.nextInt(20);
    int made = c.habit() == Habit.NEW ? 2 : orders;
    double step = (DAYS - firstDay) / (double) made;
    for (int i = 0; i < made; i++) {
      double progress = (firstDay + step * i) / DAYS;
      LocalDate day =
          FIRST_DAY.plusDays(
              (int) (firstDay + step * i) + random.nextInt(Math.max(1, (int) (step / 3))));
      BigDecimal total =
          c.order()
              .multiply(
                  BigDecimal.valueOf(
                      volume(c.habit(), progress) * (0.82 + 0.36 * random.nextDouble())));
      order(c, day, progress, total.setScale(2, RoundingMode.HALF_UP), i);
    }
  }

  /// Volume against the usual, by the share of the two years gone.
  private static double volume(Habit habit, double progress) {
    return switch (habit) {
      case SHRINKING -> progress < 0.4 ? 1.5 : progress < 0.7 ? 0.55 : 0.2;
      case IMPROVING -> 0.7 + 0.75 * progress;
      case LATER_AND_LATER -> 1.1 - 0.2 * progress;
      case PAYS_IN_PARTS -> 1.2 - 0.6 * progress;
      case PROMPT, STEADY, SLOW, SLIPPING, LEAVES_BALANCES, DISPUTES, BREAKS_PROMISES, NEW -> 1;
    };
  }

  private void order(Customer c, LocalDate day, double progress, BigDecimal total, int turn) {
    Terms terms = Objects.requireNonNull(TermsText.parse(c.terms()), c.terms());
    String order = "SO" + c.id().substring(1) + "-" + (turn + 1);
    LocalDate shipped = day.plusDays(38 + random.nextInt(12));
    BigDecimal left = total;
    for (TermsPart part : terms.parts()) {
      boolean last = part.equals(terms.parts().getLast());
      BigDecimal amount =
          last ? left : total.multiply(part.percent()).divide(HUNDRED, 2, RoundingMode.HALF_UP);
      left = left.subtract(amount);
      boolean two = terms.parts().size() > 1;
      boolean fromOrder = part.clock() == ClockStart.ORDER || !two;
      LocalDate issued = fromOrder ? day : shipped;
      LocalDate due = part.due(issued).plusDays(part.days() == 0 ? 7 : 0);
      if (!issued.isAfter(AS_OF)) {
        boolean disputed = c.habit() == Habit.DISPUTES && turn == c.perYear() * 2 - 3;
        Row row =
            new Row(
                "row " + rows.size(),
                c,
                issued,
                due,
                amount,
                order,
                two ? part.label() : "",
                disputed);
        rows.add(row);
        settle(row, progress, fromOrder && two);
      }
    }
  }

  /// A factory numbers its invoices as they are issued, all customers in one series a year.
  private void number() {
    rows.sort(Comparator.comparing(Row::issued));
    Map<String, String> numbers = new HashMap<>();
    Map<Integer, Integer> counters = new HashMap<>();
    for (Row row : rows) {
      int year = row.issued().getYear() % 100;
      numbers.put(row.number(), "RY%d-%04d".formatted(year, counters.merge(year, 1, Integer::sum)));
    }
    rows.replaceAll(r -> r.numbered(Objects.requireNonNull(numbers.get(r.number()))));
    paidThroughTheBank.replaceAll(r -> r.numbered(Objects.requireNonNull(numbers.get(r.number()))));
    payments.replaceAll(
        p ->
            new Payment(
                Objects.requireNonNull(numbers.get(p.receivable())),
                p.on(),
                p.amount(),
                p.currency()));
  }

  private void settle(Row row, double progress, boolean deposit) {
    Customer c = row.customer();
    if (!deposit && (row.disputed() || stopped(c.habit(), row.issued()))) {
      return;
    }
    LocalDate paid =
        row.due().plusDays(deposit ? random.nextInt(6) - 4 : late(c.habit(), progress));
    if (paid.isBefore(row.issued())) {
      paid = row.issued().plusDays(random.nextInt(3));
    }
    boolean inParts =
        !deposit
            && (c.habit() == Habit.PAYS_IN_PARTS && progress > 0.45 || random.nextInt(25) == 0);
    if (inParts) {
      payInParts(row, paid);
    } else if (paid.isAfter(AS_OF)) {
      return;
    } else if (paid.getYear() == 2026
        && paid.getMonthValue() == 6
        && c.currency().equals("EUR")
        && paidThroughTheBank.size() < 5) {
      paidThroughTheBank.add(row);
    } else {
      payments.add(new Payment(row.number(), paid, row.amount(), c.currency()));
    }
  }

  private void payInParts(Row row, LocalDate paid) {
    BigDecimal first =
        row.amount().multiply(new BigDecimal("0.4")).setScale(2, RoundingMode.HALF_UP);
    LocalDate second = paid.plusDays(21 + random.nextInt(15));
    if (!paid.isAfter(AS_OF)) {
      payments.add(new Payment(row.number(), paid, first, row.customer().currency()));
    }
    if (!second.isAfter(AS_OF)) {
      payments.add(
          new Payment(
              row.number(), second, row.amount().subtract(first), row.customer().currency()));
    }
  }

  /// Days after the due date, by habit and the share of the two years gone.
  private int late(Habit habit, double progress) {
    return switch (habit) {
      case PROMPT, NEW -> random.nextInt(7) - 4;
      case STEADY -> random.nextInt(9) - 1;
      case SLOW -> 9 + random.nextInt(22);
      case IMPROVING -> (int) (28 * (1 - progress) * (1 - progress)) + random.nextInt(4) - 2;
      case SLIPPING -> (int) (34 * progress) + random.nextInt(6);
      case SHRINKING -> (int) (50 * progress) + random.nextInt(8);
      case LEAVES_BALANCES, DISPUTES -> random.nextInt(7);
      case LATER_AND_LATER -> (int) (72 * progress * progress) + random.nextInt(3);
      case BREAKS_PROMISES -> 4 + (int) (26 * progress) + random.nextInt(6);
      case PAYS_IN_PARTS -> (int) (24 * progress) + random.nextInt(5);
    };
  }

  private static boolean stopped(Habit habit, LocalDate issued) {
    return switch (habit) {
      case SHRINKING -> issued.isAfter(LocalDate.of(2025, 7, 20));
      case LEAVES_BALANCES -> issued.isAfter(LocalDate.of(2025, 12, 10));
      case LATER_AND_LATER -> issued.isAfter(LocalDate.of(2026, 2, 20));
      case BREAKS_PROMISES -> issued.isAfter(LocalDate.of(2026, 2, 1));
      case PAYS_IN_PARTS, PROMPT, STEADY, SLOW, IMPROVING, SLIPPING, DISPUTES, NEW -> false;
    };
  }

  private String receivables() {
    StringBuilder csv =
        new StringBuilder(
            "receivable,debtor,name,country,issued,due,amount,currency,order,part,terms,incoterm,disputed\n");
    for (Row r : rows) {
      Customer c = r.customer();
      csv.append(r.number())
          .append(',')
          .append(c.id())
          .append(',')
          .append(cell(c.name()))
          .append(',')
          .append(c.country())
          .append(',')
          .append(r.issued())
          .append(',')
          .append(r.due())
          .append(',')
          .append(r.amount())
          .append(',')
          .append(c.currency())
          .append(',')
          .append(r.order())
          .append(',')
          .append(r.part())
          .append(',')
          .append(cell(c.terms()))
          .append(',')
          .append(cell(c.incoterm()))
          .append(',')
          .append(r.disputed() ? "yes" : "no")
          .append('\n');
    }
    return csv.toString();
  }

  private String paymentRows() {
    StringBuilder csv = new StringBuilder("receivable,paid_on,amount,currency\n");
    payments.forEach(
        p ->
            csv.append(p.receivable())
                .append(',')
                .append(p.on())
                .append(',')
                .append(p.amount())
                .append(',')
                .append(p.currency())
                .append('\n'));
    return csv.toString();
  }

  private static String cell(String text) {
    return text.contains(",") || text.contains("\"")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
