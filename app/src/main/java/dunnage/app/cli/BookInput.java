package dunnage.app.cli;

import dunnage.formats.FileReport;
import dunnage.formats.ReadOptions;
import dunnage.kernel.findings.Finding;
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

  ExitCode exit() {
    return Intake.exit(reports);
  }
}
