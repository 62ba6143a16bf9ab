package dunnage.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// An organisation whose log is written to.
final class Appending {

  private static final long PATIENCE_NANOS = 30_000_000_000L;

  final RunningServer server = RunningServer.get();
  final Client client = server.organisation();
  final UUID organisation = TypeId.read("org", client.organisation()).orElseThrow();
  final Tenancy tenancy = server.part(Tenancy.class);
  private final EvidenceLog log = server.part(EvidenceLog.class);

  /// Entries in one transaction.
  List<UUID> append(String subject, int count) {
    return tenancy.in(
        organisation,
        () ->
            log.append(
                IntStream.range(0, count)
                    .mapToObj(
                        n -> new EvidenceLog.Statement("test.happened", subject, Map.of("n", n)))
                    .toList(),
                "sys"));
  }

  /// Entries that nobody was woken for, as a crash leaves them.
  List<UUID> appendUnseen(int count) {
    LogEntryTable entries = server.part(LogEntryTable.class);
    return tenancy.in(
        organisation,
        () ->
            entries.add(
                IntStream.range(0, count)
                    .mapToObj(n -> new EvidenceLog.Statement("test.left", "left", Map.of("n", n)))
                    .toList(),
                "sys"));
  }

  HeadTable.Head head() {
    return tenancy.in(organisation, () -> server.part(HeadTable.class).find());
  }

  long pending() {
    return tenancy.in(organisation, () -> server.part(PlaceTable.class).count());
  }

  Answer where() {
    Answer answer = client.get("/api/v1/evidence");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  /// Waits until nothing waits for a place.
  void settled() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (pending() > 0) {
      assertThat(System.nanoTime()).as("entries still wait").isLessThan(end);
      Thread.sleep(10);
    }
  }
}
