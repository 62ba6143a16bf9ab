package dunnage.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;

/// Which server commands ask, and the token they show it: `$DUNNAGE_HOME/client`, readable by its
/// owner only.
///
/// @param address like `http://127.0.0.1:8080`; empty if there is none
/// @param token empty if there is none
record ClientFile(String address, String token) {

  private static final String NAME = "client";

  static Path in(Path home) {
    return home.resolve(NAME);
  }

  /// What is saved; nothing if there is no file.
  static ClientFile read(Path home) {
    Path file = in(home);
    if (!Files.exists(file)) {
      return new ClientFile("", "");
    }
    try {
      Map<String, String> lines = new HashMap<>();
      for (String line : Files.readAllLines(file)) {
        String[] words = line.strip().split("\\s+", 2);
        if (words.length == 2) {
          lines.put(words[0], words[1]);
        }
      }
      return new ClientFile(lines.getOrDefault("address", ""), lines.getOrDefault("token", ""));
    } catch (IOException unreadable) {
      throw new Stop(ExitCode.FAILURE, file + " cannot be read (" + unreadable.getMessage() + ").");
    }
  }

  /// Written aside and moved, so that it is whole or as it was, and never open to others.
  void write(Path home) throws IOException {
    Path draft =
        Files.createTempFile(
            home,
            ".client-",
            ".part",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(draft, "address " + address + "\ntoken " + token + "\n");
      Files.move(draft, in(home), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
