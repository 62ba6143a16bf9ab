package dunnage.app.cli;

import dunnage.kernel.forecast.Forecast;
import dunnage.kernel.forecast.Prediction;
import dunnage.kernel.ledger.Receivable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The forecasts of a replay as CSV, one row each, for checking elsewhere.
final class PredictionsFile {

  private static final int DAYS_90 = 90;
  private static final List<String> HEAD =
      List.of(
          "receivable",
          "debtor",
          "issued",
          "due",
          "amount",
          "expected_days_late",
          "q10",
          "q50",
          "q90");

  private PredictionsFile() {}

  /// @throws Stop if it would overwrite an input or has no folder to go to
  static Path check(String written, List<String> files) {
    return OutputFile.check("--predictions", written, "predictions.csv", files);
  }

  static void write(Path out, List<Prediction> all) {
    OutputFile.write(out, "The forecasts", csv -> Csv.write(csv, rows -> rows(all, rows)));
  }

  private static void rows(List<Prediction> all, Csv csv) {
    List<String> head = new ArrayList<>(HEAD);
    daysShown().forEach(days -> head.add("p_late_" + days));
    head.add("actual_days_late");
    csv.row(head);
    all.forEach(one -> row(one, csv.row()));
  }

  private static void row(Prediction one, Csv.Row csv) {
    Receivable row = one.receivable();
    csv.text(row.number())
        .text(row.debtor().id())
        .value(row.issued())
        .value(row.due())
        .value(row.amount().decimal())
        .value(one.expected())
        .value(one.q10())
        .value(one.q50())
        .value(one.q90());
    int[] days = Forecast.thresholdsDays();
    for (int i = 0; i < days.length; i++) {
      if (days[i] != DAYS_90) {
        csv.value(Math.round(one.moreThan()[i] * 1e6) / 1e6);
      }
    }
    csv.value(one.actual()).end();
  }

  private static List<Integer> daysShown() {
    return Arrays.stream(Forecast.thresholdsDays()).filter(d -> d != DAYS_90).boxed().toList();
  }
}
