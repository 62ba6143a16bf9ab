package dunnage.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import dunnage.formats.BookTable;
import dunnage.formats.BookWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is taken away can be brought back: here it changes nothing, elsewhere it is the same book.
class BookExportTest {

  private static final String FILE =
      """
      invoice,customer_id,customer,issued,due,amount,currency,paid,paid on,order,part
      R1,C1,"=HYPERLINK(""x"")",2026-01-05,2026-02-04,100.00,EUR,40.00,2026-02-01,,
      R1,C1,"=HYPERLINK(""x"")",2026-01-05,2026-02-04,100.00,EUR,,,,
      R2,C2,'Tis Ltd,2026-01-10,2026-03-04,70.00,USD,70.00,,PO-2,deposit
      R3,C2,'Tis Ltd,2026-01-11,2026-03-04,900,JPY,,,,
      """;

  private static Answer bring(Client client, byte[] file, String query) {
    return client.send(
        "POST",
        "/api/v1/imports?commit=true&wait=60&name=book.zip" + query,
        "application/octet-stream",
        file,
        Map.of());
  }

  private static byte[] taken(Client client) {
    HttpResponse<byte[]> answer = client.bytes("/api/v1/export");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .contains("dunnage-export-");
    return answer.body();
  }

  /// A book in which everything happened.
  private static Desk book() {
    Desk desk = new Desk();
    Answer file = bring(desk.client, FILE.getBytes(StandardCharsets.UTF_8), "");
    assertThat(file.text("state")).as(file.body()).isEqualTo("committed");
    String debtor = desk.debtor("深圳市华强 \\\"Shoes\\\"");
    String twin = desk.debtor("Hua Qiang");
    String order =
        desk.made(
                "orders",
                """
                {"debtor":"%s","number":"PO-1","on":"2026-01-02","amount":%s}
                """
                    .formatted(debtor, Desk.eur("500.00")))
            .text("id");
    String first = desk.receivable(debtor, "A1", "200.00");
    desk.made(
        "receivables",
        """
        {"debtor":"%s","number":"A2","part":"balance","issued":"2026-01-05","due":"2026-02-04",
         "amount":%s,"order":"%s"}
        """
            .formatted(debtor, Desk.eur("150.00"), order));
    desk.receivable(twin, "A1", "33.00");
    String receipt = desk.receipt(debtor, "2026-02-10", "120.00");
    assertThat(desk.allocate(receipt, first, "50.00").status()).isEqualTo(201);
    assertThat(desk.allocate(receipt, first, "50.00").status()).isEqualTo(201);
    desk.made(
        "receivables/" + first + "/write-offs",
        "{\"amount\":%s,\"on\":\"2026-02-12\",\"reason\":\"-1 fee\"}".formatted(Desk.eur("1.00")));
    desk.made(
        "debtors/" + debtor + "/events",
        """
        {"kind":"promise","on":"2026-02-10","words":"+ next week\\nsays Li","amount":%s,
         "until":"2026-02-17","receivable":"%s"}
        """
            .formatted(Desk.eur("50.00"), first));
    String dispute =
        desk.made(
                "receivables/" + first + "/disputes",
                "{\"on\":\"2026-02-11\",\"words\":\"two pairs torn\",\"code\":\"quality\"}")
            .text("id");
    Answer ended =
        desk.client.post(
            "/api/v1/disputes/" + dispute + "/close",
            "{\"on\":\"2026-02-20\",\"outcome\":\"sent\"}");
    assertThat(ended.status()).as(ended.body()).isBetween(200, 204);
    Answer merged =
        desk.client.post(
            "/api/v1/debtors/" + twin + "/merge",
            "{\"into\":\"%s\",\"reason\":\"the same firm\"}".formatted(debtor));
    assertThat(merged.status()).as(merged.body()).isBetween(200, 204);
    Answer rate =
        desk.client.send(
            "PUT",
            "/api/v1/rates",
            "{\"on\":\"2026-01-05\",\"from\":\"EUR\",\"to\":\"CNY\",\"rate\":\"7.8125\",\"source\":\"us\"}",
            Map.of());
    assertThat(rate.status()).isBetween(200, 201);
    desk.mustAgree();
    return desk;
  }

