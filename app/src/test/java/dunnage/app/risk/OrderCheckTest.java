package dunnage.app.risk;

import static dunnage.app.risk.Desk.TODAY;
import static dunnage.app.risk.Desk.regular;
import static dunnage.app.risk.Desk.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Hold, ask or ship, over the API.
class OrderCheckTest {

  private static String debtorsOf(Desk desk, String number) {
    return desk.debtor(number);
  }

  @Test
  void a_good_customer_is_shipped_to_within_the_limit_and_not_beyond() {
    Desk desk = new Desk().with(regular("C1", "10000.00", "EUR", 0)).assessed();
    String debtor = debtorsOf(desk, "C1");
    Answer ship = desk.check(debtor, "3000.00", "EUR", "");
    assertThat(ship.status()).as(ship.body()).isEqualTo(200);
    assertThat(ship.text("decision")).as(ship.body()).isEqualTo("ship");
    assertThat(ship.text("light")).isEqualTo("green");
    assertThat(ship.text("sentence"))
        .isEqualTo("Ship: exposure is 30 % of the limit with this order");
    assertThat(ship.text("id")).startsWith("chk_");
    var numbers = ship.json().path("numbers");
    assertThat(numbers.path("limit").path("amount").asString()).isEqualTo("10000.00");
    assertThat(numbers.path("percent").asString()).isEqualTo("30.0");
    assertThat(numbers.path("grade").asString()).isEqualTo("A");

    Answer little = desk.check(debtor, "12000.00", "EUR", "");
    assertThat(little.text("decision")).isEqualTo("ship_on_terms");
    var terms = little.json().path("what_would_ship");
    assertThat(terms.path("deposit").path("amount").asString()).isEqualTo("2000.00");
    Answer again =
        desk.check(
            debtor,
            "12000.00",
            "EUR",
            ",\"deposit\":{\"amount\":\"2000.00\",\"currency\":\"EUR\"}");
    assertThat(again.text("decision")).as(again.body()).isEqualTo("ship");

    Answer hold = desk.check(debtor, "40000.00", "EUR", "");
    assertThat(hold.text("decision")).isEqualTo("hold");
    assertThat(hold.text("sentence"))
        .isEqualTo("Hold: this order takes exposure to 400 % of the limit");
    assertThat(hold.json().path("what_would_ship").path("kind").asString())
        .isEqualTo("deposit_and_balance");
  }

  @Test
  void what_is_late_and_over_the_limit_is_held_with_both_figures() {
    Desk desk =
        new Desk()
            .with(
                regular("C1", "10000.00", "EUR", 0)
                    + unpaid("C1", "4000.00", "EUR", TODAY.minusDays(77))
                    + unpaid("C1", "8000.00", "EUR", TODAY.minusDays(10)))
            .assessed();
    Answer hold = desk.check(debtorsOf(desk, "C1"), "3000.00", "EUR", "");
    assertThat(hold.text("decision")).as(hold.body()).isEqualTo("hold");
    assertThat(hold.text("sentence")).contains("of the limit; EUR 4,000.00 is 47 days late");
    assertThat(hold.json().path("numbers").path("oldest_days_late").asInt()).isEqualTo(47);
  }

  @Test
  void another_currency_is_converted_at_a_named_rate_and_never_taken_at_face_value() {
    Desk desk = new Desk().with(regular("C1", "10000.00", "EUR", 0)).assessed();
    String debtor = debtorsOf(desk, "C1");
    Answer refer = desk.check(debtor, "3000.00", "USD", "");
    assertThat(refer.text("decision")).isEqualTo("refer");
    assertThat(refer.text("sentence")).contains("no exchange rate").contains("USD in EUR");
    RunningServer server = RunningServer.get();
    server
        .part(dunnage.app.platform.Tenancy.class)
        .in(
            desk.organisation,
            () -> {
              server
                  .part(dunnage.app.ledger.Ledger.class)
                  .rates(
                      List.of(
                          new dunnage.kernel.money.FxRate(
                              dunnage.kernel.money.Currency.of("EUR"),
                              dunnage.kernel.money.Currency.of("USD"),
                              new java.math.BigDecimal("1.25"),
                              TODAY.minusDays(2),
                              "ECB")),
                      "ECB",
                      null);
              return 0;
            });
    Answer ship = desk.check(debtor, "3000.00", "USD", "");
    assertThat(ship.text("decision")).as(ship.body()).isEqualTo("ship");
    assertThat(ship.json().path("numbers").path("order").path("amount").asString())
        .isEqualTo("2400.00");
    assertThat(ship.json().path("numbers").path("rates_used").toString())
        .contains("\"from\":\"USD\"", "\"to\":\"EUR\"", TODAY.minusDays(2).toString());
  }

