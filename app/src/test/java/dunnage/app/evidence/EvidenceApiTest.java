package dunnage.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.TypeId;
import dunnage.kernel.evidence.ConsistencyProof;
import dunnage.kernel.evidence.Hash;
import dunnage.kernel.evidence.InclusionProof;
import dunnage.kernel.evidence.MerkleTree;
import dunnage.kernel.evidence.SignedNote;
import dunnage.kernel.evidence.VerifyingKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The log as an auditor asks for it over the API, and checks it without the server's word.
class EvidenceApiTest {

  private static final String LOG = "/api/v1/evidence";
  private static final JsonMapper JSON = new JsonMapper();

  private final Appending log = new Appending();

  private Answer ok(String path) {
    Answer answer = log.client.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private static List<Hash> path(JsonNode node) {
    List<Hash> path = new ArrayList<>();
    node.forEach(hash -> path.add(Hash.hex(hash.asString())));
    return path;
  }

  @Test
  void the_log_tells_where_it_stands_and_its_checkpoint_is_signed_by_the_key_of_the_folder()
      throws Exception {
    log.append("inv_1", 4);
    log.settled();
    Answer where = log.where();
    String origin = "dunnage/" + log.client.organisation();
    assertThat(where.text("origin")).isEqualTo(origin);
    JsonNode checkpoint = where.json().path("checkpoint");
    SignedNote note = SignedNote.parse(checkpoint.path("note").asString());
    VerifyingKey key = VerifyingKey.pem(where.json().path("key").path("pem").asString());
    assertThat(note.signedBy(origin, key)).isTrue();
    long size = where.json().path("size").asLong();
    assertThat(note.text())
        .isEqualTo("%s\n%d\n%s\n".formatted(origin, size, Hash.hex(where.text("root")).base64()));
    assertThat(where.json().path("key").path("fingerprint").asString())
        .isEqualTo(key.fingerprint().hex());
    assertThat(where.json().path("pending").asLong()).isZero();
    assertThat(where.json().path("pending_since").isNull()).isTrue();
    Path file = log.server.home().resolve("log-key.pem");
    assertThat(KeyPem.read(file).verifyingKey()).isEqualTo(key);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void an_entry_is_shown_with_its_exact_bytes_and_a_proof() throws Exception {
    List<UUID> made = log.append("inv_7", 300);
    log.settled();
    Answer one = ok(LOG + "/entries/" + TypeId.of("evt", made.get(123)));
    byte[] bytes = Base64.getDecoder().decode(one.text("bytes"));
    assertThat(one.text("text")).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    assertThat(JSON.readTree(bytes).path("body").path("n").asInt()).isEqualTo(123);
    Hash leaf = MerkleTree.leaf(bytes);
    assertThat(one.text("leaf_hash")).isEqualTo(leaf.hex());
    JsonNode proof = one.json().path("proof");
    assertThat(proof.path("index").asLong()).isEqualTo(one.json().path("position").asLong());
    InclusionProof inclusion =
        new InclusionProof(
            proof.path("index").asLong(), proof.path("size").asLong(), path(proof.path("path")));
    assertThat(inclusion.proves(leaf, Hash.hex(proof.path("root").asString()))).isTrue();
    assertThat(proof.path("checkpoint").path("note").asString())
        .contains("\n" + Hash.hex(proof.path("root").asString()).base64() + "\n");
  }

  @Test
  void an_entry_that_waits_says_so() {
    try (Connection admin = log.server.admin();
        Statement statement = admin.createStatement()) {
      log.append("first", 1);
      log.settled();
      admin.setAutoCommit(false);
      statement.execute(
          "SELECT FROM dunnage.evidence_head WHERE org_id = '%s' FOR UPDATE"
              .formatted(log.organisation));
      UUID waiting = log.append("waits", 1).getFirst();
      Answer one = ok(LOG + "/entries/" + TypeId.of("evt", waiting));
      assertThat(one.json().path("position").isNull()).isTrue();
      assertThat(one.json().path("proof").isNull()).isTrue();
      assertThat(ok(LOG + "/entries").json().path("data").path(0).path("position").isNull())
          .isTrue();
      admin.rollback();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void entries_are_listed_by_subject_and_kind_page_by_page() throws Exception {
    log.append("inv_a", 7);
    log.append("inv_b", 2);
    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      Answer page = ok(LOG + "/entries?subject=inv_a&kind=test.happened&limit=3" + after);
      page.json().path("data").forEach(entry -> seen.add(entry.path("id").asString()));
      after = page.text("next").isEmpty() ? "" : "&after=" + page.text("next");
    } while (!after.isEmpty());
    assertThat(seen)
        .hasSize(7)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(ok(LOG + "/entries?kind=nothing").json().path("data")).isEmpty();
    for (String wrong : List.of("limit=0", "after=x", "after=ZXZ0", "limit=9999")) {
      assertThat(log.client.get(LOG + "/entries?" + wrong).status()).as(wrong).isEqualTo(422);
    }
  }

  @Test
  void any_two_sizes_are_consistent_and_impossible_ones_are_refused() throws Exception {
    for (int i = 0; i < 5; i++) {
      log.append("step", 50 * (i + 1));
      log.settled();
    }
    JsonNode checkpoints = ok(LOG + "/checkpoints?limit=500").json().path("data");
    assertThat(checkpoints.size()).isGreaterThanOrEqualTo(5);
    long size = checkpoints.path(0).path("size").asLong();
    for (JsonNode checkpoint : checkpoints) {
      long from = checkpoint.path("size").asLong();
      JsonNode proof = ok(LOG + "/consistency?from=" + from).json();
      assertThat(proof.path("to").asLong()).isEqualTo(size);
      assertThat(proof.path("from_root").asString()).isEqualTo(checkpoint.path("root").asString());
      assertThat(
              new ConsistencyProof(from, size, path(proof.path("path")))
                  .proves(
                      Hash.hex(proof.path("from_root").asString()),
                      Hash.hex(proof.path("to_root").asString())))
          .isTrue();
    }
    for (String wrong :
        List.of("from=0", "from=-1", "from=9&to=8", "from=1&to=999999", "from=1&to=0")) {
      assertThat(log.client.get(LOG + "/consistency?" + wrong).status()).as(wrong).isEqualTo(422);
    }
    assertThat(log.client.get(LOG + "/consistency").status()).isEqualTo(400);
    JsonNode page = ok(LOG + "/checkpoints?limit=2").json();
    assertThat(page.path("data").size()).isEqualTo(2);
    assertThat(
            ok(LOG + "/checkpoints?limit=2&after=" + page.path("next").asString())
                .json()
                .path("data")
                .path(0)
                .path("size")
                .asLong())
        .isLessThan(page.path("data").path(1).path("size").asLong());
  }

  @Test
  void whoever_has_the_export_works_the_root_out_anew() throws Exception {
    log.append("exported", 1_234);
    log.settled();
    Answer export = ok(LOG + "/export");
    assertThat(export.header("Content-Type")).startsWith("application/x-ndjson");
    List<String> lines = export.body().lines().toList();
    JsonNode start = JSON.readTree(lines.getFirst());
    List<Hash> leaves = new ArrayList<>();
    for (String line : lines.subList(1, lines.size() - 1)) {
      JsonNode entry = JSON.readTree(line);
      assertThat(entry.path("position").asLong()).isEqualTo(leaves.size());
      leaves.add(MerkleTree.leaf(Base64.getDecoder().decode(entry.path("bytes").asString())));
    }
    assertThat(JSON.readTree(lines.getLast()).path("end").asLong()).isEqualTo(leaves.size());
    MerkleTree tree = MerkleTree.of(leaves);
    SignedNote note = SignedNote.parse(start.path("checkpoint").asString());
    String origin = start.path("origin").asString();
    assertThat(note.text())
        .isEqualTo("%s\n%d\n%s\n".formatted(origin, leaves.size(), tree.root().base64()));
    JsonNode keys = start.path("keys");
    assertThat(
            note.signedBy(
                origin, VerifyingKey.pem(keys.path(keys.size() - 1).path("pem").asString())))
        .isTrue();
    assertThat(leaves).hasSizeGreaterThan(1_233);
  }

  @Test
  void an_export_that_cannot_be_whole_has_no_end() throws Exception {
    log.append("holed", 1_200);
    log.settled();
    try (Connection admin = log.server.admin();
        Statement statement = admin.createStatement()) {
      int gone =
          statement.executeUpdate(
              "DELETE FROM dunnage.evidence_position WHERE org_id = '%s' AND position = 1100"
                  .formatted(log.organisation));
      assertThat(gone).isEqualTo(1);
    }
    String body;
    try {
      body = log.client.get(LOG + "/export").body();
    } catch (java.io.UncheckedIOException cutOff) {
      return; // the connection was closed in the middle, which says it too
    }
    assertThat(body).doesNotContain("\"end\"");
  }

  @Test
  void who_sees_only_some_debtors_or_another_organisation_sees_nothing_of_it() throws Exception {
    UUID id = log.append("mine", 1).getFirst();
    String entry = LOG + "/entries/" + TypeId.of("evt", id);
    Appending other = new Appending();
    assertThat(other.client.get(entry).status()).isEqualTo(404);
    assertThat(log.client.get(LOG + "/entries/evt_x").status()).isEqualTo(404);
    assertThat(log.client.get(LOG + "/entries/" + TypeId.of("evt", UUID.randomUUID())).status())
        .isEqualTo(404);
    Map<String, String> cookie = sales();
    for (String path :
        List.of(
            LOG,
            LOG + "/entries",
            entry,
            LOG + "/consistency?from=1",
            LOG + "/checkpoints",
            LOG + "/export")) {
      assertThat(log.client.as("").send("GET", path, "", cookie).status()).as(path).isEqualTo(403);
      assertThat(log.client.as("").get(path).status()).as(path).isEqualTo(401);
    }
  }

  /// Someone of sales, signed in.
  private Map<String, String> sales() {
    String email = "sales-" + UUID.randomUUID() + "@evidence.example";
    Answer invited =
        log.client.post(
            "/api/v1/invitations", "{\"email\":\"%s\",\"role\":\"sales\"}".formatted(email));
    String password = "seven quiet herons wade";
    Answer joined =
        log.client
            .as("")
            .post(
                "/api/v1/invitations/accept",
                "{\"secret\":\"%s\",\"name\":\"Li Na\",\"password\":\"%s\"}"
                    .formatted(invited.text("secret"), password));
    assertThat(joined.status()).as(joined.body()).isEqualTo(201);
    Answer in =
        log.client
            .as("")
            .post(
                "/api/v1/sessions",
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    assertThat(in.status()).as(in.body()).isEqualTo(201);
    return Map.of("Cookie", in.header("Set-Cookie").split(";")[0], "Sec-Fetch-Site", "same-origin");
  }
}
