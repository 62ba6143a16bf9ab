package dunnage.app.ledger;

import static dunnage.app.ledger.Desk.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Sixty-four at once on the same few receivables and receipts.
class RacesTest {

  private static final int CLIENTS = 64;
  private static final int EACH = 12;
  private static final Set<Integer> EXPECTED = Set.of(200, 201, 204, 404, 409, 412);

  private final Desk desk = new Desk();
  private final String debtor = desk.debtor("Müller GmbH");
  private final List<String> receivables = new ArrayList<>();
  private final List<String> receipts = new ArrayList<>();

  private interface Work {
    List<Answer> of(int client) throws Exception;
  }

  private List<Answer> atOnce(Work work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(CLIENTS);
    List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int client = i;
        all.add(
            threads.submit(
                () -> {
                  start.await();
                  return answers.addAll(work.of(client));
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    return answers;
  }

  @Test
  void the_last_money_is_allocated_once() throws Exception {
    String receivable = desk.receivable(debtor, "R1", "1000.00");
    String receipt = desk.receipt(debtor, "2026-02-10", "100.00");
    List<Answer> answers = atOnce(client -> List.of(desk.allocate(receipt, receivable, "30.00")));
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(3);
    assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(CLIENTS - 3);
    assertThat(desk.unallocated(receipt)).isEqualTo("10.00");
    assertThat(desk.open(receivable)).isEqualTo("910.00");
    desk.mustAgree();
  }

  @Test
  void whatever_is_done_at_once_the_books_agree_afterwards() throws Exception {
    long seed = 20_261_125;
    for (int i = 0; i < 4; i++) {
      receivables.add(desk.receivable(debtor, "R" + i, "100.00"));
      receipts.add(desk.receipt(debtor, "2026-02-1" + i, "120.00"));
    }
    List<Answer> answers =
        atOnce(
            client -> {
              Random random = new Random(seed + client);
              List<Answer> mine = new ArrayList<>();
              for (int i = 0; i < EACH; i++) {
                mine.add(something(random));
              }
              return mine;
            });
    TreeMap<String, Integer> told = new TreeMap<>();
    answers.forEach(a -> told.merge(a.status() + " " + a.code(), 1, Integer::sum));
    assertThat(answers).as("seed %d: %s", seed, told).allMatch(a -> EXPECTED.contains(a.status()));
    assertThat(answers.stream().filter(a -> a.status() == 201).count())
        .as("%s", told)
        .isGreaterThan(CLIENTS);
    desk.mustAgree();
  }

  private Answer something(Random random) {
    String receivable = receivables.get(random.nextInt(receivables.size()));
    String receipt = receipts.get(random.nextInt(receipts.size()));
    return switch (random.nextInt(6)) {
      case 0, 1 -> desk.allocate(receipt, receivable, 1 + random.nextInt(30) + ".00");
      case 2 -> takeBack(receivable, random);
      case 3 -> amend(receivable, random);
      case 4 ->
          desk.client.post(
              "/api/v1/receivables/" + receivable + "/write-offs",
              "{\"amount\":%s,\"reason\":\"rounding\"}".formatted(eur("0.01")));
      default -> correct(receipt, random);
    };
  }

  private Answer takeBack(String receivable, Random random) {
    Answer shown = desk.client.get("/api/v1/receivables/" + receivable);
    JsonNode entries = shown.json().path("entries");
    if (entries.isEmpty()) {
      return shown;
    }
    String entry = entries.path(random.nextInt(entries.size())).path("id").asString();
    return desk.client.post(
        "/api/v1/receivables/%s/entries/%s/take-back".formatted(receivable, entry),
        "{\"reason\":\"wrong\"}");
  }

  private Answer amend(String receivable, Random random) {
    int version =
        desk.client.get("/api/v1/receivables/" + receivable).json().path("version").asInt();
    String amount = eur(90 + random.nextInt(40) + ".00");
    return desk.patch(
        "receivables/" + receivable, "{\"amount\":%s,\"reason\":\"r\"}".formatted(amount), version);
  }

  private Answer correct(String receipt, Random random) {
    int version = desk.client.get("/api/v1/receipts/" + receipt).json().path("version").asInt();
    String amount = eur(100 + random.nextInt(40) + ".00");
    return desk.patch(
        "receipts/" + receipt, "{\"amount\":%s,\"reason\":\"r\"}".formatted(amount), version);
  }
}
