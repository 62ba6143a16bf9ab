package dunnage.app.evidence;

import dunnage.app.evidence.HeadTable.Head;
import dunnage.app.evidence.HeadTable.Signed;
import dunnage.app.evidence.LogEntries.Placed;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// A whole log as lines of JSON: what was signed, each entry in the order of the log, and an end by
/// which a file that was cut off is known.
///
/// The log up to a size never changes, so each part is read in a short transaction of its own and
/// written after it: whoever reads slowly holds no connection, and no part of a log is ever kept in
/// memory but the one being sent.
@Component
class LogExport {

  private static final int PART = 500;

  /// What the first line says, checked before anything is sent.
  record Start(UUID organisation, Head head, Map<String, Object> line) {}

  private final Tenancy tenancy;
  private final ServerLog log;
  private final HeadTable heads;
  private final LogEntries entries;
  private final JsonMapper json;

  LogExport(Tenancy tenancy, ServerLog log, HeadTable heads, LogEntries entries, JsonMapper json) {
    this.tenancy = tenancy;
    this.log = log;
    this.heads = heads;
    this.entries = entries;
    this.json = json;
  }

  /// @throws DamagedLog if it does not fit together
  Start start(UUID organisation) {
    return tenancy.in(
        organisation,
        () -> {
          Head head = heads.find();
          log.check(head);
          Signed signed = heads.signedOf(head.size());
          Map<String, Object> line = new LinkedHashMap<>();
          line.put("v", 1);
          line.put("origin", log.origin());
          line.put("size", head.size());
          line.put("root", head.root().hex());
          line.put("checkpoint", signed == null ? null : signed.note());
          line.put("keys", heads.keys().stream().map(KeyView::of).toList());
          return new Start(organisation, head, line);
        });
  }

  /// Writes all of it.
  ///
  /// @throws DamagedLog if an entry is missing; the end is not written then
  void write(Start start, OutputStream out) throws IOException {
    line(start.line(), out);
    long size = start.head().size();
    for (long from = 0; from < size; from += PART) {
      long low = from;
      long high = Math.min(size, from + PART);
      List<Placed> part = tenancy.in(start.organisation(), () -> entries.placed(low, high));
      long expected = low;
      for (Placed entry : part) {
        if (entry.position() != expected++) {
          break;
        }
        line(line(entry), out);
      }
      if (expected != high || part.size() != high - low) {
        throw new DamagedLog("Entry " + expected + " of " + size + " is missing.");
      }
    }
    line(Map.of("end", size), out);
  }

  private static Map<String, Object> line(Placed entry) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("position", entry.position());
    line.put("id", TypeId.of("evt", entry.id()));
    line.put("bytes", entry.bytes());
    return line;
  }

  private void line(Map<String, Object> members, OutputStream out) throws IOException {
    out.write(json.writeValueAsBytes(members));
    out.write('\n');
  }
}
