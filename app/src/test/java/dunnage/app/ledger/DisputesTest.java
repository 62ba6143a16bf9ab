package dunnage.app.ledger;

import static dunnage.app.ledger.Desk.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dunnage.app.platform.RunningServer.Answer;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Receivables disputed, settled again, and disputes that never were.
class DisputesTest {

  private static final String REASON = "{\"reason\":\"mixed up\"}";

  private final Desk desk = new Desk();
  private final String debtor = desk.debtor("Müller GmbH");
  private final String receivable = desk.receivable(debtor, "R1", "100.00");

  private String dispute() {
    return desk.made(
            "receivables/" + receivable + "/disputes",
            """
            {"on":"2026-02-10","words":"3 pairs damaged","code":"quality","amount":%s}
            """
                .formatted(eur("30.00")))
        .text("id");
  }

  private Answer close(String dispute) {
    return desk.client.post(
        "/api/v1/disputes/" + dispute + "/close",
        "{\"on\":\"2026-02-20\",\"outcome\":\"credited 30.00\"}");
  }

  private boolean disputed() {
    return desk.client.get("/api/v1/receivables/" + receivable).json().path("disputed").asBoolean();
  }

  private JsonNode list(String query) {
    return desk.client.get("/api/v1/disputes" + query).json().path("data");
  }

  private List<Event> book() {
    return desk
        .inside(() -> desk.server.part(Ledger.class).book())
        .debtors()
        .getFirst()
        .notes()
        .stream()
        .map(Fact.Noted::event)
        .toList();
  }

  @Test
  void a_receivable_is_disputed_until_its_last_dispute_ends() {
    String first = dispute();
    String second = dispute();
    assertThat(disputed()).isTrue();
    JsonNode open = list("?debtor=" + debtor);
    assertThat(open).hasSize(2);
    assertThat(open.path(0).path("code").asString()).isEqualTo("quality");
    assertThat(open.path(0).path("receivable").path("number").asString()).isEqualTo("R1");
    Answer closed = close(first);
    assertThat(closed.status()).isEqualTo(200);
    assertThat(closed.text("closed")).isEqualTo("2026-02-20");
    assertThat(closed.text("outcome")).isEqualTo("credited 30.00");
    assertThat(disputed()).as("the other is open").isTrue();
    assertThat(close(first).code()).isEqualTo("dispute_closed");
    close(second);
    assertThat(disputed()).isFalse();
    assertThat(list("")).isEmpty();
    assertThat(list("?state=closed")).hasSize(2);
    assertThat(list("?state=all&limit=1")).hasSize(1);
    assertThat(book())
        .containsExactlyInAnyOrder(
            Event.DISPUTE_OPENED, Event.DISPUTE_OPENED, Event.DISPUTE_CLOSED, Event.DISPUTE_CLOSED);
    desk.mustAgree();
  }

  @Test
  void a_dispute_that_never_was_is_taken_back() {
    String first = dispute();
    String second = dispute();
    withdraw(first);
    assertThat(disputed()).isTrue();
    withdraw(second);
    assertThat(disputed()).isFalse();
    assertThat(book()).isEmpty();
  }

  private void withdraw(String dispute) {
    assertThat(desk.client.post("/api/v1/events/" + dispute + "/withdraw", REASON).status())
        .isEqualTo(204);
  }

  @Test
  void a_receivable_that_hangs_on_a_dispute_is_not_withdrawn() {
    dispute();
    Answer refused = desk.client.post("/api/v1/receivables/" + receivable + "/withdraw", REASON);
    assertThat(refused.code()).isEqualTo("receivable_in_use");
  }

  @Test
  void a_dispute_noted_among_the_events_marks_its_receivable_too() {
    String event =
        desk.made(
                "debtors/" + debtor + "/events",
                "{\"kind\":\"dispute_opened\",\"on\":\"2026-02-10\",\"receivable\":\"%s\"}"
                    .formatted(receivable))
            .text("id");
    assertThat(disputed()).isTrue();
    assertThat(close(event).status()).isEqualTo(200);
    assertThat(disputed()).isFalse();
    String note =
        desk.made("debtors/" + debtor + "/events", "{\"kind\":\"call\",\"on\":\"2026-02-10\"}")
            .text("id");
    assertThat(close(note).status()).isEqualTo(404);
    assertThat(desk.client.get("/api/v1/disputes/" + note).status()).isEqualTo(404);
  }

  @Test
  void what_is_wrong_is_said_where_it_is() {
    String path = "/api/v1/receivables/" + receivable + "/disputes";
    assertThat(desk.errors(desk.client.post(path, "{}"))).containsExactly("/words");
    assertThat(
            desk.errors(
                desk.client.post(
                    path,
                    "{\"words\":\"w\",\"on\":\"2999-01-01\",\"amount\":%s}"
                        .formatted(eur("100.01")))))
        .containsExactlyInAnyOrder("/on", "/amount");
    assertThat(
            desk.errors(
                desk.client.post(
                    path, "{\"words\":\"w\",\"amount\":{\"amount\":\"1\",\"currency\":\"JPY\"}}")))
        .containsExactly("/amount/currency");
    assertThat(disputed()).isFalse();
    String dispute = dispute();
    assertThat(
            desk.errors(
                desk.client.post(
                    "/api/v1/disputes/" + dispute + "/close", "{\"on\":\"2026-02-09\"}")))
        .containsExactlyInAnyOrder("/on", "/outcome");
    assertThat(desk.client.get("/api/v1/disputes?state=lost").status()).isEqualTo(422);
  }

