package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Client;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The risk desk of a server, asked by commands.
class RiskCommandsTest {

  private final RunningServer server = RunningServer.get();
  private final Client client = server.organisation();

  private Run run(String... arguments) {
    return Run.in(
        Map.of("DUNNAGE_URL", server.address(), "DUNNAGE_TOKEN", client.token()), arguments);
  }

  private String debtor(String limit) {
    String id =
        client.post("/api/v1/debtors", "{\"name\":\"Nordsee\",\"number\":\"C1\"}").text("id");
    client.send(
        "PUT",
        "/api/v1/debtors/" + id + "/limit",
        "{\"limit\":{\"amount\":\"%s\",\"currency\":\"EUR\"},\"reason\":\"known\"}"
            .formatted(limit),
        Map.of("If-Match", "\"0\""));
    return id;
  }

  @Test
  void an_order_within_the_limit_ships_and_is_reserved_for() {
    debtor("5000.00");
    Run ship = run("orders", "check", "C1", "3000 EUR", "--order", "PO-1", "--reserve");
    assertThat(ship.code()).as(ship.out() + ship.err()).isZero();
    assertThat(ship.out()).contains("Nordsee: Ship: ", "reserved", "res_", "5000.00 EUR");
    Run more = run("orders", "check", "C1", "3000 EUR");
    assertThat(more.code()).as(more.out()).isEqualTo(3);
    assertThat(more.out()).contains("deposit");
  }

  @Test
  void what_is_blocked_is_held_and_what_is_unknown_is_said() {
    debtor("0.00");
    Run hold = run("orders", "check", "nordsee", "1 EUR", "--json");
    assertThat(hold.code()).as(hold.out()).isEqualTo(5);
    assertThat(JsonTree.of(hold.out()).text("light")).isEqualTo("red");
    assertThat(run("orders", "check", "nobody", "1 EUR").code()).isEqualTo(4);
    assertThat(run("orders", "check", "C1", "a lot").code()).isEqualTo(2);
    assertThat(run("orders", "check", "C1", "12").code()).isEqualTo(2);
  }

  @Test
  void lists_say_when_they_are_empty() {
    assertThat(run("alarms", "list").out()).isEqualTo("No alarms.\n");
    assertThat(run("scores", "list").out()).isEqualTo("No debtor was assessed.\n");
    assertThat(run("scores", "list", "--csv").out()).startsWith("debtor,grade,limit,");
  }
}
