package dunnage.app.cli;

import dunnage.app.platform.Server;
import dunnage.app.platform.Settings;
import java.util.Map;
import picocli.CommandLine.Command;

/// The server's settings.
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    subcommands = ConfigCommand.Check.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "The server's settings.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage config check      every setting, where it comes from, and what is wrong%n\
        %nUsage:\s""",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%n")
final class ConfigCommand {

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      header = "Every setting, where it comes from, and what stands in the way of a start.",
      synopsisHeading =
          """
          %nExamples:%n\
            dunnage config check                            looks, and changes nothing%n\
            DUNNAGE_PORT=80 dunnage config check            what if?%n\
          %nUsage:\s""",
      optionListHeading = "%n")
  static final class Check implements Task {

    @Override
    public ExitCode run(Terminal terminal) {
      Settings settings = Settings.of(terminal.environment(), Map.of(), Server.asRoot());
      return Server.check(settings, terminal.out()) ? ExitCode.OK : ExitCode.FAILURE;
    }
  }
}
