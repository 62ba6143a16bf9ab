package dunnage.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Client;
import dunnage.app.risk.Desk;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Charts on the pages: each is drawn without a style or a script, says its sentence, and has a
/// table with the same figures.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChartPagesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private final Client client = RunningServer.get().organisation();
  private PageClient pages = new PageClient(client);
  private String late = "";

  @BeforeAll
  void book() {
    Desk desk =
        new Desk(client)
            .with(
                Desk.regular("C1", "10000.00", "EUR", 3)
                    + Desk.unpaid("C1", "6000.00", "EUR", TODAY.minusDays(160))
                    + Desk.unpaid("C2", "3000.00", "EUR", TODAY.minusDays(20))
                    + Desk.unpaid("C3", "1000.00", "EUR", TODAY.minusDays(20))
                    + Desk.unpaid("C3", "700.00", "USD", TODAY.minusDays(20)))
            .assessed();
    late = "/debtors/" + desk.debtor("C1");
    pages = PageClient.of(client);
  }

  @Test
  void lateness_of_a_debtor_is_drawn_told_and_tabled() {
    String page = pages.get(late).body();
    assertThat(page.split("class=\"paid\" cx", -1)).as(page).hasSize(13 + 1 + 1);
    assertThat(page.split("class=\"unpaid\" cx", -1)).hasSize(1 + 1 + 1);
    assertThat(page).contains("class=\"typical", "Due 18 Jul 2026: 130 days late");
    assertThat(pages.text(late))
        .contains(
            "How they paid",
            "Typical now: 3 days late.",
            "still unpaid, up to today",
            "Jul 2026 2 1",
            "No score is known of a month ago.");
  }

  @Test
  void the_score_of_a_month_before_is_a_tick_on_every_bar() {
    Client other = RunningServer.get().organisation();
    Desk desk = new Desk(other).with(Desk.regular("M1", "10000.00", "EUR", 0)).assessed();
    try {
      RunningServer.get().setDay(TODAY.plusMonths(1));
      desk.with(Desk.unpaid("M1", "6000.00", "EUR", TODAY.minusDays(160))).assessed();
      PageClient theirs = PageClient.of(other);
      String one = "/debtors/" + desk.debtor("M1");
      assertThat(theirs.get(one).body().split("class=\"then\"", -1)).hasSize(5 + 1 + 1);
      assertThat(theirs.text(one))
          .contains("fewer than on 25 Nov 2026.", "Most is lost under “What is overdue”.");
      assertThat(theirs.get(one, "ru").body()).contains("меньше, чем на 25 нояб. 2026");
    } finally {
      RunningServer.get().setDay(TODAY);
    }
  }

  @Test
  void reasons_lead_to_the_rows_behind_them() {
    assertThat(pages.get(late).body())
        .contains(
            "href=\"/receivables?overdue=true&amp;debtor="
                + late.substring("/debtors/".length())
                + "\"");
  }

  @Test
  void a_debtor_of_whom_little_is_known_has_no_drawing() {
    String one = pages.done("/debtors/new", "name", "Nobody Ltd", "country", "gb");
    assertThat(pages.get(one).body()).doesNotContain("class=\"lateness\"", "class=\"dimensions\"");
  }

  @Test
  void who_holds_most_of_what_is_open_is_above_the_list() {
    assertThat(pages.text("/debtors"))
        .contains(
            "60 % hangs on C1 GmbH: insure it",
            "Herfindahl index 4,600 of 10,000", "C2 GmbH 3,000.00 30 % 90 %");
    assertThat(pages.text("/debtors?held=USD")).contains("100 % hangs on C3 GmbH");
    assertThat(pages.text("/debtors?held=nothing")).contains("60 % hangs on C1 GmbH");
    assertThat(pages.text("/debtors?grade=E")).doesNotContain("Herfindahl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN", "ru"})
  void charts_are_there_in_every_language(String language) {
    for (String path : new String[] {late, "/debtors"}) {
      String page = pages.get(path, language).body();
      assertThat(page)
          .as(path)
          .contains("<figure", "class=\"summary\"", "<details><summary>")
          .doesNotContain("??", "style=\"", "th:", "null");
    }
  }
}