  private static void nothingNew(Answer answer) {
    assertThat(answer.text("state")).as(answer.body()).isEqualTo("committed");
    var receipt = answer.json().path("receipt");
    assertThat(receipt.path("added").asInt()).as(answer.body()).isZero();
    assertThat(receipt.path("changed").asInt()).as(answer.body()).isZero();
    allTaken(answer);
  }

  private static void allTaken(Answer answer) {
    var receipt = answer.json().path("receipt");
    assertThat(receipt.path("rejected").asInt()).as(answer.body()).isZero();
    assertThat(receipt.path("lines_in").asInt())
        .isEqualTo(receipt.path("accepted").asInt())
        .isPositive();
  }

  private static List<String> agings(Client client) {
    return List.of("2026-01-04", "2026-02-03", "2026-02-05", "2026-02-12", "2026-06-01").stream()
        .map(day -> client.get("/api/v1/aging?on=" + day).body())
        .toList();
  }

  @Test
  void where_it_comes_from_it_changes_nothing() throws IOException {
    Desk desk = book();
    byte[] file = taken(desk.client);
    nothingNew(bring(desk.client, file, ""));
    nothingNew(bring(desk.client, file, "&again=true"));
    desk.mustAgree();
    Map<String, String> before = tables(file);
    Map<String, String> after = tables(taken(desk.client));
    assertThat(after).isEqualTo(before);
    assertThat(before.get("debtors.csv")).contains("\"'=HYPERLINK(\"\"x\"\")\"", "''Tis Ltd");
  }

  @Test
  void in_an_empty_organisation_it_is_the_same_book_on_any_day_and_can_be_taken_back()
      throws IOException {
    Desk desk = book();
    byte[] file = taken(desk.client);
    Desk other = new Desk();
    Answer first = bring(other.client, file, "");
    allTaken(first);
    assertThat(agings(other.client)).isEqualTo(agings(desk.client));
    other.mustAgree();
    Map<String, String> mine = tables(file);
    Map<String, String> theirs = tables(taken(other.client));
    for (String table :
        List.of("orders", "receivables", "receipts", "entries", "events", "rates")) {
      assertThat(lines(theirs, table)).as(table).isEqualTo(lines(mine, table));
    }
    nothingNew(bring(other.client, file, "&again=true"));
    Answer undone =
        other.client.post(
            "/api/v1/imports/" + first.text("id") + "/undo", "{\"reason\":\"only tried\"}");
    assertThat(undone.status()).as(undone.body()).isEqualTo(200);
    other.mustAgree();
    assertThat(tables(taken(other.client)).get("receivables.csv").lines()).hasSize(1);
  }

