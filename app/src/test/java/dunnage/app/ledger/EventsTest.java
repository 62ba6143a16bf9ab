package dunnage.app.ledger;

import static dunnage.app.ledger.Desk.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer.Answer;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.ledger.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Notes, calls, messages and promises over the API, and everything of a debtor in its timeline.
class EventsTest {

  private static final String REASON = "{\"reason\":\"another debtor\"}";

  private final Desk desk = new Desk();
  private final String debtor = desk.debtor("Müller GmbH");

  private Answer note(String json) {
    return desk.made("debtors/" + debtor + "/events", json);
  }

  private Answer refused(String json) {
    Answer answer = desk.client.post("/api/v1/debtors/" + debtor + "/events", json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    return answer;
  }

  private JsonNode timeline(String query) {
    Answer answer = desk.client.get("/api/v1/debtors/" + debtor + "/timeline" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private List<Fact.Noted> book() {
    return desk.inside(() -> desk.server.part(Ledger.class).book()).debtors().getFirst().notes();
  }

  @Test
  void a_promise_has_its_day_and_the_forecast_hears_of_it() {
    String receivable = desk.receivable(debtor, "R1", "100.00");
    Answer promise =
        note(
            """
            {"kind":"promise","on":"2026-02-10","words":"half next week","until":"2026-02-17",
             "amount":%s,"receivable":"%s"}
            """
                .formatted(eur("50.00"), receivable));
    assertThat(promise.text("until")).isEqualTo("2026-02-17");
    assertThat(promise.json().path("receivable").path("number").asString()).isEqualTo("R1");
    assertThat(promise.header("Location")).isEqualTo("/api/v1/events/" + promise.text("id"));
    assertThat(book()).extracting(Fact.Noted::event).containsExactly(Event.PROMISE);
    assertThat(desk.client.get("/api/v1/events/" + promise.text("id")).header("ETag"))
        .isEqualTo("\"1\"");
  }

  @Test
  void a_message_is_unanswered_until_the_debtor_says_anything() {
    Answer message =
        note("{\"kind\":\"message_sent\",\"on\":\"2026-02-10\",\"words\":\"1st reminder\"}");
    assertThat(message.json().path("answered").asBoolean(true)).isFalse();
    note("{\"kind\":\"reply\",\"on\":\"2026-02-09\"}");
    note("{\"kind\":\"note\",\"words\":\"is in the press\"}");
    String path = "/api/v1/events/" + message.text("id");
    assertThat(desk.client.get(path).json().path("answered").asBoolean(true)).isFalse();
    Answer reply = note("{\"kind\":\"reply\",\"on\":\"2026-02-12\"}");
    assertThat(reply.json().path("answered").isNull()).isTrue();
    assertThat(desk.client.get(path).json().path("answered").asBoolean()).isTrue();
  }

  @Test
  void what_is_wrong_is_said_where_it_is() {
    assertThat(desk.errors(refused("{}"))).containsExactly("/kind");
    assertThat(desk.errors(refused("{\"kind\":\"gossip\",\"on\":\"2999-01-01\"}")))
        .containsExactly("/kind", "/on");
    assertThat(desk.errors(refused("{\"kind\":\"note\",\"on\":\"2026-13-01\"}"))).isNotEmpty();
    assertThat(desk.errors(refused("{\"kind\":\"note\",\"until\":\"2026-03-01\"}")))
        .containsExactly("/words", "/until");
    assertThat(desk.errors(refused("{\"kind\":\"promise\",\"on\":\"2026-02-01\"}")))
        .containsExactly("/until");
    assertThat(
            desk.errors(
                refused("{\"kind\":\"promise\",\"on\":\"2026-02-01\",\"until\":\"2026-01-31\"}")))
        .containsExactly("/until");
    assertThat(desk.errors(refused("{\"kind\":\"dispute_closed\"}"))).containsExactly("/kind");
    String huge = "x".repeat(Input.WORDS + 1);
    assertThat(desk.errors(refused("{\"kind\":\"note\",\"words\":\"" + huge + "\"}")))
        .contains("/words");
    assertThat(desk.errors(refused("{\"kind\":\"note\",\"words\":\"a\\u0000b\"}")))
        .contains("/words");
    String foreign = desk.receivable(desk.debtor("Huber AG"), "R9", "1.00");
    assertThat(desk.errors(refused("{\"kind\":\"call\",\"receivable\":\"%s\"}".formatted(foreign))))
        .containsExactly("/receivable");
    assertThat(desk.client.get("/api/v1/debtors/" + debtor + "/events").json().path("data"))
        .isEmpty();
  }

  @Test
  void what_was_noted_wrongly_is_taken_back_with_a_reason_and_stays_in_the_timeline() {
    Answer call = note("{\"kind\":\"call_unanswered\",\"on\":\"2026-02-10\"}");
    String path = "/api/v1/events/" + call.text("id");
    assertThat(desk.errors(desk.client.post(path + "/withdraw", "{}"))).containsExactly("/reason");
    assertThat(desk.client.post(path + "/withdraw", REASON).status()).isEqualTo(204);
    assertThat(desk.client.post(path + "/withdraw", REASON).status()).isEqualTo(404);
    assertThat(desk.client.get(path).status()).isEqualTo(404);
    assertThat(book()).isEmpty();
    JsonNode told = timeline("").path("data");
    assertThat(told.path(0).path("kind").asString()).isEqualTo("event.withdrawn");
    assertThat(told.path(0).path("reason").asString()).isEqualTo("another debtor");
    assertThat(told.path(1).path("kind").asString()).isEqualTo("event.noted");
    assertThat(told.path(1).path("counts").asBoolean(true)).isFalse();
  }

  @Test
  void the_timeline_tells_everything_of_a_debtor_the_latest_first() {
    String receivable = desk.receivable(debtor, "R1", "100.00");
    String change = "{\"due\":\"2026-03-04\",\"reason\":\"asked for it\"}";
    assertThat(desk.patch("receivables/" + receivable, change, 1).status()).isEqualTo(200);
    String receipt = desk.receipt(debtor, "2026-02-10", "60.00");
    desk.allocate(receipt, receivable, "60.00");
    note("{\"kind\":\"call\",\"on\":\"2026-02-11\",\"words\":\"will pay the rest\"}");
    String order =
        "{\"debtor\":\"%s\",\"number\":\"PO-1\",\"amount\":%s}".formatted(debtor, eur("5.00"));
    desk.made("orders", order);
    List<String> kinds = new ArrayList<>();
    List<String> words = new ArrayList<>();
    String after = "?limit=2";
    while (!after.isEmpty()) {
      JsonNode page = timeline(after);
      for (JsonNode row : page.path("data")) {
        kinds.add(row.path("kind").asString());
        words.add(row.path("words").asString());
        assertThat(row.path("by").asString()).isEqualTo(desk.client.owner());
        assertThat(row.path("counts").asBoolean()).isTrue();
      }
      after =
          page.path("has_more").asBoolean() ? "?limit=2&after=" + page.path("next").asString() : "";
    }
    assertThat(kinds)
        .containsExactly(
            "order.taken",
            "event.noted",
            "receivable.lowered",
            "receipt.received",
            "receivable.amended",
            "receivable.issued",
            "debtor.added");
    assertThat(words)
        .containsExactly(
            "Order PO-1: 5.00 EUR",
            "call: will pay the rest",
            "payment: 60.00 EUR",
            "Receipt: 60.00 EUR",
            "Receivable: due 2026-02-04 → 2026-03-04",
            "Receivable R1: 100.00 EUR, due 2026-02-04",
            "Debtor added");
  }

  @Test
  void the_timeline_follows_a_merger_and_its_undoing() {
    String twin = desk.debtor("Mueller GmbH");
    desk.receivable(twin, "R7", "10.00");
    String merge = "{\"into\":\"%s\",\"reason\":\"the same firm\"}".formatted(debtor);
    assertThat(desk.client.post("/api/v1/debtors/" + twin + "/merge", merge).status())
        .isLessThan(300);
    assertThat(timeline("").path("data").findValuesAsString("words"))
        .contains("Receivable R7: 10.00 EUR, due 2026-02-04");
    assertThat(desk.client.post("/api/v1/debtors/" + twin + "/unmerge", REASON).status())
        .isLessThan(300);
    assertThat(timeline("").path("data").findValuesAsString("words"))
        .doesNotContain("Receivable R7: 10.00 EUR, due 2026-02-04");
  }

  @Test
  void the_same_note_sent_again_is_kept_once() {
    Map<String, String> key = Map.of("Idempotency-Key", "n-1");
    String path = "/api/v1/debtors/" + debtor + "/events";
    String json = "{\"kind\":\"note\",\"words\":\"once\"}";
    Answer first = desk.client.send("POST", path, json, key);
    assertThat(desk.client.send("POST", path, json, key).text("id")).isEqualTo(first.text("id"));
    assertThat(desk.client.get(path + "?kind=note").json().path("data")).hasSize(1);
    assertThat(desk.client.get(path + "?kind=reply").json().path("data")).isEmpty();
    assertThat(desk.client.get(path + "?kind=gossip").status()).isEqualTo(422);
  }

  @Test
  void sales_people_note_on_their_own_debtors_and_see_no_other() {
    Answer note = note("{\"kind\":\"note\",\"words\":\"of the owner\"}");
    Colleague sales = Colleague.of(desk.client, "sales");
    Colleague auditor = Colleague.of(desk.client, "auditor");
    String path = "/api/v1/debtors/" + debtor;
    String json = "{\"kind\":\"note\",\"words\":\"n\"}";
    Desk other = new Desk();
    for (String get : List.of(path + "/events", path + "/timeline")) {
      assertThat(sales.get(get).status()).isEqualTo(404);
      assertThat(other.client.get(get).status()).isEqualTo(404);
      assertThat(auditor.get(get).status()).isEqualTo(200);
    }
    String event = "/api/v1/events/" + note.text("id");
    assertThat(sales.get(event).status()).isEqualTo(404);
    assertThat(other.client.get(event).status()).isEqualTo(404);
    assertThat(sales.post(event + "/withdraw", REASON).status()).isEqualTo(404);
    assertThat(other.client.post(event + "/withdraw", REASON).status()).isEqualTo(404);
    assertThat(auditor.post(event + "/withdraw", REASON).status()).isEqualTo(403);
    assertThat(sales.post(path + "/events", json).status()).isEqualTo(404);
    assertThat(other.client.post(path + "/events", json).status()).isEqualTo(404);
    assertThat(auditor.post(path + "/events", json).status()).isEqualTo(403);
    Answer read = desk.client.get(path);
    String give = "{\"owner\":\"%s\"}".formatted(sales.person());
    assertThat(desk.patch("debtors/" + debtor, give, read.json().path("version").asInt()).status())
        .as(give)
        .isEqualTo(200);
    assertThat(sales.post(path + "/events", json).status()).isEqualTo(201);
    assertThat(sales.get(path + "/timeline").status()).isEqualTo(200);
  }
}
