package dunnage.app.evidence;

import dunnage.app.evidence.HeadTable.Key;
import dunnage.kernel.evidence.VerifyingKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which keys sign the log of the organisation whose transaction is open. A key that is lost or
/// replaced is followed by another, and that is never passed over in silence.
@Component
class LogKeys {

  private final HeadTable heads;
  private final LogKey key;

  LogKeys(HeadTable heads, LogKey key) {
    this.heads = heads;
    this.key = key;
  }

  /// The key this server signs with.
  KeyView ours() {
    VerifyingKey ours = key.key().verifyingKey();
    return all().stream()
        .filter(known -> known.fingerprint().equals(ours.fingerprint().hex()))
        .reduce((first, later) -> later)
        .orElse(new KeyView(ours.fingerprint().hex(), ours.pem(), null, null));
  }

  List<KeyView> all() {
    return heads.keys().stream().map(KeyView::of).toList();
  }

  /// What to say of a change; null if there was none.
  @Nullable String notice() {
    List<Key> known = heads.keys();
    if (known.isEmpty()) {
      return null;
    }
    Key last = known.getLast();
    VerifyingKey ours = key.key().verifyingKey();
    if (!last.key().equals(ours)) {
      return "The last checkpoint was signed by another key (%s) than that of this server (%s). If %s was not replaced on purpose, restore it from a backup."
          .formatted(last.key().fingerprint(), ours.fingerprint(), LogKey.NAME);
    }
    if (known.size() > 1) {
      return "The key was changed at %d entries, %s: %s before, %s since. Ask who did it if you do not know."
          .formatted(
              last.fromSize(),
              last.since(),
              known.get(known.size() - 2).key().fingerprint(),
              last.key().fingerprint());
    }
    return null;
  }
}
