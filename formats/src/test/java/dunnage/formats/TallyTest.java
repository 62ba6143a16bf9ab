package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTest {

  private static final String HEAD = "invoice;customer;issued;due;amount;currency;status\n";
  private static final List<String> CURRENCIES = List.of("EUR", "JPY", "BHD", "USD");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void lines_and_money_of_a_damaged_file_are_all_in_one_of_two(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < 400; i++) {
      text.append(random.nextInt(4) == 0 ? damaged(random, i) : whole(random, i, "open"));
    }

    Sample sample = Sample.of(text.toString());

    PlainScan plain = PlainScan.of(text.toString());
    Tally tally = sample.report().tally();
    String clue = "seed " + seed + " " + sample.report().findings();
    assertThat(tally.linesIn()).as(clue).isEqualTo(plain.lines);
    assertThat(tally.rejectedUnreadable()).as(clue).isEqualTo(plain.unreadable);
    Amounts both = new Amounts().addAll(tally.accepted()).addAll(tally.rejectedMoney());
    assertThat(both).as(clue).isEqualTo(plain.money);
    assertThat(tally.rejectedMoney().isZero()).as(clue).isFalse();
    for (RejectedRow row : sample.rejected()) {
      String line = text.toString().split("\n", -1)[row.line() - 1];
      if (!line.contains("\"")) {
        assertThat(String.join(";", row.cells())).as(clue).isEqualTo(line);
      }
    }
  }

  private static String whole(Random random, int i, String status) {
    String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
    int digits = Currency.of(currency).digits();
    long minor = random.nextInt(1, 1_000_000) * (random.nextInt(20) == 0 ? -1L : 1L);
    String amount = BigDecimal.valueOf(minor, digits).toPlainString();
    return "N%d; Customer %d ;2026-01-05;2026-02-%02d;%s;%s;%s\n"
        .formatted(i, i % 7, 1 + i % 28, amount, currency, status);
  }

  private static String damaged(Random random, int i) {
    String whole = whole(random, i, "open");
    return switch (random.nextInt(11)) {
      case 0 -> whole.replace("2026-02-", "2026-13-");
      case 1 -> whole.replaceFirst(";-?[0-9.]+;([A-Z]{3})", ";12x4;$1");
      case 2 -> whole.replaceFirst(";-?[0-9.]+;([A-Z]{3})", ";;$1");
      case 3 -> whole.replaceFirst("EUR|JPY|BHD|USD", "ZZZ");
      case 4 -> whole(random, i, "void");
      case 5 -> whole(random, i, "draft");
      case 6 -> whole.replace("\n", ";behind the last\n");
      case 7 -> whole.replace(" Customer", "\" Customer");
      case 8 -> "Total;;;;" + random.nextInt(1, 99_999) + ";EUR;\n";
      case 9 -> HEAD;
      default -> "\n" + whole.replace("2026-01-05", "yesterday");
    };
  }

  /// What anyone finds who cuts the lines at the semicolons and adds up.
  private static final class PlainScan {
    int lines;
    int unreadable;
    final Amounts money = new Amounts();

    static PlainScan of(String text) {
      PlainScan scan = new PlainScan();
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("invoice"))
          .forEach(scan::see);
      return scan;
    }

    private void see(String line) {
      lines++;
      String[] cells = line.split(";", -1);
      Currency currency = cells.length == 7 ? Currency.find(cells[5]) : null;
      if (currency == null || !cells[4].matches("-?[0-9]+([.][0-9]+)?") || line.contains("\"")) {
        unreadable++;
      } else {
        money.add(Money.of(currency, new BigDecimal(cells[4])));
      }
    }
  }

  @Test
  void a_row_left_out_comes_with_its_line_its_cells_as_written_and_every_problem() {
    Sample sample =
        Sample.of(
            HEAD
                + "A1; Müller ;2026-01-05;2026-02-05;100.00;EUR;open\n"
                + "A2; Müller ;2026-01-05;2026-02-31;200.00;EUR;open\n");

    RejectedRow row = sample.rejected().getFirst();
    assertThat(sample.rejected()).hasSize(1);
    assertThat(row.line()).isEqualTo(3);
    assertThat(row.setAside()).isFalse();
    assertThat(row.cells())
        .containsExactly("A2", " Müller ", "2026-01-05", "2026-02-31", "200.00", "EUR", "open");
    assertThat(row.problem())
        .isEqualTo("date_bad: due 2026-02-31, expected a date that exists, like 2026-03-31");
    assertThat(sample.report().rejectedMoney()).hasToString("[200.00 EUR]");
    assertThat(sample.report().rejectedUnreadable()).isZero();
  }

  @Test
  void a_total_a_void_document_and_a_repeated_line_are_left_out_and_have_nothing_to_mend() {
    Sample sample =
        Sample.of(
            HEAD
                + "A1;Ann;2026-01-05;2026-02-05;100.00;EUR;open\n"
                + "A2;Ann;2026-01-05;2026-02-05;50.00;EUR;void\n"
                + "Total;;;;150.00;EUR;\n");

    Tally tally = sample.report().tally();
    assertThat(tally.linesIn()).isEqualTo(3);
    assertThat(tally.rejected()).isEqualTo(2);
    assertThat(tally.setAside()).isEqualTo(2);
    assertThat(sample.report().toMend()).isZero();
    assertThat(tally.accepted()).hasToString("[100.00 EUR]");
    assertThat(tally.rejectedMoney()).hasToString("[200.00 EUR]");
  }

  @Test
  void every_line_behind_too_many_broken_ones_is_handed_on() {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < 1_500; i++) {
      text.append("A").append(i).append(";\"Ann;2026-01-05;2026-02-05;100.00;EUR;open\n\n");
    }

    Sample sample = Sample.of(text.toString());

    assertThat(sample.report().linesIn()).isEqualTo(1_500);
    assertThat(sample.rejected()).hasSize(1_500);
    assertThat(sample.rejected().getLast().line()).isEqualTo(3_000);
    assertThat(sample.rejected().getLast().cells())
        .containsExactly("A1499", "Ann;2026-01-05;2026-02-05;100.00;EUR;open");
    assertThat(sample.report().rejectedUnreadable()).isEqualTo(1_500);
  }

  @Test
  void promised_money_is_money_of_the_file_too() {
    Sample sample =
        Sample.of(
            "date,debtor,event,amount,currency,until\n"
                + "2026-01-05,D1,promise,100.00,EUR,2026-01-20\n"
                + "2026-01-05,D1,message_sent,,,\n"
                + "2026-01-05,D1,dance,70.00,EUR,\n"
                + "never,D1,message_sent,,,\n");

    assertThat(sample.report().accepted()).hasToString("[100.00 EUR]");
    assertThat(sample.report().rejectedMoney()).hasToString("[70.00 EUR]");
    assertThat(sample.report().rejectedUnreadable()).isZero();
  }

  @Test
  void a_file_refused_as_a_whole_is_one_line_of_unread_money() {
    Sample sample = Sample.of(new byte[0]);

    assertThat(sample.report().linesIn()).isOne();
    assertThat(sample.report().rejectedUnreadable()).isOne();
    assertThat(sample.rejected().getFirst().problem()).startsWith(FindingCode.FILE_EMPTY.code());
  }

  @Test
  void the_header_comes_before_the_rows() throws IOException {
    Path file = folder.resolve("any.csv");
    Files.writeString(file, HEAD + "A1;Ann;x;y;100.00;EUR;open\n", StandardCharsets.UTF_8);
    List<String> seen = new ArrayList<>();

    dunnage.formats.Files.read(
        file,
        "any.csv",
        ReadOptions.recognise(),
        fact -> {},
        new RejectedRows() {
          @Override
          public void header(List<String> names) {
            seen.add(String.join(";", names));
          }

          @Override
          public void row(RejectedRow row) {
            seen.add(String.join(";", row.cells()));
          }
        });

    assertThat(seen).containsExactly(HEAD.strip(), "A1;Ann;x;y;100.00;EUR;open");
  }
}
