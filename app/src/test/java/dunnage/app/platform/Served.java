package dunnage.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `dunnage serve` as processes of their own on one folder, and what is left of them ended.
final class Served implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("address +(http://\\S+)");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path temporary;
  private final Path home;
  private final List<Process> started = new ArrayList<>();

  /// @param temporary where what they say is kept
  Served(Path temporary, Path home) {
    this.temporary = temporary;
    this.home = home;
  }

  /// A process that has said it is ready.
  Process start(Map<String, String> environment) throws IOException, InterruptedException {
    Process process = launch(environment);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!said(process).contains("Ready in")) {
      assertThat(process.isAlive()).as(said(process)).isTrue();
      assertThat(System.nanoTime()).as(said(process)).isLessThan(end);
      boolean ignored = process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    return process;
  }

  Process launch(Map<String, String> environment) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "dunnage.app.cli.Dunnage",
            "serve",
            "--any-jdk");
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> all = new HashMap<>(environment);
    all.put("DUNNAGE_HOME", home.toString());
    all.putIfAbsent("DUNNAGE_PORT", "0");
    builder.environment().keySet().removeIf(name -> name.startsWith("DUNNAGE_"));
    builder.environment().putAll(all);
    builder.redirectErrorStream(true);
    builder.redirectOutput(output(started.size()));
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private File output(int number) {
    return temporary.resolve("said-" + number).toFile();
  }

  String said(Process process) throws IOException {
    return Files.readString(output(started.indexOf(process)).toPath());
  }

  /// Where a process that is ready listens.
  String address(Process process) throws IOException {
    Matcher address = ADDRESS.matcher(said(process));
    assertThat(address.find()).as(said(process)).isTrue();
    return address.group(1);
  }

  /// The database that runs on the folder.
  ProcessHandle database() {
    return new Leftovers(home.resolve("pgdata")).server().orElseThrow();
  }

  /// `kill -9` of a server and of every process of its database.
  void killAll(Process process) {
    ProcessHandle database = database();
    List<ProcessHandle> all = new ArrayList<>(database.children().toList());
    kill(process.toHandle());
    kill(database);
    all.forEach(Served::kill);
  }

  /// `kill -9`.
  static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
    Path database = home.resolve("pgdata");
    if (Files.exists(database)) {
      new Leftovers(database).server().ifPresent(Served::kill);
    }
  }
}
