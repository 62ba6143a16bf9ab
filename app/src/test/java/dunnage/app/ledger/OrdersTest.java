package dunnage.app.ledger;

import static dunnage.app.ledger.Desk.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.TypeId;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Orders over the API: with their parts, corrected, closed, withdrawn, and invoiced by and by.
class OrdersTest {

  private static final String REASON = "{\"reason\":\"typed wrongly\"}";

  private final Desk desk = new Desk();
  private final String debtor = desk.debtor("Müller GmbH");

  @AfterEach
  void books() {
    desk.mustAgree();
    String wrong =
        """
        SELECT count(*) FROM customer_order o WHERE o.org_id = :org AND o.uninvoiced <>
          CASE WHEN o.state = 'closed' THEN 0 ELSE GREATEST(0, o.amount -
            (SELECT COALESCE(sum(r.amount), 0) FROM receivable r
              WHERE r.org_id = :org AND r.order_id = o.order_id)) END
        """;
    assertThat(desk.inside(() -> Desk.count(desk.tenancy.sql(wrong)))).isZero();
  }

  private String order(String number, String amount, String parts) {
    return desk.made("orders", json(number, amount, parts)).text("id");
  }

  private String json(String number, String amount, String parts) {
    return """
    {"debtor":"%s","number":"%s","on":"2026-01-05","amount":%s%s}
    """
        .formatted(debtor, number, eur(amount), parts.isEmpty() ? "" : ",\"parts\":" + parts);
  }

  private JsonNode seen(String order) {
    return desk.client.get("/api/v1/orders/" + order).json();
  }

  private String uninvoiced(String order) {
    return seen(order).path("uninvoiced").path("amount").asString();
  }

  private String exposure() {
    UUID id = TypeId.read("deb", debtor).orElseThrow();
    Ledger ledger = desk.server.part(Ledger.class);
    return desk.inside(() -> ledger.exposure(id, LocalDate.parse("2026-03-01")))
        .getFirst()
        .uninvoiced()
        .decimal();
  }

  private String invoice(String order, String number, String amount) {
    return desk.made(
            "receivables",
            """
            {"debtor":"%s","number":"%s","issued":"2026-01-05","due":"2026-02-04","amount":%s,
             "order":"%s"}
            """
                .formatted(debtor, number, eur(amount), order))
        .text("id");
  }

  private Answer post(String order, String what) {
    return desk.client.post("/api/v1/orders/" + order + "/" + what, REASON);
  }

  @Test
  void parts_become_receivables_and_the_rest_waits_for_its_invoice() {
    String order =
        order(
            "PO-1",
            "1000.00",
            """
            [{"part":"deposit","percent":30,"due":"2026-01-15"},
             {"part":"samples","amount":{"amount":"50.00","currency":"EUR"},
              "issued":"2026-02-01","due":"2026-03-01"}]
            """);
    JsonNode seen = seen(order);
    assertThat(seen.path("uninvoiced").path("amount").asString()).isEqualTo("650.00");
    JsonNode deposit = seen.path("receivables").path(0);
    assertThat(deposit.path("part").asString()).isEqualTo("deposit");
    assertThat(deposit.path("amount").path("amount").asString()).isEqualTo("300.00");
    assertThat(deposit.path("issued").asString()).isEqualTo("2026-01-05");
    Answer receivable = desk.client.get("/api/v1/receivables/" + deposit.path("id").asString());
    assertThat(receivable.text("order")).isEqualTo("PO-1");
    assertThat(receivable.text("number")).isEqualTo("PO-1");
    assertThat(exposure()).isEqualTo("650.00");
  }

  @Test
  void parts_in_percent_add_up_to_the_cent_whatever_they_are() {
    long seed = 20_261_125;
    Random random = new Random(seed);
    for (int i = 0; i < 12; i++) {
      String amount = "%d.%02d".formatted(1 + random.nextInt(900), random.nextInt(100));
      int first = 1 + random.nextInt(60);
      int second = 1 + random.nextInt(30);
      List<String> parts = new ArrayList<>();
      for (int percent : List.of(first, second, 100 - first - second)) {
        parts.add(
            "{\"part\":\"%d\",\"percent\":\"%d\",\"due\":\"2026-02-01\"}"
                .formatted(parts.size(), percent));
      }
      String order = order("S" + i, amount, parts.toString());
      assertThat(uninvoiced(order)).as("seed %d, %s", seed, amount).isEqualTo("0.00");
    }
  }

