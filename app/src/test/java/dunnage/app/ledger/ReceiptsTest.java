package dunnage.app.ledger;

import static dunnage.app.ledger.Desk.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Money and credit notes entered over the API, set against receivables, taken back, corrected.
class ReceiptsTest {

  private final Desk desk = new Desk();
  private final String debtor = desk.debtor("Müller GmbH");

  @AfterEach
  void books() {
    desk.mustAgree();
  }

  @Test
  void money_pays_what_it_is_set_against_and_the_rest_stays_a_credit() {
    String first = desk.receivable(debtor, "R1", "100.00");
    String second = desk.receivable(debtor, "R2", "50.00");
    Answer receipt =
        desk.made(
            "receipts",
            """
            {"debtor":"%s","number":"P1","on":"2026-02-10","amount":%s,"payer":"MUELLER",
             "allocations":[{"receivable":"%s"},{"receivable":"%s","amount":%s}]}
            """
                .formatted(debtor, eur("170.00"), first, second, eur("30.00")));
    assertThat(receipt.json().path("unallocated").path("amount").asString()).isEqualTo("40.00");
    assertThat(receipt.json().path("allocations").findValuesAsString("number"))
        .containsExactly("R1", "R2");
    assertThat(desk.open(first)).isEqualTo("0.00");
    assertThat(desk.open(second)).isEqualTo("20.00");
    assertThat(receipt.header("Location")).isEqualTo("/api/v1/receipts/" + receipt.text("id"));
    Answer credits = desk.client.get("/api/v1/receipts?state=unallocated&debtor=" + debtor);
    assertThat(credits.json().path("data").path(0).path("number").asString()).isEqualTo("P1");
  }

  @Test
  void no_more_is_allocated_than_is_left_of_either() {
    String receivable = desk.receivable(debtor, "R1", "100.00");
    String receipt = desk.receipt(debtor, "2026-02-10", "60.00");
    assertThat(desk.allocate(receipt, receivable, "60.01").code()).isEqualTo("receipt_exceeded");
    assertThat(desk.allocate(receipt, receivable, "60.00").status()).isEqualTo(201);
    String more = desk.receipt(debtor, "2026-02-11", "60.00");
    assertThat(desk.allocate(more, receivable, "40.01").code()).isEqualTo("receivable_exceeded");
    assertThat(desk.unallocated(more)).isEqualTo("60.00");
    assertThat(desk.open(receivable)).isEqualTo("40.00");
  }

  @Test
  void an_allocation_is_taken_back_once_with_a_reason() {
    String receivable = desk.receivable(debtor, "R1", "100.00");
    String receipt = desk.receipt(debtor, "2026-02-10", "60.00");
    Answer allocated = desk.allocate(receipt, receivable, "60.00");
    String entry = allocated.json().path("allocations").path(0).path("id").asString();
    String path = "/api/v1/receipts/" + receipt + "/allocations/" + entry + "/take-back";
    assertThat(desk.errors(desk.client.post(path, "{}"))).containsExactly("/reason");
    assertThat(desk.client.post(path, "{\"reason\":\"wrong invoice\"}").status()).isEqualTo(200);
    assertThat(desk.open(receivable)).isEqualTo("100.00");
    assertThat(desk.client.post(path, "{\"reason\":\"again\"}").status()).isEqualTo(404);
  }

  @Test
  void a_credit_note_needs_its_debtor_and_lowers_what_it_credits() {
    String receivable = desk.receivable(debtor, "R1", "100.00");
    Answer nobody =
        desk.client.post(
            "/api/v1/receipts", "{\"kind\":\"credit_note\",\"amount\":" + eur("10.00") + "}");
    assertThat(desk.errors(nobody)).containsExactly("/debtor");
    desk.made(
        "receipts",
        """
        {"kind":"credit_note","debtor":"%s","number":"G1","amount":%s,"text":"3 pairs damaged",
         "allocations":[{"receivable":"%s"}]}
        """
            .formatted(debtor, eur("10.00"), receivable));
    Answer shown = desk.client.get("/api/v1/receivables/" + receivable);
    assertThat(shown.json().path("entries").findValuesAsString("kind"))
        .containsExactly("credit_note");
    assertThat(desk.open(receivable)).isEqualTo("90.00");
  }

  @Test
  void money_of_an_unknown_payer_becomes_theirs_whose_receivable_it_pays() {
    String receivable = desk.receivable(debtor, "R1", "100.00");
    String receipt =
        desk.made("receipts", "{\"payer\":\"M GMBH\",\"amount\":" + eur("100.00") + "}").text("id");
    assertThat(
            desk.client
                .get("/api/v1/receipts?state=unattributed")
                .json()
                .path("data")
                .findValuesAsString("id"))
        .contains(receipt);
    Answer allocated =
        desk.client.post(
            "/api/v1/receipts/" + receipt + "/allocations",
            "{\"receivable\":\"" + receivable + "\"}");
    assertThat(allocated.json().path("debtor").path("id").asString()).isEqualTo(debtor);
    assertThat(desk.open(receivable)).isEqualTo("0.00");
  }