  @Test
  void who_is_unknown_to_the_desk_is_referred_and_nobody_is_not_found() {
    Desk desk = new Desk().with(unpaid("C9", "100.00", "EUR", TODAY.minusDays(3))).assessed();
    Answer refer = desk.check(debtorsOf(desk, "C9"), "50.00", "EUR", "");
    assertThat(refer.text("decision")).as(refer.body()).isEqualTo("refer");
    assertThat(refer.text("sentence")).contains("too few payments");
    assertThat(refer.json().path("what_would_ship").path("kind").asString())
        .isEqualTo("prepayment");
    assertThat(desk.check("deb_01h455vb4pex5vsknk084sn02q", "1.00", "EUR", "").status())
        .isEqualTo(404);
    Desk other = new Desk();
    assertThat(other.check(debtorsOf(desk, "C9"), "50.00", "EUR", "").status()).isEqualTo(404);
  }

  @Test
  void a_persons_limit_counts_instead_and_nothing_blocks() {
    Desk desk =
        new Desk()
            .with(regular("C1", "10000.00", "EUR", 0) + unpaid("C9", "100.00", "EUR", TODAY))
            .assessed();
    String path = "/api/v1/debtors/" + debtorsOf(desk, "C9") + "/limit";
    Answer none = desk.client.get(path);
    assertThat(none.header("ETag")).isEqualTo("\"0\"");
    String body =
        "{\"limit\":{\"amount\":\"5000.00\",\"currency\":\"EUR\"},\"reason\":\"known for years\"}";
    assertThat(desk.client.send("PUT", path, body, Map.of()).status()).isEqualTo(428);
    Answer set = desk.client.send("PUT", path, body, Map.of("If-Match", "\"0\""));
    assertThat(set.status()).as(set.body()).isEqualTo(200);
    assertThat(desk.client.send("PUT", path, body, Map.of("If-Match", "\"0\"")).status())
        .isEqualTo(412);
    Answer ship = desk.check(debtorsOf(desk, "C9"), "1000.00", "EUR", "");
    assertThat(ship.text("decision")).as(ship.body()).isEqualTo("ship");
    assertThat(ship.json().path("numbers").path("limit_source").asString()).isEqualTo("person");

    String blocked = "/api/v1/debtors/" + debtorsOf(desk, "C1") + "/limit";
    String nothing =
        "{\"limit\":{\"amount\":\"0.00\",\"currency\":\"EUR\"},\"reason\":\"fraud\",\"until\":\"2026-12-31\"}";
    assertThat(desk.client.send("PUT", blocked, nothing, Map.of("If-Match", "\"0\"")).status())
        .isEqualTo(200);
    Answer hold = desk.check(debtorsOf(desk, "C1"), "1.00", "EUR", ",\"terms\":\"prepayment\"");
    assertThat(hold.text("decision")).isEqualTo("hold");
    assertThat(hold.json().path("what_would_ship").isNull()).isTrue();
    RunningServer.get().setDay(TODAY.plusDays(37));
    try {
      assertThat(desk.client.get(blocked).json().path("counts").asBoolean()).isFalse();
      assertThat(
              desk.check(debtorsOf(desk, "C1"), "1.00", "EUR", ",\"terms\":\"prepayment\"")
                  .text("decision"))
          .isEqualTo("ship");
    } finally {
      RunningServer.get().setDay(TODAY);
    }
    String back = "{\"limit\":null,\"reason\":\"cleared\"}";
    assertThat(desk.client.send("PUT", blocked, back, Map.of("If-Match", "\"1\"")).status())
        .isEqualTo(200);
    assertThat(desk.check(debtorsOf(desk, "C1"), "1.00", "EUR", "").text("decision"))
        .isEqualTo("ship");
  }

