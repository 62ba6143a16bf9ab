package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.FxRates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    try (OnceReadable source = OnceReadable.of(file)) {
      return read(source, label, options, facts);
    } catch (OnceReadable.TooLarge endless) {
      String most = "at most " + OnceReadable.MAX_BYTES + " bytes";
      return nothing(label, FindingCode.FILE_TOO_LARGE, "a pipe without end", most);
    } catch (IOException unreadable) {
      return nothing(
          label,
          FindingCode.FILE_UNREADABLE,
          String.valueOf(unreadable.getMessage()),
          "a file that can be read");
    }
  }

  private static FileReport read(
      OnceReadable source, String label, ReadOptions options, Consumer<Fact> facts)
      throws IOException {
    Path file = source.file();
    return switch (Content.of(file)) {
      case EMPTY -> nothing(label, FindingCode.FILE_EMPTY, "0 bytes", "a file with content");
      case ZIP -> Workbooks.read(file, label, options, facts);
      case XML -> XmlFiles.read(file, label, options, facts);
      case BINARY -> nothing(label, FindingCode.FILE_BINARY, "binary content", "text or XLSX");
      case TEXT -> TextTables.read(file, label, options, facts);
    };
  }

  /// Reads exchange rates: the ECB's CSV (`Date,USD,…` against EUR) or XML, or `date,from,to,rate`.
  public static FileReport readRates(Path file, String label, FxRates into) {
    return Rates.read(file, label, into);
  }

  private static FileReport nothing(String label, FindingCode code, String seen, String expected) {
    Finding finding = Finding.of(code, label, seen, expected);
    return new FileReport(
        label, FileKind.UNKNOWN, Map.of(), 0, 1, new Amounts(), List.of(finding), false);
  }
}
