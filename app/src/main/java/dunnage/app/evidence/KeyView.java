package dunnage.app.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A key that signs a log, for whoever verifies it.
///
/// @param fingerprint SHA-256 of its DER form, in hexadecimal
/// @param pem the public half
/// @param fromSize it signed checkpoints of more entries than this; null if it has signed none yet
record KeyView(String fingerprint, String pem, @Nullable Long fromSize, @Nullable Instant since) {

  static KeyView of(HeadTable.Key key) {
    return new KeyView(key.key().fingerprint().hex(), key.key().pem(), key.fromSize(), key.since());
  }
}
