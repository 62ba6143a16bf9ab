package dunnage.app.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import dunnage.app.risk.Desk;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// An organisation with one of everything.
///
/// A new kind of thing: make it in a method of its own, called by the constructor, and [#keep] its
/// id under the fixed words of its address, like `debtors` for `/api/v1/debtors/{id}` and
/// `receivables/entries` for `/api/v1/receivables/{id}/entries/{entry}`. Give every name and text
/// the [#mark], so that a leak of it is seen.
final class World {

  static final String PASSWORD = "nine copper kettles sing";
  static final String AMOUNT = "{\"amount\":\"1234.50\",\"currency\":\"EUR\"}";
  static final String LITTLE = "{\"amount\":\"1.25\",\"currency\":\"EUR\"}";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /// In every text of this organisation and of no other.
  final String mark = "kestrel" + NUMBER.incrementAndGet() + "x";

  final Client client = RunningServer.get().organisation();

  /// Of its owner.
  final String email;

  /// Of a session of its owner.
  final String cookie;

  private final Map<String, String> ids = new LinkedHashMap<>();

  World() {
    keep("organisations", client.organisation());
    email = client.get("/api/v1/me").text("email");
    Answer named =
        client.send(
            "PATCH",
            "/api/v1/organisation",
            "{\"name\":\"%s Ltd\"}".formatted(mark),
            Map.of("If-Match", "\"1\""));
    assertThat(named.status()).as(named.body()).isEqualTo(200);
    cookie = session();
    people();
    debtor();
    receivable();
    receipt();
    order();
    events();
    document();
    imports();
    rate();
    risk();
    evidence();
  }

  /// Remembers the id of one of a kind.
  private String keep(String kind, String id) {
    assertThat(id).as(kind).matches("[a-z]{3}_[0-9a-z]{26}");
    ids.put(kind, id);
    return id;
  }

  /// The id of one of a kind.
  String id(String kind) {
    String id = ids.get(kind);
    assertThat(id)
        .as(
            "An operation names `%s` in its address and World makes none: add a method to World"
                + " that makes one and keeps its id as \"%s\"",
            kind, kind)
        .isNotNull();
    return id;
  }

