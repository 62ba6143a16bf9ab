package dunnage.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/// Writes an invented book of any size as one wide CSV (issue, due, paid day, amount, paid amount),
/// and on request the same book as an hledger journal. The same arguments write the same bytes.
///
/// `java dunnage.bench.BookGenerator RECEIVABLES DEBTORS SEED OUT-DIR [--journal]`
///
/// About 85 of 100 receivables are paid in full, 5 in part; the rest is open. One currency, so that
/// both programs have one total to agree on; `open-total.txt` holds it.
public final class BookGenerator {

  static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
  static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);
  private static final int DAYS = 1095;
  private static final int[] TERMS = {14, 30, 45, 60, 90};
  private static final String CURRENCY = "EUR";

  /// Amounts are cents.
  private record Row(
      int number,
      String debtor,
      LocalDate issued,
      LocalDate due,
      long amount,
      LocalDate paidOn,
      long paid) {}

  private BookGenerator() {}

  public static void main(String[] args) throws IOException {
    boolean journal = args.length == 5 && args[4].equals("--journal");
    if (args.length != 4 && !journal) {
      throw new IllegalArgumentException("RECEIVABLES DEBTORS SEED OUT-DIR [--journal]");
    }
    write(
        Integer.parseInt(args[0]),
        Integer.parseInt(args[1]),
        Long.parseLong(args[2]),
        Path.of(args[3]),
        journal);
  }

  /// Writes `book.csv`, `open-total.txt` and, when asked, `book.journal`.
  static void write(int receivables, int debtors, long seed, Path folder, boolean journal)
      throws IOException {
    Files.createDirectories(folder);
    Random random = new Random(seed);
    long open = 0;
    try (BufferedWriter csv = Files.newBufferedWriter(folder.resolve("book.csv"));
        BufferedWriter ledger =
            journal
                ? Files.newBufferedWriter(folder.resolve("book.journal"))
                : new BufferedWriter(java.io.Writer.nullWriter())) {
      csv.write("receivable,debtor,name,issued,due,amount,currency,paid_on,paid_amount\n");
      ledger.write("commodity 1000.00 EUR\n\n");
      for (int i = 1; i <= receivables; i++) {
        Row row = row(i, debtors, (long) i * DAYS / receivables, random);
        csv.write(csv(row));
        if (journal) {
          ledger.write(journal(row));
        }
        open += row.amount() - row.paid();
      }
    }
    Files.writeString(folder.resolve("open-total.txt"), decimal(open) + " " + CURRENCY + "\n");
  }

  private static Row row(int number, int debtors, long day, Random random) {
    int who = 1 + random.nextInt(debtors);
    LocalDate issued = FIRST_DAY.plusDays(Math.min(day, DAYS - 1));
    LocalDate due = issued.plusDays(TERMS[who % TERMS.length]);
    long amount = 10_000 + random.nextInt(4_990_000);
    int luck = random.nextInt(100);
    LocalDate wanted = due.plusDays(who % 10 == 0 ? random.nextInt(80) : random.nextInt(20) - 8);
    LocalDate paidOn = wanted.isAfter(AS_OF) ? AS_OF : wanted.isBefore(issued) ? issued : wanted;
    long paid = luck < 85 ? amount : luck < 90 ? amount / 3 : 0;
    return new Row(number, "D%06d".formatted(who), issued, due, amount, paidOn, paid);
  }

  private static String csv(Row r) {
    String paid = r.paid() == 0 ? "," : r.paidOn() + "," + decimal(r.paid());
    return "INV%08d,%s,Debtor %s,%s,%s,%s,%s,%s\n"
        .formatted(
            r.number(),
            r.debtor(),
            r.debtor(),
            r.issued(),
            r.due(),
            decimal(r.amount()),
            CURRENCY,
            paid);
  }

  private static String journal(Row r) {
    String issue =
        "%s INV%08d ; due:%s\n    assets:receivable:%s  %s EUR\n    income:sales\n\n"
            .formatted(r.issued(), r.number(), r.due(), r.debtor(), decimal(r.amount()));
    String pay =
        "%s INV%08d paid\n    assets:bank  %s EUR\n    assets:receivable:%s\n\n"
            .formatted(r.paidOn(), r.number(), decimal(r.paid()), r.debtor());
    return r.paid() == 0 ? issue : issue + pay;
  }

  private static String decimal(long cents) {
    return "%d.%02d".formatted(cents / 100, cents % 100);
  }
}
