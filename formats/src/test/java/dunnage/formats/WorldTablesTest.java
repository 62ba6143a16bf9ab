package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.BookBuilder;
import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.world.Life;
import dunnage.kernel.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTablesTest {

  private static final LocalDate FIRST = LocalDate.of(2022, 4, 1);
  private static final LocalDate LAST = LocalDate.of(2024, 12, 31);
  private static final long SEED = 31;

  @Test
  void what_is_written_is_read_back_as_the_same_facts_without_a_finding(@TempDir Path folder)
      throws IOException {
    List<Life> lives = World.debtors(SEED, 60, FIRST, 3);
    write(folder, lives);
    BookBuilder builder = new BookBuilder();
    for (String name :
        List.of(
            WorldTables.RECEIVABLES,
            WorldTables.PAYMENTS,
            WorldTables.ORDERS,
            WorldTables.EVENTS)) {
      FileReport report =
          dunnage.formats.Files.read(
              folder.resolve(name), name, ReadOptions.recognise(), builder::add);
      assertThat(report.findings()).as(name).isEmpty();
    }
    Book read = builder.build();
    assertThat(read.findings()).isEmpty();
    assertThat(read.unmatched()).isEmpty();
    assertThat(told(read)).as("seed %d", SEED).isEqualTo(told(Book.of(known(lives))));
  }

  @Test
  void the_truth_names_every_debtor_and_both_days_of_its_default(@TempDir Path folder)
      throws IOException {
    List<Life> lives = World.debtors(SEED, 60, FIRST, 3);
    write(folder, lives);
    List<String> lines = Files.readAllLines(folder.resolve(WorldTables.TRUTH));
    assertThat(lines).hasSize(61);
    for (int i = 0; i < lives.size(); i++) {
      Life life = lives.get(i);
      String[] cells = lines.get(i + 1).split(",", -1);
      assertThat(cells[0]).isEqualTo(life.debtor().id());
      assertThat(cells[1]).isEqualTo(life.kind().code());
      LocalDate fails = life.truth().firstDefault();
      assertThat(cells[6]).isEqualTo(fails == null ? "" : fails.toString());
      assertThat(cells[7]).isEqualTo(fails == null ? "" : fails.plusDays(91).toString());
      assertThat(cells[8].equals("0.00") || cells[8].isEmpty())
          .as("%s loses %s", life.debtor().id(), cells[8])
          .isEqualTo(life.kind().healthy() || fails == null);
    }
  }

  @Test
  void a_settlement_of_a_marketplace_adds_up_over_its_rows(@TempDir Path folder)
      throws IOException {
    write(folder, World.marketplaces(SEED, 40, FIRST, 3));
    assertThat(Files.readAllLines(folder.resolve(WorldTables.RECEIVABLES))).hasSize(1);
    TreeMap<String, Long> owed = new TreeMap<>();
    TreeMap<String, Long> told = new TreeMap<>();
    List<String> lines = Files.readAllLines(folder.resolve(WorldTables.PAYOUTS));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      assertThat(LocalDate.parse(cells[2])).isBeforeOrEqualTo(LocalDate.parse(cells[3]));
      owed.put(cells[1], cents(cells[4]));
      told.merge(cells[1], cents(cells[9]), Long::sum);
    }
    assertThat(owed).hasSizeGreaterThan(500).isEqualTo(told);
  }

  @Test
  void the_same_world_is_the_same_bytes(@TempDir Path one, @TempDir Path other) throws IOException {
    write(one, World.debtors(SEED, 20, FIRST, 3));
    write(other, World.debtors(SEED, 20, FIRST, 3));
    for (String name : List.of(WorldTables.RECEIVABLES, WorldTables.PAYMENTS, WorldTables.EVENTS)) {
      assertThat(Files.mismatch(one.resolve(name), other.resolve(name))).as(name).isEqualTo(-1);
    }
  }

  private static void write(Path folder, List<Life> lives) throws IOException {
    try (WorldTables tables =
        new WorldTables(LAST, name -> Files.newBufferedWriter(folder.resolve(name)))) {
      lives.forEach(tables::write);
    }
  }

  private static long cents(String decimal) {
    return Long.parseLong(decimal.replace(".", ""));
  }

  /// What had happened by the last day; the world itself goes on.
  private static List<Fact> known(List<Life> lives) {
    List<Fact> facts = new ArrayList<>();
    for (Life life : lives) {
      for (Fact fact : life.facts()) {
        boolean happened =
            switch (fact) {
              case Fact.Issued issued -> !issued.receivable().issued().isAfter(LAST);
              case Fact.Settled settled ->
                  !settled.receivable().issued().isAfter(LAST)
                      && !java.util.Objects.requireNonNull(settled.entry().on()).isAfter(LAST);
              case Fact.Ordered ordered -> !ordered.on().isAfter(LAST);
              case Fact.Noted noted -> !noted.on().isAfter(LAST);
              case Fact.Remitted none -> false;
              case Fact.Received none -> false;
              case Fact.Allocated none -> false;
              case Fact.BankReceipt none -> false;
              case Fact.CreditHeld none -> false;
            };
        if (happened) {
          facts.add(fact);
        }
      }
    }
    return facts;
  }

  /// Every fact of the book as a line, without the place in a file it was read from.
  private static List<String> told(Book book) {
    List<String> lines = new ArrayList<>();
    for (DebtorBook debtor : book.debtors()) {
      lines.add(debtor.debtor().toString());
      for (Account account : debtor.accounts()) {
        Receivable r = account.receivable();
        Deal deal = r.deal();
        lines.add(
            "%s %s %s %s %s %s"
                .formatted(
                    r.number(),
                    r.issued(),
                    r.due(),
                    r.amount(),
                    deal == null ? "" : deal.order() + " " + deal.part(),
                    entries(account)));
      }
      debtor.orders().forEach(o -> lines.add("%s %s %s".formatted(o.number(), o.on(), o.amount())));
      debtor
          .notes()
          .forEach(
              n ->
                  lines.add(
                      "%s %s %s %s %s"
                          .formatted(n.on(), n.event(), n.words(), n.amount(), n.until())));
      lines.add("credits " + debtor.credits());
    }
    return lines;
  }

  private static String entries(Account account) {
    StringBuilder text = new StringBuilder();
    for (Entry entry : account.entries()) {
      text.append(entry.kind()).append(entry.on()).append(entry.amount()).append(' ');
    }
    return text.toString();
  }
}
