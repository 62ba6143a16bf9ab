package dunnage.app.evidence;

import dunnage.app.platform.Refusal;
import dunnage.app.platform.Settings;
import dunnage.kernel.evidence.SigningKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The key that signs the checkpoints of this server's logs: `log-key.pem` in its data folder, made
/// at the first start. Another key signs on after it, and that is said, see [LogKeys].
@Component
class LogKey {

  static final String NAME = "log-key.pem";

  private final SigningKey key;

  @Autowired
  LogKey(Settings settings) {
    this(settings.home().resolve(NAME));
  }

  LogKey(Path file) {
    try {
      if (!Files.exists(file)) {
        made(file);
      }
      key = KeyPem.read(file);
    } catch (IOException unusable) {
      throw Refusal.failure(
          file
              + " cannot be used: "
              + unusable.getClass().getSimpleName()
              + ", "
              + unusable.getMessage());
    } catch (IllegalArgumentException notOne) {
      throw Refusal.failure(
          file
              + " holds "
              + notOne.getMessage()
              + "; it signs the evidence log. Restore it from a"
              + " backup, or remove it: then a new key is made, and the log says so.");
    }
  }

  private static void made(Path file) throws IOException {
    try {
      KeyPem.create(file);
    } catch (FileAlreadyExistsException anotherStart) {
      // made at the same moment, which is as good
    }
  }

  SigningKey key() {
    return key;
  }
}
