package dunnage.app.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, packed in a jar for this machine's kind, laid out once in the data
/// folder.
///
/// @param folder holds `bin`, `lib` and `share`
record Programs(Path folder) {

  /// Names the folder, so that another version is laid out beside it.
  static final String VERSION = "18.6";

  private static final int BUFFER_BYTES = 1 << 16;

  /// Lays them out unless they are there: aside, then moved, so that a start cut short leaves
  /// nothing half done.
  static Programs in(Path parent) throws IOException {
    Path folder = parent.resolve(VERSION);
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(parent);
      Path draft = parent.resolve(VERSION + ".part");
      remove(draft);
      unpack(draft);
      DataFolder.flush(parent);
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return new Programs(folder);
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  /// The archive for a machine, as the packers name it.
  static String archive(String system, String processor) {
    String os = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    String cpu = processor.equals("aarch64") || processor.equals("arm64") ? "arm_64" : "x86_64";
    return "/postgres-" + os + "-" + cpu + ".txz";
  }

  private static void unpack(Path target) throws IOException {
    String name = archive(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    try (InputStream packed = Programs.class.getResourceAsStream(name)) {
      if (packed == null) {
        throw Refusal.failure(
            "There is no PostgreSQL in this build for %s on %s. Name your own with DUNNAGE_DB_URL."
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
      }
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(
              new BufferedInputStream(new XZInputStream(packed), BUFFER_BYTES))) {
        Files.createDirectories(target);
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          lay(entry, tar, target);
        }
      }
    }
  }

  private static void lay(TarArchiveEntry entry, InputStream bytes, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("the archive leaves its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
    } else {
      Files.createDirectories(java.util.Objects.requireNonNull(path.getParent(), "below target"));
      if (entry.isSymbolicLink()) {
        Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        return;
      }
      Files.copy(bytes, path);
    }
    // Readable by the account that runs them, writable by us alone.
    boolean runs = entry.isDirectory() || (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
  }

  /// Removes a folder and what is in it.
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
