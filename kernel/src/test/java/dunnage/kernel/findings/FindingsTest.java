package dunnage.kernel.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

  @Test
  void a_hostile_cell_cannot_draw_on_the_terminal() {
    String seen =
        Finding.of(
                FindingCode.AMOUNT_BAD,
                "a.csv",
                "1\u001b[2J\r\n\u202E5\u0000\u200B\uD800",
                "digits")
            .seen();
    assertThat(seen).isEqualTo("1?[2J???5???");
  }

  @Test
  void a_long_cell_is_cut_between_characters() {
    assertThat(Finding.of(FindingCode.AMOUNT_BAD, "a.csv", "x".repeat(500), "").seen())
        .isEqualTo("x".repeat(120) + "…");
    String shoes = Finding.of(FindingCode.AMOUNT_BAD, "a.csv", "👟".repeat(500), "").seen();
    assertThat(shoes).isEqualTo("👟".repeat(120) + "…");
    assertThat(Finding.of(FindingCode.AMOUNT_BAD, "a.csv", "x".repeat(120), "").seen())
        .hasSize(120);
  }

  @Test
  void a_finding_takes_severity_and_remedy_from_its_code() {
    Finding finding = Finding.at(FindingCode.DATE_BAD, "a.csv", 7, "due", "31.02.", "a day");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.remedy()).isEqualTo(FindingCode.DATE_BAD.remedy());
    assertThat(finding.withRemedy("ask").remedy()).isEqualTo("ask");
    assertThat(finding.withRemedy("ask").line()).isEqualTo(7);
  }

  @Test
  void a_file_wrong_on_every_line_keeps_a_thousand_findings_and_says_how_many_more() {
    FindingLog log = new FindingLog();
    for (int line = 1; line <= 250_000; line++) {
      log.add(Finding.at(FindingCode.DATE_BAD, "a.csv", line, "due", "?", "a day"));
    }
    log.add(Finding.at(FindingCode.AMOUNT_BAD, "a.csv", 3, "amount", "?", "digits"));
    log.add(Finding.at(FindingCode.DATE_BAD, "b.csv", 3, "due", "?", "a day"));
    List<Finding> all = log.list();
    assertThat(all).hasSize(FindingLog.KEPT_PER_CODE + 3);
    assertThat(all.getLast().seen()).isEqualTo("249000 more like these");
    assertThat(all.getLast().code()).isEqualTo(FindingCode.DATE_BAD);
    assertThat(all.getLast().file()).isEqualTo("a.csv");
    assertThat(all).filteredOn(f -> f.file().equals("b.csv")).hasSize(1);
    assertThat(log.has(FindingCode.AMOUNT_BAD)).isTrue();
    assertThat(log.has(FindingCode.QUOTE_UNCLOSED)).isFalse();
  }

  @Test
  void every_code_says_what_it_means_and_what_to_do() {
    for (FindingCode code : FindingCode.values()) {
      assertThat(code.meaning()).as(code.code()).endsWith(".");
      assertThat(code.remedy()).as(code.code()).isNotBlank();
      assertThat(code.code()).matches("[a-z_]+");
    }
  }
}