  @Test
  void others_see_no_dispute_and_end_none() {
    String dispute = dispute();
    Desk other = new Desk();
    Colleague sales = Colleague.of(desk.client, "sales");
    String path = "/api/v1/disputes/" + dispute;
    String opening = "/api/v1/receivables/" + receivable + "/disputes";
    String ending = "{\"outcome\":\"o\"}";
    assertThat(other.client.get(path).status()).isEqualTo(404);
    assertThat(other.client.post(path + "/close", ending).status()).isEqualTo(404);
    assertThat(other.client.post(opening, "{\"words\":\"w\"}").status()).isEqualTo(404);
    assertThat(other.client.get("/api/v1/disputes").json().path("data")).isEmpty();
    assertThat(sales.get(path).status()).isEqualTo(404);
    assertThat(sales.post(path + "/close", ending).status()).isEqualTo(404);
    assertThat(sales.post(opening, "{\"words\":\"w\"}").status()).isEqualTo(404);
    assertThat(sales.get("/api/v1/disputes").json().path("data")).isEmpty();
    assertThat(Colleague.of(desk.client, "auditor").post(path + "/close", ending).status())
        .isEqualTo(403);
    assertThat(disputed()).isTrue();
  }

  @Test
  void one_dispute_opens_while_another_ends_and_the_mark_is_right() throws Exception {
    for (int round = 0; round < 20; round++) {
      String old = dispute();
      CyclicBarrier start = new CyclicBarrier(2);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<String>> both = new ArrayList<>();
        both.add(
            threads.submit(
                () -> {
                  start.await();
                  return dispute();
                }));
        both.add(
            threads.submit(
                () -> {
                  start.await();
                  return close(old).text("id");
                }));
        assertThat(both.getLast().get()).isEqualTo(old);
        String fresh = both.getFirst().get();
        assertThat(disputed()).as("round %d", round).isTrue();
        close(fresh);
      }
      assertThat(disputed()).isFalse();
    }
  }

  @Test
  void a_dispute_that_a_file_tells_of_ends_by_its_own_line() {
    Ledger ledger = desk.server.part(Ledger.class);
    Party party = new Party("Müller GmbH", "Müller GmbH", "");
    List<Fact> told = new ArrayList<>();
    told.add(noted(party, "2026-01-05", Event.DISPUTE_OPENED));
    told.add(noted(party, "2026-01-20", Event.DISPUTE_CLOSED));
    told.add(noted(party, "2026-02-05", Event.DISPUTE_OPENED));
    UUID imported = UUID.randomUUID();
    desk.inside(
        () -> {
          Absorption absorption = ledger.absorb(imported);
          told.forEach(absorption::take);
          return absorption.finish();
        });
    assertThat(list("?state=closed").path(0).path("closed").asString()).isEqualTo("2026-01-20");
    JsonNode open = list("");
    assertThat(open).hasSize(1);
    assertThat(open.path(0).path("on").asString()).isEqualTo("2026-02-05");
    close(open.path(0).path("id").asString());
    assertThat(list("")).isEmpty();
    assertThatThrownBy(() -> desk.inside(() -> ledger.undo(imported, "wrong file")))
        .hasMessageContaining("end of the dispute of 2026-02-05");
    withdraw(open.path(0).path("id").asString());
    desk.inside(() -> ledger.undo(imported, "wrong file"));
    assertThat(list("?state=all")).isEmpty();
    JsonNode timeline = desk.client.get("/api/v1/debtors/" + debtor + "/timeline").json();
    Set<String> taken = Set.of("event.noted", "event.closed");
    for (JsonNode row : timeline.path("data")) {
      assertThat(row.path("counts").asBoolean())
          .as(row.toString())
          .isEqualTo(!taken.contains(row.path("kind").asString()));
    }
  }

  private static Fact.Noted noted(Party party, String on, Event event) {
    return new Fact.Noted(
        party, LocalDate.parse(on), event, "", null, null, new Origin("notes.csv", 2));
  }

  @Test
  void the_same_dispute_sent_again_is_opened_once() {
    Map<String, String> key = Map.of("Idempotency-Key", "d-1");
    String path = "/api/v1/receivables/" + receivable + "/disputes";
    Answer first = desk.client.send("POST", path, "{\"words\":\"w\"}", key);
    Answer again = desk.client.send("POST", path, "{\"words\":\"w\"}", key);
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    assertThat(list("")).hasSize(1);
  }
}
