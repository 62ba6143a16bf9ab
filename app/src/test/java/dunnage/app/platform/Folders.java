package dunnage.app.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Data folders for tests.
public final class Folders {

  /// A folder that a server made at its first start and left in order, made once: setting up a
  /// database costs seconds where the disk is slow to sync.
  private static final class Made {

    static final Path HOME = make();

    private static Path make() {
      try {
        Path home = home(Files.createTempDirectory("dunnage-made-"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(home.getParent())));
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream());
        Server.open(settings(home), nobody, opened -> {}).close();
        return home;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private static void remove(Path folder) {
      try {
        Programs.remove(folder);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private Folders() {}

  /// A home within a temporary folder that other accounts may pass, since under root the database
  /// runs as one.
  public static Path home(Path temporary) throws IOException {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
    return temporary.resolve("home of a test");
  }

  /// The same, as a first start left it.
  static Path homeOnceStarted(Path temporary) throws IOException {
    Path home = home(temporary);
    List<Path> all;
    try (Stream<Path> walk = Files.walk(Made.HOME)) {
      all = walk.toList();
    }
    for (Path from : all) {
      Path to = home.resolve(Made.HOME.relativize(from).toString());
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
      Files.getFileAttributeView(to, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setOwner(Files.getOwner(from, LinkOption.NOFOLLOW_LINKS));
    }
    return home;
  }

  static Settings settings(Path home) {
    return settings(Map.of("DUNNAGE_HOME", home.toString(), "DUNNAGE_PORT", "0"));
  }

  static Settings settings(Path home, String database) {
    return settings(
        Map.of("DUNNAGE_HOME", home.toString(), "DUNNAGE_PORT", "0", "DUNNAGE_DB_URL", database));
  }

  static Settings settings(Map<String, String> environment) {
    return Settings.of(environment, Map.of("--any-jdk", "yes"), Account.weAreRoot());
  }
}
