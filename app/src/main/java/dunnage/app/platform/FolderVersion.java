package dunnage.app.platform;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/// Which release wrote a data folder.
///
/// @param release like `0.1.0`
/// @param layout how the folder is laid out; a release reads the layouts up to its own
/// @param postgresql major version of the database's files
record FolderVersion(String release, int layout, int postgresql) {

  static final FolderVersion OURS = new FolderVersion("0.1.0", 1, 18);

  private static final Pattern RELEASE = Pattern.compile("\\d{1,4}(\\.\\d{1,4}){1,3}");

  /// What the file says, or empty where there is none, as in a new folder.
  static Optional<FolderVersion> of(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Properties lines = new Properties();
      lines.load(new StringReader(Files.readString(file)));
      String release = lines.getProperty("release", "");
      if (!RELEASE.matcher(release).matches()) {
        throw unreadable(file);
      }
      return Optional.of(
          new FolderVersion(
              release,
              Integer.parseInt(lines.getProperty("layout", "")),
              Integer.parseInt(lines.getProperty("postgresql", ""))));
    } catch (IOException | IllegalArgumentException broken) {
      throw unreadable(file);
    }
  }

  private static Refusal unreadable(Path file) {
    return Refusal.failure(
        file
            + " does not say which release wrote this folder. Restore it from a backup, or choose another folder with DUNNAGE_HOME.");
  }

  /// @throws Refusal if this release may not open the folder
  void checkOpenedBy(FolderVersion program, Path home) {
    if (layout > program.layout || newerThan(program)) {
      throw Refusal.unsafe(
          "%s was written by Dunnage %s and this is %s. Start that release or a later one, or choose another folder with DUNNAGE_HOME."
              .formatted(home, release, program.release));
    }
    if (postgresql != program.postgresql) {
      throw Refusal.unsafe(
          "%s holds a database of PostgreSQL %d and this release brings %d. Move it over with pg_dump and pg_upgrade, or choose another folder with DUNNAGE_HOME."
              .formatted(home, postgresql, program.postgresql));
    }
  }

  private boolean newerThan(FolderVersion other) {
    String[] mine = release.split("\\.");
    String[] theirs = other.release.split("\\.");
    for (int i = 0; i < Math.max(mine.length, theirs.length); i++) {
      int left = i < mine.length ? Integer.parseInt(mine[i]) : 0;
      int right = i < theirs.length ? Integer.parseInt(theirs[i]) : 0;
      if (left != right) {
        return left > right;
      }
    }
    return false;
  }

  void write(DataFolder folder) throws IOException {
    DataFolder.write(
        folder.version(),
        "release=%s\nlayout=%d\npostgresql=%d\n".formatted(release, layout, postgresql),
        "rw-r--r--");
  }
}
