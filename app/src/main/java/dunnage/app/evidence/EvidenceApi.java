package dunnage.app.evidence;

import dunnage.app.evidence.HeadTable.Head;
import dunnage.app.evidence.HeadTable.Signed;
import dunnage.app.evidence.LogEntries.Entry;
import dunnage.app.platform.Caller;
import dunnage.app.platform.Cursor;
import dunnage.app.platform.Listing;
import dunnage.app.platform.OwnTransactions;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.kernel.evidence.ConsistencyProof;
import dunnage.kernel.evidence.Hash;
import dunnage.kernel.evidence.InclusionProof;
import dunnage.kernel.evidence.MerkleTree;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The log of an organisation, for whoever may see all of it: where it stands, its entries, proofs,
/// and the whole of it.
@RestController
class EvidenceApi {

  private static final String EXPORT = "/api/v1/evidence/export";

  /// A checkpoint.
  ///
  /// @param root in hexadecimal
  /// @param note a signed note (C2SP), for programs that know these
  record CheckpointView(long size, String root, String note, Instant madeAt) {
    static CheckpointView of(Signed signed) {
      return new CheckpointView(signed.size(), signed.root().hex(), signed.note(), signed.at());
    }
  }

  /// Where the log stands.
  ///
  /// @param pending entries that have no place yet
  /// @param pendingSince when the oldest of them was recorded
  /// @param keys every key that ever signed, the oldest first
  /// @param notice what a person should know; null if nothing
  record LogView(
      String origin,
      long size,
      String root,
      @Nullable CheckpointView checkpoint,
      KeyView key,
      List<KeyView> keys,
      long pending,
      @Nullable Instant pendingSince,
      @Nullable String notice) {}

  record LogEntryView(
      String id,
      String kind,
      String subject,
      Instant recordedAt,
      String leafHash,
      @Nullable Long position) {
    static LogEntryView of(Entry entry) {
      return new LogEntryView(
          TypeId.of("evt", entry.id()),
          entry.kind(),
          entry.subject(),
          entry.recordedAt(),
          Hash.known(entry.leafHash()).hex(),
          entry.position());
    }
  }

  /// @param path from the leaf's sibling up (RFC 9162), in hexadecimal
  record InclusionView(
      long index, long size, String root, List<String> path, CheckpointView checkpoint) {}

  /// One entry with what proves it.
  ///
  /// @param bytes exactly what was hashed, in base 64
  /// @param text the same as text
  /// @param proof against the latest checkpoint; null while the entry waits for its place
  record LogEntryProven(
      String id,
      String kind,
      String subject,
      Instant recordedAt,
      String leafHash,
      @Nullable Long position,
      byte[] bytes,
      String text,
      @Nullable InclusionView proof) {}

  record ConsistencyView(long from, String fromRoot, long to, String toRoot, List<String> path) {}

  /// The export may last longer than a transaction should.
  @Configuration(proxyBeanMethods = false)
  static class Apart {
    @Bean
    OwnTransactions exportTransactions() {
      return new OwnTransactions(Set.of(EXPORT));
    }
  }

  private final ServerLog log;
  private final HeadTable heads;
  private final PlaceTable places;
  private final LogEntries entries;
  private final LogExport export;
  private final LogKeys keys;

  EvidenceApi(
      ServerLog log,
      HeadTable heads,
      PlaceTable places,
      LogEntries entries,
      LogExport export,
      LogKeys keys) {
    this.log = log;
    this.heads = heads;
    this.places = places;
    this.entries = entries;
    this.export = export;
    this.keys = keys;
  }

  @GetMapping("/api/v1/evidence")
  LogView where() {
    requireAll();
    return whole(
        () -> {
          Head head = heads.find();
          log.check(head);
          Signed signed = heads.signedOf(head.size());
          PlaceTable.Window window = places.window();
          return new LogView(
              log.origin(),
              head.size(),
              head.root().hex(),
              signed == null ? null : CheckpointView.of(signed),
              keys.ours(),
              keys.all(),
              window.count(),
              window.since(),
              keys.notice());
        });
  }

  @GetMapping("/api/v1/evidence/entries")
  Listing<LogEntryView> list(
      @RequestParam(name = "subject", required = false) @Nullable String subject,
      @RequestParam(name = "kind", required = false) @Nullable String kind,
      @RequestParam(name = "limit", required = false) @Nullable Integer wanted,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    requireAll();
    int limit = Listing.limit(wanted);
    List<String> last = Cursor.keys(after, 1);
    UUID before =
        last.isEmpty()
            ? null
            : TypeId.read("evt", last.getFirst()).orElseThrow(EvidenceApi::noPlace);
    List<LogEntryView> rows =
        entries.list(subject, kind, before, limit + 1).stream().map(LogEntryView::of).toList();
    return Listing.of(rows, limit, row -> Cursor.of(row.id()));
  }

