package dunnage.app.evidence;

import dunnage.app.platform.Caller;
import dunnage.app.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The door: the append-only log of an organisation. What binds anyone is appended in the
/// transaction that records it, so there is never one without the other; its place in the tree
/// comes within a second after it. The id of an entry is the id of its fact.
@Component
public class EvidenceLog {

  /// Something that happened.
  ///
  /// @param kind like `receivable.issued`
  /// @param subject what it is about, like `inv_…`
  /// @param body the fact itself: text, numbers, booleans, days, money, lists and maps of these
  public record Statement(String kind, String subject, Map<String, ?> body) {}

  private final Tenancy tenancy;
  private final LogEntryTable entries;
  private final Sequencer sequencer;

  EvidenceLog(Tenancy tenancy, LogEntryTable entries, Sequencer sequencer) {
    this.tenancy = tenancy;
    this.entries = entries;
    this.sequencer = sequencer;
  }

  /// Appends one entry in the open transaction, in the name of the caller.
  ///
  /// @return the id of the entry and of the fact
  public UUID append(String kind, String subject, Map<String, ?> body) {
    return append(List.of(new Statement(kind, subject, body))).getFirst();
  }

  /// Appends entries in the open transaction, in the name of the caller.
  ///
  /// @return their ids, in the order given
  public List<UUID> append(List<Statement> statements) {
    return append(statements, Caller.current().actor());
  }

  /// The same in the name of someone else, like `sys`.
  public List<UUID> append(List<Statement> statements, String actor) {
    UUID organisation = tenancy.organisation();
    tenancy.onceAfterCommit(this, () -> sequencer.wake(organisation));
    return entries.add(statements, actor);
  }
}
