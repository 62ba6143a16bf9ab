package dunnage.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.access.Access;
import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An organisation whose books are kept over the API, in few words.
final class Desk {

  final RunningServer server = RunningServer.get();
  final Client client = server.organisation();
  final Tenancy tenancy = server.part(Tenancy.class);
  final UUID organisation = TypeId.read("org", client.organisation()).orElseThrow();
  private final UUID owner = TypeId.read("per", client.owner()).orElseThrow();

  <T> T inside(Supplier<T> work) {
    return server
        .part(Access.class)
        .actingAs(organisation, owner, () -> tenancy.in(organisation, work));
  }

  Answer made(String path, String json) {
    Answer answer = client.post("/api/v1/" + path, json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  String debtor(String name) {
    return made("debtors", "{\"name\":\"%s\"}".formatted(name)).text("id");
  }

  String receivable(String debtor, String number, String amount) {
    return receivable(debtor, number, "2026-01-05", "2026-02-04", amount);
  }

  String receivable(String debtor, String number, String issued, String due, String amount) {
    return made(
            "receivables",
            """
            {"debtor":"%s","number":"%s","issued":"%s","due":"%s","amount":%s}
            """
                .formatted(debtor, number, issued, due, eur(amount)))
        .text("id");
  }

  String receipt(String debtor, String on, String amount) {
    return made(
            "receipts",
            "{\"debtor\":\"%s\",\"on\":\"%s\",\"amount\":%s}".formatted(debtor, on, eur(amount)))
        .text("id");
  }

  Answer allocate(String receipt, String receivable, String amount) {
    return client.post(
        "/api/v1/receipts/" + receipt + "/allocations",
        "{\"receivable\":\"%s\",\"amount\":%s}".formatted(receivable, eur(amount)));
  }

  Answer patch(String path, String json, int version) {
    return client.send("PATCH", "/api/v1/" + path, json, Map.of("If-Match", "\"" + version + "\""));
  }

  String open(String receivable) {
    return client
        .get("/api/v1/receivables/" + receivable)
        .json()
        .path("open")
        .path("amount")
        .asString();
  }

  String unallocated(String receipt) {
    return client
        .get("/api/v1/receipts/" + receipt)
        .json()
        .path("unallocated")
        .path("amount")
        .asString();
  }

  static String eur(String amount) {
    return "{\"amount\":\"%s\",\"currency\":\"EUR\"}".formatted(amount);
  }

  /// What must be true of the books whatever happened to them: every small table says what the rows
  /// and facts behind it say.
  void mustAgree() {
    Map<String, String> wrongs =
        Map.of(
            "a receivable is open for what its entries leave",
            """
            SELECT count(*) FROM receivable r WHERE r.org_id = :org AND r.open <> r.amount -
              (SELECT COALESCE(sum(e.amount), 0) FROM receivable_entry e
                WHERE e.org_id = :org AND e.receivable_id = r.receivable_id)
            """,
            "a receipt has left what its entries leave",
            """
            SELECT count(*) FROM receipt r WHERE r.org_id = :org AND r.unallocated <> r.amount -
              (SELECT COALESCE(sum(e.amount), 0) FROM receivable_entry e
                WHERE e.org_id = :org AND e.receipt_id = r.receipt_id)
            """,
            "balances are the sums of their rows",
            """
            SELECT count(*) FROM (
              SELECT debtor_id, currency, receivables, open, unallocated, uninvoiced
                FROM debtor_balance
               WHERE org_id = :org AND (receivables, open, unallocated, uninvoiced) <> (0, 0, 0, 0)
              EXCEPT
              SELECT debtor_id, currency, sum(n)::bigint, sum(o)::bigint, sum(u)::bigint, sum(i)::bigint
                FROM (SELECT debtor_id, currency, 1 AS n, open AS o, 0 AS u, 0 AS i FROM receivable
                       WHERE org_id = :org AND open > 0
                      UNION ALL
                      SELECT debtor_id, currency, 0, 0, unallocated, 0 FROM receipt
                       WHERE org_id = :org AND debtor_id IS NOT NULL
                      UNION ALL
                      SELECT debtor_id, currency, 0, 0, 0, uninvoiced FROM customer_order
                       WHERE org_id = :org) x
               GROUP BY debtor_id, currency) y
            """,
            "every fact has its entry in the log",
            """
            SELECT count(*) FROM ledger_fact f WHERE f.org_id = :org AND NOT EXISTS
              (SELECT FROM evidence_entry e WHERE e.org_id = :org AND e.entry_id = f.fact_id)
            """,
            "every entry is a fact that counts",
            """
            SELECT count(*) FROM receivable_entry e WHERE e.org_id = :org AND NOT EXISTS
              (SELECT FROM ledger_fact f WHERE f.org_id = :org AND f.fact_id = e.entry_id
                AND NOT EXISTS (SELECT FROM ledger_fact c
                                 WHERE c.org_id = :org AND c.corrects = f.fact_id))
            """);
    wrongs.forEach(
        (what, sql) -> assertThat(inside(() -> count(tenancy.sql(sql)))).as(what).isZero());
  }

  static long count(JdbcClient.StatementSpec statement) {
    return statement.query(Long.class).single();
  }

  List<String> errors(Answer answer) {
    return answer.json().path("errors").findValuesAsString("pointer");
  }
}
