package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.payout.MarketplaceSettlement;
import java.util.List;
import java.util.Map;

/// What one file is and what became of its lines.
///
/// @param label the file as the user named it
/// @param recognised what was recognised, in reading order: `format`, `charset`, `delimiter`,
///   `header_line`, `date_order`, `decimal`, `columns` (field ← header) ...; values are String,
///   Integer or Map of String to String
/// @param records rows or documents that count
/// @param rejected rows left out, each with a finding
/// @param accepted money of the rows that count, per currency, for checking against the source
/// @param settlements of a marketplace's file, in its order; empty for other kinds
/// @param asked whether nothing could be read until the user answers (a flag): exit code 2
public record FileReport(
    String label,
    FileKind kind,
    Map<String, Object> recognised,
    int records,
    int rejected,
    Amounts accepted,
    List<MarketplaceSettlement> settlements,
    List<Finding> findings,
    boolean asked) {

  public FileReport {
    settlements = List.copyOf(settlements);
  }

  /// A file that holds no settlements of a marketplace.
  public FileReport(
      String label,
      FileKind kind,
      Map<String, Object> recognised,
      int records,
      int rejected,
      Amounts accepted,
      List<Finding> findings,
      boolean asked) {
    this(label, kind, recognised, records, rejected, accepted, List.of(), findings, asked);
  }
}
