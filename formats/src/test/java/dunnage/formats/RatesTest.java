package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import dunnage.kernel.money.FxRates;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatesTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final Currency USD = Currency.of("USD");
  private static final Currency CNY = Currency.of("CNY");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @TempDir Path dir;

  private final FxRates rates = new FxRates();

  @Test
  void the_banks_table_is_units_per_euro_and_a_blank_is_no_rate() throws IOException {
    FileReport report =
        read("Date,USD,CNY,EEK,\n2026-03-02,1.25,N/A,15.6466,\n2026-02-27,1.2,8.1,,\n");
    assertThat(report.kind()).isEqualTo(FileKind.EXCHANGE_RATES);
    assertThat(report.records()).isEqualTo(4);
    assertThat(report.findings()).isEmpty();
    assertThat(rates.find(EUR, USD, DAY))
        .isEqualTo(new FxRate(EUR, USD, new BigDecimal("1.25"), DAY, "ECB"));
    assertThat(rates.find(EUR, CNY, DAY))
        .isEqualTo(new FxRate(EUR, CNY, new BigDecimal("8.1"), LocalDate.of(2026, 2, 27), "ECB"));
    assertThat(report.recognised())
        .containsEntry("first_day", "2026-02-27")
        .containsEntry("last_day", "2026-03-02");
  }

  @Test
  void the_banks_xml_gives_the_same_rates() throws IOException {
    FileReport report =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <g:Envelope xmlns:g="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
              <Cube><Cube time="2026-03-02"><Cube currency="USD" rate="1.25"/><Cube currency="QQQ" rate="3"/><Cube currency="CNY" rate="-8"/></Cube>
              <Cube time="2026-02-30"><Cube currency="USD" rate="1.3"/></Cube></Cube>
            </g:Envelope>
            """);
    assertThat(report.kind()).isEqualTo(FileKind.EXCHANGE_RATES);
    assertThat(report.records()).isEqualTo(1);
    assertThat(report.rejected()).isEqualTo(3);
    assertThat(codes(report))
        .containsExactly(
            FindingCode.CURRENCY_UNKNOWN, FindingCode.AMOUNT_BAD, FindingCode.DATE_BAD);
    assertThat(rates.find(EUR, USD, DAY).rate()).isEqualTo("1.25");
  }

  @Test
  void a_document_type_is_refused_here_too() throws IOException {
    FileReport report =
        read("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x\"><Cube time=\"2026-03-02\"/>");
    assertThat(codes(report)).containsExactly(FindingCode.XML_REFUSED);
    assertThat(rates.isEmpty()).isTrue();
  }

  @Test
  void a_row_per_pair_is_read_with_any_delimiter_and_header_in_any_case() throws IOException {
    for (String text :
        List.of(
            "DATE,From,to,RATE\n2026-03-02,USD,CNY,7.2\n",
            "\uFEFFdate;from;to;rate\r\n2026-03-02;USD;CNY;7,2\r\n",
            "from\tto\trate\tdate\nUSD\tCNY\t7.2\t2026-03-02")) {
      FxRates own = new FxRates();
      FileReport report = read(text.getBytes(StandardCharsets.UTF_8), own);
      assertThat(report.findings()).isEmpty();
      assertThat(report.records()).isEqualTo(1);
      assertThat(own.find(USD, CNY, DAY))
          .isEqualTo(new FxRate(USD, CNY, new BigDecimal("7.2"), DAY, "file rates.csv"));
    }
    FxRates own = new FxRates();
    read(
        "\uFEFFdate,from,to,rate\n2026-03-02,USD,CNY,7.2".getBytes(StandardCharsets.UTF_16LE), own);
    assertThat(own.isEmpty()).isFalse();
  }

  @Test
  void bad_rows_are_told_with_their_line_and_the_others_count() throws IOException {
    FileReport report =
        read(
            """
            date,from,to,rate
            2026-02-31,USD,CNY,7.2
            2026-03-02,US,CNY,7.2
            2026-03-02,USD,CNY,0
            2026-03-02,USD,CNY,NaN
            2026-03-02,USD,CNY,1e400
            2026-03-02,USD,USD,1.5
            2026-03-02,USD
            2026-03-02,USD,CNY,
            2026-03-02,USD,CNY,7.2
            """);
    assertThat(report.findings()).extracting(Finding::line).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(codes(report))
        .containsExactly(
            FindingCode.DATE_BAD,
            FindingCode.CURRENCY_UNKNOWN,
            FindingCode.AMOUNT_BAD,
            FindingCode.AMOUNT_BAD,
            FindingCode.AMOUNT_BAD,
            FindingCode.AMOUNT_BAD,
            FindingCode.VALUE_MISSING,
            FindingCode.VALUE_MISSING);
    assertThat(report.rejected()).isEqualTo(8);
    assertThat(report.records()).isEqualTo(1);
  }

  @Test
  void what_is_no_table_of_rates_is_told() throws IOException {
    assertThat(codes(read("customer,amount\nLindner,5")))
        .containsExactly(FindingCode.HEADER_MISSING);
    assertThat(codes(read("<Order/>"))).containsExactly(FindingCode.FILE_UNKNOWN);
    assertThat(codes(read(""))).containsExactly(FindingCode.FILE_EMPTY);
    byte[] cyrillic = "дата,USD\n".getBytes(Charset.forName("windows-1251"));
    assertThat(codes(read(cyrillic, rates))).containsExactly(FindingCode.CHARSET_BAD);
    assertThat(codes(read("Date,USD\n" + "x".repeat(70_000))))
        .containsExactly(FindingCode.LINE_TOO_LONG);
    assertThat(codes(Rates.read(dir.resolve("none.csv"), "none.csv", rates)))
        .containsExactly(FindingCode.FILE_UNREADABLE);
  }

  private FileReport read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), rates);
  }

  private FileReport read(byte[] bytes, FxRates into) throws IOException {
    Path file = Files.createTempFile(dir, "rates", ".csv");
    Files.write(file, bytes);
    return Rates.read(file, "rates.csv", into);
  }

  private static List<FindingCode> codes(FileReport report) {
    return report.findings().stream().map(Finding::code).toList();
  }
}
