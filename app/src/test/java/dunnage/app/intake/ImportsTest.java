package dunnage.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.access.Access;
import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Files brought in over the API: looked at, committed, again, taken back, interrupted.
class ImportsTest {

  private static final String LIST =
      """
      invoice,customer_id,customer,issued,due,amount,currency
      R1,C1,Müller GmbH,2026-01-05,2026-02-04,100.00,EUR
      R2,C1,Müller GmbH,2026-01-06,2026-02-05,200.00,EUR
      R3,C2,深圳市华强,2026-01-07,2026-02-06,300.00,CNY
      R4,C2,深圳市华强,2026-01-07,soon,400.00,CNY
      """;

  private final RunningServer server = RunningServer.get();

  private static Answer upload(Client client, String query, byte[] bytes) {
    return client.send(
        "POST", "/api/v1/imports" + query, "application/octet-stream", bytes, Map.of());
  }

  private static Answer upload(Client client, String query, String text) {
    return upload(client, query, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String open(Client client) {
    return client.get("/api/v1/receivables?limit=500").json().path("data").size() + " open";
  }

  @Test
  void a_file_is_looked_at_committed_and_every_line_counted() {
    Client client = server.organisation();
    Answer looked = upload(client, "?name=../../etc/list.csv", LIST);
    assertThat(looked.status()).as(looked.body()).isEqualTo(201);
    assertThat(looked.text("state")).isEqualTo("previewed");
    assertThat(looked.text("name")).isEqualTo("list.csv");
    var receipt = looked.json().path("receipt");
    assertThat(receipt.path("lines_in").asInt()).isEqualTo(4);
    assertThat(receipt.path("accepted").asInt()).isEqualTo(3);
    assertThat(receipt.path("rejected").asInt()).isEqualTo(1);
    assertThat(receipt.path("added").asInt()).isEqualTo(3);
    assertThat(receipt.path("money").toString())
        .contains(
            "{\"accepted\":\"300.00\",\"currency\":\"CNY\",\"rejected\":\"400.00\"}",
            "{\"accepted\":\"300.00\",\"currency\":\"EUR\",\"rejected\":\"0.00\"}");
    assertThat(open(client)).as("only looked at").isEqualTo("0 open");

    String id = looked.text("id");
    Answer committed = client.post("/api/v1/imports/" + id + "/commit", "");
    assertThat(committed.text("state")).as(committed.body()).isEqualTo("committed");
    assertThat(open(client)).isEqualTo("3 open");
    assertThat(client.post("/api/v1/imports/" + id + "/commit", "").text("state"))
        .isEqualTo("committed");
    assertThat(open(client)).isEqualTo("3 open");

    Answer rejected = client.get("/api/v1/imports/" + id + "/rejected");
    assertThat(rejected.body())
        .as(rejected.status() + " " + rejected.headers().map())
        .contains("R4", "soon");
  }

  @Test
  void the_same_bytes_again_do_nothing_and_name_the_first() {
    Client client = server.organisation();
    assertThat(upload(client, "?dry_run=true", LIST).text("state")).isEqualTo("previewed");
    String first = upload(client, "?commit=true", LIST).text("id");
    Answer again = upload(client, "?commit=true&name=other.csv", LIST);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("duplicate_of")).isEqualTo(first);
    assertThat(open(client)).isEqualTo("3 open");
    Answer forced = upload(client, "?commit=true&again=true", LIST);
    assertThat(forced.json().path("receipt").path("same").asInt()).as(forced.body()).isEqualTo(3);
    assertThat(forced.json().path("receipt").path("added").asInt()).isZero();
    assertThat(open(client)).isEqualTo("3 open");
  }

  @Test
  void an_import_is_taken_back_and_can_come_again() {
    Client client = server.organisation();
    String id = upload(client, "?commit=true", LIST).text("id");
    Answer why = client.post("/api/v1/imports/" + id + "/undo", "{}");
    assertThat(why.status()).isEqualTo(422);
    Answer undone = client.post("/api/v1/imports/" + id + "/undo", "{\"reason\":\"wrong year\"}");
    assertThat(undone.text("state")).as(undone.body()).isEqualTo("undone");
    assertThat(open(client)).isEqualTo("0 open");
    assertThat(client.post("/api/v1/imports/" + id + "/undo", "{\"reason\":\"x\"}").status())
        .isEqualTo(409);
    assertThat(upload(client, "?commit=true", LIST).text("state")).isEqualTo("committed");
    assertThat(open(client)).isEqualTo("3 open");
  }

  @Test
  void one_file_sent_by_many_at_once_is_in_the_ledger_once() {
    Client client = server.organisation();
    List<CompletableFuture<Answer>> all =
        IntStream.range(0, 8)
            .mapToObj(
                n ->
                    CompletableFuture.supplyAsync(
                        () -> upload(client, "?commit=true&again=true", LIST)))
            .toList();
    all.forEach(one -> assertThat(one.join().status()).isLessThan(300));
    assertThat(open(client)).isEqualTo("3 open");
  }

  @Test
  void another_organisation_sees_none_of_it() {
    Client client = server.organisation();
    String id = upload(client, "?commit=true", LIST).text("id");
    Client other = server.organisation();
    assertThat(other.get("/api/v1/imports/" + id).status()).isEqualTo(404);
    assertThat(other.post("/api/v1/imports/" + id + "/commit", "").status()).isEqualTo(404);
    assertThat(other.post("/api/v1/imports/" + id + "/undo", "{\"reason\":\"x\"}").status())
        .isEqualTo(404);
    assertThat(other.get("/api/v1/imports/" + id + "/rejected").status()).isEqualTo(404);
    assertThat(other.get("/api/v1/imports").json().path("data").size()).isZero();
    assertThat(upload(other, "", LIST).status()).as("not a duplicate of another's").isEqualTo(201);
  }

  @Test
  void one_list_in_many_encodings_gives_one_ledger() {
    String russian = LIST.replace("深圳市华强", "ООО Ромашка").replace("Müller", "Mueller");
    List<byte[]> files =
        List.of(
            russian.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + russian).getBytes(StandardCharsets.UTF_16LE),
            russian.getBytes(Charset.forName("GB18030")),
            russian.getBytes(Charset.forName("windows-1251")));
    for (byte[] file : files) {
      Client client = server.organisation();
      Answer answer = upload(client, "?commit=true", file);
      assertThat(answer.text("state")).as(answer.body()).isEqualTo("committed");
      assertThat(client.get("/api/v1/receivables").body()).contains("ООО Ромашка");
    }
  }

