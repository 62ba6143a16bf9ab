package dunnage.app.report;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.ledger.Book;
import java.io.IOException;
import java.util.List;

/// The door: an assessment as one page that needs nothing else, on a screen, a phone or paper.
///
/// The page holds no script and asks for nothing over the network; its policy forbids both. It is
/// also well-formed XML. Its size is bounded whatever the size of the book: long lists are cut and
/// say so.
public final class HtmlReport {

  private HtmlReport() {}

  /// Writes the page piece by piece; the whole is never held in memory.
  ///
  /// @param book what was assessed; read for the debtors shown in full only
  /// @param findings what was wrong with the files and with putting them together
  /// @param fileLabels the files as the user named them
  /// @param out receives UTF-16 text that is to be stored as UTF-8
  /// @throws IOException only what `out` throws
  public static void write(
      Assessment a, Book book, List<Finding> findings, List<String> fileLabels, Appendable out)
      throws IOException {
    new Page(new Html(out), a, book, findings, fileLabels).write();
  }
}
