package dunnage.formats;

import dunnage.formats.MarketplaceColumns.Cell;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.payout.MarketplaceSettlement;
import dunnage.kernel.payout.RowType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compares every settlement of a file with what the file says it adds up to.
final class MarketplaceBalance {

  private final MarketplaceColumns columns;
  private final TableReport report;

  MarketplaceBalance(MarketplaceColumns columns, TableReport report) {
    this.columns = columns;
    this.report = report;
  }

  /// @param fileTotal net of a total row that stands below all rows; null if there is none
  void settle(List<SettlementSum> sums, @Nullable Long fileTotal, int fileTotalLine) {
    List<SettlementSum> filled = sums.stream().filter(s -> s.rows > 0 || s.total != null).toList();
    if (fileTotal != null) {
      report.add(FindingCode.ROW_TOTAL, fileTotalLine, "", MarketplaceParts.shown(fileTotal), "");
    }
    boolean covered = fileTotal != null && filled.size() > 1;
    if (fileTotal != null && filled.size() == 1) {
      filled.getFirst().total = fileTotal;
      filled.getFirst().totalLine = fileTotalLine;
    } else if (fileTotal != null && covered) {
      whole(filled, fileTotal, fileTotalLine);
    }
    for (SettlementSum sum : filled) {
      payout(sum);
      MarketplaceSettlement settlement = sum.done(report.label);
      tell(sum, settlement, covered);
      report.accept(settlement.currency(), settlement.sumOfRows().minor());
      report.settlements.add(settlement);
    }
  }

  private void whole(List<SettlementSum> sums, long total, int line) {
    long rows = sums.stream().mapToLong(SettlementSum::sum).sum();
    if (rows != total) {
      report.add(
          FindingCode.SETTLEMENT_UNBALANCED,
          line,
          "",
          "rows add up to " + MarketplaceParts.shown(rows),
          "the total "
              + MarketplaceParts.shown(total)
              + "; "
              + MarketplaceParts.shown(total - rows)
              + " differs");
    }
  }

  private void payout(SettlementSum sum) {
    MarketplaceFormat format = columns.format();
    if (format.hasTotalRow()) {
      if (sum.total != null && sum.deposit != null) {
        sum.paid(sum.deposit, sum.total, true);
      }
      return;
    }
    if (format == MarketplaceFormat.PAYOUTS) {
      return;
    }
    if (sum.hasPayout() && !format.isStatement() && !sum.id.isEmpty() && sum.total == null) {
      sum.total = sum.paidOut(); // what was sent is what the rows must come to
    }
    if (!sum.hasPayout() && !sum.pending && sum.deposit != null && !sum.id.isEmpty()) {
      Long total = sum.total;
      sum.paid(sum.deposit, total == null ? sum.sum() : total, total != null);
    }
  }

  private void tell(SettlementSum sum, MarketplaceSettlement settlement, boolean covered) {
    String name = settlement.id().isEmpty() ? "these rows" : settlement.id();
    if (settlement.total() == null && !covered) {
      report.add(
          FindingCode.TOTAL_MISSING,
          sum.line,
          "",
          name + ": rows add up to " + settlement.sumOfRows(),
          "a stated total to compare them with");
    }
    if (Boolean.FALSE.equals(settlement.balanced())) {
      unbalanced(sum, settlement, name);
    }
    if (settlement.due().signum() < 0) {
      report.add(
          FindingCode.SETTLEMENT_NEGATIVE,
          sum.totalLine > 0 ? sum.totalLine : sum.line,
          "",
          name + ": " + settlement.due(),
          "");
    }
    if (sum.pending) {
      String until =
          settlement.expected() == null ? "" : ", announced for " + settlement.expected();
      String status = sum.status.isEmpty() ? "no payout" : sum.status;
      report.add(FindingCode.PAYOUT_PENDING, sum.line, "", name + ": " + status + until, "");
    } else if (settlement.payouts().isEmpty()) {
      report.add(FindingCode.PAYOUT_UNKNOWN, sum.line, "", name, "a payout with its day");
    }
    if (sum.isFraction()) {
      report.add(
          FindingCode.FRACTION_ROUNDED,
          sum.line,
          columns.has(Cell.NET) ? columns.header().names().get(columns.of(Cell.NET)) : "",
          MarketplaceParts.shown(sum.sum()),
          settlement.sumOfRows().toString());
    }
  }

  private void unbalanced(SettlementSum sum, MarketplaceSettlement settlement, String name) {
    long out = sum.typed(RowType.PAYOUT);
    String with =
        out == 0
            ? ""
            : " (" + sum.money(Math.addExact(sum.sum(), out)).decimal() + " with its payout rows)";
    report.add(
        FindingCode.SETTLEMENT_UNBALANCED,
        sum.totalLine > 0 ? sum.totalLine : sum.line,
        "",
        name + ": rows add up to " + settlement.sumOfRows() + with,
        "the stated "
            + settlement.due()
            + "; the rows differ from it by "
            + java.util.Objects.requireNonNull(settlement.difference()));
  }
}
