package dunnage.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The server as people start it, on a folder of its own, with an empty organisation.
final class Desk implements AutoCloseable {

  static final String EMAIL = "li.na@browser.example";
  static final String PASSWORD = "nine copper kettles sing";

  private static final Path JARS = Path.of("..", "app", "target", "dunnage");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path home;
  private final Process server;
  final String address;

  Desk() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("dunnage-browser-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    home = folder.resolve("home");
    Path said = folder.resolve("said");
    server = process("serve", "--port", "0").redirectError(said.toFile()).start();
    address = address(said);
    Process made =
        process(
                "organisations",
                "create",
                "--name",
                "Nordsee Schuhe",
                "--currency",
                "USD",
                "--owner-name",
                "Li Na",
                "--owner-email",
                EMAIL)
            .start();
    String out = new String(made.getInputStream().readAllBytes());
    Matcher token = Pattern.compile("dun_\\w+").matcher(out);
    if (made.waitFor() != 0 || !token.find()) {
      throw new IllegalStateException(out);
    }
    password(token.group());
  }

  private ProcessBuilder process(String... arguments) throws IOException {
    return command(home, arguments);
  }

  /// The program on a folder of its own.
  static ProcessBuilder command(Path home, String... arguments) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.add("-Xmx700m");
    all.add("-cp");
    all.add(classpath());
    all.add("dunnage.app.cli.Dunnage");
    all.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.environment().keySet().removeIf(name -> name.startsWith("DUNNAGE_"));
    builder.environment().put("DUNNAGE_HOME", home.toString());
    return builder;
  }

  private static String classpath() throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Path folder : List.of(JARS, JARS.resolve("serve"))) {
      if (!Files.isDirectory(folder)) {
        throw new IllegalStateException(
            folder + " is missing: build first, mvn verify -Pbrowser from the top.");
      }
      try (Stream<Path> all = Files.list(folder)) {
        all.filter(file -> file.toString().endsWith(".jar")).forEach(jars::add);
      }
    }
    return jars.stream().map(Path::toString).collect(Collectors.joining(":"));
  }

  private String address(Path said) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until && server.isAlive()) {
      String text = Files.exists(said) ? Files.readString(said) : "";
      Matcher found = Pattern.compile("address\\s+(\\S+)").matcher(text);
      if (text.contains("Ready in") && found.find()) {
        return found.group(1);
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("The server did not start: " + Files.readString(said));
  }

  private void password(String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/api/v1/me/password"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"password\":\"" + PASSWORD + "\"}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 204) {
        throw new IllegalStateException("the password was not taken: " + status);
      }
    }
  }

  @Override
  public void close() {
    server.destroy();
    try {
      if (!server.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
      try (Stream<Path> all = Files.walk(home.getParent())) {
        for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(one);
        }
      }
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
