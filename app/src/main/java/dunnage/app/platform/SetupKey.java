package dunnage.app.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/// What only someone who may read the data folder knows: it opens what nobody has signed in for
/// yet, like adding an organisation.
public final class SetupKey {

  private static final String NAME = "setup-key";
  private static final int BYTES = 32;

  private final byte[] key;

  private SetupKey(String key) {
    this.key = key.getBytes(StandardCharsets.UTF_8);
  }

  /// Where it lies in a data folder.
  public static Path in(Path home) {
    return home.resolve(NAME);
  }

  /// That of the folder, made if there is none.
  static SetupKey of(DataFolder folder) throws IOException {
    Path file = in(folder.path());
    if (!Files.exists(file)) {
      byte[] bytes = new byte[BYTES];
      new SecureRandom().nextBytes(bytes);
      DataFolder.write(file, HexFormat.of().formatHex(bytes) + "\n", "rw-------");
    }
    return new SetupKey(Files.readString(file).strip());
  }

  /// Compared in constant time.
  public boolean matches(String given) {
    return MessageDigest.isEqual(key, given.getBytes(StandardCharsets.UTF_8));
  }
}
