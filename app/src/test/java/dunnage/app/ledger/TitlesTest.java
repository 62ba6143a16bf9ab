package dunnage.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Receivables handed to a financier or a pool, to one at a time.
class TitlesTest {

  private static final String REASON = "{\"reason\":\"paid back\"}";
  private static final int CLIENTS = 16;

  private final Desk desk = new Desk();
  private final String debtor = desk.debtor("Müller GmbH");
  private final String receivable = desk.receivable(debtor, "R1", "100.00");
  private final String path = "/api/v1/receivables/" + receivable + "/title";

  private static String of(String holder) {
    return "{\"holder\":\"%s\",\"purpose\":\"finance\",\"since\":\"2026-01-10\"}".formatted(holder);
  }

  private JsonNode title() {
    return desk.client.get("/api/v1/receivables/" + receivable).json().path("title");
  }

  @Test
  void one_holds_it_until_it_is_released() {
    Answer given = desk.client.post(path, of("Nordbank"));
    assertThat(given.status()).isEqualTo(201);
    assertThat(title().path("holder").asString()).isEqualTo("Nordbank");
    assertThat(title().path("purpose").asString()).isEqualTo("finance");
    assertThat(title().path("since").asString()).isEqualTo("2026-01-10");
    Answer taken = desk.client.post(path, of("Südbank"));
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.code()).isEqualTo("title_taken");
    assertThat(taken.text("holder")).isEqualTo("Nordbank");
    assertThat(taken.text("detail")).contains("Nordbank");
    assertThat(desk.client.post("/api/v1/receivables/" + receivable + "/withdraw", REASON).code())
        .isEqualTo("receivable_in_use");
    assertThat(desk.errors(desk.client.post(path + "/release", "{}"))).containsExactly("/reason");
    assertThat(desk.client.post(path + "/release", REASON).status()).isEqualTo(200);
    assertThat(title().isNull()).isTrue();
    assertThat(desk.client.post(path + "/release", REASON).status()).isEqualTo(404);
    assertThat(desk.client.post(path, of("Südbank")).status()).isEqualTo(201);
    assertThat(
            desk.client
                .get("/api/v1/debtors/" + debtor + "/timeline")
                .json()
                .path("data")
                .findValuesAsString("words"))
        .startsWith(
            "Receivable held by Südbank for finance",
            "Receivable no longer held by Nordbank",
            "Receivable held by Nordbank for finance");
    desk.mustAgree();
  }

  @Test
  void of_sixteen_who_want_it_at_once_one_gets_it() throws Exception {
    CyclicBarrier start = new CyclicBarrier(CLIENTS);
    List<Answer> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> all = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        String wanted = of("Bank " + i);
        all.add(
            threads.submit(
                () -> {
                  start.await();
                  return desk.client.post(path, wanted);
                }));
      }
      for (Future<Answer> one : all) {
        answers.add(one.get());
      }
    }
    List<Answer> won = answers.stream().filter(answer -> answer.status() == 201).toList();
    assertThat(won).hasSize(1);
    String holder = won.getFirst().json().path("title").path("holder").asString();
    assertThat(answers.stream().filter(answer -> answer.status() != 201))
        .hasSize(CLIENTS - 1)
        .allMatch(answer -> answer.code().equals("title_taken"))
        .allMatch(answer -> answer.text("holder").equals(holder));
    assertThat(title().path("holder").asString()).isEqualTo(holder);
    long facts =
        desk.inside(
            () ->
                Desk.count(
                    desk.tenancy.sql(
                        "SELECT count(*) FROM ledger_fact WHERE org_id = :org"
                            + " AND kind = 'title.assigned'")));
    assertThat(facts).as("who got nothing left no fact").isEqualTo(1);
  }

  @Test
  void what_is_wrong_is_said_where_it_is() {
    assertThat(desk.errors(desk.client.post(path, "{}")))
        .containsExactlyInAnyOrder("/holder", "/purpose");
    assertThat(
            desk.errors(
                desk.client.post(
                    path, "{\"holder\":\"H\",\"purpose\":\"fun\",\"since\":\"2026-01-04\"}")))
        .containsExactlyInAnyOrder("/purpose", "/since");
    assertThat(title().isNull()).isTrue();
  }

  @Test
  void others_hand_nothing_over_and_release_nothing() {
    desk.client.post(path, of("Nordbank"));
    Desk other = new Desk();
    Colleague sales = Colleague.of(desk.client, "sales");
    String release = path + "/release";
    assertThat(other.client.post(path, of("Südbank")).status()).isEqualTo(404);
    assertThat(other.client.post(release, REASON).status()).isEqualTo(404);
    assertThat(sales.post(path, of("Südbank")).status()).isEqualTo(403);
    assertThat(sales.post(release, REASON).status()).isEqualTo(403);
    assertThat(title().path("holder").asString()).isEqualTo("Nordbank");
  }

  @Test
  void the_same_request_sent_again_is_answered_alike() {
    Map<String, String> key = Map.of("Idempotency-Key", "t-1");
    assertThat(desk.client.send("POST", path, of("Nordbank"), key).status()).isEqualTo(201);
    assertThat(desk.client.send("POST", path, of("Nordbank"), key).status()).isEqualTo(201);
    assertThat(desk.client.post(path, of("Nordbank")).status()).isEqualTo(409);
  }
}
