package dunnage.app.cli;

import dunnage.formats.FileKind;
import dunnage.formats.FileReport;
import dunnage.formats.Files;
import dunnage.formats.ReadOptions;
import dunnage.formats.Tally;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Reads the files named on the command line, each content once.
final class Intake {

  private final ReadOptions options;
  private final Consumer<Fact> facts;
  private final Map<Long, List<Path>> bySize = new HashMap<>();
  private final List<FileReport> reports = new ArrayList<>();

  private Intake(ReadOptions options, Consumer<Fact> facts) {
    this.options = options;
    this.facts = facts;
  }

  /// One report per file, in the order given.
  static List<FileReport> read(List<String> labels, ReadOptions options, Consumer<Fact> facts) {
    Intake intake = new Intake(options, facts);
    labels.forEach(intake::readOne);
    return intake.reports;
  }

  /// Names that lead nowhere, so that a misspelt name costs no half-made assessment.
  ///
  /// @throws Stop with exit 4
  static void mustExist(List<String> labels) {
    List<String> missing =
        labels.stream().filter(l -> !java.nio.file.Files.exists(path(l))).toList();
    if (!missing.isEmpty()) {
      String names = String.join(", ", missing);
      throw new Stop(
          ExitCode.NOT_FOUND,
          FindingCode.FILE_NOT_FOUND.code()
              + ": there is no file "
              + names
              + ". "
              + FindingCode.FILE_NOT_FOUND.remedy());
    }
  }

  static Path path(String label) {
    try {
      return Path.of(label);
    } catch (java.nio.file.InvalidPathException impossible) {
      throw new Stop(
          ExitCode.NOT_FOUND, "there is no file of that name: " + impossible.getReason());
    }
  }

  private void readOne(String label) {
    Path file = path(label);
    if (java.nio.file.Files.isDirectory(file)) {
      String remedy = "Name the files in it, for example " + label.replaceAll("/+$", "") + "/*.csv";
      reports.add(
          without(
              label,
              Finding.of(FindingCode.FILE_UNREADABLE, label, "a folder", "a file")
                  .withRemedy(remedy)));
      return;
    }
    try {
      if (readBefore(file)) {
        reports.add(
            without(
                label,
                Finding.of(FindingCode.FILE_READ_TWICE, label, label, "content not given before")));
        return;
      }
    } catch (IOException e) {
      reports.add(
          without(
              label,
              Finding.of(
                  FindingCode.FILE_UNREADABLE,
                  label,
                  String.valueOf(e.getMessage()),
                  "a readable file")));
      return;
    }
    reports.add(Files.read(file, label, options, facts));
  }

  /// Only files of one size can be equal, so most files are never hashed.
  private boolean readBefore(Path file) throws IOException {
    if (!java.nio.file.Files.isRegularFile(file)) {
      return false; // a pipe is read once and has no size
    }
    List<Path> peers =
        bySize.computeIfAbsent(java.nio.file.Files.size(file), s -> new ArrayList<>());
    String mine = peers.isEmpty() ? "" : sha256(file);
    for (Path peer : peers) {
      if (sha256(peer).equals(mine)) {
        return true;
      }
    }
    peers.add(file);
    return false;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = java.nio.file.Files.newInputStream(file)) {
      DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
      digest.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new UncheckedIOException(new IOException(everyJdkHasIt));
    }
  }

  private static FileReport without(String label, Finding finding) {
    return new FileReport(
        label, FileKind.UNKNOWN, Map.of(), Tally.none(), List.of(), List.of(finding), false);
  }

  private static final Set<FindingCode> SAFETY =
      Set.of(
          FindingCode.FILE_TOO_LARGE,
          FindingCode.XML_REFUSED,
          FindingCode.ARCHIVE_REFUSED,
          FindingCode.LINE_TOO_LONG);

  /// What became of one file.
  private enum Outcome {
    WHOLE,
    PARTLY,
    ASKED,
    REFUSED,
    FAILED
  }

  /// How the command ends: whole files alone are 0; as soon as something counts and something does
  /// not, 3; if nothing counts, what would help most decides.
  static ExitCode exit(List<FileReport> reports) {
    Set<Outcome> seen = java.util.EnumSet.noneOf(Outcome.class);
    reports.forEach(r -> seen.add(outcome(r)));
    boolean something = seen.contains(Outcome.WHOLE) || seen.contains(Outcome.PARTLY);
    if (something) {
      return seen.equals(Set.of(Outcome.WHOLE)) ? ExitCode.OK : ExitCode.PARTIAL;
    }
    if (seen.contains(Outcome.ASKED)) {
      return ExitCode.USAGE;
    }
    return seen.contains(Outcome.REFUSED) ? ExitCode.REFUSED : ExitCode.FAILURE;
  }

  private static Outcome outcome(FileReport report) {
    boolean errors =
        report.findings().stream()
            .anyMatch(f -> f.severity() == dunnage.kernel.findings.Severity.ERROR);
    if (report.records() > 0) {
      return report.toMend() > 0 || errors ? Outcome.PARTLY : Outcome.WHOLE;
    }
    if (report.asked()) {
      return Outcome.ASKED;
    }
    if (report.findings().stream().anyMatch(f -> SAFETY.contains(f.code()))) {
      return Outcome.REFUSED;
    }
    return errors || report.toMend() > 0 ? Outcome.FAILED : Outcome.WHOLE;
  }
}
