package dunnage.app.cli;

import dunnage.app.platform.Refusal;
import dunnage.app.platform.Server;
import dunnage.app.platform.Settings;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the server and stays until it is stopped.
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Start the server on this machine, with a database of its own.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage serve                                   on http://127.0.0.1:8080%n\
          dunnage serve --port 9000                       on another port%n\
          DUNNAGE_DB_URL=postgresql://… dunnage serve     on one's own PostgreSQL 15 or later%n\
          dunnage config check                            all settings, and what stands in the way%n\
        %nUsage:\s""",
    optionListHeading = "%n")
final class ServeCommand implements Task {

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "Port to listen on; 0 takes a free one. 8080 unless DUNNAGE_PORT says otherwise.")
  @Nullable String port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on. 127.0.0.1, which only this machine reaches.")
  @Nullable String host;

  @Option(names = "--no-browser", description = "Open no browser; serve opens none by itself.")
  boolean noBrowser;

  @Option(names = "--any-jdk", description = "Start on a JDK older than 25.0.3 all the same.")
  boolean anyJdk;

  @Option(names = "--rehearse", hidden = true, description = "Start, answer once, stop.")
  boolean rehearse;

  @Override
  public ExitCode run(Terminal terminal) {
    Map<String, String> flags = new HashMap<>();
    if (port != null) {
      flags.put("--port", port);
    }
    if (host != null) {
      flags.put("--host", host);
    }
    if (anyJdk) {
      flags.put("--any-jdk", "yes");
    }
    try {
      Settings settings = Settings.of(terminal.environment(), flags, Server.asRoot());
      if (rehearse) {
        Server.rehearse(settings, terminal.err());
      } else {
        Server.serve(settings, terminal.err());
      }
      return ExitCode.OK;
    } catch (Refusal refusal) {
      throw new Stop(exit(refusal.kind()), refusal.sentence());
    }
  }

  static ExitCode exit(Refusal.Kind kind) {
    return switch (kind) {
      case SETTING -> ExitCode.USAGE;
      case FAILURE -> ExitCode.FAILURE;
      case UNSAFE -> ExitCode.REFUSED;
    };
  }
}
