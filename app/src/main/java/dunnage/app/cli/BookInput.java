package dunnage.app.cli;

import dunnage.formats.FileReport;
import dunnage.formats.ReadOptions;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.BookBuilder;
import java.util.ArrayList;
import java.util.List;

/// From files to a book.
///
/// @param findings of the files, then of the book
record BookInput(Book book, List<FileReport> reports, List<Finding> findings) {

  static BookInput read(List<String> files, ReadOptions options) {
    BookBuilder builder = new BookBuilder();
    List<FileReport> reports = Intake.read(files, options, builder::add);
    List<Finding> findings = new ArrayList<>();
    reports.forEach(r -> findings.addAll(r.findings()));
    Book book = builder.build();
    findings.addAll(book.findings());
    return new BookInput(book, reports, List.copyOf(findings));
  }

  /// Sums beyond what the smallest unit can count overflow loudly; to the user that is a file of
  /// absurd amounts, refused as a whole rather than summed wrong.
  static Stop tooLarge() {
    return new Stop(
        ExitCode.REFUSED,
        FindingCode.AMOUNT_TOO_LARGE.code()
            + ": the amounts of these files add up to more than can be counted exactly (18 digits)."
            + " Look for amounts that are far too large: dunnage read FILE shows the sums.");
  }

  ExitCode exit() {
    return Intake.exit(reports);
  }
}