  @Test
  void one_pays_for_another_only_when_it_is_said() {
    String receivable = desk.receivable(debtor, "R1", "100.00");
    String parent = desk.debtor("Müller Holding");
    String receipt = desk.receipt(parent, "2026-02-10", "100.00");
    Answer refused = desk.allocate(receipt, receivable, "100.00");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("debtor_differs");
    Answer paid =
        desk.client.post(
            "/api/v1/receipts/" + receipt + "/allocations",
            "{\"receivable\":\"%s\",\"for_another_debtor\":true}".formatted(receivable));
    assertThat(paid.status()).isEqualTo(201);
    assertThat(desk.open(receivable)).isEqualTo("0.00");
  }

  @Test
  void another_currency_is_not_mixed_in() {
    String receivable = desk.receivable(debtor, "R1", "100.00");
    Answer receipt =
        desk.client.post(
            "/api/v1/receipts",
            """
            {"debtor":"%s","amount":{"amount":"700","currency":"JPY"},
             "allocations":[{"receivable":"%s"}]}
            """
                .formatted(debtor, receivable));
    assertThat(receipt.code()).isEqualTo("currency_differs");
    assertThat(desk.client.get("/api/v1/receipts?debtor=" + debtor).json().path("data").size())
        .as("the receipt is not there either")
        .isZero();
  }

  @Test
  void a_receipt_is_corrected_by_whoever_saw_its_last_version() {
    String receipt = desk.receipt(debtor, "2026-02-10", "60.00");
    assertThat(desk.patch("receipts/" + receipt, "{\"number\":\"P9\"}", 1).code())
        .isEqualTo("invalid");
    Answer changed =
        desk.patch(
            "receipts/" + receipt,
            "{\"amount\":%s,\"on\":\"2026-02-11\",\"reason\":\"misread\"}".formatted(eur("66.00")),
            1);
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.json().path("unallocated").path("amount").asString()).isEqualTo("66.00");
    Answer late = desk.patch("receipts/" + receipt, "{\"number\":\"X\",\"reason\":\"r\"}", 1);
    assertThat(late.status()).isEqualTo(412);
  }

  @Test
  void what_is_allocated_neither_moves_nor_falls_below_what_it_pays() {
    String receivable = desk.receivable(debtor, "R1", "100.00");
    String receipt = desk.receipt(debtor, "2026-02-10", "60.00");
    desk.allocate(receipt, receivable, "50.00");
    String path = "receipts/" + receipt;
    assertThat(
            desk.patch(path, "{\"amount\":%s,\"reason\":\"r\"}".formatted(eur("49.99")), 2).code())
        .isEqualTo("amount_below_allocated");
    assertThat(desk.patch(path, "{\"on\":\"2026-03-01\",\"reason\":\"r\"}", 2).code())
        .isEqualTo("receipt_in_use");
    assertThat(
            desk.patch(path, "{\"amount\":%s,\"reason\":\"r\"}".formatted(eur("50.00")), 2)
                .status())
        .isEqualTo(200);
    assertThat(desk.client.post("/api/v1/" + path + "/withdraw", "{\"reason\":\"r\"}").code())
        .isEqualTo("receipt_in_use");
  }

  @Test
  void a_withdrawn_receipt_is_gone_and_its_facts_stay() {
    String receipt = desk.receipt(debtor, "2026-02-10", "60.00");
    Answer gone =
        desk.client.post("/api/v1/receipts/" + receipt + "/withdraw", "{\"reason\":\"twice\"}");
    assertThat(gone.status()).isEqualTo(204);
    assertThat(desk.client.get("/api/v1/receipts/" + receipt).status()).isEqualTo(404);
    long facts =
        desk.inside(
            () ->
                Desk.count(
                    desk.tenancy.sql(
                        "SELECT count(*) FROM ledger_fact WHERE org_id = :org AND kind LIKE 'receipt.%'")));
    assertThat(facts).isEqualTo(2);
  }

  @Test
  void the_same_key_records_money_once() {
    String body = "{\"debtor\":\"%s\",\"amount\":%s}".formatted(debtor, eur("60.00"));
    Map<String, String> key = Map.of("Idempotency-Key", "pay-1");
    Answer first = desk.client.send("POST", "/api/v1/receipts", body, key);
    Answer again = desk.client.send("POST", "/api/v1/receipts", body, key);
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    assertThat(desk.client.get("/api/v1/receipts?debtor=" + debtor).json().path("data").size())
        .isEqualTo(1);
  }

  @Test
  void others_see_none_of_it() {
    String receivable = desk.receivable(debtor, "R1", "100.00");
    String receipt = desk.receipt(debtor, "2026-02-10", "60.00");
    Client stranger = desk.server.organisation();
    assertThat(stranger.get("/api/v1/receipts/" + receipt).status()).isEqualTo(404);
    assertThat(
            stranger
                .post(
                    "/api/v1/receipts/" + receipt + "/allocations",
                    "{\"receivable\":\"" + receivable + "\"}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void receipts_are_listed_page_by_page_the_latest_first() {
    for (int day = 10; day < 15; day++) {
      desk.receipt(debtor, "2026-02-" + day, day + ".00");
    }
    Answer page = desk.client.get("/api/v1/receipts?limit=2");
    assertThat(page.json().path("data").findValuesAsString("on"))
        .containsExactly("2026-02-14", "2026-02-13");
    Answer next = desk.client.get("/api/v1/receipts?limit=2&after=" + page.text("next"));
    assertThat(next.json().path("data").findValuesAsString("on"))
        .containsExactly("2026-02-12", "2026-02-11");
    assertThat(desk.client.get("/api/v1/receipts?state=none").status()).isEqualTo(422);
  }
}
