package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands that need no server start without its libraries, also where those are at hand.
class LoadedClassesTest {

  @TempDir Path folder;

  @Test
  void a_command_without_a_server_loads_nothing_of_spring_or_the_database() throws Exception {
    Path book =
        Files.writeString(
            folder.resolve("book.csv"),
            "invoice,customer,issued,due,amount,currency\n1,Acme,2026-01-01,2026-01-31,1.00,EUR\n");
    List<String> assess = loaded("assess", book.toString(), "--as-of", "2026-03-31");
    assertThat(assess).anyMatch(line -> line.contains("dunnage.kernel.assessment"));
    for (List<String> lines : List.of(assess, loaded("--help"), loaded("help", "serve"))) {
      assertThat(lines)
          .hasSizeGreaterThan(500)
          .noneMatch(
              line ->
                  line.matches(
                      ".* (org\\.springframework|org\\.postgresql|org\\.apache\\.catalina)\\..*"));
    }
  }

  /// What a JVM of its own loads for a command, a line per class.
  private List<String> loaded(String... arguments) throws IOException, InterruptedException {
    Path log = folder.resolve("classes.log");
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + log + "::filecount=0",
                "-cp",
                System.getProperty("java.class.path"),
                "dunnage.app.cli.Dunnage"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("said"))).isZero();
    return Files.readAllLines(log);
  }
}