  /// Debtors have ids of their own there, and entries those of their facts.
  private static List<String> lines(Map<String, String> tables, String table) {
    return tables
        .get(table + ".csv")
        .replaceAll("deb_[0-9a-z]{26}", "deb_…")
        .lines()
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "receivables.csv,100.00,900.00,is not as it was exported",
    "dunnage-export.csv,'dunnage,1','dunnage,2',version 1",
    "dunnage-export.csv,entries.csv,nothing.csv,no entries.csv"
  })
  void a_book_that_was_changed_does_not_count(String table, String from, String to, String said)
      throws IOException {
    Desk desk = book();
    Map<String, String> tables = tables(taken(desk.client));
    tables.compute(table, (name, text) -> text.replace(from, to));
    Answer answer = bring(desk.client, zip(tables), "");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("state")).as(answer.body()).isIn("failed", "previewed");
    assertThat(answer.body()).contains(said);
    desk.mustAgree();
  }

  /// Hashes prove that it is whole, not that it is sound: whoever can count can make them.
  @Test
  void a_forged_book_is_refused_line_by_line() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BookWriter book = new BookWriter(out)) {
      String deb = "deb_01mb91gjbfegb9wc5eacemqr41";
      String inv = "inv_01mb91gjbfegb9wc5eacemqr41";
      String rcp = "rcp_01mb91gjbfegb9wc5eacemqr41";
      for (BookTable table : BookTable.values()) {
        book.table(
            table,
            rows -> {
              switch (table) {
                case DEBTORS -> {
                  rows.add(deb, "N1", "Good", "DE", "", "", "", "", "");
                  rows.add("deb_x", "N2", "Bad", "DE", "", "", "", "", "");
                  rows.add(deb.replace('4', '5'), "N3", "a\u0000b", "DE", "", "", "", "", "");
                }
                case RECEIVABLES -> {
                  receivable(rows, inv, deb, "10.00");
                  receivable(rows, inv, deb, "11.00"); // the same again
                  receivable(rows, inv.replace('4', '5'), deb, "1e999999999");
                  receivable(rows, inv.replace('4', '6'), deb, "-5.00");
                  receivable(rows, inv.replace('4', '7'), deb.replace('4', '9'), "5.00");
                }
                case RECEIPTS ->
                    rows.add(
                        rcp, "payment", deb, "", "", "2026-02-01", "5.00", "EUR", "5.00", "", "");
                case ENTRIES -> {
                  rows.add(inv, rcp, "payment", "2026-02-01", "5.00", "EUR");
                  rows.add(inv, rcp, "payment", "2026-02-01", "6.00", "EUR");
                  rows.add(inv, "", "payment", "2026-02-01", "6.00", "EUR");
                  rows.add(inv, "", "gift", "2026-02-01", "1.00", "EUR");
                  rows.add(inv.replace('4', '8'), "", "payment", "2026-02-01", "1.00", "EUR");
                  rows.add(inv, "", "payment", "2026-02-30", "1.00", "USD");
                }
                case RATES -> rows.add("2026-02-01", "EUR", "USD", "0", "x");
                case ORDERS, EVENTS, CONTACTS, TITLES -> {}
              }
            });
      }
    }
    Desk desk = new Desk();
    Answer answer = bring(desk.client, out.toByteArray(), "");
    assertThat(answer.text("state")).as(answer.body()).isEqualTo("committed");
    var receipt = answer.json().path("receipt");
    assertThat(receipt.path("lines_in").asInt()).isEqualTo(16);
    assertThat(receipt.path("added").asInt()).as(answer.body()).isEqualTo(4);
    assertThat(receipt.path("accepted").asInt() + receipt.path("rejected").asInt()).isEqualTo(16);
    assertThat(receipt.path("rejected").asInt()).isEqualTo(11);
    desk.mustAgree();
  }

  private static void receivable(BookWriter.Rows rows, String id, String debtor, String amount) {
    rows.add(
        id,
        debtor,
        "",
        id,
        "",
        "2026-01-05",
        "2026-02-04",
        amount,
        "EUR",
        amount,
        "",
        "",
        "",
        "",
        "",
        "",
        "false");
  }

  @Test
  void it_is_for_those_who_see_every_debtor() {
    Desk desk = new Desk();
    Answer refused = desk.client.as("dun_nobody").get("/api/v1/export");
    assertThat(refused.status()).isEqualTo(401);
  }

  private static Map<String, String> tables(byte[] file) throws IOException {
    Map<String, String> tables = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        tables.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(HexFormat.of().formatHex(file, 0, 2)).isEqualTo("504b");
    return tables;
  }

  private static byte[] zip(Map<String, String> tables) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> one : tables.entrySet()) {
        zip.putNextEntry(new ZipEntry(one.getKey()));
        zip.write(one.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
