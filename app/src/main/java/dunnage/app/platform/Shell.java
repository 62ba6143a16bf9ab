package dunnage.app.platform;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs other programs, with an environment of their own and an end to waiting.
final class Shell {

  /// What a program said and how it ended.
  ///
  /// @param code exit code
  /// @param output both streams, at most their last lines
  record Ended(int code, String output) {

    boolean ok() {
      return code == 0;
    }
  }

  /// Where programs lie that a user's PATH may lack.
  private static final List<String> USUAL_FOLDERS =
      List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin", "/opt/homebrew/bin");

  private static final int LINES_KEPT = 12;

  private Shell() {}

  /// The program of that name, on PATH or in the usual folders.
  static Optional<Path> find(String name) {
    String path = System.getenv("PATH");
    Stream<String> own = path == null ? Stream.of() : Stream.of(path.split(File.pathSeparator));
    return Stream.concat(own.filter(folder -> !folder.isEmpty()), USUAL_FOLDERS.stream())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Runs to the end.
  ///
  /// @param folder where it runs: one that its account may enter
  /// @param longest how long it may take before it is ended
  /// @throws Refusal if it cannot be started or takes longer
  static Ended run(Path folder, Duration longest, List<String> command) {
    try {
      // A file and not a pipe: a server that the program leaves behind may hold on to it.
      Path said = Files.createTempFile("dunnage-", ".out");
      try {
        return run(folder, longest, command, said);
      } finally {
        Files.deleteIfExists(said);
      }
    } catch (IOException notStarted) {
      throw Refusal.failure(
          "Could not run " + command.getFirst() + ": " + notStarted.getMessage() + ".");
    }
  }

  private static Ended run(Path folder, Duration longest, List<String> command, Path said)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C", "TZ", "UTC"));
    builder.directory(folder.toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.redirectErrorStream(true);
    builder.redirectOutput(said.toFile());
    Process process = builder.start();
    try {
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw Refusal.failure(
            "%s did not end within %d seconds.".formatted(command, longest.toSeconds()));
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw Refusal.failure("Stopped while waiting for " + command.getFirst() + ".");
    }
    return new Ended(process.exitValue(), tail(said));
  }

  /// The last lines of a text file, or nothing where there is none.
  static String tail(Path file) {
    if (!Files.isReadable(file)) {
      return "";
    }
    try {
      List<String> lines =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip().lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_KEPT), lines.size()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
