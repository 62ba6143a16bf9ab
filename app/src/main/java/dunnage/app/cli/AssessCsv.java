package dunnage.app.cli;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.ReceivableLine;
import dunnage.kernel.forecast.Forecast;
import dunnage.kernel.ledger.Receivable;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// `assess --csv`: one row for each open receivable, worst debtor first. The columns are a
/// contract: add at the end, never rename.
final class AssessCsv {

  private static final List<String> FIRST =
      List.of(
          "receivable",
          "debtor",
          "name",
          "issued",
          "due",
          "amount",
          "open_amount",
          "currency",
          "days_late",
          "bucket",
          "risk",
          "next_step",
          "expected_date",
          "q10",
          "q50",
          "q90");

  private AssessCsv() {}

  static void write(Assessment assessment, OutputStream to) {
    Csv.write(
        to,
        csv -> {
          csv.row(header());
          assessment.receivables().forEach(line -> row(line, csv.row()));
        });
  }

  private static List<String> header() {
    List<String> names = new ArrayList<>(FIRST);
    for (int days : Forecast.thresholdsDays()) {
      names.add("p_late_" + days);
    }
    names.add("p_never");
    return names;
  }

  private static void row(ReceivableLine line, Csv.Row row) {
    Receivable receivable = line.receivable();
    row.text(receivable.number()).text(receivable.debtor().id()).text(receivable.debtor().name());
    row.value(receivable.issued()).value(receivable.due()).value(receivable.amount().decimal());
    row.value(line.open().decimal()).value(line.open().currency().code());
    row.value(line.daysLate()).value(line.bucket().code()).value(line.risk().code());
    row.text(line.nextStep());
    Forecast forecast = line.forecast();
    row.value(forecast.expected()).value(forecast.q10()).value(forecast.q50());
    row.value(forecast.q90());
    for (double chance : forecast.moreThan()) {
      row.chance(chance);
    }
    row.chance(forecast.never()).end();
  }
}
