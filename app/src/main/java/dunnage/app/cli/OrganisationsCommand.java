package dunnage.app.cli;

import dunnage.app.platform.SetupKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Organisations of a server on this machine.
@Command(
    name = "organisations",
    mixinStandardHelpOptions = true,
    subcommands = OrganisationsCommand.Create.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "Organisations of the server on this machine.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage organisations create --name "Nordsee Schuhe" --currency EUR \\%n\
            --owner-name "Li Na" --owner-email li.na@example.com%n\
        %nUsage:\s""",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%n")
final class OrganisationsCommand {

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      header = "Add an organisation with its owner, and save the owner's token for later commands.",
      description = {
        "Needs the file setup-key of the server's data folder (DUNNAGE_HOME), and the server running.",
        "The token is shown once. It is saved in the file client of that folder, unless --no-save."
      },
      synopsisHeading =
          """
          %nExamples:%n\
            dunnage organisations create --name "Nordsee Schuhe" --currency EUR \\%n\
              --owner-name "Li Na" --owner-email li.na@example.com --time-zone Europe/Berlin%n\
          %nUsage:\s""",
      optionListHeading = "%n")
  static final class Create implements Task {

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Its name.")
    String name = "";

    @Option(
        names = "--currency",
        required = true,
        paramLabel = "CODE",
        description = "The currency it thinks in, like CNY (ISO 4217).")
    String currency = "";

    @Option(
        names = "--owner-name",
        required = true,
        paramLabel = "NAME",
        description = "Who may do everything, and invites the others.")
    String ownerName = "";

    @Option(
        names = "--owner-email",
        required = true,
        paramLabel = "ADDRESS",
        description = "The address they sign in with.")
    String ownerEmail = "";

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        description = "creditor, who is owed (unless said otherwise), or financier.")
    @Nullable String kind;

    @Option(
        names = "--time-zone",
        paramLabel = "ZONE",
        description = "Where its days begin, like Asia/Shanghai. UTC.")
    @Nullable String timeZone;

    @Option(names = "--no-save", description = "Only show the token; save nothing.")
    boolean noSave;

    @Override
    public ExitCode run(Terminal terminal) {
      Map<String, String> environment = terminal.environment();
      Path home = ServerHome.of(environment);
      String url = environment.getOrDefault("DUNNAGE_URL", "").strip();
      ApiClient server =
          ApiClient.at(
              url.isEmpty() ? ServerHome.address(environment) : url, "Setup " + setupKey(home));
      JsonTree added = server.post("/organisations", body()).json();
      terminal.out().println("organisation  " + added.text("id") + "  " + added.text("name"));
      terminal.out().println("owner         " + added.text("owner"));
      terminal.out().println("token         " + added.text("token"));
      if (noSave) {
        terminal.err().println("The token is shown this once. Set it as DUNNAGE_TOKEN.");
      } else {
        save(new ClientFile(server.address(), added.text("token")), home, terminal);
      }
      return ExitCode.OK;
    }

    private Map<String, @Nullable Object> body() {
      Map<String, @Nullable Object> body = new LinkedHashMap<>();
      body.put("name", name);
      body.put("kind", kind);
      body.put("base_currency", currency);
      body.put("time_zone", timeZone);
      body.put("owner", Map.of("name", ownerName, "email", ownerEmail));
      return body;
    }

    /// The organisation is there by now: a file that cannot be written must not hide its token.
    private static void save(ClientFile client, Path home, Terminal terminal) {
      try {
        boolean replaced = Files.exists(ClientFile.in(home));
        client.write(home);
        terminal
            .err()
            .println(
                "Commands use this token from now on%s: %s"
                    .formatted(replaced ? ", instead of the one before" : "", ClientFile.in(home)));
      } catch (IOException unwritable) {
        terminal
            .err()
            .println(
                "The token could not be saved (%s); set it as DUNNAGE_TOKEN."
                    .formatted(unwritable.getMessage()));
      }
    }

    private static String setupKey(Path home) {
      Path file = SetupKey.in(home);
      try {
        return Files.readString(file).strip();
      } catch (IOException unreadable) {
        throw new Stop(
            ExitCode.NOT_FOUND,
            """
            The key of the server cannot be read: %s
            Run this on the server's machine, as whoever runs it, after its first start (dunnage serve);
            DUNNAGE_HOME names its folder."""
                .formatted(file));
      }
    }
  }
}
