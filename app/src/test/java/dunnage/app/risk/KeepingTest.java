package dunnage.app.risk;

import static dunnage.app.risk.Desk.TODAY;
import static dunnage.app.risk.Desk.regular;
import static dunnage.app.risk.Desk.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Scores follow the books, and what was said of a debtor stays said; headroom is given once.
class KeepingTest {

  @AfterEach
  void today() {
    RunningServer.get().setDay(TODAY);
  }

  @Test
  void a_score_follows_the_book_and_the_one_before_stays_as_it_was_told() {
    Desk desk = new Desk().with(regular("C1", "10000.00", "EUR", 0)).assessed();
    Answer good = desk.score("C1");
    assertThat(good.status()).as(good.body()).isEqualTo(200);
    assertThat(good.json().path("pending").asBoolean()).isFalse();
    RunningServer.get().setDay(TODAY.plusDays(1));
    desk.with(unpaid("C1", "90000.00", "EUR", TODAY.minusDays(160))).assessed();
    Answer bad = desk.score("C1");
    assertThat(bad.text("grade")).isGreaterThan(good.text("grade"));
    assertThat(bad.text("id")).isNotEqualTo(good.text("id"));
    String debtor = desk.debtor("C1");
    Answer then = desk.client.get("/api/v1/debtors/" + debtor + "/score?as_of=" + TODAY);
    assertThat(then.text("id")).as(then.body()).isEqualTo(good.text("id"));
    assertThat(then.text("grade")).isEqualTo(good.text("grade"));
    Answer all = desk.client.get("/api/v1/debtors/" + debtor + "/scores");
    assertThat(all.json().path("data").size()).isEqualTo(2);
    Answer proven = desk.client.get("/api/v1/evidence/entries/" + bad.text("id"));
    assertThat(proven.text("kind")).as(proven.body()).isEqualTo("score.computed");
  }

  @Test
  void assessing_twice_says_nothing_new() {
    Desk desk = new Desk().with(regular("C1", "10000.00", "EUR", 10)).assessed();
    String first = desk.score("C1").text("id");
    desk.with("N1,C2,C2 GmbH,2026-11-01,2026-12-01,5.00,EUR,,\n").assessed();
    assertThat(desk.score("C1").text("id")).isEqualTo(first);
    RunningServer.get().setDay(TODAY.plusDays(1));
    desk.assessed();
    assertThat(desk.score("C1").text("id")).isEqualTo(first);
  }

  @Test
  void a_fallen_grade_raises_one_alarm_that_a_person_takes_note_of() {
    Desk desk = new Desk().with(regular("C1", "10000.00", "EUR", 0)).assessed();
    desk.with(unpaid("C1", "90000.00", "EUR", TODAY.minusDays(160))).assessed();
    JsonNode alarms = desk.client.get("/api/v1/alarms?direction=worse").json().path("data");
    List<JsonNode> fallen = new ArrayList<>();
    alarms.forEach(
        alarm -> {
          if (alarm.path("kind").asString().equals("grade")) {
            fallen.add(alarm);
          }
        });
    assertThat(fallen).as("%s", alarms).hasSize(1);
    String path = "/api/v1/alarms/" + fallen.getFirst().path("id").asString();
    Answer noted = desk.client.post(path + "/acknowledge", "{\"note\":\"called Li\"}");
    assertThat(noted.status()).as(noted.body()).isEqualTo(200);
    assertThat(noted.text("state")).isEqualTo("acknowledged");
    desk.with("N1,C2,C2 GmbH,2026-11-01,2026-12-01,5.00,EUR,,\n").assessed();
    Answer still = desk.client.get(path);
    assertThat(still.text("note")).isEqualTo("called Li");
    assertThat(desk.client.get("/api/v1/alarms?state=open&direction=worse").body())
        .doesNotContain(fallen.getFirst().path("id").asString());
    assertThat(new Desk().client.get(path).status()).isEqualTo(404);
  }