  /// The first that was made of a prefix, like `deb`.
  String withPrefix(String prefix) {
    return ids.values().stream()
        .filter(id -> id.startsWith(prefix + "_"))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("World makes nothing with the prefix " + prefix + ": add it"));
  }

  java.util.Collection<String> all() {
    return ids.values();
  }

  /// Whether a text tells anything of this organisation.
  boolean isIn(String text) {
    return text.contains(mark) || ids.values().stream().anyMatch(text::contains);
  }

  private Answer made(String path, String json) {
    Answer answer = client.post("/api/v1/" + path, json.replace("MARK", mark));
    assertThat(answer.status()).as(path + ": " + answer.body()).isBetween(200, 201);
    return answer;
  }

  private String session() {
    String json = "{\"password\":\"%s\"}".formatted(PASSWORD);
    assertThat(client.post("/api/v1/me/password", json).status()).isEqualTo(204);
    Answer begun =
        client
            .as("")
            .post(
                "/api/v1/sessions",
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
    assertThat(begun.status()).as(begun.body()).isEqualTo(201);
    keep("sessions", begun.text("id"));
    return begun.header("Set-Cookie").split(";")[0];
  }

  private void people() {
    keep("people", client.owner());
    keep(
        "invitations",
        made("invitations", "{\"email\":\"MARK@test.example\",\"role\":\"sales\"}").text("id"));
    keep("tokens", made("tokens", "{\"name\":\"MARK\",\"scopes\":[\"read\"]}").text("id"));
  }

  private void debtor() {
    String debtor =
        keep(
            "debtors",
            made(
                    "debtors",
                    """
                    {"name":"MARK GmbH","number":"MARK-1","country":"DE","group":"MARK group",
                     "note":"MARK"}
                    """)
                .text("id"));
    keep(
        "contacts",
        made("debtors/" + debtor + "/contacts", "{\"name\":\"MARK\",\"role\":\"other\"}")
            .text("id"));
    for (String list :
        new String[] {
          "identifiers {\"identifiers\":[{\"scheme\":\"vat\",\"value\":\"DE123456789\"}]}",
          "names {\"names\":[\"MARK alias\"]}"
        }) {
      String[] part = list.split(" ", 2);
      String path = "/api/v1/debtors/" + debtor + "/" + part[0];
      String seen = client.get("/api/v1/debtors/" + debtor).header("ETag");
      Answer put =
          client.send("PUT", path, part[1].replace("MARK", mark), Map.of("If-Match", seen));
      assertThat(put.status()).as(put.body()).isEqualTo(200);
    }
    keep("merged", made("debtors", "{\"name\":\"MARK Other\",\"number\":\"MARK-2\"}").text("id"));
  }

  private void receivable() {
    String json =
        """
        {"debtor":"%s","number":"MARK-%s","issued":"2026-01-05","due":"2026-02-04","amount":%s}
        """;
    String debtor = id("debtors");
    String receivable =
        keep("receivables", made("receivables", json.formatted(debtor, "R", AMOUNT)).text("id"));
    Answer lowered =
        made(
            "receivables/" + receivable + "/write-offs",
            "{\"amount\":%s,\"on\":\"2026-02-10\",\"reason\":\"MARK\"}".formatted(LITTLE));
    keep("receivables/entries", lowered.json().path("entries").get(0).path("id").asString());
    made(
        "receivables/" + receivable + "/title",
        "{\"holder\":\"MARK Bank\",\"purpose\":\"finance\",\"since\":\"2026-01-10\"}");
  }

  private void receipt() {
    Answer receipt =
        made(
            "receipts",
            """
            {"debtor":"%s","number":"MARK-P","on":"2026-02-10","amount":%s,"payer":"MARK",
             "allocations":[{"receivable":"%s","amount":%s}]}
            """
                .formatted(id("debtors"), AMOUNT, id("receivables"), LITTLE));
    keep("receipts", receipt.text("id"));
    keep("receipts/allocations", receipt.json().path("allocations").get(0).path("id").asString());
  }

  private void order() {
    keep(
        "orders",
        made(
                "orders",
                "{\"debtor\":\"%s\",\"number\":\"MARK-O\",\"on\":\"2026-01-05\",\"amount\":%s}"
                    .formatted(id("debtors"), AMOUNT))
            .text("id"));
  }

  private void events() {
    keep(
        "events",
        made(
                "debtors/" + id("debtors") + "/events",
                "{\"kind\":\"call\",\"on\":\"2026-02-10\",\"words\":\"MARK\"}")
            .text("id"));
    keep(
        "disputes",
        made(
                "receivables/" + id("receivables") + "/disputes",
                "{\"on\":\"2026-02-10\",\"words\":\"MARK\",\"code\":\"quality\"}")
            .text("id"));
  }

  private void document() {
    Answer attached =
        client.send(
            "POST",
            "/api/v1/documents?debtor=%s&receivable=%s&name=%s.pdf&words=%s"
                .formatted(id("debtors"), id("receivables"), mark, mark),
            "application/pdf",
            mark.getBytes(StandardCharsets.UTF_8),
            Map.of());
    assertThat(attached.status()).as(attached.body()).isEqualTo(201);
    keep("documents", attached.text("id"));
  }

  private void imports() {
    Answer taken = upload("?commit=true&wait=30&name=" + mark + ".csv");
    assertThat(taken.text("state")).as(taken.body()).isEqualTo("committed");
    keep("imports", taken.text("id"));
  }

  /// Sends a list of receivables with one line that is wrong.
  Answer upload(String query) {
    return client.send(
        "POST", "/api/v1/imports" + query, "application/octet-stream", file(), Map.of());
  }

  byte[] file() {
    return """
    invoice,customer_id,customer,issued,due,amount,currency
    %s-I1,%s-C1,%s Ltd,2026-01-05,2026-02-04,100.00,EUR
    %s-I2,%s-C1,%s Ltd,2026-01-05,soon,100.00,EUR
    """
        .replace("%s", mark)
        .getBytes(StandardCharsets.UTF_8);
  }

  private void rate() {
    Answer put =
        client.send(
            "PUT",
            "/api/v1/rates",
            "{\"on\":\"2026-01-05\",\"from\":\"EUR\",\"to\":\"CNY\",\"rate\":\"7.8125\",\"source\":\"%s\"}"
                .formatted(mark),
            Map.of());
    assertThat(put.status()).as(put.body()).isBetween(200, 201);
  }

  /// A good customer gets an order with its headroom, then goes bad, which raises an alarm.
  private void risk() {
    Desk desk = new Desk(client).with(Desk.regular(mark, "10000.00", "EUR", 0)).assessed();
    Answer checked =
        desk.check(
            desk.debtor(mark), "1000.00", "EUR", ",\"reserve\":true,\"order\":\"" + mark + "-Q\"");
    keep("orders/checks", checked.text("id"));
    keep("reservations", checked.json().path("reservation").path("id").asString());
    Answer mine = desk.with(unpaid()).assessed().client.get("/api/v1/alarms?direction=worse");
    keep("alarms", mine.json().path("data").path(0).path("id").asString());
  }

  private String unpaid() {
    return Desk.unpaid(mark, "90000.00", "EUR", LocalDate.of(2026, 6, 20));
  }

  private void evidence() {
    Answer entries = client.get("/api/v1/evidence/entries?limit=1");
    keep("evidence/entries", entries.json().path("data").get(0).path("id").asString());
  }

  /// Waits until its evidence log has taken in everything, after which nothing of it changes by
  /// itself.
  void settle() {
    long end = System.nanoTime() + 30_000_000_000L;
    while (client.get("/api/v1/evidence").json().path("pending").asInt(-1) != 0) {
      assertThat(System.nanoTime()).as("the evidence log does not come to rest").isLessThan(end);
    }
  }
}
