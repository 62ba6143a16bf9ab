package dunnage.app.cli;

import dunnage.kernel.forecast.Forecast;
import dunnage.kernel.forecast.Prediction;
import dunnage.kernel.ledger.Receivable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/// The forecasts of a replay as CSV, one row each, for checking elsewhere.
final class PredictionsFile {

  private static final int DAYS_90 = 90;

  private PredictionsFile() {}

  /// @throws Stop if it would overwrite an input or has no folder to go to
  static Path check(String written, List<String> files) {
    return OutputFile.check("--predictions", written, "predictions.csv", files);
  }

  static void write(Path out, List<Prediction> all) {
    OutputFile.write(out, "The forecasts", csv -> rows(all, csv));
  }

  private static void rows(List<Prediction> all, Writer csv) throws IOException {
    csv.write("receivable,debtor,issued,due,amount,expected_days_late,q10,q50,q90");
    for (int days : Forecast.thresholdsDays()) {
      csv.write(days == DAYS_90 ? "" : ",p_late_" + days);
    }
    csv.write(",actual_days_late\n");
    for (Prediction one : all) {
      csv.write(row(one));
    }
  }

  private static String row(Prediction one) {
    Receivable row = one.receivable();
    StringBuilder text = new StringBuilder(128);
    text.append(cell(row.number())).append(',').append(cell(row.debtor().id())).append(',');
    text.append(row.issued())
        .append(',')
        .append(row.due())
        .append(',')
        .append(row.amount().decimal());
    text.append(',')
        .append(one.expected())
        .append(',')
        .append(one.q10())
        .append(',')
        .append(one.q50());
    text.append(',').append(one.q90());
    int[] days = Forecast.thresholdsDays();
    for (int i = 0; i < days.length; i++) {
      if (days[i] != DAYS_90) {
        text.append(',').append(Math.round(one.moreThan()[i] * 1e6) / 1e6);
      }
    }
    Integer actual = one.actual();
    return text.append(',').append(actual == null ? "" : actual).append('\n').toString();
  }

  /// A cell that starts like a formula is shown as text by spreadsheets only behind an apostrophe.
  private static String cell(String value) {
    boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    String safe = formula ? "'" + value : value;
    boolean quoted = safe.contains(",") || safe.contains("\"") || safe.contains("\n");
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
