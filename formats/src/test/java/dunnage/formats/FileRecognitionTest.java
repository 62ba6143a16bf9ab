package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.FindingCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRecognitionTest {

  private static final String TABLE =
      "invoice number,customer,invoice date,due date,amount,currency\nA1,Acme,2026-01-01,2026-01-31,10.00,EUR\n";

  @TempDir Path folder;

  @Test
  void an_empty_file_is_told_of() {
    Sample sample = Sample.of("");
    assertThat(sample.codes()).containsExactly(FindingCode.FILE_EMPTY);
    assertThat(sample.report().kind()).isEqualTo(FileKind.UNKNOWN);
  }

  @Test
  void a_file_of_blank_lines_holds_nothing() {
    assertThat(Sample.of("\n \n\n").codes()).containsExactly(FindingCode.FILE_EMPTY);
  }

  @Test
  void a_binary_file_is_told_of() {
    byte[] picture = {
      (byte) 0x89,
      'P',
      'N',
      'G',
      '\r',
      '\n',
      0x1a,
      '\n',
      0,
      0,
      0,
      13,
      'I',
      'H',
      'D',
      'R',
      0,
      1,
      2,
      3
    };
    assertThat(Sample.of(picture, ReadOptions.recognise()).codes())
        .containsExactly(FindingCode.FILE_BINARY);
  }

  @Test
  void a_nul_in_a_small_file_costs_its_row() {
    assertThat(Sample.of(TABLE + "A2,A\0cme,2026-01-01,2026-01-31,10.00,EUR\n").codes())
        .contains(FindingCode.CHARSET_BAD);
  }

  @Test
  void a_nul_far_below_costs_its_row() {
    StringBuilder rows = new StringBuilder(TABLE);
    for (int i = 0; i < 3_000; i++) {
      rows.append("B").append(i).append(",Acme,2026-01-01,2026-01-31,10.00,EUR\n");
    }
    Sample sample = Sample.of(rows + "A2,A\0cme,2026-01-01,2026-01-31,10.00,EUR\n");
    assertThat(sample.report().records()).isEqualTo(3_001);
    assertThat(sample.report().rejected()).isEqualTo(1);
    assertThat(sample.finding(FindingCode.CHARSET_BAD).line()).isEqualTo(3_003);
  }

  @Test
  void what_a_file_is_does_not_depend_on_its_name() {
    assertThat(Sample.of(TABLE).report().kind()).isEqualTo(FileKind.RECEIVABLES);
    String invoice = "\ufeff<?xml version=\"1.0\"?><x/>";
    assertThat(Sample.of(invoice).report().recognised()).doesNotContainKey("delimiter");
  }

  @Test
  void a_file_that_is_not_there_is_a_finding_and_no_exception() {
    Sample sample = Sample.of(folder.resolve("none.csv"), ReadOptions.recognise());
    assertThat(sample.codes()).containsExactly(FindingCode.FILE_UNREADABLE);
  }

  @Test
  void a_pipe_gives_its_bytes_once_and_is_read_all_the_same() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    StringBuilder text = new StringBuilder(TABLE);
    for (int i = 0; i < 5_000; i++) {
      text.append("B").append(i).append(",Acme,2026-01-01,2026-01-31,10.00,EUR\n");
    }
    Thread writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    java.nio.file.Files.writeString(pipe, text);
                  } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                });
    Sample sample = Sample.of(pipe, ReadOptions.recognise());
    writer.join();
    assertThat(sample.report().records()).isEqualTo(5_001);
  }

  @Test
  void a_folder_is_a_finding_and_no_exception() {
    assertThat(Sample.of(folder, ReadOptions.recognise()).codes())
        .containsExactly(FindingCode.FILE_UNREADABLE);
  }

  @Test
  void a_bank_statement_as_csv_is_none_of_ours() {
    String bank = "Date,Description,Amount,Balance\n10/02/2018,Shop,-5.00,995.00\n";
    Sample sample = Sample.of(bank);
    assertThat(sample.report().kind()).isEqualTo(FileKind.UNKNOWN);
    assertThat(sample.codes()).containsExactly(FindingCode.FILE_UNKNOWN);
    assertThat(sample.facts()).isEmpty();
  }

  @Test
  void a_marketplace_report_is_none_of_ours() {
    String report =
        "Order ID,Buyer name,Transaction date,Amount,Fee,Net,Payout ID\n1,Jo,2026-01-01,10.00,1.00,9.00,P1\n";
    Sample sample = Sample.of(report);
    assertThat(sample.report().kind()).isEqualTo(FileKind.UNKNOWN);
    assertThat(sample.facts()).isEmpty();
  }

  @Test
  void exchange_rates_are_told_to_be_what_they_are() {
    for (String rates :
        new String[] {
          "Date,USD,JPY,CNY,\n2026-01-02,1.10,160.5,7.9,\n",
          "date,from,to,rate\n2026-01-02,EUR,USD,1.10\n"
        }) {
      Sample sample = Sample.of(rates);
      assertThat(sample.report().kind()).isEqualTo(FileKind.EXCHANGE_RATES);
      assertThat(sample.report().records()).isPositive();
      assertThat(sample.facts()).isEmpty();
    }
  }

  @Test
  void rates_are_read_through_the_same_door() throws java.io.IOException {
    Path file =
        java.nio.file.Files.writeString(
            folder.resolve("rates.csv"), "date,from,to,rate\n2026-01-02,EUR,USD,1.10\n");
    dunnage.kernel.money.FxRates rates = new dunnage.kernel.money.FxRates();
    assertThat(dunnage.formats.Files.readRates(file, "rates.csv", rates).kind())
        .isEqualTo(FileKind.EXCHANGE_RATES);
    assertThat(rates.isEmpty()).isFalse();
    assertThat(dunnage.formats.Files.readRates(folder.resolve("none"), "none", rates).findings())
        .extracting(f -> f.code())
        .containsExactly(FindingCode.FILE_UNREADABLE);
  }

  @Test
  void prose_is_none_of_ours() {
    Sample sample = Sample.of("Dear customer,\nplease pay.\n", StandardCharsets.UTF_8);
    assertThat(sample.report().kind()).isEqualTo(FileKind.UNKNOWN);
    assertThat(sample.report().asked()).isFalse();
  }

  @Test
  void a_table_cut_at_any_byte_is_read_or_told_of() {
    byte[] whole =
        (TABLE
                + "A2,\"Müller, Söhne\",2026-01-01,2026-01-31,\"1,234.50\",EUR\r\nA3,Acme,2026-01-05,2026-02-04,7.00,EUR\r\n")
            .getBytes(StandardCharsets.UTF_8);
    int most = 0;
    for (int length = 0; length <= whole.length; length++) {
      Sample sample = Sample.of(java.util.Arrays.copyOf(whole, length), ReadOptions.recognise());
      int lines = sample.report().records() + sample.report().rejected();
      assertThat(lines).as("cut at %d", length).isGreaterThanOrEqualTo(most == 3 ? 2 : 0);
      most = Math.max(most, sample.report().records());
      if (sample.report().records() == 0 && length > 0) {
        assertThat(sample.report().findings()).as("cut at %d", length).isNotEmpty();
      }
    }
    assertThat(most).isEqualTo(3);
  }
}
