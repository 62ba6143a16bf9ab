package dunnage.app.cli;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.Severity;

/// `docs/errors.md`: every exit code and every finding code, from the code itself.
final class ErrorsPage {

  private ErrorsPage() {}

  static String markdown() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Errors and findings

        Generated from the code; a test keeps it true.

        ## Exit codes

        | code | name | meaning |
        |---|---|---|
        """);
    for (ExitCode exit : ExitCode.values()) {
      row(page, String.valueOf(exit.code()), exit.word(), exit.meaning());
    }
    page.append(
        """

        With several files: as soon as one counts and another does not, the code is 3. A file that is given twice
        counts once and is no error. A misspelt name ends the command before anything is read.

        ## Findings

        Nothing a file contains ends in a crash. What was wrong or assumed is a finding: code, severity, file, line,
        column, what was seen, what was expected, what to do.
        """);
    for (Severity severity : Severity.values()) {
      page.append(
          switch (severity) {
            case ERROR -> "\n### Errors: a row or a file is left out\n";
            case WARNING -> "\n### Warnings: it counts, with an assumption that is named\n";
            case NOTE -> "\n### Notes: nothing to worry about\n";
          });
      page.append("\n| code | meaning | what to do |\n|---|---|---|\n");
      for (FindingCode code : FindingCode.values()) {
        if (code.severity() == severity) {
          row(page, "`" + code.code() + "`", code.meaning(), code.remedy());
        }
      }
    }
    return page.toString();
  }

  private static void row(StringBuilder page, String... cells) {
    for (String cell : cells) {
      page.append("| ").append(cell.replace("|", "\\|")).append(' ');
    }
    page.append("|\n");
  }
}