  @Test
  void the_last_headroom_is_given_once_however_many_ask() throws Exception {
    Desk desk = new Desk().with(unpaid("C9", "1000.00", "EUR", TODAY.minusDays(3))).assessed();
    String debtor = desk.debtor("C9");
    assertThat(set(desk, debtor, "5000.00").status()).isEqualTo(200);
    int clients = 16;
    CyclicBarrier start = new CyclicBarrier(clients);
    List<Answer> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        all.add(
            threads.submit(
                () -> {
                  start.await();
                  return desk.check(debtor, "1200.00", "EUR", ",\"reserve\":true");
                }));
      }
      for (Future<Answer> one : all) {
        answers.add(one.get());
      }
    }
    List<Answer> reserved =
        answers.stream().filter(a -> a.json().path("reservation").isObject()).toList();
    JsonNode last = desk.check(debtor, "1.00", "EUR", "").json().path("numbers");
    assertThat(answers).allMatch(a -> a.status() == 200);
    assertThat(reserved.stream().filter(a -> a.text("decision").equals("ship"))).hasSize(3);
    assertThat(new java.math.BigDecimal(last.path("exposure").path("amount").asString()))
        .as("%s", last)
        .isLessThanOrEqualTo(new java.math.BigDecimal("5000.00"));
    String path = "/api/v1/reservations/" + id(reserved.getFirst());
    assertThat(desk.client.send("DELETE", path, "", Map.of()).status()).isIn(200, 204);
    assertThat(desk.client.get(path).text("state")).isEqualTo("released");
  }

  private static Answer set(Desk desk, String debtor, String amount) {
    String limit =
        "{\"limit\":{\"amount\":\"%s\",\"currency\":\"EUR\"},\"reason\":\"known for years\"}";
    Map<String, String> seen = Map.of("If-Match", "\"0\"");
    return desk.client.send("PUT", limit(debtor), limit.formatted(amount), seen);
  }

  private static String limit(String debtor) {
    return "/api/v1/debtors/" + debtor + "/limit";
  }

  private static String id(Answer reserved) {
    return reserved.json().path("reservation").path("id").asString();
  }

  @Test
  void a_reservation_ends_by_itself_and_when_its_order_is_recorded() {
    Desk desk = new Desk().with(regular("C1", "10000.00", "EUR", 0)).assessed();
    String debtor = desk.debtor("C1");
    Answer held = desk.check(debtor, "2000.00", "EUR", ",\"reserve\":true,\"order\":\"PO-1\"");
    String path = "/api/v1/reservations/" + id(held);
    assertThat(desk.client.get(path).text("state")).as(held.body()).isEqualTo("held");
    Answer order =
        desk.client.post(
            "/api/v1/orders",
            "{\"debtor\":\"%s\",\"number\":\"PO-1\",\"amount\":{\"amount\":\"2000.00\",\"currency\":\"EUR\"}}"
                .formatted(debtor));
    assertThat(order.status()).as(order.body()).isEqualTo(201);
    assertThat(desk.client.get(path).text("state")).isEqualTo("used");
    Answer other = desk.check(debtor, "500.00", "EUR", ",\"reserve\":true,\"minutes\":60");
    RunningServer.get().setDay(TODAY.plusDays(1));
    assertThat(desk.client.get("/api/v1/reservations/" + id(other)).text("state"))
        .isEqualTo("expired");
  }

  @Test
  void two_records_of_one_firm_are_judged_together_once_merged() {
    Desk desk =
        new Desk()
            .with(
                regular("C1", "10000.00", "EUR", 0)
                    + unpaid("C2", "30000.00", "EUR", TODAY.minusDays(130)))
            .assessed();
    String good = desk.debtor("C1");
    String bad = desk.debtor("C2");
    String before = desk.score("C1").text("grade");
    assertThat(set(desk, bad, "0.00").status()).isEqualTo(200);
    Answer merged =
        desk.client.post(
            "/api/v1/debtors/" + bad + "/merge",
            "{\"into\":\"%s\",\"reason\":\"the same firm\"}".formatted(good));
    assertThat(merged.status()).as(merged.body()).isBetween(200, 204);
    desk.assessed();
    assertThat(desk.client.get("/api/v1/debtors/" + good + "/score").text("grade"))
        .isGreaterThan(before);
    assertThat(desk.client.get(limit(good)).json().path("limit").path("amount").asString())
        .as("the block of the other record")
        .isEqualTo("0.00");
    assertThat(desk.check(good, "10.00", "EUR", ",\"terms\":\"prepayment\"").text("decision"))
        .isEqualTo("hold");
    assertThat(set(desk, good, "70000.00").json().path("version").asInt()).isEqualTo(1);
    assertThat(desk.client.get(limit(good)).json().path("limit").path("amount").asString())
        .isEqualTo("70000.00");
  }
}