  @Test
  void hostile_files_are_kept_and_make_nothing_of_the_ledger() {
    Client client = server.organisation();
    List<String> files =
        List.of(
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "\u0000\u0001\u0002 no text at all",
            "PK\u0003\u0004 no archive",
            "a,b\n" + "x".repeat(200_000) + ",1\n");
    for (String file : files) {
      Answer answer = upload(client, "?commit=true", file);
      assertThat(answer.status()).as(answer.body()).isLessThan(300);
      assertThat(answer.text("state")).as(answer.body()).isIn("failed", "previewed");
      assertThat(answer.body()).doesNotContain("root:");
    }
    assertThat(open(client)).isEqualTo("0 open");
    String odd =
        """
        invoice,customer_id,customer,issued,due,amount,currency
        =cmd|' /C calc'!A0,C1,"<script>alert(1)</script>",2026-01-05,2026-02-04,100.00,EUR
        R2,C2,'; DROP TABLE debtor; --,2026-01-05,2026-02-04,1e400,EUR
        """;
    Answer kept = upload(client, "?commit=true", odd);
    assertThat(kept.text("state")).as(kept.body()).isEqualTo("committed");
    assertThat(kept.json().path("receipt").path("rejected").asInt()).isEqualTo(1);
    assertThat(
            client.get("/api/v1/receivables").json().path("data").get(0).path("number").asString())
        .isEqualTo("=cmd|' /C calc'!A0");
    assertThat(upload(client, "", new byte[0]).status()).isEqualTo(422);
  }

  @Test
  void what_a_server_left_half_way_is_started_over_and_said() throws Exception {
    Client client = server.organisation();
    UUID organisation = TypeId.read("org", client.organisation()).orElseThrow();
    UUID owner = TypeId.read("per", client.owner()).orElseThrow();
    String id = upload(client, "", LIST).text("id");
    Tenancy tenancy = server.part(Tenancy.class);
    UUID uuid = TypeId.read("imp", id).orElseThrow();
    server
        .part(Access.class)
        .actingAs(
            organisation,
            owner,
            () ->
                tenancy.in(
                    organisation,
                    () ->
                        tenancy
                            .sql(
                                "UPDATE import SET state = 'committing', worked_at = '2020-01-01'"
                                    + " WHERE org_id = :org AND import_id = :id")
                            .param("id", uuid)
                            .update()));
    long end = System.nanoTime() + 30_000_000_000L;
    Answer answer = client.get("/api/v1/imports/" + id);
    while (!answer.text("state").equals("committed") && System.nanoTime() < end) {
      Thread.onSpinWait();
      answer = client.get("/api/v1/imports/" + id);
    }
    assertThat(answer.text("state")).as(answer.body()).isEqualTo("committed");
    assertThat(answer.json().path("resumed").asInt()).isEqualTo(1);
    assertThat(open(client)).isEqualTo("3 open");
  }
}
