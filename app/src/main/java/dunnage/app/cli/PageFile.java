package dunnage.app.cli;

import dunnage.app.cli.AssessInput.Assessed;
import dunnage.app.report.HtmlReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// The page of `--html`: written beside its place and then moved there, so that a page is whole or
/// is not there.
final class PageFile {

  private PageFile() {}

  /// Where the page will go.
  ///
  /// @throws Stop if it would overwrite an input or has no folder to go to
  static Path check(String written, List<String> files, List<String> rates) {
    Path page = Path.of(written).toAbsolutePath().normalize();
    if (Files.isDirectory(page)) {
      throw new Stop(
          ExitCode.USAGE,
          "--html "
              + written
              + " is a folder; name a file in it, like "
              + written
              + "/report.html.");
    }
    Path folder = page.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Stop(
          ExitCode.NOT_FOUND,
          "--html " + written + ": there is no folder " + folder + ". Make it first.");
    }
    List<String> inputs = new ArrayList<>(files);
    inputs.addAll(rates);
    for (String input : inputs) {
      if (same(page, Intake.path(input))) {
        throw new Stop(
            ExitCode.USAGE,
            "--html " + written + " would overwrite an input file; choose another name.");
      }
    }
    return page;
  }

  private static boolean same(Path page, Path input) {
    try {
      return Files.exists(page) && Files.isSameFile(page, input);
    } catch (IOException unreadable) {
      return false;
    }
  }

  static void write(Path page, Assessed assessed, List<String> labels) {
    try {
      Path folder = java.util.Objects.requireNonNull(page.getParent(), "checked before");
      Path draft = Files.createTempFile(folder, ".dunnage-", ".html");
      try {
        try (Writer out = Files.newBufferedWriter(draft)) {
          HtmlReport.write(assessed.assessment(), assessed.findings(), labels, out);
        }
        Files.move(draft, page, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new Stop(
          ExitCode.FAILURE, "The page could not be written to " + page + ": " + e.getMessage());
    }
  }
}
