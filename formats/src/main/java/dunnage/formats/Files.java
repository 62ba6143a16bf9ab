package dunnage.formats;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.money.FxRates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The door: recognises a file, hands its facts on one by one and reports what it was and what was
/// wrong with it. Never throws for what a file contains; memory and time are bounded by the file's
/// size and fixed limits.
public final class Files {

  private Files() {}

  /// Reads one file of receivables, payments, invoices, bank lines. What a file is, is told by its
  /// content, never by its name.
  ///
  /// @param facts receives each fact; a row's `Settled` facts come right behind its `Issued`
  public static FileReport read(
      Path file, String label, ReadOptions options, Consumer<Fact> facts) {
    return read(file, label, options, facts, RejectedRows.DROPPED);
  }

  /// As [#read(Path, String, ReadOptions, Consumer)], and hands on what does not count.
  ///
  /// @param rejectedRows receives each line that is left out, as many as the report counts, while
  ///   the file is read
  public static FileReport read(
      Path file,
      String label,
      ReadOptions options,
      Consumer<Fact> facts,
      RejectedRows rejectedRows) {
    try (OnceReadable source = OnceReadable.of(file)) {
      return read(source, label, options, facts, rejectedRows);
    } catch (OnceReadable.TooLarge endless) {
      String most = "at most " + OnceReadable.MAX_BYTES + " bytes";
      return nothing(label, FindingCode.FILE_TOO_LARGE, "a pipe without end", most, rejectedRows);
    } catch (IOException unreadable) {
      return nothing(
          label,
          FindingCode.FILE_UNREADABLE,
          String.valueOf(unreadable.getMessage()),
          "a file that can be read",
          rejectedRows);
    }
  }

  private static FileReport read(
      OnceReadable source,
      String label,
      ReadOptions options,
      Consumer<Fact> facts,
      RejectedRows rejected)
      throws IOException {
    Path file = source.file();
    return switch (Content.of(file)) {
      case EMPTY ->
          nothing(label, FindingCode.FILE_EMPTY, "0 bytes", "a file with content", rejected);
      case ZIP ->
          BookArchive.recognised(file)
              ? BookArchive.read(file, label, rejected, line -> {})
              : Workbooks.read(file, label, options, facts, rejected);
      case XML -> XmlFiles.read(file, label, options, facts, rejected);
      case BINARY ->
          nothing(label, FindingCode.FILE_BINARY, "binary content", "text or XLSX", rejected);
      case TEXT -> TextTables.read(file, label, options, facts, rejected);
    };
  }

  /// Reads exchange rates: the ECB's CSV (`Date,USD,…` against EUR) or XML, or `date,from,to,rate`.
  public static FileReport readRates(Path file, String label, FxRates into) {
    return Rates.read(file, label, into);
  }

  /// Reads a book that [BookWriter] wrote, row by row, its tables in the order of [BookTable].
  public static FileReport readBook(
      Path file, String label, RejectedRows rejectedRows, Consumer<BookLine> lines)
      throws IOException {
    return BookArchive.read(file, label, rejectedRows, lines);
  }

  private static FileReport nothing(
      String label, FindingCode code, String seen, String expected, RejectedRows rejectedRows) {
    TableReport report = new TableReport(label, rejectedRows);
    report.refuse(code, 0, seen, expected);
    return report.done();
  }
}
