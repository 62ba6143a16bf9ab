package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.cli.AssessInput.Assessed;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Book;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssessReportTest {

  @Test
  void the_report_starts_with_one_sentence_that_adds_no_currencies() {
    assertThat(report(100).lines().findFirst())
        .hasValue(
            "EUR 1,234.50 is overdue with 1 debtor; 1 needs you today; you could sell more to 1"
                + " customer.");
  }

  @Test
  void the_report_tells_what_to_do_and_why() {
    assertThat(report(160))
        .contains(
            "12.0 % ever over 90 days late · orders falling",
            "Call the finance director today.",
            "47 days late and orders fell by 61 %.",
            "limit EUR 2,469.00 (need)",
            "deposit, balance before shipment");
  }

  @Test
  void no_line_is_wider_than_the_terminal() {
    for (int columns : new int[] {100, 120, 160}) {
      assertThat(report(columns).lines())
          .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(columns));
    }
  }

  @Test
  void off_a_terminal_there_is_no_colour() {
    assertThat(report(100)).doesNotContain("\u001b");
  }

  @Test
  void findings_are_grouped_with_their_first_places() {
    assertThat(report(100))
        .contains("error date_bad (4 times)", "book.csv line 3, due: “31.02.2026”", "and 1 more");
  }

  @Test
  void han_characters_take_two_cells() {
    assertThat(DisplayWidth.of("深圳")).isEqualTo(4);
    assertThat(DisplayWidth.of("é")).isEqualTo(1);
    assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
    assertThat(DisplayWidth.cut("深圳市华强", 6)).isEqualTo("深圳…");
  }

  static String report(int columns) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(out, out, Map.of("COLUMNS", String.valueOf(columns)), false);
    Finding bad = Finding.at(FindingCode.DATE_BAD, "book.csv", 3, "due", "31.02.2026", "a date");
    AssessReport.print(
        new Assessed(
            HandMade.twoDebtors(),
            Book.of(List.of()),
            List.of(),
            List.of(bad, bad, bad, bad),
            ExitCode.OK),
        terminal);
    out.flush();
    String text = bytes.toString(StandardCharsets.UTF_8);
    if (Boolean.getBoolean("dunnage.show")) {
      System.out.println(text);
    }
    return text;
  }
}