  @Test
  void thirds_of_an_odd_amount_are_split_without_a_cent_lost() {
    String third = "{\"part\":\"%s\",\"percent\":\"33.3333\",\"due\":\"2026-02-01\"}";
    String order =
        order(
            "T",
            "100.01",
            List.of(third.formatted("a"), third.formatted("b"), third.formatted("c")).toString());
    assertThat(seen(order).path("receivables").findValuesAsString("part"))
        .containsExactlyInAnyOrder("a", "b", "c");
    assertThat(uninvoiced(order)).isEqualTo("0.00");
  }

  @Test
  void what_is_wrong_with_an_order_is_said_all_at_once() {
    Answer answer =
        desk.client.post(
            "/api/v1/orders",
            json(
                "",
                "100.00",
                """
                [{"part":"a","percent":"60","due":"2026-02-01"},
                 {"part":"a","percent":"60","due":"2026-01-01"},
                 {"part":"c","due":"2026-02-01"},
                 {"part":"d","percent":"1e9","due":"2026-02-01"},
                 {"part":"e","amount":{"amount":"1","currency":"USD"},"due":"2026-02-01"},
                 null]
                """));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(desk.errors(answer))
        .contains(
            "/number",
            "/parts",
            "/parts/1/part",
            "/parts/1/due",
            "/parts/2",
            "/parts/3/percent",
            "/parts/4/amount/currency",
            "/parts/5/part");
    assertThat(desk.client.get("/api/v1/orders").json().path("data")).isEmpty();
  }

  @Test
  void a_number_is_taken_once_and_nothing_of_the_second_is_kept() {
    order("PO-1", "100.00", "");
    Answer again = desk.client.post("/api/v1/orders", json("PO-1", "200.00", ""));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("number_taken");
    desk.receivable(debtor, "PO-2", "10.00");
    String part = "[{\"part\":\"deposit\",\"percent\":\"30\",\"due\":\"2026-02-01\"}]";
    order("PO-2", "100.00", part);
    desk.made(
        "receivables",
        "{\"debtor\":\"%s\",\"number\":\"PO-3\",\"part\":\"deposit\",\"issued\":\"2026-01-05\","
                .formatted(debtor)
            + "\"due\":\"2026-02-04\",\"amount\":%s}".formatted(eur("1.00")));
    Answer half = desk.client.post("/api/v1/orders", json("PO-3", "100.00", part));
    assertThat(half.code()).isEqualTo("number_taken");
    assertThat(desk.client.get("/api/v1/orders?number=PO-3").json().path("data")).isEmpty();
    assertThat(exposure()).isEqualTo("170.00");
  }

  @Test
  void what_is_invoiced_corrected_and_withdrawn_moves_the_rest() {
    String order = order("PO-1", "100.00", "");
    String first = invoice(order, "R1", "60.00");
    assertThat(uninvoiced(order)).isEqualTo("40.00");
    assertThat(
            desk.patch(
                    "receivables/" + first,
                    "{\"amount\":%s,\"reason\":\"r\"}".formatted(eur("70.00")),
                    1)
                .status())
        .isEqualTo(200);
    assertThat(uninvoiced(order)).isEqualTo("30.00");
    String second = invoice(order, "R2", "45.00");
    assertThat(uninvoiced(order)).as("freight on top").isEqualTo("0.00");
    assertThat(desk.client.post("/api/v1/receivables/" + second + "/withdraw", REASON).status())
        .isEqualTo(204);
    assertThat(uninvoiced(order)).isEqualTo("30.00");
    assertThat(exposure()).isEqualTo("30.00");
    assertThat(post(order, "withdraw").code()).isEqualTo("order_in_use");
    desk.client.post("/api/v1/receivables/" + first + "/withdraw", REASON);
    assertThat(uninvoiced(order)).isEqualTo("100.00");
    assertThat(post(order, "withdraw").status()).isEqualTo(204);
    assertThat(desk.client.get("/api/v1/orders/" + order).status()).isEqualTo(404);
    assertThat(exposure()).isEqualTo("0.00");
  }