  @GetMapping("/api/v1/evidence/entries/{id}")
  LogEntryProven one(@PathVariable("id") String id) {
    requireAll();
    Entry entry =
        entries
            .find(TypeId.parse("evt", id))
            .orElseThrow(() -> Problem.notFound("entry of the evidence log"));
    return whole(
        () -> {
          LogEntryView view = LogEntryView.of(entry);
          return new LogEntryProven(
              view.id(),
              view.kind(),
              view.subject(),
              view.recordedAt(),
              view.leafHash(),
              view.position(),
              entry.bytes(),
              new String(entry.bytes(), StandardCharsets.UTF_8),
              proof(entry));
        });
  }

  private @Nullable InclusionView proof(Entry entry) {
    Hash leaf = MerkleTree.leaf(entry.bytes());
    if (!Arrays.equals(leaf.bytes(), entry.leafHash())) {
      throw new DamagedLog(
          "The bytes of " + TypeId.of("evt", entry.id()) + " are not those that were recorded.");
    }
    Long position = entry.position();
    if (position == null) {
      return null;
    }
    Head head = heads.find();
    log.check(head);
    Signed signed = heads.signedOf(head.size());
    if (signed == null || position >= head.size()) {
      throw new DamagedLog("The place " + position + " is beyond the " + head.size() + " entries.");
    }
    InclusionProof proof = log.inclusion(head, position, leaf);
    return new InclusionView(
        proof.index(),
        proof.size(),
        head.root().hex(),
        hex(proof.path()),
        CheckpointView.of(signed));
  }

  @GetMapping("/api/v1/evidence/consistency")
  ConsistencyView consistency(
      @RequestParam(name = "from") long from,
      @RequestParam(name = "to", required = false) @Nullable Long wanted) {
    requireAll();
    long size = heads.find().size();
    long to = wanted == null ? size : wanted;
    if (to < 1 || to > size) {
      throw Problem.invalid(
          "to", "to is " + to + ", and the log has " + size + " entries", "Give a size it had.");
    }
    if (from < 1 || from > to) {
      throw Problem.invalid("from", "from is " + from, "Give a size from 1 to " + to + ".");
    }
    return whole(
        () -> {
          ConsistencyProof proof = log.consistency(from, to);
          return new ConsistencyView(
              from, log.signedRoot(from).hex(), to, log.signedRoot(to).hex(), hex(proof.path()));
        });
  }

  @GetMapping("/api/v1/evidence/checkpoints")
  Listing<CheckpointView> checkpoints(
      @RequestParam(name = "limit", required = false) @Nullable Integer wanted,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    requireAll();
    int limit = Listing.limit(wanted);
    List<String> last = Cursor.keys(after, 1);
    long below = last.isEmpty() ? Long.MAX_VALUE : size(last.getFirst());
    List<CheckpointView> rows =
        heads.signed(below, limit + 1).stream().map(CheckpointView::of).toList();
    return Listing.of(rows, limit, row -> Cursor.of(row.size()));
  }

  /// The whole log, for whoever wants to work its root out anew: lines of JSON, each entry in its
  /// place, see the page on evidence.
  @GetMapping(EXPORT)
  void export(HttpServletResponse response) throws IOException {
    requireAll();
    UUID organisation = Caller.current().organisation();
    LogExport.Start start = whole(() -> export.start(organisation));
    response.setContentType("application/x-ndjson");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"evidence-%s-%d.ndjson\""
            .formatted(TypeId.of("org", organisation), start.head().size()));
    BufferedOutputStream out = new BufferedOutputStream(response.getOutputStream());
    export.write(start, out);
    out.flush();
  }

  private static void requireAll() {
    if (!Caller.current().seesAll()) {
      throw Problem.forbidden("The evidence log is for those who may see every debtor.");
    }
  }

  private static <T> T whole(Supplier<T> work) {
    try {
      return work.get();
    } catch (DamagedLog damaged) {
      throw damaged.problem();
    }
  }

  private static long size(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException forged) {
      throw noPlace();
    }
  }

  private static Problem noPlace() {
    return Problem.invalid(
        "after", "after is no place in this list", "Give the next of the page before.");
  }

  private static List<String> hex(List<Hash> path) {
    return path.stream().map(Hash::hex).toList();
  }
}
