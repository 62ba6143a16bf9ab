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
/// @param tally of its lines and their money, for checking against the source
/// @param settlements of a marketplace's file, in its order; empty for other kinds
/// @param asked whether nothing could be read until the user answers (a flag): exit code 2
public record FileReport(
    String label,
    FileKind kind,
    Map<String, Object> recognised,
    Tally tally,
    List<MarketplaceSettlement> settlements,
    List<Finding> findings,
    boolean asked) {

  public FileReport {
    settlements = List.copyOf(settlements);
  }

  public int linesIn() {
    return tally.linesIn();
  }

  public int records() {
    return tally.records();
  }

  public int rejected() {
    return tally.rejected();
  }

  public Amounts accepted() {
    return tally.accepted();
  }

  public Amounts rejectedMoney() {
    return tally.rejectedMoney();
  }

  public int rejectedUnreadable() {
    return tally.rejectedUnreadable();
  }

  /// Lines left out that somebody has to mend.
  public int toMend() {
    return tally.rejected() - tally.setAside();
  }
}
