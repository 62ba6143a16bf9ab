package dunnage.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// How old what is owed is, today and on days that are past.
class AgingTest {

  private final Desk desk = new Desk();

  private JsonNode euros(String query) {
    Answer answer = desk.client.get("/api/v1/aging" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    for (JsonNode row : answer.json().path("currencies")) {
      if (row.path("open").path("currency").asString().equals("EUR")) {
        return row;
      }
    }
    throw new AssertionError(answer.body());
  }

  private static String bucket(JsonNode row, String code) {
    for (JsonNode bucket : row.path("buckets")) {
      if (bucket.path("bucket").asString().equals(code)) {
        return bucket.path("amount").path("amount").asString();
      }
    }
    throw new AssertionError(row.toString());
  }

  @Test
  void every_bucket_ends_on_its_last_day() {
    String debtor = desk.debtor("Müller GmbH");
    String[] due = {"2026-04-01", "2026-03-31", "2026-03-02", "2026-03-01", "2026-01-31"};
    for (int i = 0; i < due.length; i++) {
      desk.receivable(debtor, "R" + i, "2025-12-01", due[i], (1 << i) + ".00");
    }
    desk.receivable(debtor, "R8", "2025-12-01", "2025-12-31", "100.00");
    JsonNode row = euros("?on=2026-04-01");
    assertThat(bucket(row, "not_due")).isEqualTo("1.00");
    assertThat(bucket(row, "1-30")).isEqualTo("6.00");
    assertThat(bucket(row, "31-60")).isEqualTo("24.00");
    assertThat(bucket(row, "61-90")).isEqualTo("0.00");
    assertThat(bucket(row, "90+")).isEqualTo("100.00");
    assertThat(row.path("overdue").path("amount").asString()).isEqualTo("130.00");
    assertThat(row.path("oldest_days_late").asInt()).isEqualTo(91);
    assertThat(row.path("receivables").asInt()).isEqualTo(6);
  }

  @Test
  void a_past_day_knows_nothing_of_what_was_paid_or_issued_after_it() {
    String debtor = desk.debtor("Müller GmbH");
    String receivable = desk.receivable(debtor, "R1", "2026-01-05", "2026-02-04", "100.00");
    desk.receivable(debtor, "R2", "2026-03-01", "2026-03-31", "50.00");
    desk.allocate(desk.receipt(debtor, "2026-02-20", "30.00"), receivable, "30.00");
    desk.allocate(desk.receipt(debtor, "2026-03-10", "70.00"), receivable, "70.00");
    assertThat(euros("?on=2026-01-31").path("open").path("amount").asString()).isEqualTo("100.00");
    assertThat(bucket(euros("?on=2026-02-20"), "1-30")).isEqualTo("70.00");
    assertThat(euros("?on=2026-03-09").path("open").path("amount").asString()).isEqualTo("120.00");
    assertThat(euros("?on=2026-03-10").path("open").path("amount").asString()).isEqualTo("50.00");
    assertThat(desk.client.get("/api/v1/aging?on=2026-01-04").json().path("currencies").size())
        .isZero();
  }

  @Test
  void who_owes_most_comes_first_each_once_however_often_merged() {
    String first = desk.debtor("Alfa");
    String second = desk.debtor("Beta");
    String third = desk.debtor("Gamma");
    desk.receivable(first, "R1", "60.00");
    desk.receivable(second, "R2", "80.00");
    desk.receivable(third, "R3", "50.00");
    desk.client.post(
        "/api/v1/debtors/" + third + "/merge",
        "{\"into\":\"%s\",\"reason\":\"same firm\"}".formatted(first));
    Answer page = desk.client.get("/api/v1/aging/debtors?currency=eur&on=2026-03-01&limit=1");
    assertThat(page.json().path("data").path(0).path("debtor").path("name").asString())
        .isEqualTo("Alfa");
    assertThat(
            page.json().path("data").path(0).path("aging").path("open").path("amount").asString())
        .isEqualTo("110.00");
    Answer next =
        desk.client.get(
            "/api/v1/aging/debtors?currency=EUR&on=2026-03-01&after=" + page.text("next"));
    assertThat(next.json().path("data").findValuesAsString("name")).containsExactly("Beta");
    assertThat(desk.client.get("/api/v1/aging/debtors").status()).isEqualTo(422);
    assertThat(desk.client.get("/api/v1/aging?on=soon").status()).isEqualTo(400);
  }
}
