package dunnage.app.cli;

import dunnage.kernel.evidence.Hash;
import dunnage.kernel.evidence.VerifyingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The evidence log of a server.
@Command(
    name = "evidence",
    mixinStandardHelpOptions = true,
    subcommands = EvidenceCommand.Verify.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "The evidence log of a server: check an exported one.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage evidence verify evidence-org_….ndjson%n\
          dunnage evidence verify log.ndjson --trust-key maker.pem%n\
        %nUsage:\s""",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%n")
final class EvidenceCommand {

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      header = "Work out the root of an exported log anew, without asking any server.",
      footer = {
        "",
        "Exit codes: 0 all proven, 1 altered or cut off, 2 usage, 4 not found, 5 not an export."
      })
  static final class Verify implements Task {

    @Parameters(paramLabel = "EXPORT", description = "What /api/v1/evidence/export answered.")
    String export = "";

    @Option(
        names = "--trust-key",
        arity = "1",
        paramLabel = "KEY",
        description = "Public key (PEM file) or its fingerprint (64 digits); may be repeated.")
    List<String> trustKeys = new ArrayList<>();

    @Override
    public ExitCode run(Terminal terminal) {
      Intake.mustExist(List.of(export));
      Set<Hash> trusted = new HashSet<>();
      trustKeys.forEach(key -> trusted.add(TrustedKeys.fingerprint(key)));
      try {
        Path file = Intake.path(export);
        if (Files.isDirectory(file) || !ExportedLog.recognised(file)) {
          throw new Stop(ExitCode.REFUSED, export + " is no exported evidence log.");
        }
        return told(ExportedLog.check(file), trusted, terminal);
      } catch (ExportedLog.Altered altered) {
        terminal.out().println(export + ": NOT VALID");
        terminal.out().println("  " + altered.getMessage());
        return ExitCode.FAILURE;
      } catch (IOException unreadable) {
        throw new Stop(ExitCode.FAILURE, export + " cannot be read: " + unreadable.getMessage());
      }
    }

    private ExitCode told(ExportedLog log, Set<Hash> trusted, Terminal terminal) {
      VerifyingKey key = log.key();
      boolean strange = !trusted.isEmpty() && (key == null || !trusted.contains(key.fingerprint()));
      terminal.out().println(export + ": " + (strange ? "NOT VALID" : "valid"));
      terminal.out().println("  log      " + log.origin());
      terminal.out().println("  entries  " + log.entries());
      terminal.out().println("  root     " + log.root());
      if (key == null) {
        terminal.out().println("  key      none: an empty log is not signed");
      } else {
        terminal
            .out()
            .println("  key      " + key.fingerprint() + (strange ? ", not trusted" : ""));
      }
      if (trusted.isEmpty()) {
        terminal.out().println();
        terminal
            .out()
            .println("Compare the key's fingerprint with the one you were given by other");
        terminal.out().println("means, or name that one with --trust-key.");
      }
      return strange ? ExitCode.FAILURE : ExitCode.OK;
    }
  }
}
