package dunnage.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The sources of all modules, for tests that read them.
public final class Sources {

  static final List<String> MODULES = List.of("kernel", "formats", "app", "bench");

  private Sources() {}

  /// The folder that holds all modules.
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("kernel/src"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /// Java files under `src/main/java` or `src/test/java` of all modules.
  public static List<Path> java(String part) {
    return MODULES.stream()
        .map(module -> root().resolve(module).resolve("src").resolve(part).resolve("java"))
        .filter(Files::isDirectory)
        .flatMap(Sources::javaUnder)
        .sorted()
        .toList();
  }

  private static Stream<Path> javaUnder(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> f.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String name(Path file) {
    return root().relativize(file).toString();
  }
}