  @Test
  void an_amount_is_corrected_from_the_version_that_was_read() {
    String order = order("PO-1", "100.00", "");
    invoice(order, "R1", "60.00");
    String change = "{\"amount\":%s,\"reason\":\"more pairs\"}";
    assertThat(desk.patch("orders/" + order, change.formatted(eur("120.00")), 1).status())
        .as("invoiced since it was read")
        .isEqualTo(412);
    assertThat(
            desk.client
                .send("PATCH", "/api/v1/orders/" + order, change.formatted(eur("120.00")), Map.of())
                .status())
        .isEqualTo(428);
    Answer changed = desk.patch("orders/" + order, change.formatted(eur("120.00")), 2);
    assertThat(changed.header("ETag")).isEqualTo("\"3\"");
    assertThat(uninvoiced(order)).isEqualTo("60.00");
    Answer low = desk.patch("orders/" + order, change.formatted(eur("59.99")), 3);
    assertThat(low.code()).isEqualTo("amount_below_invoiced");
    Answer wrong = desk.patch("orders/" + order, "{}", 3);
    assertThat(desk.errors(wrong)).containsExactlyInAnyOrder("/reason", "/amount");
    Answer dollars =
        desk.patch(
            "orders/" + order,
            "{\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"reason\":\"r\"}",
            3);
    assertThat(desk.errors(dollars)).containsExactly("/amount/currency");
  }

  @Test
  void a_closed_order_waits_for_nothing_until_it_is_reopened() {
    String order = order("PO-1", "100.00", "");
    assertThat(desk.errors(desk.client.post("/api/v1/orders/" + order + "/close", "{}")))
        .containsExactly("/reason");
    assertThat(post(order, "close").text("state")).isEqualTo("closed");
    assertThat(uninvoiced(order)).isEqualTo("0.00");
    assertThat(post(order, "close").code()).isEqualTo("order_closed");
    invoice(order, "R1", "30.00");
    assertThat(uninvoiced(order)).isEqualTo("0.00");
    String change = "{\"amount\":%s,\"reason\":\"r\"}".formatted(eur("200.00"));
    assertThat(desk.patch("orders/" + order, change, 2).code()).isEqualTo("order_closed");
    assertThat(desk.client.get("/api/v1/orders?state=closed").json().path("data")).hasSize(1);
    assertThat(desk.client.get("/api/v1/orders?state=accepted").json().path("data")).isEmpty();
    assertThat(post(order, "reopen").status()).isEqualTo(200);
    assertThat(uninvoiced(order)).isEqualTo("70.00");
    assertThat(post(order, "reopen").code()).isEqualTo("order_open");
  }

  @Test
  void the_same_request_sent_again_takes_one_order() {
    Map<String, String> key = Map.of("Idempotency-Key", "o-1");
    String json = json("PO-1", "100.00", "");
    Answer first = desk.client.send("POST", "/api/v1/orders", json, key);
    Answer again = desk.client.send("POST", "/api/v1/orders", json, key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    assertThat(exposure()).isEqualTo("100.00");
  }

  @Test
  void orders_are_listed_page_by_page_the_latest_first() {
    for (int i = 0; i < 5; i++) {
      order("PO-" + i, "100.00", "");
    }
    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = desk.client.get("/api/v1/orders?limit=2&debtor=" + debtor + after).json();
      page.path("data").forEach(row -> seen.add(row.path("id").asString()));
      after = page.path("has_more").asBoolean() ? "&after=" + page.path("next").asString() : "";
    } while (!after.isEmpty());
    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    assertThat(desk.client.get("/api/v1/orders?state=lost").status()).isEqualTo(422);
    assertThat(desk.client.get("/api/v1/orders?after=MQ").status()).isEqualTo(422);
  }