  @Test
  void hostile_amounts_are_refused_where_they_stand() {
    Desk desk = new Desk().with(unpaid("C9", "100.00", "EUR", TODAY)).assessed();
    String debtor = debtorsOf(desk, "C9");
    for (String[] bad :
        List.of(
            new String[] {"0", "EUR"},
            new String[] {"0.00", "EUR"},
            new String[] {"-5.00", "EUR"},
            new String[] {"100000000000000000", "EUR"},
            new String[] {"1e9", "EUR"},
            new String[] {"NaN", "EUR"},
            new String[] {"5.001", "EUR"},
            new String[] {"5.50", "JPY"},
            new String[] {"5.00", "XXX"},
            new String[] {"5.00", "eur"},
            new String[] {"٥", "EUR"})) {
      Answer refused = desk.check(debtor, bad[0], bad[1], "");
      assertThat(refused.status()).as(bad[0] + " " + bad[1] + refused.body()).isEqualTo(422);
      assertThat(refused.body()).contains("\"pointer\":\"/amount");
    }
    for (String more :
        List.of(
            ",\"date\":\"2020-01-01\"",
            ",\"date\":\"2126-01-01\"",
            ",\"minutes\":0",
            ",\"minutes\":999999999",
            ",\"terms\":\"whenever\"",
            ",\"terms\":\"999\"",
            ",\"deposit\":{\"amount\":\"6.00\",\"currency\":\"EUR\"}",
            ",\"deposit\":{\"amount\":\"1.00\",\"currency\":\"USD\"}",
            ",\"deposit\":{\"amount\":\"-1.00\",\"currency\":\"EUR\"}",
            ",\"order\":\"%s\"".formatted("x".repeat(101)))) {
      assertThat(desk.check(debtor, "5.00", "EUR", more).status()).as(more).isEqualTo(422);
    }
    assertThat(desk.client.post("/api/v1/orders/check", "{}").status()).isEqualTo(422);
    assertThat(desk.client.post("/api/v1/orders/check", "[]").status()).isBetween(400, 422);
  }

  @Test
  void a_check_is_kept_overruled_with_a_reason_and_later_shows_what_became_of_it() {
    Desk desk = new Desk().with(regular("C1", "10000.00", "EUR", 0)).assessed();
    String debtor = debtorsOf(desk, "C1");
    Answer hold = desk.check(debtor, "40000.00", "EUR", ",\"order\":\"PO-7\"");
    String path = "/api/v1/orders/checks/" + hold.text("id");
    Answer kept = desk.client.get(path);
    assertThat(kept.status()).as(kept.body()).isEqualTo(200);
    assertThat(kept.json().path("answer").path("sentence").asString())
        .isEqualTo(hold.text("sentence"));
    assertThat(kept.json().path("outcome").path("state").asString()).isEqualTo("not_invoiced");
    assertThat(desk.client.post(path + "/override", "{\"decision\":\"ship\"}").status())
        .isEqualTo(422);
    Answer over =
        desk.client.post(
            path + "/override", "{\"decision\":\"ship\",\"reason\":\"letter of credit\"}");
    assertThat(over.status()).as(over.body()).isEqualTo(201);
    String receivable =
        """
        {"debtor":"%s","number":"PO-7-1","issued":"2026-11-25","due":"2026-12-25",
         "amount":{"amount":"40000.00","currency":"EUR"}}
        """
            .formatted(debtor);
    Answer recorded = desk.client.post("/api/v1/receivables", receivable);
    assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
    Answer changed =
        desk.client.send(
            "PATCH",
            "/api/v1/receivables/" + recorded.text("id"),
            "{\"order_number\":\"PO-7\",\"reason\":\"forgotten\"}",
            Map.of("If-Match", recorded.header("ETag")));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(desk.client.get(path).json().path("outcome").path("state").asString())
        .isEqualTo("open");
    RunningServer.get().setDay(TODAY.plusDays(40));
    try {
      var outcome = desk.client.get(path).json().path("outcome");
      assertThat(outcome.path("state").asString()).isEqualTo("overdue");
      assertThat(outcome.path("days_late").asInt()).isEqualTo(10);
    } finally {
      RunningServer.get().setDay(TODAY);
    }
    assertThat(new Desk().client.get(path).status()).isEqualTo(404);
  }
}
