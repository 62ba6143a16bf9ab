package dunnage.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.Sending.Sheet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `kill -9` while a file of 20,000 lines comes in: of the server alone, its database left behind,
/// and of everything. The next start works by itself and nothing acknowledged is lost or there
/// twice, as the journal of the sender tells.
///
/// More cycles than a build has time for: `bench/kill.sh`.
class KillTest {

  private static final int LINES = 20_000;
  private static final int ROUND = 3;
  private static final int CYCLES = Integer.getInteger("dunnage.kills", ROUND);
  private static final long SEED = Long.getLong("dunnage.kills.seed", 20_261_125L);
  private static final Optional<Path> JOURNAL =
      Optional.ofNullable(System.getProperty("dunnage.kills.journal")).map(Path::of);

  /// Longer than a server waits before it takes up what another left behind.
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

  @TempDir Path temporary;

  private final Random random = new Random(SEED);

  /// What was sent, by its name in the list of imports.
  private final Map<String, Sheet> sent = new LinkedHashMap<>();

  /// Of those, what was sent since all was last seen to agree.
  private final List<Sheet> fresh = new ArrayList<>();

  /// Ids of what was acknowledged, by that name.
  private final Map<String, String> acknowledged = new LinkedHashMap<>();

  private Served served;
  private Sending sender;
  private Process server;
  private Path home;

  @Test
  void nothing_acknowledged_is_lost_or_there_twice_whatever_was_killed() throws Exception {
    home = Folders.homeOnceStarted(temporary);
    served = new Served(temporary, home);
    sender = new Sending(home);
    try {
      start();
      sender.begin();
      long began = System.nanoTime();
      acknowledge(sheet("calm"), sender.take(sent.get("calm.csv")));
      assertThat(acknowledged).containsKey("calm.csv");
      int usual = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      journal("one import takes %d ms, seed %d".formatted(usual, SEED));
      for (int cycle = 1; cycle <= CYCLES; cycle++) {
        kill(cycle, usual);
        if (cycle % ROUND == 0 || cycle == CYCLES) {
          settle();
          mustAgree();
        }
      }
    } finally {
      served.close();
    }
  }

  private void start() throws Exception {
    server = served.start(Map.of());
    sender.to(served.address(server));
  }

  private Sheet sheet(String name) {
    Sheet sheet = Sheet.of(name, LINES, random);
    sent.put(name + ".csv", sheet);
    fresh.add(sheet);
    return sheet;
  }

  private void acknowledge(Sheet sheet, Optional<JsonNode> answer) {
    answer.ifPresent(json -> acknowledged.put(sheet.name() + ".csv", json.path("id").asString()));
  }

  /// One file, one kill somewhere while it comes in or shortly after, one start.
  private void kill(int cycle, int usualMillis) throws Exception {
    boolean all = cycle % 2 == 0;
    Sheet sheet = sheet("cycle" + cycle);
    CompletableFuture<Optional<JsonNode>> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return sender.take(sheet);
              } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
              }
            });
    int millis = random.nextInt(usualMillis + usualMillis / 4);
    TimeUnit.MILLISECONDS.sleep(millis);
    if (all) {
      served.killAll(server);
    } else {
      Served.kill(server.toHandle());
      assertThat(served.database().isAlive()).as("its database is left behind").isTrue();
    }
    Optional<JsonNode> said = answer.get(60, TimeUnit.SECONDS);
    acknowledge(sheet, said);
    journal(
        "cycle %d: %s killed after %d ms, %s"
            .formatted(
                cycle,
                all ? "all" : "server",
                millis,
                said.map(json -> "acknowledged as " + json.path("state").asString())
                    .orElse("no answer")));
    start();
  }

  /// Waits until every import has come to its end by itself, then sends again what never arrived.
  private void settle() throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    Map<String, JsonNode> known = known();
    while (known.values().stream().anyMatch(one -> !ended(one))) {
      assertThat(System.nanoTime()).as("seed " + SEED + ": " + known).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(200);
      known = known();
    }
    for (Sheet sheet : fresh) {
      JsonNode there = known.get(sheet.name() + ".csv");
      journal(
          sheet.name()
              + (there == null
                  ? ": rolled back, nothing of it is there"
                  : ": %s, resumed %s"
                      .formatted(there.path("state").asString(), there.path("resumed"))));
      Optional<JsonNode> again = sender.take(sheet);
      assertThat(again).isPresent();
      assertThat(again.get().path("duplicate_of").isString())
          .as("the same file again names the first just if that is there")
          .isEqualTo(there != null);
      acknowledge(sheet, again);
    }
    fresh.clear();
  }

  private static boolean ended(JsonNode one) {
    return !List.of("received", "committing").contains(one.path("state").asString());
  }

  /// The imports of the server by name; each once.
  private Map<String, JsonNode> known() throws Exception {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    for (JsonNode one : sender.imports()) {
      assertThat(all.put(one.path("name").asString(), one)).as(one.toString()).isNull();
    }
    return all;
  }

  /// The server's books against what was sent.
  private void mustAgree() throws Exception {
    Map<String, JsonNode> known = known();
    assertThat(known.keySet())
        .as("seed " + SEED)
        .containsExactlyInAnyOrderElementsOf(sent.keySet());
    acknowledged.forEach(
        (name, id) -> {
          JsonNode one = known.get(name);
          assertThat(one.path("id").asString()).isEqualTo(id);
          assertThat(one.path("state").asString()).as(one.toString()).isEqualTo("committed");
          assertThat(one.path("receipt").path("accepted").asInt()).isEqualTo(LINES);
        });
    long cents = sent.values().stream().mapToLong(Sheet::cents).sum();
    JsonNode euros = sender.get("/api/v1/aging").path("currencies").get(0);
    assertThat(euros.path("open").path("amount").asString().replace(".", ""))
        .as("seed " + SEED)
        .isEqualTo(String.valueOf(cents));
    long lines = (long) LINES * sent.size();
    assertThat(euros.path("receivables").asLong()).isEqualTo(lines);
    List<String> counts = new ArrayList<>();
    try (Connection admin = Sql.connect(home, "dunnage", "dunnage_admin", "admin")) {
      counts.addAll(
          Sql.texts(
              admin,
              """
              SELECT 'receivables ' || count(*) || ' ' || count(DISTINCT number) || ' ' || sum(open)
                FROM dunnage.receivable
              UNION ALL
              SELECT 'balances ' || sum(receivables) || ' ' || sum(open) FROM dunnage.debtor_balance
              UNION ALL
              SELECT 'files ' || count(*) FROM dunnage.evidence_entry WHERE kind = 'import.committed'
              UNION ALL
              SELECT 'facts without entry ' || count(*) FROM dunnage.ledger_fact f WHERE NOT EXISTS
                (SELECT FROM dunnage.evidence_entry e
                  WHERE e.org_id = f.org_id AND e.entry_id = f.fact_id)
              """));
    }
    assertThat(counts)
        .as("seed " + SEED)
        .containsExactlyInAnyOrder(
            "receivables " + lines + " " + lines + " " + cents,
            "balances " + lines + " " + cents,
            "files " + sent.size(),
            "facts without entry 0");
    journal("%d imports, %d lines, %d cents: all agree".formatted(sent.size(), lines, cents));
  }

  private static void journal(String line) throws Exception {
    if (JOURNAL.isPresent()) {
      Files.writeString(
          JOURNAL.get(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }
}
