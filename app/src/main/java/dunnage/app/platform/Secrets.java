package dunnage.app.platform;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/// Passwords of the embedded database, made once and kept in the data folder, readable by its owner
/// only.
///
/// @param admin of the role that makes the others; used once
/// @param owner of the role that owns the tables and migrates them
/// @param application of the role that everything else runs as
record Secrets(String admin, String owner, String application) {

  private static final int SECRET_BYTES = 32;

  /// Those of the folder; made now if there are none and it holds no database.
  static Secrets of(DataFolder folder) throws IOException {
    if (!Files.exists(folder.secrets())) {
      if (Files.exists(folder.database())) {
        throw Refusal.failure(
            folder.secrets()
                + " is missing; without it nobody can sign in to the database beside it. Restore it from a backup.");
      }
      SecureRandom random = new SecureRandom();
      Secrets made = new Secrets(secret(random), secret(random), secret(random));
      DataFolder.write(
          folder.secrets(),
          "admin=%s\nowner=%s\napplication=%s\n"
              .formatted(made.admin, made.owner, made.application),
          "rw-------");
      return made;
    }
    Properties lines = new Properties();
    lines.load(new StringReader(Files.readString(folder.secrets())));
    return new Secrets(
        line(lines, "admin", folder),
        line(lines, "owner", folder),
        line(lines, "application", folder));
  }

  private static String line(Properties lines, String key, DataFolder folder) {
    String found = lines.getProperty(key, "");
    if (found.length() != 2 * SECRET_BYTES) {
      throw Refusal.failure(
          folder.secrets() + " lacks the password of " + key + ". Restore it from a backup.");
    }
    return found;
  }

  private static String secret(SecureRandom random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Says nothing.
  @Override
  public String toString() {
    return "Secrets";
  }
}
