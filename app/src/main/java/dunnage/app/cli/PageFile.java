package dunnage.app.cli;

import dunnage.app.cli.AssessInput.Assessed;
import dunnage.app.report.HtmlReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The page of `--html`.
final class PageFile {

  private PageFile() {}

  /// Where the page will go.
  ///
  /// @throws Stop if it would overwrite an input or has no folder to go to
  static Path check(String written, List<String> files, List<String> rates) {
    List<String> inputs = new ArrayList<>(files);
    inputs.addAll(rates);
    return OutputFile.check("--html", written, "report.html", inputs);
  }

  static void write(Path page, Assessed assessed, List<String> labels) {
    OutputFile.write(
        page,
        "The page",
        out ->
            HtmlReport.write(
                assessed.assessment(), assessed.book(), assessed.findings(), labels, out));
  }
}
