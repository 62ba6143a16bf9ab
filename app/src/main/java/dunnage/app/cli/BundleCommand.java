package dunnage.app.cli;

import dunnage.app.evidence.Testimonies;
import dunnage.app.evidence.Testimony;
import dunnage.app.evidence.Timestamp;
import dunnage.kernel.evidence.Attestation;
import dunnage.kernel.evidence.BundleDraft;
import dunnage.kernel.evidence.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Documents into one file that proves them.
@Command(
    name = "bundle",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Put a folder of documents into one file that proves they are unchanged.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage bundle claim/                                   claim.asice, beside the folder%n\
          dunnage bundle claim/ --out 2026-017.asice              under another name%n\
          dunnage bundle claim/ --timestamp-request claim.tsq     what to send to an authority%n\
          dunnage bundle claim/ --timestamp claim.tsr --replace   with the authority's answer%n\
          dunnage bundle claim/ --sign-with me.p12                signed by certificate (CAdES)%n\
        %nUsage:\s""",
    parameterListHeading = "%n",
    footer = {
      "",
      "Every file in the folder is in, hidden ones too; links and devices are refused. The same",
      "folder, day and key give the same bytes. Anyone checks it: dunnage verify claim.asice"
    })
final class BundleCommand implements Task {

  @Parameters(arity = "1", paramLabel = "FOLDER", description = "The documents.")
  String folder = "";

  @Option(names = "--out", paramLabel = "OUT", description = "The bundle (FOLDER.asice).")
  @Nullable String out;

  @Option(
      names = "--created",
      paramLabel = "DAY",
      description = "The day it says it was bundled, like 2026-03-31 (today).")
  @Nullable String created;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Ed25519 key, PKCS#8 PEM (one of your own, made at first use).")
  @Nullable String keyFile;

  @Option(names = "--times", description = "Tell when each file was last changed.")
  boolean times;

  @Option(
      names = "--sign-with",
      paramLabel = "FILE",
      description =
          "Also sign with a certificate (.p12); its password is in DUNNAGE_SIGN_PASSWORD.")
  @Nullable String signWith;

  @Option(
      names = "--timestamp-request",
      paramLabel = "OUT",
      description = "Write the request for a timestamp authority (RFC 3161).")
  @Nullable String timestampRequest;

  @Option(
      names = "--timestamp",
      paramLabel = "FILE",
      description = "Put the authority's answer into the bundle.")
  @Nullable String timestamp;

  @Option(names = "--replace", description = "Overwrite a bundle that is there and differs.")
  boolean replace;

  @Option(names = "--json", description = "Write JSON to standard output.")
  boolean json;

  @Override
  public ExitCode run(Terminal terminal) {
    Path documents = folder();
    Path bundle = bundle(documents);
    LocalDate day =
        created == null
            ? Today.in(terminal.environment())
            : Day.written("--created", created, "2026-03-31");
    Path request =
        timestampRequest == null
            ? null
            : outside(
                OutputFile.check("--timestamp-request", timestampRequest, "claim.tsq", inputs()),
                documents,
                "--timestamp-request");
    SigningKey key =
        keyFile == null
            ? KeyFile.own(DemoCommand.home(terminal.environment()), terminal)
            : KeyFile.read(existing(keyFile), terminal);
    BundleFolder source = BundleFolder.of(documents, times);
    BundleDraft draft = draft(source, day, key);
    byte[] signature =
        signWith == null
            ? null
            : Certificate.sign(existing(signWith), draft.toSign(), day, terminal.environment());
    byte[] token = timestamp == null ? null : token(existing(timestamp), draft.toStamp());
    BundleFile.Outcome outcome =
        BundleFile.write(
            bundle,
            replace,
            sink -> {
              try {
                draft.write(signature, token, source::copy, sink);
              } catch (BundleDraft.DocumentChanged changed) {
                throw BundleFolder.changed(changed.path());
              }
            },
            source::checkSameFiles);
    if (request != null) {
      writeRequest(request, draft.toStamp());
    }
    BundleReport report =
        new BundleReport(
            draft,
            bundle,
            day,
            key.verifyingKey(),
            carried(signature != null, token != null),
            outcome,
            request,
            documents);
    if (json) {
      report.json(terminal);
    } else {
      report.print(terminal);
    }
    return ExitCode.OK;
  }

  private static String carried(boolean signed, boolean stamped) {
    if (signed && stamped) {
      return "a signature (CAdES) and a timestamp (RFC 3161)";
    }
    return signed ? "a signature (CAdES)" : stamped ? "a timestamp (RFC 3161)" : "";
  }

  private static BundleDraft draft(BundleFolder source, LocalDate day, SigningKey key) {
    try {
      return BundleDraft.of(day, source.measure(), key);
    } catch (IllegalArgumentException refused) {
      throw new Stop(ExitCode.REFUSED, String.valueOf(refused.getMessage()));
    }
  }

  private Path folder() {
    Path path = existing(folder);
    if (!Files.isDirectory(path)) {
      throw new Stop(
          ExitCode.USAGE,
          folder
              + " is a file; put the documents into a folder and name it: dunnage bundle claim/");
    }
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new Stop(ExitCode.FAILURE, folder + " cannot be read: " + e.getMessage());
    }
  }

  private Path bundle(Path documents) {
    if (out != null) {
      return outside(OutputFile.check("--out", out, "claim.asice", inputs()), documents, "--out");
    }
    Path name = documents.getFileName();
    if (name == null) {
      throw new Stop(ExitCode.USAGE, "Say where the bundle goes, for example --out all.asice");
    }
    return documents.resolveSibling(name + ".asice");
  }

  /// A file that is written into the folder would be one of its documents.
  private static Path outside(Path file, Path documents, String flag) {
    try {
      Path folder = Objects.requireNonNull(file.getParent()).toRealPath();
      if (folder.startsWith(documents)) {
        throw new Stop(
            ExitCode.USAGE,
            flag + " " + file + " lies in the folder that is bundled; choose a place outside.");
      }
    } catch (IOException e) {
      throw new Stop(ExitCode.FAILURE, file + " cannot be written: " + e.getMessage());
    }
    return file;
  }

  /// Files that are read and must not be written over.
  private List<String> inputs() {
    return Stream.of(keyFile, signWith, timestamp).filter(Objects::nonNull).toList();
  }

  private static Path existing(String label) {
    Intake.mustExist(List.of(label));
    return Intake.path(label);
  }

  private static byte[] token(Path answer, byte[] covered) {
    String hint =
        " Make the request anew with --timestamp-request, with the same folder, day and key.";
    try {
      byte[] token = Timestamp.token(Files.readAllBytes(answer));
      Testimony said =
          Testimonies.check(
              new Attestation(Attestation.Kind.RFC3161_TIMESTAMP, token, covered), Set.of());
      if (!said.holds()) {
        throw new Stop(ExitCode.REFUSED, answer + ": " + said.words() + "." + hint);
      }
      return token;
    } catch (IOException e) {
      throw new Stop(ExitCode.FAILURE, answer + " cannot be read: " + e.getMessage());
    } catch (IllegalArgumentException none) {
      throw new Stop(ExitCode.REFUSED, answer + ": " + none.getMessage() + "." + hint);
    }
  }

  private static void writeRequest(Path file, byte[] covered) {
    try {
      Files.write(file, Timestamp.request(covered));
    } catch (IOException e) {
      throw new Stop(
          ExitCode.FAILURE, "The request could not be written to " + file + ": " + e.getMessage());
    }
  }
}
