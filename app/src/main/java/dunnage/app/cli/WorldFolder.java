package dunnage.app.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Files that belong together: made in a folder beside their places and moved there once all are
/// whole, so that a run that breaks off leaves nothing half written.
final class WorldFolder implements AutoCloseable {

  private final Path into;
  private final Path draft;
  private final List<Path> files = new ArrayList<>();

  WorldFolder(Path into) throws IOException {
    this.into = into;
    this.draft = Files.createTempDirectory(into, ".dunnage-");
  }

  Writer open(String name) throws IOException {
    Path file = draft.resolve(name);
    files.add(file);
    return Files.newBufferedWriter(file);
  }

  /// Moves the files to their places; those of the same names are replaced.
  void keep() throws IOException {
    for (Path file : files) {
      Files.move(file, into.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(draft);
  }
}
