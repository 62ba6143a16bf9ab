package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dunnage.kernel.findings.FindingCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileTableTest {

  private static final String HEADER = "number,customer,issued,due,amount\n";
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path folder;

  private Path file(String name, byte[] head, long size) throws IOException {
    Path file = folder.resolve(name);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(head);
      byte[] chunk = new byte[1 << 20];
      Arrays.fill(chunk, (byte) 'x');
      while (out.length() < size) {
        out.write(chunk);
      }
    }
    return file;
  }

  @Test
  void a_line_without_end_is_refused_before_it_is_read_whole() throws IOException {
    Path line = file("line.csv", HEADER.getBytes(StandardCharsets.UTF_8), 200L << 20);
    assertTimeout(
        SOON,
        () -> {
          Sample sample = Sample.of(line, ReadOptions.recognise());
          assertThat(sample.codes()).containsExactly(FindingCode.LINE_TOO_LONG);
          assertThat(sample.finding(FindingCode.LINE_TOO_LONG).line()).isEqualTo(2);
          assertThat(sample.facts()).isEmpty();
        });
  }

  @Test
  void a_quote_over_the_rest_of_a_large_file_costs_one_row_and_little_time() throws IOException {
    Path file = folder.resolve("quote.csv");
    int rows = 300_000;
    try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(HEADER.getBytes(StandardCharsets.UTF_8));
      out.write("A0,\"Acme,2026-01-01,2026-01-31,10.00\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 1; i < rows; i++) {
        out.write(
            ("A" + i + ",Acme,2026-01-01,2026-01-31,10.00\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    assertTimeout(
        SOON,
        () -> {
          FileReport report =
              dunnage.formats.Files.read(file, "quote.csv", ReadOptions.recognise(), fact -> {});
          assertThat(report.records()).isEqualTo(rows - 1);
          assertThat(report.rejected()).isEqualTo(1);
        });
  }

  @Test
  void broken_quotes_on_every_line_stop_the_reading_in_time() throws IOException {
    Path file = folder.resolve("quotes.csv");
    try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(
          (HEADER + "A0,Acme,2026-01-01,2026-01-31,10.00\n").getBytes(StandardCharsets.UTF_8));
      for (int i = 1; i < 200_000; i++) {
        out.write("A,\"x\"y,2026-01-01,2026-01-31,10.00\n".getBytes(StandardCharsets.UTF_8));
      }
    }
    assertTimeout(
        SOON,
        () -> {
          Sample sample = Sample.of(file, ReadOptions.recognise());
          assertThat(sample.report().records()).isEqualTo(1);
          assertThat(sample.report().rejected()).isEqualTo(199_999);
          assertThat(sample.codes()).contains(FindingCode.QUOTE_UNCLOSED);
        });
  }

  @Test
  void debtors_chosen_to_collide_do_not_slow_the_reading_down() {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < 1 << 14; i++) {
      StringBuilder debtor = new StringBuilder();
      for (int bit = 0; bit < 14; bit++) {
        debtor.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append('A')
          .append(i)
          .append(',')
          .append(debtor)
          .append(",2026-01-01,2026-01-31,10.00\n");
    }
    assertTimeout(
        SOON,
        () -> {
          Sample sample = Sample.of(text.toString());
          assertThat(sample.receivables().stream().map(r -> r.debtor().id()).distinct().count())
              .isEqualTo(1 << 14);
        });
  }

  @Test
  void a_cell_of_a_million_characters_is_a_finding() {
    String long1 =
        HEADER
            + "A1,\""
            + "y".repeat(2_000_000)
            + "\",2026-01-01,2026-01-31,10.00\nA2,Acme,2026-01-01,2026-01-31,10.00\n";
    Sample sample = Sample.of(long1);
    assertThat(sample.receivable().number()).isEqualTo("A2");
    assertThat(sample.report().rejected()).isEqualTo(1);
    assertThat(sample.report().findings()).allMatch(f -> f.seen().length() < 200);
  }

  @Test
  void whatever_the_bytes_are_there_is_a_report_and_no_exception() {
    long seed = 20260304;
    Random random = new Random(seed);
    byte[] base =
        (HEADER
                + "A1,\"Müller, Söhne\",2026-01-01,31/01/2026,\"1,234.50\"\nA2,宁波,2026-01-01,13/01/2026,(5.00)\nTotal,,,,1239.50\n")
            .getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = base.clone();
      for (int k = random.nextInt(12); k >= 0; k--) {
        bytes[random.nextInt(bytes.length)] =
            (byte)
                (random.nextBoolean()
                    ? random.nextInt(256)
                    : ",;\"\n\r\t|0.-/".charAt(random.nextInt(11)));
      }
      Sample sample;
      try {
        sample = Sample.of(bytes, ReadOptions.recognise());
      } catch (RuntimeException e) {
        throw new AssertionError(
            "seed "
                + seed
                + ", round "
                + round
                + ": "
                + new String(bytes, StandardCharsets.ISO_8859_1),
            e);
      }
      assertThat(
              sample.report().records() + sample.report().rejected() > 0
                  || !sample.report().findings().isEmpty())
          .as("seed %d, round %d", seed, round)
          .isTrue();
    }
  }

  @Test
  void control_characters_do_not_reach_the_findings() {
    Sample sample =
        Sample.of(
            HEADER
                + "A1,Acme,2026-01-01,\u001b[31mred,10.00\nA2,\u202eevil,2026-01-01,soon,10.00\n");
    assertThat(sample.report().findings())
        .allSatisfy(f -> assertThat(f.seen()).doesNotContain("\u001b").doesNotContain("\u202e"));
  }

  @Test
  void the_same_number_on_two_rows_counts_twice_here_and_is_told_of_by_the_book() {
    Sample sample =
        Sample.of(
            HEADER + "A1,Acme,2026-01-01,2026-01-31,10.00\nA1,Acme,2026-01-01,2026-01-31,10.00\n");
    assertThat(sample.receivables()).hasSize(2);
    assertThat(dunnage.kernel.ledger.Book.of(sample.facts()).findings())
        .extracting(f -> f.code())
        .containsExactly(FindingCode.NUMBER_REPEATED);
  }
}
