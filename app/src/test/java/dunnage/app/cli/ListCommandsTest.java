package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Client;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Debtors, receivables and aging of a server, on a terminal and for programs.
class ListCommandsTest {

  private final RunningServer server = RunningServer.get();
  private final Client client = server.organisation();
  private String debtor = "";

  @BeforeEach
  void books() {
    debtor =
        client
            .post(
                "/api/v1/debtors",
                """
                {"name":"深圳市华强电子","number":"C-1041","country":"CN","terms":"O/A 60"}
                """)
            .text("id");
    client.post("/api/v1/debtors", "{\"name\":\"=cmd|' /C calc'!A0\"}");
    client.post(
        "/api/v1/receivables",
        """
        {"debtor":"%s","number":"R1","issued":"2025-01-05","due":"2025-02-04",
         "amount":{"amount":"1234.50","currency":"CNY"}}
        """
            .formatted(debtor));
  }

  private Run run(String... arguments) {
    return Run.in(
        Map.of("DUNNAGE_URL", server.address(), "DUNNAGE_TOKEN", client.token()), arguments);
  }

  @Test
  void a_debtor_is_found_in_another_script_and_shown_with_what_is_open() {
    assertThat(run("debtors", "list", "huaqiang").out()).contains("深圳市华强电子", debtor);
    for (String named : new String[] {"C-1041", "huaqiang", debtor}) {
      Run shown = run("debtors", "show", named);
      assertThat(shown.code()).as(shown.err()).isZero();
      assertThat(shown.out()).contains("O/A 60", "R1", "1234.50", "CNY");
    }
  }

  @Test
  void whom_nobody_knows_is_not_found_and_whom_two_could_be_is_asked_for() {
    assertThat(run("debtors", "show", "Nemo").code()).isEqualTo(4);
    client.post("/api/v1/debtors", "{\"name\":\"Huaqiang Shoes\"}");
    Run two = run("debtors", "show", "huaqiang");
    assertThat(two.code()).isEqualTo(2);
    assertThat(two.err()).contains("more than one", debtor);
    Run none = run("debtors", "list", "nemo");
    assertThat(none.out()).isEqualTo("Nobody is found by nemo.\n");
  }

  @Test
  void a_list_for_a_spreadsheet_starts_no_formula() {
    Run list = run("debtors", "list", "--csv");
    assertThat(list.out()).startsWith("name,number,country,id\n").contains("'=cmd|");
    assertThat(run("debtors", "list", "--csv", "--json").code()).isEqualTo(2);
  }

  @Test
  void rows_for_programs_are_those_of_the_api() {
    JsonTree list = JsonTree.of(run("receivables", "list", "--json").out());
    assertThat(list.list("data")).hasSize(1);
    assertThat(list.list("data").getFirst().money("open")).isEqualTo("1234.50 CNY");
    assertThat(list.list("data").getFirst().names()).contains("title");
    assertThat(run("receivables", "list", "--state", "none").code()).isEqualTo(2);
  }

  @Test
  void aging_shows_a_day_that_is_past() {
    assertThat(run("aging", "--on", "2025-02-20").out())
        .contains("At the end of 2025-02-20", "CNY", "1234.50");
    assertThat(run("aging", "--on", "2025-01-01").out()).contains("Nothing was open.");
    assertThat(run("aging", "--debtors", "CNY", "--csv").out())
        .startsWith("debtor,open,not_due,1-30,31-60,61-90,90+,disputed\n")
        .contains("深圳市华强电子,1234.50,0.00");
  }
}