  @Test
  void others_see_no_order_and_change_none() {
    String order = order("PO-1", "100.00", "");
    Desk other = new Desk();
    Colleague sales = Colleague.of(desk.client, "sales");
    for (String path : List.of("close", "reopen", "withdraw")) {
      assertThat(other.client.post("/api/v1/orders/" + order + "/" + path, REASON).status())
          .isEqualTo(404);
      assertThat(sales.post("/api/v1/orders/" + order + "/" + path, REASON).status())
          .isEqualTo(403);
    }
    assertThat(other.client.get("/api/v1/orders/" + order).status()).isEqualTo(404);
    assertThat(other.patch("orders/" + order, REASON, 1).status()).isEqualTo(404);
    assertThat(other.client.post("/api/v1/orders", json("PO-9", "1.00", "")).status())
        .isEqualTo(404);
    assertThat(other.client.get("/api/v1/orders?debtor=" + debtor).status()).isEqualTo(404);
    assertThat(sales.get("/api/v1/orders/" + order).status()).isEqualTo(404);
    assertThat(sales.get("/api/v1/orders").json().path("data")).isEmpty();
    assertThat(sales.post("/api/v1/orders", json("PO-9", "1.00", "")).status()).isEqualTo(403);
  }

  @Test
  void at_once_one_number_is_taken_once_and_what_is_invoiced_is_counted_once() throws Exception {
    assertThat(
            together(() -> desk.client.post("/api/v1/orders", json("PO-1", "100.00", ""))).stream()
                .filter(answer -> answer.status() == 201))
        .hasSize(1);
    String order =
        desk.client.get("/api/v1/orders").json().path("data").path(0).path("id").asString();
    Random random = new Random(7);
    List<Answer> answers =
        together(
            () ->
                desk.client.post(
                    "/api/v1/receivables",
                    """
                    {"debtor":"%s","number":"R%d","due":"2027-02-04","amount":%s,"order":"%s"}
                    """
                        .formatted(debtor, random.nextInt(1_000_000), eur("5.00"), order)));
    long made = answers.stream().filter(answer -> answer.status() == 201).count();
    assertThat(made).isGreaterThan(10);
    assertThat(uninvoiced(order)).isEqualTo(100 - 5 * made + ".00");
    assertThat(together(() -> post(order, "close")).stream().filter(a -> a.status() == 200))
        .hasSize(1);
  }

  @Test
  void an_order_is_withdrawn_or_invoiced_and_never_both() throws Exception {
    AtomicInteger turn = new AtomicInteger();
    for (int round = 0; round < 6; round++) {
      String order = order("PO-" + round, "100.00", "");
      List<Answer> answers =
          together(
              () -> {
                int mine = turn.incrementAndGet();
                return mine % 2 == 0
                    ? post(order, "withdraw")
                    : desk.client.post(
                        "/api/v1/receivables",
                        """
                        {"debtor":"%s","number":"R%d","due":"2027-02-04","amount":%s,"order":"%s"}
                        """
                            .formatted(debtor, mine, eur("5.00"), order));
              });
      assertThat(answers.stream().map(Answer::status))
          .allMatch(status -> Set.of(201, 204, 404, 409).contains(status));
      long made = answers.stream().filter(answer -> answer.status() == 201).count();
      long gone = answers.stream().filter(answer -> answer.status() == 204).count();
      assertThat(made == 0 ? 1 : 0).as("%d invoiced", made).isEqualTo((int) gone);
    }
  }

  @Test
  void an_import_is_taken_back_unless_its_order_was_invoiced_since() {
    UUID imported = UUID.randomUUID();
    Ledger ledger = desk.server.part(Ledger.class);
    Currency euro = Currency.of("EUR");
    desk.inside(
        () -> {
          Absorption absorption = ledger.absorb(imported);
          absorption.take(
              new Fact.Ordered(
                  new Party("Müller GmbH", "Müller GmbH", ""),
                  LocalDate.parse("2026-01-05"),
                  new Money(euro, 10_000),
                  "PO-7",
                  new Origin("orders.csv", 2)));
          return absorption.finish();
        });
    String order =
        desk.client.get("/api/v1/orders").json().path("data").path(0).path("id").asString();
    String receivable = invoice(order, "R1", "60.00");
    assertThatThrownBy(() -> desk.inside(() -> ledger.undo(imported, "wrong file")))
        .hasMessageContaining("receivable R1 of order PO-7");
    desk.client.post("/api/v1/receivables/" + receivable + "/withdraw", REASON);
    desk.inside(() -> ledger.undo(imported, "wrong file"));
    assertThat(desk.client.get("/api/v1/orders/" + order).status()).isEqualTo(404);
  }

  private static List<Answer> together(Callable<Answer> call) throws Exception {
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
                  return call.call();
                }));
      }
      for (Future<Answer> one : all) {
        answers.add(one.get());
      }
    }
    return answers;
  }
}
