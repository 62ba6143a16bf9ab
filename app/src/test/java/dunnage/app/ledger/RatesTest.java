package dunnage.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Exchange rates stated over the API.
class RatesTest {

  private static final String PATH = "/api/v1/rates";

  private final Desk desk = new Desk();

  private Answer put(String on, String from, String to, String rate) {
    return desk.client.send(
        "PUT",
        PATH,
        """
        {"on":"%s","from":"%s","to":"%s","rate":"%s","source":"ECB"}
        """
            .formatted(on, from, to, rate),
        Map.of());
  }

  private List<String> rates(String query) {
    JsonNode data = desk.client.get(PATH + query).json().path("data");
    List<String> rates = new ArrayList<>();
    data.forEach(row -> rates.add(row.path("on").asString() + " " + row.path("rate").asString()));
    return rates;
  }

  private long facts() {
    return desk.inside(
        () ->
            Desk.count(
                desk.tenancy.sql(
                    "SELECT count(*) FROM ledger_fact WHERE org_id = :org"
                        + " AND kind = 'rate.stated'")));
  }

  @Test
  void the_rate_of_a_day_is_the_latest_stated_until_then() {
    assertThat(put("2026-01-05", "EUR", "CNY", "7.8125").status()).isEqualTo(200);
    put("2026-01-08", "EUR", "CNY", "7.80");
    put("2026-01-08", "EUR", "USD", "1.09");
    assertThat(rates("?from=EUR&to=CNY&on=2026-01-07")).containsExactly("2026-01-05 7.8125");
    assertThat(rates("?from=EUR&to=CNY&on=2026-02-07")).containsExactly("2026-01-08 7.8");
    assertThat(rates("?on=2026-02-07")).containsExactly("2026-01-08 7.8", "2026-01-08 1.09");
    assertThat(rates("?on=2026-01-04")).isEmpty();
    List<String> all = new ArrayList<>();
    String after = "";
    do {
      all.addAll(rates("?limit=1" + after));
      String next = desk.client.get(PATH + "?limit=1" + after).json().path("next").asString("");
      after = next.isEmpty() ? "" : "&after=" + next;
    } while (!after.isEmpty());
    assertThat(all).containsExactly("2026-01-08 7.8", "2026-01-08 1.09", "2026-01-05 7.8125");
  }

  @Test
  void a_rate_is_stated_anew_and_both_are_kept_in_the_log() {
    put("2026-01-05", "EUR", "CNY", "78.125");
    put("2026-01-05", "EUR", "CNY", "7.8125");
    assertThat(rates("")).containsExactly("2026-01-05 7.8125");
    assertThat(facts()).isEqualTo(2);
    put("2026-01-05", "EUR", "CNY", "7.81250");
    assertThat(facts()).as("the same again states nothing").isEqualTo(2);
    desk.mustAgree();
  }

  @Test
  void what_is_wrong_is_said_where_it_is() {
    assertThat(desk.errors(desk.client.send("PUT", PATH, "{}", Map.of())))
        .containsExactlyInAnyOrder("/from", "/to", "/rate", "/source");
    assertThat(desk.errors(put("2999-01-01", "EUR", "EUR", "0.0")))
        .containsExactlyInAnyOrder("/on", "/to", "/rate");
    for (String rate : List.of("-1", "1e9", "NaN", "1,5", "10000000000", "0.0000000000001")) {
      assertThat(desk.errors(put("2026-01-05", "EUR", "CNY", rate)))
          .as(rate)
          .containsExactly("/rate");
    }
    assertThat(desk.errors(put("2026-01-05", "EUR", "XAU", "1"))).containsExactly("/to");
    assertThat(desk.client.get(PATH + "?from=eur").status()).isEqualTo(422);
    assertThat(desk.client.get(PATH + "?after=MjAyNi0wMS0wNR8AHwA").status()).isEqualTo(422);
    assertThat(rates("")).isEmpty();
  }

  @Test
  void others_see_rates_of_their_own_and_auditors_state_none() {
    put("2026-01-05", "EUR", "CNY", "7.8125");
    assertThat(new Desk().client.get(PATH).json().path("data")).isEmpty();
    Colleague auditor = Colleague.of(desk.client, "auditor");
    assertThat(auditor.get(PATH).json().path("data")).hasSize(1);
    assertThat(auditor.nobody().send("PUT", PATH, "{}", auditor.headers()).status()).isEqualTo(403);
  }
}
